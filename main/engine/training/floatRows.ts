import { open } from 'node:fs/promises'

/** Writes float32 [highest row + 1, width]: values [rows, width], each at the place of its row (ascending), zeros between them. */
export async function writeFloatRows(output: string, width: number, rows: Int32Array, values: Float32Array) {
  const file = await open(output, 'w')
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
  const size = width * 4
  for (let first = 0; first < rows.length;) {
    let last = first
    while (last + 1 < rows.length && rows[last + 1] === rows[last]! + 1) last++
    const part = bytes.subarray(first * size, (last + 1) * size)
    await file.write(part, 0, part.length, rows[first]! * size)
    first = last + 1
  }
  await file.datasync()
  await file.close()
}
