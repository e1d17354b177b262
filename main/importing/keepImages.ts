import { realpath, stat } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { artworkTable } from '../catalogue/artworks.ts'
import { measureTable } from '../catalogue/measures.ts'
import type { Catalogue } from '../catalogue/open.ts'
import { problemTable } from '../catalogue/problems.ts'
import { fold } from './matchFiles.ts'
import type { ReadImage } from './readImage.ts'

type Kept = { added: number; moved: number }

/**
 * Writes what was read into the catalogue, a batch in one transaction. A new path with the bytes of an artwork whose
 * own file is gone, or is the same file by another path, is that artwork, moved: it keeps its id and its labels. Returns how many
 * artworks are new, and how many were found at another place.
 */
export function createKeeper(db: Catalogue, source: { id: number; folder: string }) {
  const artworks = artworkTable(db)
  const problems = problemTable(db)
  const measures = measureTable(db)

  const write = db.transaction((batch: readonly ReadImage[], moved: ReadonlyMap<string, number>, at: string): Kept => {
    let added = 0
    for (const { kind, ...read } of batch) {
      if (kind === 'problem') problems.put({ ...(read as Extract<ReadImage, { kind: 'problem' }>), source: source.id })
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
    return { added, moved: moved.size }
  })

  async function findMoved(batch: readonly ReadImage[]): Promise<Map<string, number>> {
    const moved = new Map<string, number>()
    const claimed = new Set<number>()
    for (const read of batch) {
      if (read.kind === 'problem' || artworks.known(source.id, read.file)) continue
      for (const candidate of likeliestFirst(artworks.sameImage(read.sha256), read.file)) {
        if (claimed.has(candidate.id) || (await isElsewhere(candidate, source.folder, read.file))) continue
        claimed.add(candidate.id)
        moved.set(read.file, candidate.id)
        break
      }
    }
    return moved
  }

  return async (batch: readonly ReadImage[]): Promise<Kept> =>
    batch.length === 0 ? { added: 0, moved: 0 } : write(batch, await findMoved(batch), new Date().toISOString())
}

type Placed = { id: number; folder: string; file: string }

/** Of copies of an image, that of the same path within its folder, then that of the same name, is likelier the one that was moved. */
function likeliestFirst(candidates: readonly Placed[], file: string): Placed[] {
  const likeness = (one: Placed) => Number(one.file === file) * 2 + Number(posix.basename(one.file) === posix.basename(file)) // prettier-ignore
  return candidates.toSorted((a, b) => likeness(b) - likeness(a) || a.id - b.id)
}

/**
 * Whether the artwork's own file still exists, and is not this one: under a name that differs in case or accents only, or in a folder
 * that is reached by another path, such as a link.
 */
async function isElsewhere(artwork: Placed, folder: string, file: string): Promise<boolean> {
  const place = join(artwork.folder, artwork.file)
  const old = await stat(place).catch(() => null)
  if (!old) return false
  if (artwork.folder !== folder) return (await realPath(place)) !== (await realPath(join(folder, file)))
  if (fold(artwork.file) !== fold(file)) return true
  const present = await stat(join(folder, file)).catch(() => null)
  return present?.ino !== old.ino || present.dev !== old.dev
}

const realPath = (path: string) => realpath(path).catch(() => path)
