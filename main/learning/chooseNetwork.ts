import type { Backbone } from '../engine/api.ts'
import { architectureNames, type Architecture } from '../engine/networks/architectures.ts'
import { scratchInput, type Scratch } from '../engine/networks/scratch.ts'
import { addedBackbones, findBackbone, type KnownBackbone } from './backbones.ts'
import type { FineTuneRecipe, Recipe } from './recipeSchema.ts'

/** What a recipe learns with in a collection. */
export type ChosenNetwork = {
  /** What sees the works for the neighbours, and what is trained where `scratch` is null. */
  backbone: KnownBackbone
  scratch: Scratch | null
  name: string
  /** Where the recipe leaves a choice: a sentence that says which network it was, and why. */
  note: string | null
}

/** The network of a recipe, from what the collection has. Throws ApiError 'unknown-backbone'. */
export async function chooseNetwork(
  collectionFolder: string,
  bundled: KnownBackbone,
  recipe: Recipe,
): Promise<ChosenNetwork> {
  const wish = recipe.kind === 'ensemble' ? undefined : recipe.backbone
  const named = wish === undefined ? null : await findBackbone(collectionFolder, bundled, wish)
  const network: FineTuneRecipe['network'] = recipe.kind === 'fine-tune' ? recipe.network : { kind: 'backbone' }
  const eyes = named ?? bundled
  switch (network.kind) {
    case 'backbone':
      return { backbone: eyes, scratch: null, name: eyes.backbone.name, note: null }
    case 'scratch':
      return { backbone: eyes, ...fromNothing(network), note: null }
    case 'pretrained': {
      const added = named ?? (await withArchitecture(collectionFolder, network.architecture))
      if (added) return { backbone: added, scratch: null, name: added.backbone.name, note: pretrained(network.architecture, added.backbone) } // prettier-ignore
      const wanted = `This collection has no pretrained ${architectureNames[network.architecture]}`
      if (network.otherwise === 'bundled')
        return { backbone: bundled, scratch: null, name: bundled.backbone.name, note: `${wanted}: the bundled ${bundled.backbone.name} learns instead. Add one under Networks to follow the recipe to the letter.` } // prettier-ignore
      const scratch = fromNothing({ ...network, width: 1, depth: 1 })
      return { backbone: eyes, ...scratch, note: `${wanted}: the same network learns from nothing, all of its layers, which takes much longer and needs many works. Add a pretrained one under Networks to follow the recipe to the letter.` } // prettier-ignore
    }
  }
}

const fromNothing = ({ architecture, size, width, depth }: Scratch) => ({
  scratch: { architecture, size, width, depth },
  name: `${architectureNames[architecture]}, from nothing`,
})

const withArchitecture = async (folder: string, architecture: Architecture) =>
  (await addedBackbones(folder)).find(({ backbone }) => backbone.architecture === architecture) ?? null

const pretrained = (architecture: Architecture, { name, architecture: own }: Backbone) =>
  own === architecture
    ? `${name} of this collection learns, as the recipe asks.`
    : `The recipe is made for ${architectureNames[architecture]}; ${name} learns instead, as was chosen.`

/** A recipe's phases for the network that was chosen: nothing of one that has learned nothing stays as it is. */
export function phasesFor(recipe: FineTuneRecipe, { scratch }: ChosenNetwork): FineTuneRecipe['phases'] {
  if (!scratch || recipe.network.kind === 'scratch') return recipe.phases
  return recipe.phases.map((phase) => ({ ...phase, extent: { kind: 'all' }, freezeDepthwise: false }))
}

/** What a model card tells of the network that training began with. */
export function describedNetwork({ backbone, scratch, name }: ChosenNetwork): Backbone {
  if (!scratch) return backbone.backbone
  const { id, outputs, dimension, parameters } = backbone.backbone
  return { id, name, file: '', sha256: '', licence: '', origin: '', input: scratchInput(scratch.size), outputs, dimension, parameters } // prettier-ignore
}
