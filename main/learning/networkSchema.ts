import * as v from 'valibot'
import { architectures } from '../engine/networks/architectures.ts'
import { field } from './field.ts'

const architecture = field('Architecture', 'The published network.', v.picklist(architectures))
const size = field(
  'Picture size',
  'Side of the pictures in pixels.',
  v.pipe(v.number(), v.integer(), v.minValue(16), v.maxValue(1024)),
  224,
)
const published = (title: string, help: string) =>
  v.optional(field(title, help, v.pipe(v.number(), v.gtValue(0), v.maxValue(2)), 1), 1)

export const network = v.variant('kind', [
  v.strictObject({
    kind: field('The chosen network', 'The one chosen for the run, else the bundled one.', v.literal('backbone')),
  }),
  v.strictObject({
    kind: field(
      'A pretrained one',
      'One of this architecture that was added to the collection.',
      v.literal('pretrained'),
    ),
    architecture,
    size,
    otherwise: field(
      'Where it is not there',
      'scratch: the same without what it has learned before; bundled: the network that ships with the app.',
      v.picklist(['scratch', 'bundled']),
    ),
  }),
  v.strictObject({
    kind: field('A new one', 'Learns to see from nothing.', v.literal('scratch')),
    architecture,
    size,
    width: published('Width', 'Share of the published channels; 1: as published.'),
    depth: published('Depth', 'Share of the published blocks; 1: as published.'),
  }),
])

const channels = (title: string, help: string, start: number) =>
  field(title, help, v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(4096)), start)

/** What lies between the network's last map and the heads. */
export const neck = v.variant('kind', [
  v.strictObject({ kind: field('None', "The labels are told from the network's features.", v.literal('none')) }),
  v.strictObject({
    kind: field('LSTM', 'The map is read place after place by a recurrent layer.', v.literal('lstm')),
    hidden: channels('Units', 'Units of the LSTM.', 512),
    grid: v.optional(
      field(
        'Grid',
        'The map is pooled to grid x grid places.',
        v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(8)),
        7,
      ),
      7,
    ),
  }),
  v.strictObject({
    kind: field(
      'ConvLSTM, attention and pyramid',
      'The map is read in steps by two recurrent convolutions, then by attention and a pyramid of sizes.',
      v.literal('convlstm-pyramid'),
    ),
    channels: channels('Channels', 'Of the convolution before the recurrence.', 512),
    steps: field(
      'Steps',
      'In which the recurrence reads them.',
      v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(16)),
      4,
    ),
    first: channels('First recurrence', 'Channels of the first ConvLSTM layer.', 256),
    second: channels('Second recurrence', 'Channels of the second ConvLSTM layer.', 128),
    level: channels('Pyramid level', 'Channels of each level of the pyramid.', 128),
    side: field(
      'Pyramid side',
      'Side to which all levels are brought.',
      v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(64)),
      20,
    ),
    dropout: field(
      'Dropout',
      'Share of values left out while learning.',
      v.pipe(v.number(), v.minValue(0), v.ltValue(1)),
      0.4,
    ),
  }),
])
