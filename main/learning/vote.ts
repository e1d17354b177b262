import path from 'node:path'
import type { Vote } from '#preload/api.ts'
import { ApiError } from '#preload/rpc.ts'
import type { Backbone } from '../engine/api.ts'
import type { EnsembleTask } from '../engine/networks/ensemble.ts'
import { backboneOfRun } from './backbones.ts'
import { modelOf, type Learned, type Task, type TaskJob } from './engineTasks.ts'
import { modelFiles } from './modelFiles.ts'
import { readInputs, writeInputs, type EnsembleInput } from './modelInputs.ts'
import { foldColumns, predictionFile, readPredictions, runFolder, writeRows } from './predictions.ts'
import type { EnsembleRecipe } from './recipeSchema.ts'
import { runTable } from '../catalogue/runs.ts'
import { mix, voteWeights } from './softVote.ts'
import { findVoters, type Election } from './voters.ts'

type Ready = { sets: Election['set'][]; elections: Election[]; recipe: EnsembleRecipe }

export async function readyToVote(
  { db }: TaskJob,
  recipe: EnsembleRecipe,
  options: Parameters<typeof findVoters>[2],
): Promise<Ready> {
  const elections = findVoters(db, recipe, options)
  return { elections, sets: elections.map(({ set }) => set), recipe }
}

/**
 * Lets runs vote. A labelled work is judged by weights that were found on the other parts, so that its label has no say; works without a label,
 * and the model that is kept, by weights found on all.
 */
export async function vote(job: TaskJob, { elections, recipe, sets }: Ready, { run, works }: Task): Promise<Learned> {
  const weights: number[][] = []
  for (const [index, { set, voters }] of elections.entries()) {
    job.progress({ stage: 'predicting', done: index, total: elections.length })
    const terms = set.terms.length
    const voices = await Promise.all(voters.map((voter) => voiceOf(job, voter, set, works)))
    const isSaid = (work: number) => voices.every((voice) => voice.subarray(work * terms, (work + 1) * terms).some((p) => p > 0)) // prettier-ignore
    const heard = { voices, labels: set.labels, terms }
    const found = new Map([-1, 0, 1, 2, 3, 4].map((fold) => [fold, voteWeights(recipe.weights, heard, (work) => isSaid(work) && set.folds[work] !== fold)])) // prettier-ignore
    weights.push(found.get(-1)!)
    const mixed = mix(voices, terms, (work) => found.get(set.folds[work]!)!)
    await writeRows(predictionFile(job.collectionFolder, run, set.id), works, mixed, terms)
  }
  await writeModel(job, elections, weights, run)
  return { sets, l2: sets.map(() => 0), isCutShort: false, helped: [], votes: votesOf(elections, weights) }
}

/** What a run says, in the order of the set's terms. [works, terms] */
async function voiceOf(
  { collectionFolder }: TaskJob,
  { run, terms: own }: Election['voters'][number],
  set: Election['set'],
  works: readonly number[],
) {
  const terms = set.terms.length
  const file = predictionFile(collectionFolder, run.id, set.id)
  const kept = await readPredictions(file, works, own.columns.width).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    throw new ApiError('run-damaged', `What run ${run.id} had predicted is not in the collection's folder any more (${file}). Leave it out of the vote.`) // prettier-ignore
  })
  const said = foldColumns(kept, own.columns)
  const places = set.terms.map(({ name }) => own.names.indexOf(name))
  const out = new Float32Array(said.length)
  for (let start = 0; start < said.length; start += terms)
    for (const [term, place] of places.entries()) out[start + term] = said[start + place]!
  return out
}

/** Of each column of a run's network, the set's term that it speaks for; -1: none. */
const columnsOf = (set: Election['set'], { columns, names }: Election['voters'][number]['terms']) =>
  columns.of.map((own) => (own < 0 ? -1 : set.terms.findIndex(({ name }) => name === names[own])))

function votesOf(elections: readonly Election[], weights: readonly number[][]): Vote[] {
  const votes = new Map<number, Vote>()
  for (const [index, { set, voters }] of elections.entries())
    for (const [at, { run }] of voters.entries()) {
      const before = votes.get(run.id) ?? { run: run.id, recipeName: run.recipeName, weights: {} }
      votes.set(run.id, { ...before, weights: { ...before.weights, [set.name]: weights[index]![at]! } })
    }
  return [...votes.values()].toSorted((a, b) => a.run - b.run)
}

/** The runs' models as one, with what its inputs take beside it. */
async function writeModel(job: TaskJob, elections: readonly Election[], weights: readonly number[][], run: number) {
  const runs = [...new Set(elections.flatMap(({ voters }) => voters.map((voter) => voter.run.id)))].toSorted((a, b) => a - b) // prettier-ignore
  const networks = await Promise.all(runs.map((id) => networkOf(job, id)))
  const inputs = sharedInputs(runs, networks.map(({ input }) => input)) // prettier-ignore
  const task: EnsembleTask = {
    members: networks.map(({ model, pretrained, input }, at) => ({
      model,
      pretrained,
      input: { own: input.name, shared: inputs.find((one) => one.runs.includes(runs[at]!))!.name },
    })),
    attributes: elections.map(({ set, voters }, index) => {
      const at = (id: number) => voters.findIndex((voter) => voter.run.id === id)
      return {
        name: set.name,
        terms: set.terms.length,
        weights: runs.map((id) => (at(id) < 0 ? 0 : weights[index]![at(id)]!)),
        columns: runs.map((id) => (at(id) < 0 ? [] : columnsOf(set, voters[at(id)]!.terms))),
      }
    }),
    output: modelOf(job, { kind: 'ensemble' }, run),
  }
  await job.engine.run((api) => api.ensemble.write(task), job.signal)
  await writeInputs(runFolder(job.collectionFolder, run), inputs)
}

async function networkOf({ db, collectionFolder, backbone: bundled }: TaskJob, id: number) {
  const row = runTable(db).get(id)!
  const known = await backboneOfRun(collectionFolder, bundled, row.backbone)
  if (!known) throw new ApiError('network-gone', `The network that run ${id} learned with is not in the collection any more. Leave the run out of the vote.`) // prettier-ignore
  const { kind } = JSON.parse(row.recipe) as { kind?: keyof typeof modelFiles }
  const model = path.join(runFolder(collectionFolder, id), modelFiles[kind ?? 'probe'])
  const { backbone } = known
  const [own] = (await readInputs(runFolder(collectionFolder, id))) ?? []
  const { runs: _, ...input } = own ?? { ...backbone.input, runs: [] }
  return { model, input, pretrained: kind === 'fine-tune' ? null : { model: known.model, features: backbone.outputs.features } } // prettier-ignore
}

/** Networks that take the same image share an input; where there are several, each has a number. */
function sharedInputs(runs: readonly number[], given: readonly Backbone['input'][]): EnsembleInput[] {
  const groups = new Map<string, EnsembleInput>()
  for (const [at, { name: _, ...takes }] of given.entries()) {
    const key = JSON.stringify(takes)
    const before = groups.get(key) ?? { ...takes, name: 'image', runs: [] }
    groups.set(key, { ...before, runs: [...before.runs, runs[at]!] })
  }
  const all = [...groups.values()]
  return all.length === 1 ? all : all.map((input, at) => ({ ...input, name: `image-${at + 1}` }))
}
