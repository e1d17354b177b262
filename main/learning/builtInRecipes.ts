import { noAugmentation } from '../engine/training/augment.ts'
import * as v from 'valibot'
import { recipeSchema, type Recipe, type RecipeInput } from './recipeSchema.ts'

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

/** What the published systems share: Adam, plain cross-entropy, smaller steps where nothing is gained, an early end. */
const adam = {
  ...usual,
  optimiser: { kind: 'adam', beta1: 0.9, beta2: 0.999, epsilon: 1e-7, weightDecay: 0 },
  schedule: { kind: 'plateau', factor: 0.5, patience: 2 },
  clip: null,
  smoothing: 0,
  patience: 5,
  freezeDepthwise: false,
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
  {
    id: 'two-stage',
    name: 'Two stages',
    summary:
      'Teaches first the new labels alone, then the last 50 layers of the network with turned, mirrored and enlarged pictures. Rare ' +
      'terms count as much as frequent ones. Learns on EfficientNet-B0 where the collection has it, else on the bundled network, its ' +
      'small sibling. As "Art style classification with transfer learning" (Le) describes it.',
    kind: 'fine-tune',
    network: { kind: 'pretrained', architecture: 'efficientnet-b0', size: 224, otherwise: 'bundled' },
    neck: { kind: 'none' },
    lossWeights: {},
    folds: 5,
    groupBy: 'auto',
    balance: 1,
    fewestWorks: 5,
    finish: null,
    phases: [
      { ...adam, name: 'heads', extent: { kind: 'heads' }, rounds: 20, rate: 1e-3 },
      {
        ...adam,
        name: 'last layers',
        extent: { kind: 'last', layers: 50 },
        rounds: 20,
        rate: 1e-5,
        augmentation: { ...noAugmentation, flip: true, rotation: 20, zoom: 0.2 },
        variants: 5,
      },
    ],
  },
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
