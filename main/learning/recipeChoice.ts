import { ApiError } from '#preload/rpc.ts'
import { findBackbone } from './backbones.ts'
import type { TaskJob } from './engineTasks.ts'
import type { AttributeSet } from './gather.ts'
import type { Recipe } from './recipeSchema.ts'

/** The run's recipe names the network that was chosen, so that it repeats. */
export const chosen = (recipe: Recipe, backbone: string | null | undefined): Recipe =>
  backbone && recipe.kind !== 'ensemble' ? { ...recipe, backbone } : recipe

/** A recipe may name another backbone than the one that ships with the app. */
export async function withBackbone<J extends Omit<TaskJob, 'progress'>>(job: J, recipe: Recipe): Promise<J> {
  const backbone = recipe.kind === 'ensemble' ? undefined : recipe.backbone
  return backbone === undefined ? job : { ...job, backbone: await findBackbone(job.collectionFolder, job.backbone, backbone) } // prettier-ignore
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
