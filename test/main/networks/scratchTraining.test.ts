import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { normalise } from '#main/engine/embedding.ts'
import { scratchInput } from '#main/engine/networks/scratch.ts'
import { decodeForInference } from '#main/engine/pixels.ts'
import { fineTune } from '#main/engine/training/fineTune.ts'
import { planTraining } from '#main/engine/training/plan.ts'
import { taskOf, works, writeTask, type WrittenTask } from '../training/fineTuneTask.ts'

let folder: string
beforeAll(async () => void (folder = await mkdtemp(path.join(tmpdir(), 'scratch-'))))
afterAll(() => rm(folder, { recursive: true, force: true }))

/** A new network with an LSTM behind it, batch statistics and dropout in it, and a style that counts twice. */
const size = 32
const scratch = { architecture: 'efficientnet-b0', size, width: 0.1, depth: 0.1 } as const
async function written(name: string): Promise<WrittenTask> {
  const task = await writeTask(folder, name, { scratch, neck: { kind: 'lstm', hidden: 6, grid: 2 }, lossWeights: { style: 2 } }) // prettier-ignore
  return { ...task, phases: [{ ...task.phases[0]!, name: 'all', extent: { kind: 'all' }, rounds: 3, rate: 0.02 }] }
}

/** Trains, stopped after so many signs of progress where a number is given. */
async function train(task: WrittenTask, stopAfter = Number.POSITIVE_INFINITY): Promise<number> {
  let told = 0
  await fineTune(taskOf(task), 'cpu', { progress: () => void told++, cancelled: () => told >= stopAfter })
  return told
}

test(
  'a network from nothing trains, predicts, is saved and repeats bit for bit after having been stopped',
  { timeout: 120_000 },
  async () => {
    const whole = await written('whole')
    const steps = await train(whole)
    const stopped = await written('stopped')
    for (const share of [0.2, 0.3]) await expect(train(stopped, Math.round(steps * share))).rejects.toThrow('cancelled')
    await train(stopped)
    expect((await readFile(stopped.model)).equals(await readFile(whole.model))).toBe(true)

    const session = await InferenceSession.create(whole.model)
    const pixels = await Promise.all(whole.works.map((work) => decodeForInference(work.path, size, 'fill')))
    const input = new Tensor('float32', normalise(pixels, { input: scratchInput(size) }), [works, 3, size, size])
    const said = await session.run({ image: input })
    for (const { name, terms, folds, output } of whole.attributes) {
      const bytes = await readFile(output)
      const kept = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))
      const own = whole.works.map(({ row }) => row).filter((work) => folds[work] === 0 || work >= works - 4)
      for (const work of own)
      for (let term = 0; term < terms.length; term++)
        expect((said[name]!.data as Float32Array)[work * terms.length + term]).toBeCloseTo(kept[work * terms.length + term]!, 4) // prettier-ignore
    }
  },
)

test('the plan shows the new layers and the neck, and that all of them learn', async () => {
  const task = taskOf(await written('plan'))
  const attributes = task.attributes.map(({ name, terms }) => ({ name, terms: terms.length }))
  const plan = await planTraining({ ...task, attributes, count: works, labelled: works - 4 }, 'cpu', () => {})
  expect(plan.layers.at(-1)).toMatchObject({ name: 'neck.lstm', op: 'LSTM' })
  expect(plan.layers.filter(({ op }) => op === 'Conv').length).toBeGreaterThan(20)
  expect(plan.phases[0]!.trained).toBe(plan.layers.length)
})
