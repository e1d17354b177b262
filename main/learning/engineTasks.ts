import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Vote } from '#preload/api.ts'
import { termsOf } from '../engine/training/namedTerms.ts'
import type { FineTuneTask, PlanTask, ProbeAttribute, Split, TrainingProgress } from '../engine/api.ts'
import type { Progress } from '../jobs.ts'
import { phasesFor, type ChosenNetwork } from './chooseNetwork.ts'
import { dynamicsFile } from './labelDynamics.ts'
import { embeddingFile, type EmbedJob } from './embedWorks.ts'
import { groupsFor, type AttributeSet } from './gather.ts'
import { modelFiles } from './modelFiles.ts'
import { predictionFile, readPredictions, runFolder, writeRows } from './predictions.ts'
import type { FineTuneRecipe, LearningRecipe, ProbeRecipe, Recipe } from './recipeSchema.ts'
import { learnWithUnlabelled } from './selfTraining.ts'
import { placeOf } from '../catalogue/placeOf.ts'

export type TaskJob = Omit<EmbedJob, 'progress'> & { network: ChosenNetwork; progress(state: Progress): void }
/** Works that a trial looks at. */
const tried = 8

export type Task = { run: number; seed: number; works: number[]; sets: AttributeSet[] }

/** What has come of learning. By attribute: the strength of regularisation, 0 where there is none, and the works that helped. */
export type Learned = {
  sets: AttributeSet[]
  l2: number[]
  isCutShort: boolean
  helped: { works: number; rounds: number }[]
  votes: Vote[]
}

/** One learning, by folds or by a fixed split. Where nothing is expected, its time is not foretold. */
export type Once = {
  seed: number
  works: readonly number[]
  attributes: ProbeAttribute[]
  folds: number
  split: Split
  /** Where the model goes. */
  model: string
  minutes: number | null
  isForetold: boolean
}

/** Has the engine learn by a recipe. */
export async function learnInEngine(job: TaskJob, recipe: LearningRecipe, task: Task): Promise<Learned> {
  const { sets, seed, works } = task
  const { preparation, semiSupervised } = recipe
  if (semiSupervised) return learnWithUnlabelled(job, recipe, { ...task, options: semiSupervised })
  const isFixed = preparation.split.kind === 'fixed'
  const attributes = attributesOf(job, task)
  const { l2, isCutShort } = await learnOnce(job, recipe, {
    seed,
    works,
    attributes,
    folds: isFixed ? 1 : recipe.folds,
    split: isFixed ? 'fixed' : 'folds',
    model: modelOf(job, recipe, task.run),
    minutes: recipe.kind === 'fine-tune' ? recipe.minutes : null,
    isForetold: true,
  })
  if (isFixed) for (const [index, set] of sets.entries()) await keepJudged(attributes[index]!.output, works, set)
  return { sets, l2, isCutShort, helped: [], votes: [] }
}

export const modelOf = ({ collectionFolder }: TaskJob, { kind }: Pick<Recipe, 'kind'>, run: number) =>
  path.join(runFolder(collectionFolder, run), modelFiles[kind])

export function learnOnce(
  job: TaskJob,
  recipe: LearningRecipe,
  once: Once,
): Promise<{ l2: number[]; isCutShort: boolean }> {
  return recipe.kind === 'probe' ? learnProbe(job, recipe, once) : fineTune(job, recipe, once)
}

async function learnProbe(job: TaskJob, recipe: ProbeRecipe, { works, attributes, seed, folds, split, model }: Once) {
  const { collectionFolder, backbone } = job
  const settings = {
    embeddings: { file: embeddingFile(collectionFolder, backbone.key), dimension: backbone.backbone.dimension },
    rows: Int32Array.from(works, (id) => id - 1),
    attributes,
    seed,
    folds,
    split,
    l2: recipe.l2,
    balance: recipe.balance,
    model,
  }
  const { attributes: learned } = await job.engine.run((api) => api.probe.learn(settings), job.signal, listeners(job))
  return { l2: learned.map(({ l2 }) => l2), isCutShort: false }
}

async function fineTune(job: TaskJob, recipe: FineTuneRecipe, once: Once) {
  const { db, collectionFolder, backbone, network } = job
  const { attributes, folds, split, seed, model, minutes, isForetold } = once
  const place = placeOf(db)
  const groups = groupsFor(db, recipe.groupBy)
  const settings: FineTuneTask = {
    backbone: backbone.backbone,
    network: backbone.model,
    scratch: network.scratch,
    neck: recipe.neck,
    lossWeights: recipe.lossWeights,
    executor: job.executor,
    works: once.works.map((id) => ({ row: id - 1, path: place(id) })),
    attributes,
    groups: groups && once.works.map((artwork) => groups.of.get(artwork) ?? null),
    phases: phasesFor(recipe, network),
    balance: recipe.balance,
    folds,
    split,
    minutes,
    expected: [],
    finish: recipe.finish,
    seed,
    folder: path.join(collectionFolder, 'models', 'unfinished'),
    model,
  }
  await prepareFolder(settings, backbone.key)
  if (isForetold) {
    job.progress({ stage: 'preparing', done: 0, total: 0 })
    const { phases } = await job.engine.run((api) => api.fineTune.plan(planTask(settings)), job.signal)
    settings.expected = phases
  }
  const { cut } = await job.engine.run((api) => api.fineTune.learn(settings), job.signal, listeners(job))
  if (isForetold) await rm(settings.folder, { recursive: true, force: true })
  return { l2: attributes.map(() => 0), isCutShort: cut.length > 0 }
}

/** Of a fixed split only what is said of works that are judged, and of those without a label, is out of sample: the rest goes. */
export async function keepJudged(
  file: string,
  works: readonly number[],
  { folds, terms }: Pick<AttributeSet, 'folds' | 'terms'>,
) {
  const probabilities = await readPredictions(file, works, terms.length)
  for (const [work, fold] of folds.entries())
    if (fold > 0) probabilities.fill(0, work * terms.length, (work + 1) * terms.length)
  await writeRows(file, works, probabilities, terms.length)
}

/** A trial of a fine-tuning, with a few of its works. */
export function planTask({ works, attributes, ...task }: Omit<FineTuneTask, 'folder' | 'model' | 'groups'>): PlanTask {
  const { backbone, network, scratch, neck, executor, phases, folds, finish, seed } = task
  return {
    backbone,
    network,
    scratch,
    neck,
    executor,
    phases,
    folds,
    finish,
    seed,
    attributes: attributes.map(({ name, terms }) => ({ name, terms: terms.length })),
    count: works.length,
    labelled: works.filter((_, work) => attributes.some((attribute) => termsOf(attribute, work).length > 0)).length,
    works: works.slice(0, tried),
  }
}

export const attributesOf = (
  { collectionFolder }: Pick<TaskJob, 'collectionFolder'>,
  { run, sets }: Pick<Task, 'run' | 'sets'>,
): ProbeAttribute[] =>
  sets.map(({ id, name, terms, labels, several, copies, folds }) => ({
    name,
    terms: terms.map((term) => term.name),
    labels,
    several,
    copies,
    folds,
    output: predictionFile(collectionFolder, run, id),
    dynamics: dynamicsFile(collectionFolder, run, id),
  }))

/**
 * What an interrupted training left is kept for the same training, and only for it: same works, labels, recipe and seed. What
 * the frozen part has made of the pictures serves every training on the same pictures.
 */
async function prepareFolder(task: FineTuneTask, backbone: string) {
  const { folder, attributes, works, groups, scratch, neck, lossWeights, phases, finish, balance, folds, split, seed } =
    task
  const labels = attributes.map(({ name, terms, labels: given, several, copies, folds: dealt }) => [name, terms, [...given], [...(several ?? [])], [...(copies ?? [])], [...dealt]]) // prettier-ignore
  const pictures = hashOf([backbone, scratch, neck, works, phases, seed])
  const key = `${pictures} ${hashOf([groups, labels, lossWeights, finish, balance, folds, split])}`
  const file = path.join(folder, 'task')
  const before = await readFile(file, 'utf8').catch(() => '')
  if (before === key) return
  const kept = before.startsWith(`${pictures} `) ? '.activations' : null
  for (const name of await readdir(folder).catch(() => []))
    if (kept === null || !name.endsWith(kept)) await rm(path.join(folder, name), { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  await writeFile(file, key)
}

const hashOf = (said: unknown) => createHash('sha256').update(JSON.stringify(said)).digest('hex')

function listeners({ progress }: TaskJob) {
  let step = 0
  return {
    progress: ({
      stage,
      done,
      total,
      training,
      validation = null,
      accuracy = null,
      fold,
      secondsLeft,
    }: TrainingProgress) => {
      const part = fold === undefined ? stage : `${stage} ${fold + 1}`
      const loss = training === undefined ? {} : { loss: { step: ++step, part, training, validation, accuracy } }
      progress({ stage, done, total, ...loss, ...(secondsLeft === undefined ? {} : { secondsLeft }) })
    },
  }
}
