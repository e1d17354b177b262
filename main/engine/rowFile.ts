import { open, readFile, type FileHandle } from 'node:fs/promises'
import { fromFloat16, toFloat16 } from './float16.ts'

/** A flat file of float16 rows [rows, dimension]: row r lies at byte r * dimension * 2. Rows never written read as zeros. */
export async function openRowFile(path: string, dimension: number) {
  const file = await openForUpdate(path)
  return {
    /** Writes `values` [rows.length, dimension]; on return they have reached the disk. Throws what the disk throws. */
    async write(rows: readonly number[], values: Float32Array) {
      const halves = toFloat16(values)
      for (const [index, row] of rows.entries()) {
        const bytes = new Uint8Array(halves.buffer, index * dimension * 2, dimension * 2)
        await file.write(bytes, 0, bytes.length, row * dimension * 2)
      }
      await file.datasync()
    },
    close: () => file.close(),
  }
}

async function openForUpdate(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r+')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    return open(path, 'w+')
  }
}

/** The whole file as it lies on the disk: float16 bits [rows, dimension]. */
export async function loadRowFile(path: string): Promise<Uint16Array> {
  const bytes = await readFile(path)
  return new Uint16Array(bytes.buffer, bytes.byteOffset, Math.floor(bytes.length / 2))
}

/** The chosen rows as float32 [rows.length, dimension]. Rows past the end are zeros. */
export function pickRows(stored: Uint16Array, dimension: number, rows: ArrayLike<number>): Float32Array {
  const out = new Float32Array(rows.length * dimension)
  for (let i = 0; i < rows.length; i++) {
    const start = rows[i]! * dimension
    if (start + dimension > stored.length) continue
    fromFloat16(stored.subarray(start, start + dimension), out.subarray(i * dimension, (i + 1) * dimension))
  }
  return out
}
