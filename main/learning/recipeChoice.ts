import { ApiError } from '#preload/rpc.ts'
import { chooseNetwork, type ChosenNetwork } from './chooseNetwork.ts'
import type { TaskJob } from './engineTasks.ts'
import type { AttributeSet } from './gather.ts'
import type { Recipe } from './recipeSchema.ts'

/** The run's recipe names the network that was chosen, so that it repeats. */
export const chosen = (recipe: Recipe, backbone: string | null | undefined): Recipe =>
  backbone && recipe.kind !== 'ensemble' ? { ...recipe, backbone } : recipe

/** A job with the network that the recipe learns with in its collection. Throws ApiError 'unknown-backbone'. */
export async function withNetwork<J extends Omit<TaskJob, 'progress' | 'network'>>(
  job: J,
  recipe: Recipe,
): Promise<J & { network: ChosenNetwork }> {
  const network = await chooseNetwork(job.collectionFolder, job.backbone, recipe)
  return { ...job, backbone: network.backbone, network }
}

/** Throws ApiError 'nothing-to-learn', 'unknown-attribute'. */
export function refuseNothing(sets: AttributeSet[], wanted: string[] | undefined) {
  const missing = wanted?.find((name) => !sets.some((set) => set.name === name))
  if (missing !== undefined)
    throw new ApiError(
      'unknown-attribute',
      `There is nothing to learn for "${missing}": it needs at least two terms with five works each.`,
    )
  if (sets.length > 0) return
  throw new ApiError(
    'nothing-to-learn',
    'There is nothing to learn yet: import works whose labels have at least two terms with five works each.',
  )
}
