import type { LearningPlan, LearnOptions } from '#preload/api.ts'
import { embeddingTable } from '../catalogue/embeddings.ts'
import { placeOf } from '../catalogue/placeOf.ts'
import { chosen, refuseNothing, withBackbone } from './recipeChoice.ts'
import { attributesOf, planTask, type TaskJob } from './engineTasks.ts'
import { gather } from './gather.ts'
import { findRecipe } from './recipes.ts'

type PlanJob = Omit<TaskJob, 'progress'> & { options: LearnOptions }

/** What learning would train and how long it would take at the most. Throws ApiError as `learn` does. */
export async function planLearning(given: PlanJob): Promise<LearningPlan> {
  const recipe = chosen(await findRecipe(given.options.recipe), given.options.backbone)
  const job = await withBackbone(given, recipe)
  const { db, collectionFolder, backbone, executor, options } = job
  // A network that is new to the collection has not seen the works yet; those that another has seen tell as much.
  const seen = embeddingTable(db).ids(backbone.key)
  const works = seen.length > 0 ? seen : embeddingTable(db).ids(given.backbone.key)
  const seed = options.seed ?? 0
  const sets = gather(db, works, { ...recipe, seed, attributes: options.attributes ?? null })
  refuseNothing(sets, options.attributes)
  const facts = { network: backbone.backbone.name, works: works.length, folds: recipe.folds }
  if (recipe.kind === 'probe')
    return { ...facts, layers: [], parameters: backbone.backbone.parameters, phases: [], seconds: null }
  const place = placeOf(db)
  const task = planTask({
    backbone: backbone.backbone,
    network: backbone.model,
    executor,
    works: works.map((id) => ({ row: id - 1, path: place(id) })),
    attributes: attributesOf({ collectionFolder }, { run: 0, sets }),
    phases: recipe.phases,
    balance: recipe.balance,
    folds: recipe.folds,
    finish: recipe.finish,
    expected: [],
    seed,
  })
  const { layers, parameters, phases, seconds } = await job.engine.run((api) => api.fineTune.plan(task), job.signal)
  return { ...facts, layers, parameters, phases: phases.map(({ name, trained, parameters: own }) => ({ name, trained, parameters: own })), seconds } // prettier-ignore
}
