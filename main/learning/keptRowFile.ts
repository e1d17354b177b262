import { stat } from 'node:fs/promises'
import { loadRowFile } from '../engine/rowFile.ts'

let kept: { key: string; rows: Uint16Array } | undefined

/** The embeddings of the open collection, read again only when the file has changed. */
export async function keptRowFile(path: string): Promise<Uint16Array> {
  const { size, mtimeMs } = await stat(path)
  const key = `${path} ${size} ${mtimeMs}`
  if (kept?.key !== key) kept = { key, rows: await loadRowFile(path) }
  return kept.rows
}
