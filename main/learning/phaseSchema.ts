import * as v from 'valibot'
import { count, field, positive, share, words } from './field.ts'

const kind = <K extends string>(name: K, title: string, help: string) => field(title, help, v.literal(name))

const weightDecay = field(
  'Weight decay',
  'How strongly weights are drawn to 0 at each step.',
  v.pipe(v.number(), v.minValue(0)),
)
const moments = {
  beta1: field('Beta 1', 'How long the mean gradient is remembered, in [0, 1].', share, 0.9),
  beta2: field('Beta 2', 'How long the mean squared gradient is remembered, in [0, 1].', share, 0.999),
  epsilon: field('Epsilon', 'Keeps a division from being by 0.', positive, 1e-8),
  weightDecay,
}
const momentum = field('Momentum', 'Share of the last step that is gone again, in [0, 1].', share, 0.9)
const optimiser = v.variant('kind', [
  v.strictObject({
    kind: kind('sgd', 'SGD', 'Steps along the gradient.'),
    momentum,
    nesterov: field('Nesterov', 'The gradient is taken where the momentum leads.', v.boolean()),
    weightDecay,
  }),
  v.strictObject({ kind: kind('adam', 'Adam', 'Steps of even size for all weights.'), ...moments }),
  v.strictObject({
    kind: kind('adamw', 'AdamW', 'Adam whose weight decay does not pass through the moments.'),
    ...moments,
  }),
  v.strictObject({
    kind: kind('rmsprop', 'RMSprop', 'Steps divided by the mean size of the gradient.'),
    alpha: field('Alpha', 'How long the mean squared gradient is remembered, in [0, 1].', share, 0.99),
    epsilon: moments.epsilon,
    momentum,
    weightDecay,
  }),
])

const schedule = v.variant('kind', [
  v.strictObject({ kind: kind('constant', 'Constant', 'The same size of step throughout.') }),
  v.strictObject({
    kind: kind('cosine', 'Cosine', 'Steps get smaller along half a cosine.'),
    floor: field('Floor', 'The last steps, as a share of the first.', share, 0.05),
  }),
  v.strictObject({
    kind: kind('plateau', 'On a plateau', 'Steps get smaller when nothing is gained any more.'),
    factor: field('Factor', 'By which the step is multiplied.', share, 0.5),
    patience: field('Patience', 'Rounds without a gain before that.', count, 2),
  }),
])

const extent = v.variant('kind', [
  v.strictObject({ kind: kind('heads', 'The new labels alone', 'The pretrained network stays as it is.') }),
  v.strictObject({ kind: kind('all', 'Everything', 'Every layer learns.') }),
  v.strictObject({ kind: kind('half', 'The second half', 'The first half of the layers stays as it is.') }),
  v.strictObject({
    kind: kind('last', 'The last layers', 'So many of the last layers learn.'),
    layers: field('Layers', 'So many of the last layers.', count, 20),
  }),
  v.strictObject({
    kind: kind('from', 'From a node on', 'The layers after a node of the network learn.'),
    node: field('Node', 'Its name in the ONNX file.', v.string()),
  }),
])

const head = field(
  'Attribute number',
  'The attribute by whose terms works are drawn, counted from 0.',
  v.pipe(v.number(), v.integer(), v.minValue(0)),
)
const sampler = v.variant('kind', [
  v.strictObject({ kind: kind('natural', 'Every work once', 'Each work once a round, in another order.') }),
  v.strictObject({
    kind: kind('balanced', 'Every term alike', 'Works are drawn so that every term comes as often.'),
    head,
  }),
  v.strictObject({
    kind: kind('fixed', 'A fixed number', 'So many works of each term a round; short terms repeat theirs.'),
    head,
    perTerm: field('Works per term', 'A round has so many of each term.', count, 50),
  }),
])

const augmentation = v.strictObject({
  flip: field('Mirror', 'Pictures may be mirrored.', v.boolean()),
  rotation: field('Turn', 'Degrees to either side at the most.', v.pipe(v.number(), v.minValue(0), v.maxValue(180))),
  zoom: field(
    'Enlarge',
    'Largest share by which a picture is enlarged or made smaller.',
    v.pipe(v.number(), v.minValue(0), v.maxValue(0.9)),
  ),
  translation: field('Shift', 'Largest shift, as a share of the side.', share),
  crop: field(
    'Crop',
    'Smallest share of the side that a cutting keeps; 1: no cutting.',
    v.pipe(v.number(), v.minValue(0.1), v.maxValue(1)),
  ),
  brightness: field('Brightness', 'Largest change, as a share.', share),
  contrast: field('Contrast', 'Largest change, as a share.', share),
  colour: field('Colour', "Largest change of a colour's strength, as a share.", share),
  noise: field(
    'Noise',
    'Standard deviation of added noise, of 255.',
    v.pipe(v.number(), v.minValue(0), v.maxValue(255)),
  ),
  erasing: field('Hide', 'Largest share of the picture that a grey rectangle hides.', share),
})

export const phase = v.strictObject({
  name: field('Name', 'What the phase is called.', words),
  extent: field('What learns', 'Which part of the network learns in this phase; the rest stays as it is.', extent),
  freezeDepthwise: field(
    'Leave depthwise filters',
    'They hold 4 % of the weights and cost a tenth to two fifths of the time.',
    v.boolean(),
  ),
  rounds: field('Rounds', 'Times that every work is looked at, at the most.', count),
  batch: field('Batch', 'Works looked at together.', count),
  accumulate: field('Batches a step', 'Batches whose gradients are added up before one step.', count),
  optimiser: field('Optimiser', 'How a step follows from the gradient.', optimiser),
  rate: field(
    'Step size',
    'The learning rate: too large and it learns nothing, too small and it takes for ever.',
    positive,
  ),
  schedule: field('Step size over time', 'How the learning rate changes.', schedule),
  warmUp: field('Warm-up', 'Rounds in which the steps grow to their size.', v.pipe(v.number(), v.minValue(0))),
  clip: field('Longest gradient', 'A longer one is shortened. Empty: never.', v.nullable(positive), 5),
  smoothing: field(
    'Label smoothing',
    'Share of certainty that a label lacks, so that wrong ones weigh less.',
    v.pipe(v.number(), v.minValue(0), v.ltValue(1)),
  ),
  sampler: field('Which works', 'The works that a round looks at.', sampler),
  augmentation: field(
    'Changed pictures',
    'How far a picture may differ from the work, so that the network does not learn single pictures by heart.',
    augmentation,
  ),
  variants: field('Variants', 'So many changed pictures of each work are made and kept.', count),
  patience: field('Patience', 'Rounds without a gain on the judging works before the phase ends.', count),
})
