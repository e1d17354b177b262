import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { embeddingTable } from '../catalogue/embeddings.ts'
import type { Catalogue } from '../catalogue/open.ts'
import { writeAtomically } from '../engine/writeAtomically.ts'
import type { Neighbours } from '../evidence/agreement.ts'
import { embeddingFile, type EmbedJob } from './embedWorks.ts'

/** Neighbours that vote, and more that are asked for: copies of the image have no vote. */
const count = 20
const spare = 5
/** A work is compared with so many others at the most. */
const mostCompared = 20_000

type Place = { db: Catalogue; collectionFolder: string; key: string }
type Head = { of: string; works: number }

const fileOf = ({ collectionFolder, key }: Place, extension: string) => path.join(collectionFolder, 'embeddings', `${key}.${extension}`) // prettier-ignore

/** Finds the works most like each work, unless that was done for the same embeddings before: they are kept beside them. */
export async function findNeighbours(job: Omit<EmbedJob, 'progress'>, works: readonly number[]) {
  const { db, collectionFolder, backbone, engine, signal } = job
  const place = { db, collectionFolder, key: backbone.key }
  const images = imagesOf(db, works)
  const of = fingerprint(works, images)
  if ((await readHead(place))?.of === of) return
  const task = {
    embeddings: { file: embeddingFile(collectionFolder, backbone.key), dimension: backbone.backbone.dimension },
    rows: Int32Array.from(works, (id) => id - 1),
    count: count + spare,
    mostCompared,
  }
  const found = await engine.run((api) => api.neighbours.find(task), signal)
  const ids = new Int32Array(works.length * count)
  const similarities = new Float32Array(works.length * count)
  for (let work = 0; work < works.length; work++) {
    let kept = 0
    for (let i = work * task.count; i < (work + 1) * task.count && kept < count; i++) {
      const other = found.positions[i]!
      if (other < 0 || images[other] === images[work]) continue
      ids[work * count + kept] = works[other]!
      similarities[work * count + kept++] = found.similarities[i]!
    }
  }
  await writeAtomically(fileOf(place, 'neighbours'), Buffer.concat([bytes(ids), bytes(similarities)]))
  const head: Head = { of, works: works.length }
  await writeAtomically(fileOf(place, 'neighbours.json'), Buffer.from(`${JSON.stringify(head)}\n`))
}

/** By row (artwork's id - 1), for `rows` rows. Null: they have not been found for the embeddings that are valid now. */
export async function readNeighbours(place: Place, rows: number): Promise<Neighbours | null> {
  const head = await readHead(place)
  if (!head) return null
  const works = embeddingTable(place.db).ids(place.key)
  if (fingerprint(works, imagesOf(place.db, works)) !== head.of) return null
  const stored = await readFile(fileOf(place, 'neighbours'))
  const cells = head.works * count
  if (stored.length !== cells * 8) return null
  const ids = new Int32Array(stored.buffer, stored.byteOffset, cells)
  const alike = new Float32Array(stored.buffer, stored.byteOffset + cells * 4, cells)
  const positions = new Int32Array(rows * count).fill(-1)
  const similarities = new Float32Array(rows * count)
  for (const [index, id] of works.entries()) {
    if (id > rows) continue
    for (let i = 0; i < count; i++) positions[(id - 1) * count + i] = ids[index * count + i]! - 1
    similarities.set(alike.subarray(index * count, (index + 1) * count), (id - 1) * count)
  }
  return { count, positions, similarities }
}

const bytes = (data: Int32Array | Float32Array) => Buffer.from(data.buffer, data.byteOffset, data.byteLength)

async function readHead(place: Place): Promise<Head | null> {
  try {
    return JSON.parse(await readFile(fileOf(place, 'neighbours.json'), 'utf8')) as Head
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || error instanceof SyntaxError) return null
    throw error
  }
}

export const imagesOf = (db: Catalogue, works: readonly number[]) => {
  const images = new Map(db.prepare<[], { id: number; sha256: string }>(`select id, sha256 from artwork`).all().map(({ id, sha256 }) => [id, sha256])) // prettier-ignore
  return works.map((id) => images.get(id)!)
}

/** Names works with their images: a new work, or another image, gives another one. */
export const fingerprint = (works: readonly number[], images: readonly string[]) => {
  const hash = createHash('sha256')
  for (const [index, id] of works.entries()) hash.update(`${id} ${images[index]}\n`)
  return hash.digest('hex')
}
