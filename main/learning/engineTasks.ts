import { createHash } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { ApiError } from '#preload/rpc.ts'
import type { FineTuneTask, PlanTask, ProbeAttribute, TrainingProgress } from '../engine/api.ts'
import type { Progress } from '../jobs.ts'
import { embeddingFile, type EmbedJob } from './embedWorks.ts'
import { groupsOf, type AttributeSet } from './gather.ts'
import { predictionFile, runFolder } from './predictions.ts'
import type { FineTuneRecipe, LearningRecipe, ProbeRecipe } from './recipeSchema.ts'
import { placeOf } from '../catalogue/placeOf.ts'

export type TaskJob = Omit<EmbedJob, 'progress'> & { progress(state: Progress): void }
/** Works that a trial looks at. */
const tried = 8

export type Task = { run: number; seed: number; works: number[]; sets: AttributeSet[] }

/** Has the engine learn by a recipe. Returns the strength of regularisation of each attribute, 0 where there is none. */
export function learnInEngine(job: TaskJob, recipe: LearningRecipe, task: Task): Promise<number[]> {
  return recipe.kind === 'probe' ? learnProbe(job, recipe, task) : fineTune(job, recipe, task)
}

async function learnProbe(job: TaskJob, recipe: ProbeRecipe, task: Task): Promise<number[]> {
  const { collectionFolder, backbone } = job
  const settings = {
    embeddings: { file: embeddingFile(collectionFolder, backbone.key), dimension: backbone.backbone.dimension },
    rows: Int32Array.from(task.works, (id) => id - 1),
    attributes: attributesOf(job, task),
    seed: task.seed,
    folds: recipe.folds,
    l2: recipe.l2,
    balance: recipe.balance,
    model: path.join(runFolder(collectionFolder, task.run), 'heads.onnx'),
  }
  const { attributes } = await job.engine.run((api) => api.probe.learn(settings), job.signal, listeners(job))
  return attributes.map(({ l2 }) => l2)
}

async function fineTune(job: TaskJob, recipe: FineTuneRecipe, task: Task): Promise<number[]> {
  const { db, collectionFolder, backbone } = job
  refuseUnbuilt(recipe)
  const place = placeOf(db)
  const settings: FineTuneTask = {
    backbone: backbone.backbone,
    network: backbone.model,
    executor: job.executor,
    works: task.works.map((id) => ({ row: id - 1, path: place(id) })),
    attributes: attributesOf(job, task),
    groups: recipe.groupBy === null ? null : groupNames(db, recipe.groupBy, task.works),
    phases: recipe.phases,
    balance: recipe.balance,
    folds: recipe.folds,
    expected: [],
    finish: recipe.finish,
    seed: task.seed,
    folder: path.join(collectionFolder, 'models', 'unfinished'),
    model: path.join(runFolder(collectionFolder, task.run), 'network.onnx'),
  }
  await prepareFolder(settings, backbone.key)
  job.progress({ stage: 'preparing', done: 0, total: 0 })
  const { phases } = await job.engine.run((api) => api.fineTune.plan(planTask(settings)), job.signal)
  settings.expected = phases
  await job.engine.run((api) => api.fineTune.learn(settings), job.signal, listeners(job))
  await rm(settings.folder, { recursive: true, force: true })
  return task.sets.map(() => 0)
}

function refuseUnbuilt({ network, neck }: FineTuneRecipe) {
  if (network.kind === 'scratch' || neck.kind !== 'none')
    throw new ApiError('bad-recipe', 'This version cannot yet build the network that the recipe names.')
}

function groupNames(db: TaskJob['db'], groupBy: string, works: readonly number[]): (string | null)[] {
  const groups = groupsOf(db, groupBy)
  return works.map((artwork) => groups.get(artwork) ?? null)
}

/** A trial of a fine-tuning, with a few of its works. */
export function planTask({ works, attributes, ...task }: Omit<FineTuneTask, 'folder' | 'model' | 'groups'>): PlanTask {
  const { backbone, network, executor, phases, folds, seed } = task
  return {
    backbone,
    network,
    executor,
    phases,
    folds,
    seed,
    attributes: attributes.map(({ name, terms }) => ({ name, terms: terms.length })),
    count: works.length,
    labelled: works.filter((_, work) => attributes.some(({ labels }) => labels[work]! >= 0)).length,
    works: works.slice(0, tried),
  }
}

export const attributesOf = (
  { collectionFolder }: Pick<TaskJob, 'collectionFolder'>,
  { run, sets }: Pick<Task, 'run' | 'sets'>,
): ProbeAttribute[] =>
  sets.map(({ id, name, terms, labels, folds }) => ({
    name,
    terms: terms.map((term) => term.name),
    labels,
    folds,
    output: predictionFile(collectionFolder, run, id),
  }))

/** What an interrupted training left is kept for the same training, and only for it: same works, labels, recipe and seed. */
async function prepareFolder(
  { folder, attributes, works, groups, phases, finish, balance, folds, seed }: FineTuneTask,
  backbone: string,
) {
  const labels = attributes.map(({ name, terms, labels: given, folds: dealt }) => [name, terms, [...given], [...dealt]])
  const said = JSON.stringify([backbone, works, groups, labels, phases, finish, balance, folds, seed])
  const key = createHash('sha256').update(said).digest('hex')
  const file = path.join(folder, 'task')
  const before = await readFile(file, 'utf8').catch(() => '')
  if (before === key) return
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  await writeFile(file, key)
}

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
