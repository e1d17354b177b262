import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { saveOnnx } from '#main/engine/graph/save.ts'
import { trainedNetwork } from '#main/engine/training/heads.ts'
import { initialState } from '#main/engine/training/optimisers.ts'
import { createPredictor } from '#main/engine/training/predictor.ts'
import { createStepper } from '#main/engine/training/stepper.ts'
import { graphOf, heads, networkOf, paintings, phaseOf, rows, startOf, tiny64, works } from './smallRows.ts'

let folder: string
beforeAll(async () => void (folder = await mkdtemp(path.join(tmpdir(), 'networks-'))))
afterAll(() => rm(folder, { recursive: true, force: true }))

const absent = !existsSync(tiny64)
if (absent) console.warn(`Skipped: there are no paintings in ${tiny64}`)
const [most, between] = [150, 10]

describe.skipIf(absent).each(rows)('the network of $row in small', { timeout: 300_000 }, (row) => {
  test('learns 32 paintings by heart, and says the same when it has been saved and read again', async () => {
    const network = await networkOf(row)
    const graph = graphOf(network)
    const { activations, labels } = await paintings(network)
    const phase = phaseOf(row)
    const shown = { train: works, validation: works, heads, targets: [{ labels }], termWeights: [new Float32Array(8).fill(1)] } // prettier-ignore
    const stepper = await createStepper({ phase, graph, works: shown, activations, seed: 1, executor: 'cpu' })
    const predictor = await createPredictor(graph, 'cpu')
    let weights: Float32Array = startOf(graph)
    let state: Record<string, Float32Array> = Object.fromEntries(initialState(phase.optimiser, graph.length))
    let [said, met] = [new Float32Array(), 0]
    for (let step = 1; step <= most && met < works.length; step++) {
      ;({ weights, state } = await stepper.step({ weights, state, batch: works, round: 0, rate: row.rate, step }))
      if (step % between > 0) continue
      said = (await predictor.run(weights, works, activations, () => {})).heads[0]! as Float32Array<ArrayBuffer>
      met = works.filter((work) => isLargest(said.subarray(work * 8, work * 8 + 8), labels[work]!)).length
    }
    await stepper.close()
    await predictor.close()
    expect(met).toBe(32)

    const learned = new Map(graph.parameters.map(({ name, offset, size }) => [name, weights.slice(offset, offset + size)])) // prettier-ignore
    const file = path.join(folder, `${row.row}.onnx`)
    await saveOnnx(file, trainedNetwork(network.graph, { ...network, heads }, learned))
    const session = await InferenceSession.create(file)
    const { size } = network.input
    const pixels = new Tensor('float32', await activations.read(works, []), [works.length, 3, size, size])
    const { style } = await session.run({ image: pixels })
    expect(style!.dims).toEqual([works.length, 8])
    for (const [at, p] of (style!.data as Float32Array).entries()) expect(Math.abs(p - said[at]!)).toBeLessThan(1e-4)
  })
})

const isLargest = (row: Float32Array, label: number) => row.every((p) => p <= row[label]!)
