import { noAugmentation } from '../engine/training/augment.ts'
import type { RecipeInput } from './recipeSchema.ts'

type FineTuneInput = Extract<RecipeInput, { kind: 'fine-tune' }>

/** What the published systems share: Adam, plain cross-entropy, smaller steps where nothing is gained, an early end. */
const adam = {
  batch: 32,
  accumulate: 1,
  optimiser: { kind: 'adam', beta1: 0.9, beta2: 0.999, epsilon: 1e-7, weightDecay: 0 },
  schedule: { kind: 'plateau', factor: 0.5, patience: 2 },
  warmUp: 0,
  clip: null,
  smoothing: 0,
  sampler: { kind: 'natural' },
  augmentation: noAugmentation,
  variants: 1,
  patience: 5,
  freezeDepthwise: false,
} as const

const common = {
  kind: 'fine-tune',
  neck: { kind: 'none' },
  lossWeights: {},
  folds: 3,
  groupBy: 'auto',
  balance: 0,
  fewestWorks: 5,
  finish: null,
} as const

/** Teaching, choosing and judging works once and for all, as the descriptions have it. */
const fixed = (training: number, validation: number, test: number, stratify: string | null = null) =>
  ({ kind: 'fixed', training, validation, test, stratify }) as const

/** Six styles, where the collection has them; no label with several; pictures of rare ones shown more often. */
const sixStyles: FineTuneInput['preparation'] = {
  severalTerms: 'exclude',
  terms: {
    style: {
      choose: {
        kind: 'named',
        terms: ['Impressionism', 'Cubism', 'Expressionism', 'Pop Art', 'Byzantine Art', 'Abstract Expressionism'],
        otherwise: 'all',
      },
    },
  },
  topUp: 0.5,
  split: fixed(0.76, 0.11, 0.13),
}

const resNet50 = { kind: 'pretrained', architecture: 'resnet50', size: 224, otherwise: 'scratch' } as const
/** Where nothing is frozen nothing is kept either: each round may show every picture anew. */
const manyVariants = 50

const recurrent: Omit<FineTuneInput, 'id' | 'name' | 'summary' | 'network'> = {
  ...common,
  neck: { kind: 'lstm', hidden: 512, grid: 7 },
  lossWeights: { style: 1, genre: 1, artist: 1 },
  preparation: { split: fixed(0.7, 0.15, 0.15) },
  phases: [
    { ...adam, name: 'LSTM and labels', extent: { kind: 'heads' }, rounds: 15, rate: 1e-3, sampler: { kind: 'balanced', head: 0 }, clip: 5 }, // prettier-ignore
    { ...adam, name: 'last layers', extent: { kind: 'last', layers: 20 }, rounds: 10, rate: 1e-4, sampler: { kind: 'balanced', head: 0 }, clip: 5 }, // prettier-ignore
  ],
}

const distorted = { ...noAugmentation, flip: true, rotation: 20, zoom: 0.2, translation: 0.1 }
const cropped = { ...noAugmentation, flip: true, rotation: 15, crop: 0.8 }

/** Published systems for telling the style of a painting, as their descriptions give them; the summary says what was chosen where they are vague. */
export const referenceRecipes: readonly FineTuneInput[] = [
  {
    ...common,
    id: 'two-stage',
    name: 'Two stages',
    summary:
      'Teaches first the new labels alone, then the last 50 layers of the network with turned, mirrored and enlarged pictures. Rare ' +
      'terms count as much as frequent ones. Learns on EfficientNet-B0 where the collection has it, else on the bundled network, its ' +
      'small sibling. As "Art style classification with transfer learning" (Le) describes it.',
    network: { kind: 'pretrained', architecture: 'efficientnet-b0', size: 224, otherwise: 'bundled' },
    folds: 5,
    balance: 1,
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
    ...common,
    id: 'convlstm-pyramid',
    name: 'ConvLSTM, attention and pyramid',
    summary:
      "Reads the network's map of places with recurrent convolutions, attention and a pyramid of three sizes; then the later half of the " +
      'network learns too. Learns on EfficientNetV2-S where the collection has it, else on the bundled network. As "Art classification" ' +
      '(convolutional-recurrent network) describes it. Chosen here: the 512 channels are read in four steps of 128, attention has ' +
      'projections of its own, and the pyramid looks at the map whole, halved and quartered.',
    network: { kind: 'pretrained', architecture: 'efficientnet-v2-s', size: 300, otherwise: 'bundled' },
    neck: { kind: 'convlstm-pyramid', channels: 512, steps: 4, first: 256, second: 128, level: 128, side: 20, dropout: 0.4 }, // prettier-ignore
    preparation: {
      duplicates: 'remove',
      terms: { style: { choose: { kind: 'frequent', count: 8 } } },
      sample: { perTerm: 500, short: 'max' },
      split: fixed(0.7, 0.15, 0.15, 'style'),
    },
    semiSupervised: { rounds: 3, confidence: 0.9, perTerm: 50 },
    balance: 1,
    phases: [
      { ...adam, name: 'neck and labels', extent: { kind: 'heads' }, rounds: 15, rate: 1e-3, clip: 5 },
      {
        ...adam,
        name: 'later half',
        extent: { kind: 'half' },
        rounds: 15,
        batch: 16,
        rate: 1e-4,
        clip: 5,
        augmentation: { ...distorted, brightness: 0.2, contrast: 0.2, noise: 10 },
        variants: 3,
      },
    ],
  },
  {
    ...common,
    id: 'small-cnn',
    name: 'Small network',
    summary:
      'A small network of four convolutions that learns to see from nothing, at 200 pixels, with distorted pictures; rare terms count as ' +
      'much as frequent ones. As "Art style classification in paintings with deep learning" describes it. Chosen here: 3x3 filters, ' +
      'a connected layer of 512.',
    network: { kind: 'scratch', architecture: 'small-cnn', size: 200, width: 1, depth: 1 },
    preparation: sixStyles,
    balance: 1,
    phases: [{ ...adam, name: 'whole network', extent: { kind: 'all' }, rounds: 25, rate: 1e-3, augmentation: distorted, variants: manyVariants }], // prettier-ignore
  },
  {
    ...common,
    id: 'resnet50-scratch',
    name: 'ResNet50 from nothing',
    summary:
      'ResNet50 that learns to see from nothing, at 200 pixels: hours to days, and only for many works. As "Art style classification in ' +
      'paintings with deep learning" describes it, with weight regularisation.',
    network: { kind: 'scratch', architecture: 'resnet50', size: 200, width: 1, depth: 1 },
    preparation: sixStyles,
    balance: 1,
    phases: [
      {
        ...adam,
        optimiser: { ...adam.optimiser, weightDecay: 1e-4 },
        name: 'whole network',
        extent: { kind: 'all' },
        rounds: 25,
        batch: 16,
        rate: 1e-3,
        augmentation: distorted,
        variants: manyVariants,
      },
    ],
  },
  {
    ...common,
    id: 'resnet50-imagenet',
    name: 'ResNet50, pretrained',
    summary:
      'The new labels on a ResNet50 that knows photographs, then all of it in small steps. Needs a ResNet50 added under Networks, else ' +
      'it learns from nothing. As "Art style classification in paintings with deep learning" describes it.',
    network: { ...resNet50, size: 200 },
    preparation: sixStyles,
    balance: 1,
    phases: [
      { ...adam, name: 'labels', extent: { kind: 'heads' }, rounds: 15, rate: 1e-3 },
      { ...adam, name: 'whole network', extent: { kind: 'all' }, rounds: 10, batch: 16, rate: 1e-5, augmentation: distorted, variants: 5 }, // prettier-ignore
    ],
  },
  {
    ...recurrent,
    id: 'resnet50-lstm',
    name: 'ResNet50 and LSTM',
    summary:
      'Reads the 7 x 7 places of ResNet50 one after the other with an LSTM and tells style, genre and artist from its last state, every ' +
      'term seen equally often. Needs a ResNet50 added under Networks, else it learns from nothing. As "Convolutional-recurrent ' +
      'architectures for artwork classification" describes it. Chosen here: 512 units, row by row, terms of the first attribute balanced.',
    network: resNet50,
  },
  {
    ...recurrent,
    id: 'efficientnet-lstm',
    name: 'EfficientNet and LSTM',
    summary:
      'Reads the 7 x 7 places of EfficientNet one after the other with an LSTM and tells style, genre and artist from its last state, every ' +
      'term seen equally often. Learns on EfficientNet-B0 where the collection has it, else on the bundled network. As ' +
      '"Convolutional-recurrent architectures for artwork classification" describes it. Chosen here: 512 units, row by row, terms of the ' +
      'first attribute balanced.',
    network: { kind: 'pretrained', architecture: 'efficientnet-b0', size: 224, otherwise: 'bundled' },
  },
  {
    ...common,
    id: 'alexnet',
    name: 'AlexNet',
    summary:
      'AlexNet that learns to see from nothing: five convolutions and two connected layers of 4,096. As "ArtExtract" (GSoC 2025) describes ' +
      'it, which learns one attribute at a time. Chosen here: the channels of torchvision, dropout of a half.',
    network: { kind: 'scratch', architecture: 'alexnet', size: 224, width: 1, depth: 1 },
    preparation: { split: fixed(0.6, 0.1, 0.3) },
    phases: [{ ...adam, name: 'whole network', extent: { kind: 'all' }, rounds: 30, rate: 1e-4, augmentation: cropped, variants: manyVariants }], // prettier-ignore
  },
  {
    ...common,
    id: 'resnet50-last20',
    name: 'ResNet50, last 20 layers',
    summary:
      'The last 20 layers of a ResNet50 that knows photographs learn, with the labels. Needs a ResNet50 added under Networks, else it ' +
      'learns from nothing. As "ArtExtract" (GSoC 2025) describes it, which learns one attribute at a time.',
    network: resNet50,
    preparation: { split: fixed(0.6, 0.1, 0.3) },
    phases: [{ ...adam, name: 'last layers', extent: { kind: 'last', layers: 20 }, rounds: 20, rate: 1e-4, augmentation: cropped, variants: 5 }], // prettier-ignore
  },
]
