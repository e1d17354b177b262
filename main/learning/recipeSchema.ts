import * as v from 'valibot'
import { count, field, positive, share, words } from './field.ts'
import { network, neck } from './networkSchema.ts'
import { phase } from './phaseSchema.ts'
import { preparation } from './preparationSchema.ts'

/** Recipes as JSON: how to learn. A run repeats from its recipe and seed. Titles and descriptions are what the editor shows. */
const l2 = field(
  'Strengths of regularisation',
  'The best of these is chosen for each attribute on works held out; higher is more cautious.',
  v.pipe(v.array(v.pipe(v.number(), v.minValue(1e-6), v.maxValue(100))), v.minLength(1), v.maxLength(12)),
  [0.01, 0.03, 0.1, 0.3, 1],
)

const named = {
  id: field(
    'Short name',
    'By which the command line knows the recipe.',
    v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  ),
  name: field('Name', 'What the recipe is called.', v.pipe(v.string(), v.maxLength(200))),
  summary: field('Summary', 'What it does, in a sentence or two.', v.pipe(v.string(), v.maxLength(2000))),
}

const semiSupervised = v.strictObject({
  rounds: field(
    'Rounds',
    'Times at the most that works without a label are taken in; it ends earlier when nothing is gained.',
    v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10)),
    3,
  ),
  confidence: field(
    'Sure enough',
    'A work is taken in when its most probable term has this probability.',
    v.pipe(v.number(), v.gtValue(0), v.maxValue(1)),
    0.9,
  ),
  perTerm: field(
    'Works per term',
    'At most so many of each term are taken in, the surest first; no term more than twice the rarest.',
    count,
    50,
  ),
})

const common = {
  ...named,
  backbone: v.optional(
    field(
      'Network',
      'Id of the network of the collection; left out: the one that ships with the app.',
      v.pipe(v.string(), v.minLength(1)),
    ),
  ),
  folds: field(
    'Parts',
    'Parts into which the works are dealt; each is judged by a model learned from the others.',
    v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(10)),
  ),
  groupBy: field(
    'Keep together',
    'An attribute or column whose works lie in one part, so that a model is judged on artists it has not seen. auto: who made the work, where the collection says so; empty: none.',
    v.nullable(words),
    'auto',
  ),
  balance: field('Balance', '0: every work counts the same; 1: every term counts the same.', share),
  fewestWorks: field(
    'Fewest works',
    'A term with fewer works is not learned.',
    v.pipe(v.number(), v.integer(), v.minValue(2)),
  ),
  preparation: v.optional(
    field('Preparation', 'What is done to the labels before learning, for this run only.', preparation),
    {},
  ),
  semiSupervised: v.optional(
    field(
      'Works without a label',
      'Those of which the model is sure help it to learn, round after round. They never become labels. Empty: no.',
      v.nullable(semiSupervised),
    ),
    null,
  ),
}

const probe = v.strictObject({
  ...common,
  kind: field('Labels alone', 'Learns the labels on what the network sees. Seconds.', v.literal('probe')),
  l2,
})

const fineTune = v.strictObject({
  ...common,
  kind: field('Network and labels', 'The network itself learns to look. Minutes to hours.', v.literal('fine-tune')),
  network: v.optional(field('Network', 'What looks at the pictures.', network), { kind: 'backbone' }),
  neck: v.optional(field('Neck', "What lies between the network's last map and the labels.", neck), { kind: 'none' }),
  lossWeights: v.optional(
    field('Weight of each attribute', 'How much it counts, by its name; left out: 1.', v.record(v.string(), positive)),
    {},
  ),
  phases: field(
    'Phases',
    'One after the other; each begins with what the one before has learned.',
    v.pipe(v.array(phase), v.minLength(1)),
  ),
  finish: field(
    'Labels anew',
    'After the phases the labels are learned once more, to the end, on the trained features. Empty: no.',
    v.nullable(v.strictObject({ l2 })),
  ),
  minutes: v.optional(
    field(
      'Minutes',
      'When they are over, learning ends with the best that it has. Such a run does not repeat exactly. Empty: as long as it takes.',
      v.nullable(positive),
      30,
    ),
    null,
  ),
})

const ensemble = v.strictObject({
  ...named,
  kind: field('Vote of runs', 'Runs that are there already vote together.', v.literal('ensemble')),
  runs: field(
    'Runs',
    'Their numbers. Empty: the newest run of every recipe that knows the same terms.',
    v.nullable(v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(1))), v.minLength(2), v.maxLength(20))),
  ),
  weights: field(
    'Weights',
    'equal: every run counts the same; accuracy: by its accuracy on works it has not seen; optimised: by what makes the votes least wrong there. A work has no say in the weights by which it is judged.',
    v.picklist(['equal', 'accuracy', 'optimised']),
  ),
})

export const recipeSchema = v.variant('kind', [probe, fineTune, ensemble])
export type Recipe = v.InferOutput<typeof recipeSchema>
export type RecipeInput = v.InferInput<typeof recipeSchema>
export type ProbeRecipe = Extract<Recipe, { kind: 'probe' }>
export type FineTuneRecipe = Extract<Recipe, { kind: 'fine-tune' }>
export type EnsembleRecipe = Extract<Recipe, { kind: 'ensemble' }>
/** Those that learn from works. */
export type LearningRecipe = ProbeRecipe | FineTuneRecipe
