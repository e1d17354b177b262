import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Scratch } from '#main/engine/networks/scratch.ts'
import type { Neck } from '#main/engine/networks/necks.ts'
import { normalise } from '#main/engine/embedding.ts'
import { decodeForInference } from '#main/engine/pixels.ts'
import type { Activations } from '#main/engine/training/activations.ts'
import { noAugmentation } from '#main/engine/training/augment.ts'
import { trainingGraph, type TrainingGraph } from '#main/engine/training/heads.ts'
import { openNetwork, type Network } from '#main/engine/training/network.ts'
import type { Phase } from '#main/engine/training/phase.ts'
import { readTable } from '../../fixtures/readTable.ts'
import { tinyBackbone } from '../training/tinyNetwork.ts'

export const tiny64 = path.resolve('../shared/art/tiny64')

/** Every row of the reference systems in small: the same network function with few channels and blocks. */
export type Row = { row: string; scratch: Scratch; neck?: Neck; rate: number }
const small = (architecture: Scratch['architecture'], size: number, width: number, depth: number): Scratch => ({ architecture, size, width, depth }) // prettier-ignore
const lstm: Neck = { kind: 'lstm', hidden: 24, grid: 3 }
const pyramid: Neck = { kind: 'convlstm-pyramid', channels: 24, steps: 2, first: 16, second: 16, level: 24, side: 4, dropout: 0.4 } // prettier-ignore

export const rows: readonly Row[] = [
  { row: 'two-stage', scratch: small('efficientnet-b0', 48, 0.25, 0.1), rate: 0.01 },
  { row: 'convlstm-pyramid', scratch: small('efficientnet-v2-s', 48, 0.25, 0.05), neck: pyramid, rate: 0.01 },
  { row: 'small-cnn', scratch: small('small-cnn', 62, 0.25, 1), rate: 0.005 },
  { row: 'resnet50-scratch', scratch: small('resnet50', 48, 0.1, 0.3), rate: 0.01 },
  { row: 'resnet50-lstm', scratch: small('resnet50', 64, 0.1, 0.25), neck: lstm, rate: 0.01 },
  { row: 'efficientnet-lstm', scratch: small('efficientnet-b0', 64, 0.15, 0.1), neck: lstm, rate: 0.01 },
  { row: 'alexnet', scratch: small('alexnet', 67, 0.15, 1), rate: 0.0015 },
]

export const heads = [{ name: 'style', terms: 8, weight: 1 }]
export const works = Array.from({ length: 32 }, (_, work) => work)

export const networkOf = ({ scratch, neck = { kind: 'none' } }: Row): Promise<Network> =>
  openNetwork({ backbone: tinyBackbone, network: '', scratch, neck, seed: 1 })

export function graphOf({ graph, ...parts }: Network): TrainingGraph {
  return trainingGraph(graph, { ...parts, heads, extent: { kind: 'all' }, freezeDepthwise: false, smoothing: 0 })
}

export const phaseOf = ({ rate }: Row, change: Partial<Phase> = {}): Phase => ({
  name: 'all',
  extent: { kind: 'all' },
  freezeDepthwise: false,
  rounds: 1,
  batch: 32,
  accumulate: 1,
  optimiser: { kind: 'adam' },
  rate,
  schedule: { kind: 'constant' },
  warmUp: 0,
  clip: null,
  smoothing: 0,
  sampler: { kind: 'natural' },
  augmentation: noAugmentation,
  variants: 1,
  patience: 1000,
  ...change,
})

/** The pixels of 32 paintings, four of each style, as the network takes them; their styles. */
export async function paintings({ input }: Network): Promise<{ activations: Activations; labels: Int32Array }> {
  const [, ...table] = readTable(readFileSync(path.join(tiny64, 'labels.csv'), 'utf8'))
  const all = table.map(([file = '', style = '']) => ({ file: path.join(tiny64, file), style }))
  const styles = [...new Set(all.map(({ style }) => style))].toSorted()
  const chosen = styles.flatMap((style) => all.filter((work) => work.style === style).slice(0, 4))
  const pixels = await Promise.all(chosen.map(({ file }) => decodeForInference(file, input.size, input.fit)))
  const images = pixels.map((image) => normalise([image], { input }))
  const read = (wanted: readonly number[]) => {
    const out = new Float32Array(wanted.length * images[0]!.length)
    for (const [at, work] of wanted.entries()) out.set(images[work]!, at * images[0]!.length)
    return Promise.resolve(out)
  }
  return {
    activations: { read, close: () => Promise.resolve() },
    labels: Int32Array.from(chosen, (work) => styles.indexOf(work.style)),
  }
}

/** The first weights, laid end to end. */
export function startOf({ length, parameters, initial }: TrainingGraph): Float32Array<ArrayBuffer> {
  const start = new Float32Array(length)
  for (const { name, offset } of parameters) start.set(initial.get(name)!, offset)
  return start
}
