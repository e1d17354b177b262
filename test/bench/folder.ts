import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { places } from '#main/places.ts'

/** Works with a folder of its own, which is deleted afterwards. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'connoisseur-bench-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Real paintings beside the project, which it may not ship. Null: not there. */
export function artFolder(name: string): string | null {
  const folder = path.join(places.root, '..', 'shared', 'art', name)
  return existsSync(path.join(folder, 'labels.csv')) ? folder : null
}

export const sampleFolder = path.join(places.resources, 'sample')
