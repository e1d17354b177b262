import type { LearningPlan, PlanOptions } from '#preload/api.ts'
import { embeddingTable } from '../catalogue/embeddings.ts'
import { placeOf } from '../catalogue/placeOf.ts'
import { termsOf } from '../engine/training/namedTerms.ts'
import { chosen, refuseNothing, withNetwork } from './recipeChoice.ts'
import { phasesFor, type ChosenNetwork } from './chooseNetwork.ts'
import { attributesOf, planTask, type TaskJob } from './engineTasks.ts'
import { gather, type AttributeSet } from './gather.ts'
import type { FineTuneRecipe } from './recipeSchema.ts'
import { checked, findRecipe } from './recipes.ts'
import { findVoters } from './voters.ts'

type PlanJob = Omit<TaskJob, 'progress' | 'network'> & { options: PlanOptions }

/** What learning would train and how long it would take at the most. Throws ApiError as `learn` does. */
export async function planLearning(given: PlanJob): Promise<LearningPlan> {
  const { draft } = given.options
  const named = draft ? checked(draft, 'The recipe') : await findRecipe(given.options.recipe, given.collectionFolder)
  const recipe = chosen(named, given.options.backbone)
  const job = await withNetwork(given, recipe)
  const { db, backbone, network, options } = job
  // A network that is new to the collection has not seen the works yet; those that another has seen tell as much.
  const seen = embeddingTable(db).ids(backbone.key)
  const works = seen.length > 0 ? seen : embeddingTable(db).ids(given.backbone.key)
  const seed = options.seed ?? 0
  const attributes = options.attributes ?? null
  const facts = { network: network.name, note: network.note, works: works.length, layers: [], parameters: backbone.backbone.parameters, phases: [], seconds: null } // prettier-ignore
  if (recipe.kind === 'ensemble') {
    const elections = findVoters(db, recipe, { works, attributes, seed })
    const voters = new Map(elections.flatMap((election) => election.voters.map(({ run }) => [run.id, run.recipeName])))
    return { ...facts, folds: 1, isFixedSplit: false, attributes: [], voters: [...voters].map(([run, recipeName]) => ({ run, recipeName })) } // prettier-ignore
  }
  const sets = gather(db, works, { ...recipe, seed, attributes, together: recipe.kind === 'fine-tune' })
  refuseNothing(sets, options.attributes)
  const isFixedSplit = recipe.preparation.split.kind === 'fixed'
  const prepared = { ...facts, folds: isFixedSplit ? 1 : recipe.folds, isFixedSplit, attributes: sets.map(toldOf), voters: [] } // prettier-ignore
  return recipe.kind === 'probe' ? prepared : { ...prepared, ...(await tried(job, recipe, { works, sets, seed })) }
}

/** What a set holds after preparation. */
const toldOf = (set: AttributeSet) => {
  const { name, terms, tooRare, leftOut, copies, apart } = set
  const labelled = [...copies.keys()].filter((work) => termsOf(set, work).length > 0)
  return {
    name,
    terms: terms.length,
    works: labelled.length,
    teaching: labelled.filter((work) => copies[work]! > 0).length,
    tooRare: tooRare.length,
    leftOut,
    apart,
  }
}

/** The network, and how long its training would take, from a trial. */
async function tried(
  job: PlanJob & { network: ChosenNetwork },
  recipe: FineTuneRecipe,
  { works, sets, seed }: { works: number[]; sets: AttributeSet[]; seed: number },
) {
  const { db, collectionFolder, backbone, network, executor } = job
  const place = placeOf(db)
  const isFixed = recipe.preparation.split.kind === 'fixed'
  const task = planTask({
    backbone: backbone.backbone,
    network: backbone.model,
    scratch: network.scratch,
    neck: recipe.neck,
    lossWeights: recipe.lossWeights,
    executor,
    works: works.map((id) => ({ row: id - 1, path: place(id) })),
    attributes: attributesOf({ collectionFolder }, { run: 0, sets }),
    phases: phasesFor(recipe, network),
    balance: recipe.balance,
    folds: isFixed ? 1 : recipe.folds,
    finish: recipe.finish,
    expected: [],
    seed,
  })
  const { layers, parameters, phases, seconds } = await job.engine.run((api) => api.fineTune.plan(task), job.signal)
  const rounds = 1 + (recipe.semiSupervised?.rounds ?? 0)
  const most = recipe.minutes === null ? Number.POSITIVE_INFINITY : recipe.minutes * 60
  return { layers, parameters, phases: phases.map(({ name, trained, parameters: own }) => ({ name, trained, parameters: own })), seconds: Math.min(seconds * rounds, most) } // prettier-ignore
}
