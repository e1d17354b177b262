import { createHash } from 'node:crypto'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ProbeTask } from '#main/engine/api.ts'
import { openSession, tensor } from '#main/engine/runtimes/onnx.ts'
import { loadRowFile, pickRows } from '#main/engine/rowFile.ts'
import { temporaryFolder } from '#test/fixtures/folder.ts'
import { newEngine, probeTask } from '#test/fixtures/probeTask.ts'

const never = new AbortController().signal
const learn = (engine: ReturnType<typeof newEngine>['engine'], task: ProbeTask) =>
  engine.run((api) => api.probe.learn(task), never)

/** [works][terms] */
async function probabilities({ attributes, rows }: ProbeTask, attribute = 0): Promise<number[][]> {
  const { output, terms } = attributes[attribute]!
  const bytes = await readFile(output)
  const all = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4)
  return Array.from(rows, (row) => [...all.subarray(row * terms.length, (row + 1) * terms.length)])
}

async function sha256(...files: string[]) {
  const hash = createHash('sha256')
  for (const file of files) hash.update(await readFile(file))
  return hash.digest('hex')
}

test('every work gets probabilities that sum to 1, and the labels are learned', { timeout: 60_000 }, async () => {
  const task = await probeTask(await temporaryFolder())
  const result = await learn(newEngine().engine, task)
  expect(result.attributes.map(({ name }) => name)).toEqual(['style', 'genre'])
  for (const [index, { labels }] of task.attributes.entries()) {
    const rows = await probabilities(task, index)
    expect(rows.length).toBe(labels.length)
    for (const row of rows) expect(row.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 4)
    const right = rows.filter((row, work) => labels[work]! >= 0 && row.indexOf(Math.max(...row)) === labels[work])
    expect(right.length / labels.filter((label) => label >= 0).length).toBeGreaterThan(0.9)
    expect(task.l2).toContain(result.attributes[index]!.l2)
  }
})

test('the exported heads are a network of features that knows the terms', { timeout: 60_000 }, async () => {
  const task = await probeTask(await temporaryFolder())
  await learn(newEngine().engine, task)
  const session = await openSession(task.model, 'cpu')
  const { dimension, file } = task.embeddings
  const features = pickRows(await loadRowFile(file), dimension, task.rows)
  const result = await session.run({ features: tensor(features, [task.rows.length, dimension]) })
  const { terms, labels } = task.attributes[0]!
  const p = result['style']!.data as Float32Array
  const right = labels.filter((label, work) => {
    const row = p.subarray(work * terms.length, (work + 1) * terms.length)
    return row.indexOf(Math.max(...row)) === label
  })
  expect(right.length / labels.length).toBeGreaterThan(0.95)
  await session.release()
})

test("a work's own label has no say in its probabilities", { timeout: 60_000 }, async () => {
  const folder = await temporaryFolder()
  // One strength of regularisation: its choice is a single number that all labels of fold 0 decide together.
  const task = { ...(await probeTask(folder)), l2: [0.1] }
  const { engine } = newEngine()
  await learn(engine, task)
  const before = await probabilities(task)
  const given = task.attributes[0]!
  for (const work of [0, 7, 33, 159]) {
    const labels = given.labels.slice()
    labels[work] = (labels[work]! + 1) % 4
    const changed = { ...task, attributes: [{ ...given, labels, output: join(folder, 'changed.f32') }, task.attributes[1]!] } // prettier-ignore
    await learn(engine, changed)
    const after = await probabilities(changed)
    for (const other of before.keys()) {
      const change = Math.max(...before[other]!.map((p, term) => Math.abs(p - after[other]![term]!)))
      // Only models that learned from the work may change; what is left for its own fold is when the search stops.
      if (given.folds[other] === given.folds[work]) expect(change, `${work} on ${other}`).toBeLessThan(0.01)
    }
    const others = [...before.keys()].filter((other) => given.folds[other] !== given.folds[work])
    expect(others.some((other) => Math.abs(before[other]![0]! - after[other]![0]!) > 0.01)).toBe(true)
  }
})

test(
  'the same task gives the same bytes in two fresh processes and again in one of them',
  { timeout: 60_000 },
  async () => {
    const hashes: string[] = []
    const base = await temporaryFolder()
    const [first, second] = [newEngine().engine, newEngine().engine]
    for (const [index, engine] of [first, second, second].entries()) {
      const folder = join(base, String(index))
      await mkdir(folder)
      const task = await probeTask(folder)
      await learn(engine, task)
      hashes.push(await sha256(...task.attributes.map(({ output }) => output), task.model))
    }
    expect(new Set(hashes).size).toBe(1)
  },
)

test('a cancelled task ends at its next step, and the engine takes the next one', { timeout: 60_000 }, async () => {
  const base = await temporaryFolder()
  const [big, small] = [join(base, 'big'), join(base, 'small')]
  await mkdir(big)
  await mkdir(small)
  const { engine } = newEngine()
  const task = await probeTask(big, 6000, 640, 40)
  for (const moment of [0, 1, 2, 5]) {
    const controller = new AbortController()
    let reports = 0
    const progress = () => {
      if (reports++ === moment) controller.abort()
    }
    await expect(engine.run((api) => api.probe.learn(task), controller.signal, { progress })).rejects.toThrow()
    expect(reports - moment).toBeLessThanOrEqual(5) // what was under way when it heard of it
  }
  await learn(engine, await probeTask(small))
})

test('who is cancelled while waiting for a turn does not wait for it', { timeout: 60_000 }, async () => {
  const { engine } = newEngine()
  const task = await probeTask(await temporaryFolder(), 6000, 640, 40)
  const [first, second] = [new AbortController(), new AbortController()]
  let [isFirstOver, wasSecondAsked] = [false, false]
  const long = engine.run((api) => api.probe.learn(task), first.signal).finally(() => (isFirstOver = true))
  long.catch(() => {})
  const waiting = engine.run(async () => (wasSecondAsked = true), second.signal)
  waiting.catch(() => {})
  second.abort()
  await expect(waiting).rejects.toThrow()
  expect([isFirstOver, wasSecondAsked]).toEqual([false, false])
  const third = engine.run(async () => isFirstOver, never)
  first.abort()
  await expect(long).rejects.toThrow()
  expect(await third).toBe(true)
})

test(
  'an engine that dies fails its task with a sentence, and a new one takes the next task',
  { timeout: 60_000 },
  async () => {
    const base = await temporaryFolder()
    const [big, small] = [join(base, 'big'), join(base, 'small')]
    await mkdir(big)
    await mkdir(small)
    const { engine, ports } = newEngine()
    const task = await probeTask(big, 6000, 640, 40)
    const running = engine.run((api) => api.probe.learn(task), never, { progress: () => ports[0]!.kill() })
    await expect(running).rejects.toMatchObject({ code: 'engine-ended', message: expect.stringContaining('The learning engine stopped unexpectedly. Everything done so far is kept') }) // prettier-ignore
    await learn(engine, await probeTask(small))
    expect(ports.length).toBe(2)
  },
)
