import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { ApiError } from '#preload/rpc.ts'
import { embeddingTable } from '../catalogue/embeddings.ts'
import type { Catalogue } from '../catalogue/open.ts'
import { placeOf } from '../catalogue/placeOf.ts'
import { labelTable } from '../catalogue/labels.ts'
import { queueQuery } from '../catalogue/queue.ts'
import { runTable } from '../catalogue/runs.ts'
import type { LookResult, LookTask } from '../engine/attribution/look.ts'
import { createRandom } from '../engine/training/random.ts'
import { writeAtomically } from '../engine/writeAtomically.ts'
import { backboneOfRun, type KnownBackbone } from './backbones.ts'
import { judgedTerms } from './judgedTerms.ts'
import { learnedAttribute } from './learnedAttribute.ts'
import { runFolder } from './predictions.ts'
import { asRun } from './runView.ts'

/** Enough that a picture is shown within two seconds; more references hardly change it. */
const references = 10
const points = 4

type Place = { db: Catalogue; collectionFolder: string; backbone: KnownBackbone }
export type Wanted = { artwork: number; attribute: string }

/** What was found for a work, as it is kept in the run's folder. */
export type KeptLook = {
  /** Of all that it rests on: another image or other terms make another look. */
  of: string
  run: number
  fit: 'fill' | 'cover' | 'contain'
  width: number
  height: number
  rows: number
  columns: number
  references: number
  terms: { term: string; score: number; baseline: number; error: number; places: number[] }[]
}

/** A look that has been gathered: the file where it is or will be kept, and what the engine is asked for it. */
export type LookPlan = {
  file: string
  of: string
  task: LookTask
  terms: string[]
  run: number
  size: [number, number]
}

export const lookFile = (collectionFolder: string, run: number, attribute: number, artwork: number) =>
  path.join(runFolder(collectionFolder, run), 'looked', `${attribute}-${artwork}.json`)

/** What to ask about a work in the queue. Throws ApiError 'not-learned', 'no-evidence', 'network-gone'. */
export async function planLook(place: Place, { artwork, attribute }: Wanted): Promise<LookPlan> {
  const { db, collectionFolder } = place
  const { run, id } = heaviest(db, attribute)
  const entry = queueQuery(db).one(id, artwork)
  if (!entry) throw new ApiError('no-evidence', 'There is no evidence about this label yet. Learn again to get it.')
  const { key, width, height, compared } = gathered(db, run, artwork)
  const image = placeOf(db)(artwork)
  const known = await backboneOfRun(collectionFolder, place.backbone, key)
  if (!known) throw new ApiError('network-gone', 'The network that learned this is not in the collection any more, so that it cannot be asked where it looked.') // prettier-ignore
  const folder = runFolder(collectionFolder, run)
  const own = path.join(folder, 'network.onnx')
  const hasOwn = existsSync(own)
  const { columns, indexOf, partsOf, names } = judgedTerms(db, run, { id, name: attribute })
  // Of a label with several terms, the first is asked for.
  const asked = [entry.label, entry.suggestion].map((name) => {
    const term = labelTable(db).findTerm(id, name)!
    const [part] = partsOf(term)
    return part === undefined ? { name, index: indexOf(term) } : { name: names[part]!, index: part }
  })
  const terms = asked.map(({ name }) => name)
  const task: LookTask = {
    backbone: known.backbone,
    network: hasOwn ? own : known.model,
    heads: hasOwn ? null : path.join(folder, 'heads.onnx'),
    attribute,
    terms: columns.width,
    // Of terms that were merged, the first that the run has learned speaks for all.
    chosen: asked.map(({ index }) => columns.of.indexOf(index)),
    image,
    references: compared,
    points,
    seed: 0,
  }
  const of = createHash('sha256').update(JSON.stringify([entry.sha256, terms, compared, points])).digest('hex') // prettier-ignore
  return { file: lookFile(collectionFolder, run, id, artwork), of, task, terms, run, size: [width, height] }
}

/** The run in use or, where runs vote, the one among them that counts most: one network can be asked where it looked. */
function heaviest(db: Catalogue, attribute: string) {
  const current = learnedAttribute(db, attribute, null)
  const { votes } = asRun(runTable(db).get(current.run)!)
  const [first] = votes.toSorted((a, b) => (b.weights[attribute] ?? 0) - (a.weights[attribute] ?? 0))
  if (!first) return current
  if (runTable(db).get(first.run)) return learnedAttribute(db, attribute, first.run)
  throw new ApiError('network-gone', `Run ${first.run}, which counts most in this vote, has been deleted, so that it cannot be asked where it looked.`) // prettier-ignore
}

function gathered(db: Catalogue, run: number, artwork: number) {
  const key = runTable(db).get(run)!.backbone
  const size = db.prepare<[number], { width: number; height: number }>(`select width, height from artwork where id = ?`)
  const place = placeOf(db)
  const compared = sample(embeddingTable(db).ids(key).filter((id) => id !== artwork), run) // prettier-ignore
  return { key, ...size.get(artwork)!, compared: compared.map(place) }
}

/** The same works for every picture of a run, as far as possible: what was computed of them is kept. */
function sample(works: readonly number[], seed: number): number[] {
  const random = createRandom('references', seed)
  const chosen = new Set<number>()
  const highest = works.at(-1) ?? 0
  const known = new Set(works)
  for (let draw = 0; draw < 100 * references && chosen.size < Math.min(references, works.length); draw++) {
    const id = 1 + Math.floor(random() * highest)
    if (known.has(id)) chosen.add(id)
  }
  return [...chosen]
}

/** Null: it has not been looked at yet, or the label, the suggestion or the image has changed since. */
export async function readLook({ file, of }: Pick<LookPlan, 'file' | 'of'>): Promise<KeptLook | null> {
  const kept = await readKept(file)
  return kept?.of === of ? kept : null
}

export async function readKept(file: string): Promise<KeptLook | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as KeptLook
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || error instanceof SyntaxError) return null
    throw error
  }
}

/** Keeps what the engine has found, unless the run has been deleted meanwhile. */
export async function keepLook({ file, of, task, terms, run, size }: LookPlan, result: LookResult): Promise<KeptLook> {
  const found = result.found.map(({ score, baseline, error, places }, at) => ({
    term: terms[at]!,
    score,
    baseline,
    error,
    places: Array.from(places, (value) => Number(value.toPrecision(5))),
  }))
  const { rows, columns, references: compared } = result
  const look: KeptLook = { of, run, fit: task.backbone.input.fit, width: size[0], height: size[1], rows, columns, references: compared, terms: found } // prettier-ignore
  if (existsSync(path.dirname(path.dirname(file)))) {
    await mkdir(path.dirname(file), { recursive: true })
    await writeAtomically(file, Buffer.from(`${JSON.stringify(look)}\n`))
  }
  return look
}
