import { open, type FileHandle } from 'node:fs/promises'

/** How the pixels of a TIFF lie in its file: only from tiles can a part be read without the rest. */
export type TiffLayout = { tiled: boolean; /** 1: upright. */ orientation: number }

const tags = { orientation: 274, tileWidth: 322 }

/**
 * Reads the head of a TIFF or BigTIFF, either byte order (TIFF 6.0, sections 2, 8 and 15; BigTIFF). Null: it is none.
 * Throws what the file system throws.
 */
export async function tiffLayout(path: string): Promise<TiffLayout | null> {
  const file = await open(path, 'r')
  try {
    return await read(file)
  } finally {
    await file.close()
  }
}

async function read(file: FileHandle): Promise<TiffLayout | null> {
  const head = await bytes(file, 0, 16)
  const order = head.subarray(0, 2).toString('latin1')
  if (head.length < 16 || (order !== 'II' && order !== 'MM')) return null
  const isLittle = order === 'II'
  const at = (view: Buffer, offset: number, size: 2 | 4 | 8) => {
    if (size === 8) return Number(isLittle ? view.readBigUInt64LE(offset) : view.readBigUInt64BE(offset))
    return isLittle ? view.readUIntLE(offset, size) : view.readUIntBE(offset, size)
  }
  const magic = at(head, 2, 2)
  if (magic !== 42 && magic !== 43) return null
  const big = magic === 43
  const [countSize, entrySize, valueAt] = big ? ([8, 20, 12] as const) : ([2, 12, 8] as const)
  const directory = big ? at(head, 8, 8) : at(head, 4, 4)
  const count = at(await bytes(file, directory, countSize), 0, countSize)
  if (count > 4096) return null
  const entries = await bytes(file, directory + countSize, count * entrySize)
  const layout: TiffLayout = { tiled: false, orientation: 1 }
  for (let offset = 0; offset + entrySize <= entries.length; offset += entrySize) {
    const tag = at(entries, offset, 2)
    if (tag === tags.tileWidth) layout.tiled = true
    if (tag === tags.orientation) layout.orientation = at(entries, offset + valueAt, 2)
  }
  return layout
}

async function bytes(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position)
  return buffer.subarray(0, bytesRead)
}
