import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { artworkTable } from '../catalogue/artworks.ts'
import { measureTable } from '../catalogue/measures.ts'
import type { Catalogue } from '../catalogue/open.ts'
import { problemTable } from '../catalogue/problems.ts'
import { fold } from './matchFiles.ts'
import type { ReadImage } from './readImage.ts'

/**
 * Writes what was read into the catalogue, a batch in one transaction. A new path with the bytes of an artwork whose
 * own file is gone is that artwork, moved: it keeps its id and its labels. Returns how many artworks are new.
 */
export function createKeeper(db: Catalogue, source: { id: number; folder: string }) {
  const artworks = artworkTable(db)
  const problems = problemTable(db)
  const measures = measureTable(db)

  const write = db.transaction(
    (batch: readonly ReadImage[], moved: ReadonlyMap<string, number>, at: string): number => {
      let added = 0
      for (const { kind, ...read } of batch) {
        if (kind === 'problem')
          problems.put({ ...(read as Extract<ReadImage, { kind: 'problem' }>), source: source.id })
        else {
          const { measure, ...file } = read as Omit<Extract<ReadImage, { kind: 'image' }>, 'kind'>
          const image = { ...file, source: source.id }
          if (measure) measures.put(file.sha256, measure)
          const known = artworks.known(source.id, image.file)
          const id = known?.id ?? moved.get(image.file)
          if (id === undefined) added++
          if (id === undefined) artworks.add(image, at)
          else artworks.update(id, image)
          if (known && known.sha256 !== image.sha256) artworks.dropEmbeddings(known.id)
          problems.remove(source.id, image.file)
        }
      }
      return added
    },
  )

  async function findMoved(batch: readonly ReadImage[]): Promise<Map<string, number>> {
    const moved = new Map<string, number>()
    const claimed = new Set<number>()
    for (const read of batch) {
      if (read.kind === 'problem' || artworks.known(source.id, read.file)) continue
      for (const candidate of artworks.sameImage(read.sha256)) {
        if (claimed.has(candidate.id) || (await isElsewhere(candidate, source.folder, read.file))) continue
        claimed.add(candidate.id)
        moved.set(read.file, candidate.id)
        break
      }
    }
    return moved
  }

  return async (batch: readonly ReadImage[]): Promise<number> =>
    batch.length === 0 ? 0 : write(batch, await findMoved(batch), new Date().toISOString())
}

/** Whether the artwork's own file still exists, and is not this one under a name that differs in case or accents only. */
async function isElsewhere(artwork: { folder: string; file: string }, folder: string, file: string): Promise<boolean> {
  const old = await stat(join(artwork.folder, artwork.file)).catch(() => null)
  if (!old) return false
  if (artwork.folder !== folder || fold(artwork.file) !== fold(file)) return true
  const present = await stat(join(folder, file)).catch(() => null)
  return present?.ino !== old.ino || present.dev !== old.dev
}
