import * as v from 'valibot'
import { architectures } from '../engine/networks/architectures.ts'

/** Recipes as JSON: how to learn. A run repeats from its recipe and seed. */
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1))
const count = v.pipe(v.number(), v.integer(), v.minValue(1))
const positive = v.pipe(v.number(), v.gtValue(0))

/** Strengths of regularisation to choose from. */
const l2 = v.pipe(v.array(v.pipe(v.number(), v.minValue(1e-6), v.maxValue(100))), v.minLength(1), v.maxLength(12))

const common = {
  id: v.pipe(v.string(), v.minLength(1)),
  name: v.string(),
  summary: v.string(),
  /** Id of the backbone; left out: the one that ships with the app. */
  backbone: v.optional(v.pipe(v.string(), v.minLength(1))),
  /** Parts into which the works are dealt; each is judged by a model learned from the others. */
  folds: v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(10)),
  /** An attribute or column (artist) whose works stay in one part: models are judged on artists they have not seen. Null: none. */
  groupBy: v.nullable(v.pipe(v.string(), v.minLength(1))),
  /** 0: every work counts the same; 1: every term counts the same. */
  balance: share,
  /** A term with fewer works is not learned. */
  fewestWorks: v.pipe(v.number(), v.integer(), v.minValue(2)),
}

const probe = v.strictObject({
  ...common,
  kind: v.literal('probe'),
  l2,
})

const weightDecay = v.pipe(v.number(), v.minValue(0))
const moments = { beta1: share, beta2: share, epsilon: positive, weightDecay }
const optimiser = v.variant('kind', [
  v.strictObject({ kind: v.literal('sgd'), momentum: share, nesterov: v.boolean(), weightDecay }),
  v.strictObject({ kind: v.literal('adam'), ...moments }),
  v.strictObject({ kind: v.literal('adamw'), ...moments }),
  v.strictObject({ kind: v.literal('rmsprop'), alpha: share, epsilon: positive, momentum: share, weightDecay }),
])

const schedule = v.variant('kind', [
  v.strictObject({ kind: v.literal('constant') }),
  v.strictObject({ kind: v.literal('cosine'), floor: share }),
  v.strictObject({ kind: v.literal('plateau'), factor: share, patience: count }),
])

const extent = v.variant('kind', [
  v.strictObject({ kind: v.literal('heads') }),
  v.strictObject({ kind: v.literal('all') }),
  v.strictObject({ kind: v.literal('half') }),
  v.strictObject({ kind: v.literal('last'), layers: count }),
  v.strictObject({ kind: v.literal('from'), node: v.string() }),
])

const sampler = v.variant('kind', [
  v.strictObject({ kind: v.literal('natural') }),
  v.strictObject({ kind: v.literal('balanced'), head: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  v.strictObject({ kind: v.literal('fixed'), head: v.pipe(v.number(), v.integer(), v.minValue(0)), perTerm: count }),
])

const augmentation = v.strictObject({
  flip: v.boolean(),
  rotation: v.pipe(v.number(), v.minValue(0), v.maxValue(180)),
  zoom: v.pipe(v.number(), v.minValue(0), v.maxValue(0.9)),
  translation: share,
  crop: v.pipe(v.number(), v.minValue(0.1), v.maxValue(1)),
  brightness: share,
  contrast: share,
  colour: share,
  noise: v.pipe(v.number(), v.minValue(0), v.maxValue(255)),
  erasing: share,
})

const phase = v.strictObject({
  name: v.string(),
  extent,
  freezeDepthwise: v.boolean(),
  rounds: count,
  batch: count,
  accumulate: count,
  optimiser,
  rate: positive,
  schedule,
  warmUp: v.pipe(v.number(), v.minValue(0)),
  clip: v.nullable(positive),
  smoothing: v.pipe(v.number(), v.minValue(0), v.ltValue(1)),
  sampler,
  augmentation,
  variants: count,
  patience: count,
})

const architecture = v.picklist(architectures)
/** Side of the pictures in pixels. */
const size = v.pipe(v.number(), v.integer(), v.minValue(16), v.maxValue(1024))
/** Shares of the published channels and blocks; left out: as published. */
const published = v.optional(v.pipe(v.number(), v.gtValue(0), v.maxValue(2)), 1)

const network = v.variant('kind', [
  /** The recipe's backbone, else the one that ships with the app. */
  v.strictObject({ kind: v.literal('backbone') }),
  /** The recipe's backbone, else one of the collection that has this architecture, else what `otherwise` says. */
  v.strictObject({
    kind: v.literal('pretrained'),
    architecture,
    size,
    otherwise: v.picklist(['scratch', 'bundled']),
  }),
  v.strictObject({ kind: v.literal('scratch'), architecture, size, width: published, depth: published }),
])

const channels = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(4096))
/** What lies between the network's last map and the heads. */
const neck = v.variant('kind', [
  v.strictObject({ kind: v.literal('none') }),
  /** The map, pooled to grid x grid, place after place through an LSTM of so many units. */
  v.strictObject({
    kind: v.literal('lstm'),
    hidden: channels,
    grid: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(14)), 7),
  }),
  v.strictObject({
    kind: v.literal('convlstm-pyramid'),
    /** Channels of the convolution before the recurrence, which it reads in so many steps. */
    channels,
    steps: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(16)),
    /** Channels of the two ConvLSTM layers, and of each level of the pyramid. */
    first: channels,
    second: channels,
    level: channels,
    /** Side to which all levels are brought. */
    side: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(64)),
    dropout: v.pipe(v.number(), v.minValue(0), v.ltValue(1)),
  }),
])

const fineTune = v.strictObject({
  ...common,
  kind: v.literal('fine-tune'),
  network: v.optional(network, { kind: 'backbone' }),
  neck: v.optional(neck, { kind: 'none' }),
  /** How much the loss of an attribute counts, by its name; left out: 1. */
  lossWeights: v.optional(v.record(v.string(), positive), {}),
  phases: v.pipe(v.array(phase), v.minLength(1)),
  /** After the phases: heads learned anew on the trained features, or null. */
  finish: v.nullable(v.strictObject({ l2 })),
})

export const recipeSchema = v.variant('kind', [probe, fineTune])
export type LearningRecipe = v.InferOutput<typeof recipeSchema>
export type ProbeRecipe = Extract<LearningRecipe, { kind: 'probe' }>
export type FineTuneRecipe = Extract<LearningRecipe, { kind: 'fine-tune' }>
