import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { topOf } from '#main/engine/backbone/top.ts'
import { fold } from '#main/engine/graph/fold.ts'
import { readOnnx } from '#main/engine/graph/read.ts'
import { widen } from '#main/engine/graph/weights.ts'
import { trainingGraph } from '#main/engine/training/heads.ts'
import { worksAtOnce } from '#main/engine/training/memory.ts'
import { bundledBackbone } from '#main/learning/backbones.ts'
import { places } from '#main/places.ts'

const { backbone, model } = await bundledBackbone(places.resources)
const network = fold(widen(readOnnx(readFileSync(model))))
const common = { ...topOf(backbone), heads: [{ name: 'style', terms: 17, weight: 1 }], smoothing: 0, freezeDepthwise: false } // prettier-ignore

test('a batch of 32 goes through the last layers of the bundled network whole, and through all of it in parts', () => {
  const last = trainingGraph(network, { ...common, extent: { kind: 'last', layers: 20 } })
  expect(worksAtOnce(last)).toBeGreaterThanOrEqual(32)
  // Each work leaves 14 million numbers on its way, and as many on the way back: 110 MB.
  expect(worksAtOnce(trainingGraph(network, { ...common, extent: { kind: 'all' } }))).toBe(6)
})

test('where a layer takes the statistics of its batch, no part is smaller than eight works', () => {
  const all = trainingGraph(network, { ...common, extent: { kind: 'all' } })
  // Pictures of sixteen times the area: one work alone is above what may be held.
  const inputs = all.prediction.inputs.map((input) =>
    input.shape?.length === 4 ? { ...input, shape: ['n', 3, 896, 896] } : input,
  )
  const large = { ...all, prediction: { ...all.prediction, inputs } }
  expect(worksAtOnce(large)).toBe(1)
  expect(worksAtOnce({ ...large, statistics: [{ name: 'mean', next: 'mean.next' }] })).toBe(8)
})
