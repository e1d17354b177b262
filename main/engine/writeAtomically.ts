import { open, rename } from 'node:fs/promises'

/** The file has its old content or the new one, never a part: a neighbour is written to the disk, then renamed. */
export async function writeAtomically(path: string, bytes: Uint8Array) {
  const file = await open(`${path}.part`, 'w')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(`${path}.part`, path)
}
