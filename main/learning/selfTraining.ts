import { createHash } from 'node:crypto'
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { imageHashes } from '../catalogue/imageHashes.ts'
import type { ProbeAttribute } from '../engine/api.ts'
import { meanOfTerms, termsOf } from '../engine/training/namedTerms.ts'
import { hash } from '../engine/training/random.ts'
import { learnOnce, modelOf, type Learned, type Task, type TaskJob } from './engineTasks.ts'
import { groupsFor, type AttributeSet } from './gather.ts'
import { predictionFile, readPredictions, writeRows } from './predictions.ts'
import { choosePseudoLabels } from './pseudoLabels.ts'
import type { LearningRecipe } from './recipeSchema.ts'

type Options = NonNullable<LearningRecipe['semiSupervised']>
type Rows = Float32Array[]
/** One learning of a fold: what it says of all works, by attribute, and its mean loss on the works that choose, in nats. */
type Round = {
  rows: Rows
  loss: number
  l2: number[]
  isCutShort: boolean
  model: string
  taken: Map<number, number>[]
}

/** One work in so many of those that teach a fold chooses whether a round has gained. */
const choosing = 8

/**
 * Learns each fold by itself, round after round: the surest works without a label teach the next round, until the works that
 * choose gain nothing. The model that gives the labels of a fold's rounds has seen no label of that fold, nor does any work
 * teach it that is a copy of a judged one or of a judged one's group: so nothing leaks into how the fold is judged. Works
 * without a label are predicted by the first fold's last model, which is kept.
 */
export async function learnWithUnlabelled(
  job: TaskJob,
  recipe: LearningRecipe,
  { options, ...task }: Task & { options: Options },
): Promise<Learned> {
  const { sets, works } = task
  const isFixed = recipe.preparation.split.kind === 'fixed'
  const folds = isFixed ? 1 : recipe.folds
  const folder = path.join(job.collectionFolder, 'models', 'unfinished-rounds')
  await mkdir(folder, { recursive: true })
  const ties = tiesOf(job, recipe, works)
  const out: Rows = sets.map(({ terms }) => new Float32Array(works.length * terms.length))
  const kept: Round[] = []
  for (let fold = 0; fold < folds; fold++) {
    const parts = isFixed ? sets : sets.map((set) => ({ ...set, folds: asFixed(set, fold, ties, task.seed) }))
    const round = await learnFold({ job, recipe, task, options, folder, fold, folds, parts, ties })
    for (const [index, { folds: own, terms }] of parts.entries())
      for (const [work, part] of own.entries())
        if (part === 0 || (part < 0 && fold === 0)) copyRow(round.rows[index]!, out[index]!, work, terms.length)
    kept.push(round)
    job.progress({ stage: 'rounds', done: fold + 1, total: folds })
  }
  for (const [index, { id, terms }] of sets.entries())
    await writeRows(predictionFile(job.collectionFolder, task.run, id), works, out[index]!, terms.length)
  await copyFile(kept[0]!.model, modelOf(job, recipe, task.run))
  await rm(folder, { recursive: true, force: true })
  await rm(path.join(job.collectionFolder, 'models', 'unfinished'), { recursive: true, force: true })
  const helped = sets.map((_, index) => ({
    works: Math.max(...kept.map(({ taken }) => taken[index]!.size)),
    rounds: kept.filter(({ taken }) => taken[index]!.size > 0).length,
  }))
  return { sets, l2: kept[0]!.l2, isCutShort: kept.some(({ isCutShort }) => isCutShort), helped, votes: [] }
}

type Fold = {
  job: TaskJob
  recipe: LearningRecipe
  task: Task
  options: Options
  folder: string
  fold: number
  folds: number
  /** With the parts of a fixed split: 0 judged, 1 taught, 2 choosing, -1 no label. */
  parts: AttributeSet[]
  ties: Ties
}

/** Rounds until the choosing works gain nothing; returns the best. */
async function learnFold(setting: Fold): Promise<Round> {
  const { parts, options, ties } = setting
  const nothing = parts.map(() => new Map<number, number>())
  const away = heldTies(parts, ties)
  let best = await learnRound(setting, 0, nothing)
  for (let round = 1; round <= options.rounds; round++) {
    const taken = parts.map((set, index) => {
      const { labels, terms, folds: own } = set
      const free = [...labels.keys()].filter((work) => labels[work]! < 0 && own[work]! < 0 && !parts.some(({ folds }) => folds[work] === 0 || folds[work] === 2) && !ties(work).some((tie) => away.has(tie))) // prettier-ignore
      return choosePseudoLabels({ works: free, probabilities: best.rows[index]!, terms: terms.length }, options)
    })
    if (taken.every((labels, index) => isSame(labels, best.taken[index]!))) break
    const next = await learnRound(setting, round, taken)
    if (!(next.loss < best.loss)) break
    best = next
  }
  return best
}

const isSame = (a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>) =>
  a.size === b.size && [...a].every(([work, term]) => b.get(work) === term)

/** Learns a fold once, or reads what was learned before an interruption. */
async function learnRound(setting: Fold, round: number, taken: Map<number, number>[]): Promise<Round> {
  const { job, recipe, task, folder, fold, folds, parts, options } = setting
  const place = (name: string) => path.join(folder, `${fold}-${round}-${name}`)
  const attributes = parts.map((set, index) => withTaken(set, taken[index]!, place(`${set.id}.f32`)))
  const model = place('model.onnx')
  const key = keyOf(recipe, task, attributes)
  let done = await readDone(place('done.json'), key)
  if (!done) {
    const minutes = recipe.kind === 'fine-tune' && recipe.minutes !== null ? recipe.minutes / (folds * (options.rounds + 1)) : null // prettier-ignore
    const once = { seed: task.seed, works: task.works, attributes, folds: 1, split: 'fixed' as const, model, minutes, isForetold: false } // prettier-ignore
    done = await learnOnce(job, recipe, once)
    await writeFile(place('done.json'), JSON.stringify({ key, ...done }))
  }
  const rows = await Promise.all(attributes.map(({ output, terms }) => readPredictions(output, task.works, terms.length))) // prettier-ignore
  return { ...done, rows, model, taken, loss: lossOf(parts, rows) }
}

function withTaken(
  { name, terms, labels, several, copies, folds }: AttributeSet,
  taken: ReadonlyMap<number, number>,
  output: string,
): ProbeAttribute {
  const [newLabels, newCopies, newFolds] = [labels.slice(), copies.slice(), folds.slice()]
  for (const [work, term] of taken) {
    newLabels[work] = term
    newCopies[work] = 1
    newFolds[work] = 1
  }
  return {
    name,
    terms: terms.map((term) => term.name),
    labels: newLabels,
    several,
    copies: newCopies,
    folds: newFolds,
    output,
  }
}

type Done = { l2: number[]; isCutShort: boolean }

async function readDone(file: string, key: string): Promise<Done | null> {
  const text = await readFile(file, 'utf8').catch(() => null)
  const said = text === null ? null : (JSON.parse(text) as Done & { key: string })
  return said?.key === key ? said : null
}

function keyOf(recipe: LearningRecipe, { seed, works }: Task, attributes: readonly ProbeAttribute[]): string {
  const labels = attributes.map(({ name, terms, labels: given, several, copies, folds }) => [name, terms, [...given], [...several!], [...copies!], [...folds]]) // prettier-ignore
  return createHash('sha256')
    .update(JSON.stringify([recipe, seed, works, labels]))
    .digest('hex')
}

/** Mean over the attributes of the mean loss of the works that choose, in nats. */
function lossOf(parts: readonly AttributeSet[], rows: Rows): number {
  const losses = parts.map((set, index) => {
    const { folds, terms } = set
    let [sum, count] = [0, 0]
    for (const [work, fold] of folds.entries()) {
      const own = termsOf(set, work)
      if (fold !== 2 || own.length === 0) continue
      sum -= meanOfTerms(own, (term) => Math.log(Math.max(1e-12, rows[index]![work * terms.length + term]!)))
      count++
    }
    return sum / Math.max(1, count)
  })
  return losses.reduce((sum, loss) => sum + loss, 0) / losses.length
}

/** What ties works together: a copy of the image, and the group of a recipe that keeps groups on one side. */
type Ties = (work: number) => string[]

function tiesOf({ db }: TaskJob, { groupBy }: LearningRecipe, works: readonly number[]): Ties {
  const images = imageHashes(db)
  const groups = groupsFor(db, groupBy)
  return (work) => {
    const artwork = works[work]!
    const group = groups?.of.get(artwork)
    return [`image ${images.get(artwork)}`, ...(group === undefined ? [] : [`group ${group}`])]
  }
}

/** Ties of the works that are judged or choose: no work without a label that shares one teaches. */
function heldTies(parts: readonly AttributeSet[], ties: Ties): Set<string> {
  const held = new Set<string>()
  for (const { folds, apart } of parts)
    for (const [work, fold] of folds.entries())
      if (fold === 0 || fold === 2)
        for (const tie of ties(work)) if (apart !== null || tie.startsWith('image ')) held.add(tie)
  return held
}

/** A fold as a fixed split: of the works outside it some choose, those of one group or image together. */
function asFixed({ folds, apart }: AttributeSet, fold: number, ties: Ties, seed: number): Int8Array {
  return folds.map((own, work) => {
    if (own < 0) return -1
    if (own === fold) return 0
    const tie = apart === null ? ties(work)[0]! : ties(work).at(-1)!
    return (hash(`${seed} ${tie}`) >>> 0) % choosing === 0 ? 2 : 1
  })
}

const copyRow = (from: Float32Array, to: Float32Array, work: number, terms: number) =>
  to.set(from.subarray(work * terms, (work + 1) * terms), work * terms)
