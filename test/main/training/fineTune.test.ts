import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FineTuneResult } from '#main/engine/api.ts'
import { normalise } from '#main/engine/embedding.ts'
import { decodeForInference } from '#main/engine/pixels.ts'
import { fineTune } from '#main/engine/training/fineTune.ts'
import { random } from '../graph/random.ts'
import { folds, taskOf, works, writeTask, type WrittenTask } from './fineTuneTask.ts'
import { side, tinyBackbone } from './tinyNetwork.ts'

let folder: string
beforeAll(async () => void (folder = await mkdtemp(path.join(tmpdir(), 'fine-tune-'))))
afterAll(() => rm(folder, { recursive: true, force: true }))

const quiet = { cancelled: () => false, progress: () => {} }
const train = (task: WrittenTask) => fineTune(taskOf(task), 'cpu', quiet)

/** [works, terms] */
async function probabilities({ attributes }: WrittenTask, attribute: number): Promise<Float32Array> {
  const bytes = await readFile(attributes[attribute]!.output)
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))
}
const rowOf = (values: Float32Array, work: number, terms: number) => [
  ...values.subarray(work * terms, (work + 1) * terms),
]

/** What the saved file says of the works, asked of onnxruntime with nothing of ours around it. */
async function saidByFile({ model, works: all }: WrittenTask, output: string): Promise<Float32Array> {
  const session = await InferenceSession.create(model)
  const pixels = await Promise.all(all.map((work) => decodeForInference(work.path, side, 'fill')))
  const input = new Tensor('float32', normalise(pixels, tinyBackbone), [all.length, 3, side, side])
  return (await session.run({ image: input }))[output]!.data as Float32Array
}

describe('a fine-tuned network', () => {
  let task: WrittenTask
  let result: FineTuneResult
  beforeAll(async () => {
    task = await writeTask(folder, 'plain')
    result = await train(task)
  })

  test('learns: works it has not seen are told apart', async () => {
    const p = await probabilities(task, 0)
    const met = task.attributes[0]!.labels.filter((label, work) => {
      const row = rowOf(p, work, 3)
      return label >= 0 && row[label] === Math.max(...row)
    })
    expect(met.length / 36).toBeGreaterThan(0.7)
    for (let work = 0; work < works; work++)
      expect(rowOf(p, work, 3).reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 4)
  })

  test('tells of every round of every phase and fold', () => {
    const told = result.rounds.map(({ fold, phase, round }) => `${fold} ${phase} ${round}`)
    expect(new Set(told).size).toBe(told.length)
    for (let fold = 0; fold < folds; fold++)
      expect(result.rounds.filter((round) => round.fold === fold && round.phase === 'last layers')).toHaveLength(3)
  })

  test('says the same in plain onnxruntime, of the works that its fold predicts and of those without a label', async () => {
    for (const [attribute, { name, folds: dealt, terms }] of task.attributes.entries()) {
      const [kept, said] = [await probabilities(task, attribute), await saidByFile(task, name)]
      const own = task.works.map(({ row }) => row).filter((work) => dealt[work] === 0 || work >= works - 4)
      expect(own.length).toBeGreaterThan(15)
      for (const work of own)
        for (const [term, p] of rowOf(kept, work, terms.length).entries())
          expect(said[work * terms.length + term]).toBeCloseTo(p, 2) // activations are kept in half precision
    }
  })

  test('never sees the labels of the works it speaks for', async () => {
    const attributes = task.attributes.map((attribute) => ({
      ...attribute,
      labels: attribute.labels.map((label, work) => (attribute.folds[work] === 1 ? (label + 1) % attribute.terms.length : label)), // prettier-ignore
      output: attribute.output.replace('plain', 'changed'),
    }))
    const changed = await writeTask(folder, 'changed', { attributes })
    await train(changed)
    const [before, after] = [await probabilities(task, 0), await probabilities(changed, 0)]
    const of = (values: Float32Array, fold: number) =>
      task.attributes[0]!.folds.flatMap((dealt, work) => (dealt === fold ? rowOf(values, work, 3) : []))
    expect(of(after, 1)).toEqual(of(before, 1))
    expect(of(after, 0)).not.toEqual(of(before, 0))
  })
})

test('heads learned anew learn from all labels, and the file says what was said of works without one', async () => {
  const task = await writeTask(folder, 'finished', { finish: { l2: [0.01, 0.1] } })
  // The kept network belongs to fold 0, in which no work is blue.
  const { labels } = task.attributes[0]!
  for (const { folds: dealt } of task.attributes)
    for (const [work, label] of labels.entries()) if (label === 2 && dealt[work] === 0) dealt[work] = 1
  await train(task)
  const [kept, said] = [await probabilities(task, 0), await saidByFile(task, 'style')]
  for (let work = works - 4; work < works; work++)
    for (const [term, p] of rowOf(kept, work, 3).entries()) expect(said[work * 3 + term]).toBeCloseTo(p, 2)
  const blue = task.works.map(({ row }) => row).filter((work) => labels[work] === 2)
  expect(blue.filter((work) => said[work * 3 + 2]! > 0.5).length).toBeGreaterThan(0.8 * blue.length)
})

test('killed at a dozen random moments it ends with the same bytes as without', { timeout: 180_000 }, async () => {
  const finish = { l2: [0.03] }
  const whole = await writeTask(folder, 'whole', { finish })
  const killed = await writeTask(folder, 'killed', { finish })
  const expected = await run(await written(whole), Number.POSITIVE_INFINITY)
  const steps = expected.lines
  const next = random(11)
  const file = await written(killed)
  let kills = 0
  for (; kills < 12; kills++) {
    const { result } = await run(file, 1 + Math.floor((next() * steps) / 4))
    if (result) break
  }
  expect(kills).toBeGreaterThanOrEqual(10)
  const ended = await run(file, Number.POSITIVE_INFINITY)
  expect(ended.result).toEqual(expected.result)
  expect((await readFile(killed.model)).equals(await readFile(whole.model))).toBe(true)
  for (const attribute of [0, 1])
    expect(await probabilities(killed, attribute)).toEqual(await probabilities(whole, attribute))
})

async function written(task: WrittenTask): Promise<string> {
  const file = path.join(task.folder, 'task.json')
  await writeFile(file, JSON.stringify(task))
  return file
}

/** Runs the task in a process of its own and kills it when it has said so many lines. result: null when it was killed. */
function run(file: string, killAfter: number): Promise<{ lines: number; result: FineTuneResult | null }> {
  return new Promise((resolve, reject) => {
    const child = spawn('node', [fileURLToPath(new URL('./fineTuneProcess.ts', import.meta.url)), file], { stdio: ['ignore', 'pipe', 'pipe'] }) // prettier-ignore
    let out = ''
    let complaints = ''
    child.stdout.on('data', (text: Buffer) => {
      out += text.toString()
      if (out.split('\n').length > killAfter) child.kill('SIGKILL')
    })
    child.stderr.on('data', (text: Buffer) => (complaints += text.toString()))
    child.on('close', (code, signal) => {
      if (code !== 0 && signal !== 'SIGKILL') return reject(new Error(complaints))
      const ended = /^ended (.*)$/m.exec(out)
      resolve({ lines: out.split('\n').length, result: ended ? (JSON.parse(ended[1]!) as FineTuneResult) : null })
    })
  })
}
