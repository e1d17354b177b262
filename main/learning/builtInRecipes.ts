import { noAugmentation } from '../engine/training/augment.ts'
import * as v from 'valibot'
import { recipeSchema, type Recipe, type RecipeInput } from './recipeSchema.ts'
import { referenceRecipes } from './referenceRecipes.ts'

const usual = {
  batch: 32,
  accumulate: 1,
  optimiser: { kind: 'adamw', beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0.05 },
  schedule: { kind: 'cosine', floor: 0.05 },
  warmUp: 0,
  clip: 5,
  smoothing: 0.1,
  sampler: { kind: 'natural' },
  augmentation: noAugmentation,
  variants: 1,
  patience: 3,
  freezeDepthwise: true,
} as const

const given: readonly RecipeInput[] = [
  {
    id: 'probe',
    name: 'Quick look',
    summary: 'Learns what every term looks like from what the bundled network sees in the pictures. Takes seconds.',
    kind: 'probe',
    folds: 5,
    groupBy: null,
    l2: [0.01, 0.03, 0.1, 0.3, 1],
    balance: 0.5,
    fewestWorks: 5,
  },
  {
    id: 'thorough',
    name: 'Thorough look',
    summary:
      'Teaches the last layers of the network itself to look at your pictures, after a quick look. Takes minutes for a few ' +
      'hundred works, hours for tens of thousands. Can be interrupted and goes on where it was.',
    kind: 'fine-tune',
    network: { kind: 'backbone' },
    neck: { kind: 'none' },
    lossWeights: {},
    folds: 3,
    groupBy: 'auto',
    balance: 0.5,
    fewestWorks: 5,
    finish: { l2: [0.01, 0.03, 0.1, 0.3, 1] },
    phases: [
      { ...usual, name: 'heads', extent: { kind: 'heads' }, rounds: 20, rate: 3e-3 },
      {
        ...usual,
        name: 'last layers',
        extent: { kind: 'last', layers: 20 },
        rounds: 6,
        rate: 5e-5,
        warmUp: 0.5,
        augmentation: {
          flip: true,
          rotation: 10,
          zoom: 0.15,
          translation: 0.05,
          crop: 0.6,
          brightness: 0.15,
          contrast: 0.2,
          colour: 0.15,
          noise: 0,
          erasing: 0.1,
        },
        variants: 5,
      },
    ],
  },
  ...referenceRecipes,
  {
    id: 'soft-vote',
    name: 'Vote of runs',
    summary:
      'Lets earlier runs that know the same terms vote together, each by how often it is right on works that it has not seen. Takes ' +
      'seconds, for it learns nothing itself. As the soft voting of "ArtExtract" (GSoC 2025) describes it.',
    kind: 'ensemble',
    runs: null,
    weights: 'accuracy',
  },
]

/** What a new collection learns by. */
export const defaultRecipe = 'probe'

/** The recipes that ship with the app. The first of a kind says what a recipe from a file leaves out. */
export const builtInRecipes: readonly Recipe[] = given.map((recipe) => v.parse(recipeSchema, recipe))
