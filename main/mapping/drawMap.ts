import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { CollectionMap, JobResult } from '#preload/api.ts'
import { ApiError } from '#preload/rpc.ts'
import { embeddingTable } from '../catalogue/embeddings.ts'
import type { Catalogue } from '../catalogue/open.ts'
import { writeAtomically } from '../engine/writeAtomically.ts'
import { embeddingFile, type EmbedJob } from '../learning/embedWorks.ts'
import { fingerprint, imagesOf } from '../learning/evidenceNeighbours.ts'

/** UMAP of more works takes minutes and looks the same. */
const mostFitted = 5000
const neighbours = 15
const rounds = 300
const seed = 0
/** Places are kept and sent as whole numbers up to this. */
export const mapSide = 65_535

type Head = { of: string; works: number[]; fitted: number }
type Place = { collectionFolder: string; key: string }

const fileOf = ({ collectionFolder, key }: Place, extension: string) =>
  path.join(collectionFolder, 'embeddings', `${key}.${extension}`)

/** Draws the map of all works that the network has looked at, and keeps it beside the embeddings. Throws ApiError 'nothing-to-map'. */
export async function drawMap(job: Omit<EmbedJob, 'executor'>): Promise<Extract<JobResult, { kind: 'map' }>> {
  const { db, collectionFolder, backbone, engine, signal, progress } = job
  const works = embeddingTable(db).ids(backbone.key)
  if (works.length < 2)
    throw new ApiError('nothing-to-map', 'There is nothing to draw yet: import works and let their pictures be looked at first.') // prettier-ignore
  const task = {
    embeddings: { file: embeddingFile(collectionFolder, backbone.key), dimension: backbone.backbone.dimension },
    rows: Int32Array.from(works, (id) => id - 1),
    mostFitted,
    neighbours,
    rounds,
    seed,
  }
  const { places, fitted } = await engine.run((api) => api.map.lay(task), signal, { progress })
  const place = { collectionFolder, key: backbone.key }
  const kept = Uint16Array.from(places, (value) => Math.round(value * mapSide))
  await writeAtomically(fileOf(place, 'map'), Buffer.from(kept.buffer))
  const head: Head = { of: fingerprint(works, imagesOf(db, works)), works, fitted }
  await writeAtomically(fileOf(place, 'map.json'), Buffer.from(`${JSON.stringify(head)}\n`))
  return { kind: 'map', works: works.length, fitted }
}

type Kept = Omit<CollectionMap, 'network'>

/** Null: it has not been drawn yet, or the file is damaged. Works that were deleted since are left out. */
export async function readMap(db: Catalogue, place: Place): Promise<Kept | null> {
  const head = await readHead(place)
  if (!head) return null
  const bytes = await readFile(fileOf(place, 'map')).catch(() => null)
  if (bytes?.length !== head.works.length * 4) return null
  const places = new Uint16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))
  const now = embeddingTable(db).ids(place.key)
  const known = new Set(now)
  const kept = head.works.flatMap((id, index) => (known.has(id) ? [index] : []))
  return {
    works: kept.map((index) => head.works[index]!),
    x: kept.map((index) => places[index * 2]!),
    y: kept.map((index) => places[index * 2 + 1]!),
    fitted: head.fitted,
    isCurrent: fingerprint(now, imagesOf(db, now)) === head.of,
  }
}

async function readHead(place: Place): Promise<Head | null> {
  try {
    return JSON.parse(await readFile(fileOf(place, 'map.json'), 'utf8')) as Head
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || error instanceof SyntaxError) return null
    throw error
  }
}
