import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import type { FineTuneTask } from '#main/engine/api.ts'
import { writeOnnx } from '#main/engine/graph/write.ts'
import { noAugmentation } from '#main/engine/training/augment.ts'
import type { Phase } from '#main/engine/training/phase.ts'
import { noise } from '../graph/random.ts'
import { side, tinyBackbone, tinyNetwork } from './tinyNetwork.ts'

export const works = 40
export const folds = 2

/** A task as JSON. */
export type WrittenTask = Omit<FineTuneTask, 'attributes'> & {
  attributes: { name: string; terms: string[]; labels: number[]; folds: number[]; output: string }[]
}

export const taskOf = (written: WrittenTask): FineTuneTask => ({
  ...written,
  attributes: written.attributes.map((attribute) => ({
    ...attribute,
    labels: Int32Array.from(attribute.labels),
    folds: Int8Array.from(attribute.folds),
  })),
})

const usual: Phase = {
  name: 'heads',
  extent: { kind: 'heads' },
  freezeDepthwise: false,
  rounds: 4,
  batch: 8,
  accumulate: 1,
  optimiser: { kind: 'adamw' },
  rate: 0.05,
  schedule: { kind: 'constant' },
  warmUp: 0,
  clip: 5,
  smoothing: 0,
  sampler: { kind: 'natural' },
  augmentation: noAugmentation,
  variants: 1,
  patience: 4,
}

/** Writes small pictures whose colour tells the style and whose brightness the genre; the last four works have no labels. */
export async function writeTask(folder: string, name: string, change: Partial<WrittenTask> = {}): Promise<WrittenTask> {
  await mkdir(path.join(folder, name), { recursive: true })
  await writeFile(path.join(folder, 'tiny.onnx'), writeOnnx(tinyNetwork()))
  const style = Array.from({ length: works }, (_, work) => (work < works - 4 ? work % 3 : -1))
  const genre = Array.from({ length: works }, (_, work) => (work < works - 4 && work % 5 > 0 ? (work >> 1) % 2 : -1))
  const foldsOf = (labels: number[]) => labels.map((label, work) => (label < 0 ? -1 : (work >> 2) % folds))
  const pictures = Array.from({ length: works }, async (_, work) => {
    const file = path.join(folder, `${work}.png`)
    const pixels = noise([side * side * 3], work + 5).map(
      (value, at) => 120 + 50 * value + (at % 3 === work % 3 ? 50 : 0) + ((work >> 1) % 2) * 25,
    )
    await sharp(Uint8Array.from(pixels), { raw: { width: side, height: side, channels: 3 } })
      .png()
      .toFile(file)
    return { row: work, path: file }
  })
  const attribute = (title: string, terms: string[], labels: number[]) =>
    ({ name: title, terms, labels, folds: foldsOf(labels), output: path.join(folder, name, `${title}.f32`) }) // prettier-ignore
  return {
    backbone: tinyBackbone,
    network: path.join(folder, 'tiny.onnx'),
    scratch: null,
    neck: { kind: 'none' },
    lossWeights: {},
    executor: 'cpu',
    works: await Promise.all(pictures),
    attributes: [attribute('style', ['red', 'green', 'blue'], style), attribute('genre', ['dark', 'light'], genre)],
    phases: [
      usual,
      {
        ...usual,
        name: 'last layers',
        extent: { kind: 'last', layers: 6 },
        rounds: 3,
        rate: 0.01,
        augmentation: { ...noAugmentation, flip: true, crop: 0.8 },
        variants: 2,
      },
    ],
    balance: 0.5,
    folds,
    seed: 3,
    finish: null,
    expected: [],
    groups: null,
    folder: path.join(folder, name),
    model: path.join(folder, name, 'network.onnx'),
    ...change,
  }
}
