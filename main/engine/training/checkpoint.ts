import { readFile } from 'node:fs/promises'
import { writeAtomically } from '../writeAtomically.ts'

/** Plain facts and named vectors, as one file that is old or new, never half: header length, JSON header, float32 data. */
export type Checkpoint<F> = { facts: F; vectors: Record<string, Float32Array> }

export async function saveCheckpoint<F>(file: string, { facts, vectors }: Checkpoint<F>) {
  const entries = Object.entries(vectors)
  const header = Buffer.from(JSON.stringify({ facts, vectors: entries.map(([name, { length }]) => [name, length]) }))
  const start = 4 + header.length + ((4 - (header.length % 4)) % 4)
  const bytes = new Uint8Array(start + entries.reduce((sum, [, { byteLength }]) => sum + byteLength, 0))
  new DataView(bytes.buffer).setUint32(0, header.length, true)
  bytes.set(header, 4)
  let offset = start
  for (const [, vector] of entries) {
    bytes.set(new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength), offset)
    offset += vector.byteLength
  }
  await writeAtomically(file, bytes)
}

/** Null where there is none. */
export async function loadCheckpoint<F>(file: string): Promise<Checkpoint<F> | null> {
  let bytes: Buffer
  try {
    bytes = await readFile(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
  const length = bytes.readUInt32LE(0)
  const header = JSON.parse(bytes.toString('utf8', 4, 4 + length)) as { facts: F; vectors: [string, number][] }
  let offset = 4 + length + ((4 - (length % 4)) % 4)
  const vectors: Record<string, Float32Array> = {}
  for (const [name, count] of header.vectors) {
    vectors[name] = new Float32Array(
      bytes.buffer.slice(bytes.byteOffset + offset, bytes.byteOffset + offset + count * 4),
    )
    offset += count * 4
  }
  return { facts: header.facts, vectors }
}
