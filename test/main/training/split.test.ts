import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ProbeTask } from '#main/engine/api.ts'
import { createClock } from '#main/engine/training/clock.ts'
import { fineTune } from '#main/engine/training/fineTune.ts'
import { learnProbe, workWeights } from '#main/engine/training/probe.ts'
import { probeTask } from '#test/fixtures/probeTask.ts'
import { taskOf, works, writeTask, type WrittenTask } from './fineTuneTask.ts'

let folder: string
beforeAll(async () => void (folder = await mkdtemp(path.join(tmpdir(), 'split-'))))
afterAll(() => rm(folder, { recursive: true, force: true }))

const quiet = { cancelled: () => false, progress: () => {} }

const farthest = (a: Float32Array, b: Float32Array) => Math.max(...a.map((value, at) => Math.abs(value - b[at]!)))

async function floats(file: string): Promise<Float32Array> {
  const bytes = await readFile(file)
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))
}

describe('a fixed split', () => {
  /** Every tenth work is only judged, the next chooses, the others teach. */
  const foldOf = (work: number) => ({ 0: 0, 1: 2 })[work % 10] ?? 1

  async function probe(change: (label: number, work: number) => number, copies?: Int32Array, l2 = [0.1]) {
    const task: ProbeTask = { ...(await probeTask(folder)), folds: 1, split: 'fixed', l2 }
    const [style] = task.attributes
    const labels = style!.labels.map(change)
    const attribute = { ...style!, labels, folds: Int8Array.from(labels, (_, work) => foldOf(work)), ...(copies ? { copies } : {}) } // prettier-ignore
    const result = await learnProbe({ ...task, attributes: [attribute] }, 'cpu', quiet)
    return { p: await floats(style!.output), labels, result }
  }

  test('learns from the works that teach alone, and predicts every work', async () => {
    const before = await probe((label) => label)
    for (let work = 0; work < before.labels.length; work++)
      expect([0, 1, 2, 3].reduce((sum, term) => sum + before.p[work * 4 + term]!, 0)).toBeCloseTo(1, 4)
    const judged = [...before.labels.keys()].filter((work) => foldOf(work) === 0)
    const right = judged.filter((work) => {
      const row = [...before.p.subarray(work * 4, work * 4 + 4)]
      return row.indexOf(Math.max(...row)) === before.labels[work]
    })
    expect(right.length / judged.length).toBeGreaterThan(0.8)
    const others = await probe((label, work) => (foldOf(work) === 1 ? label : (label + 1) % 4))
    // What is left is when the search stops: the heads that are kept, of all works, are looked for in the same steps.
    expect(farthest(others.p, before.p)).toBeLessThan(0.01)
    const taught = await probe((label, work) => (work === 12 ? (label + 1) % 4 : label))
    expect(farthest(taught.p, before.p)).toBeGreaterThan(0.05)
  })

  test('chooses the strength by the works that are for it', async () => {
    const strengths = [0.001, 0.1, 10]
    const plain = await probe((label) => label, undefined, strengths)
    expect(plain.result.attributes[0]!.l2).toBeLessThan(10)
    // Where those works have nothing to do with their labels, the strongest is the least wrong.
    const nonsense = await probe((label, work) => (foldOf(work) === 2 ? (label + 1) % 4 : label), undefined, strengths)
    expect(nonsense.result.attributes[0]!.l2).toBe(10)
  })

  test('a work that is copied no time does not teach, one that is copied twice counts twice', async () => {
    const none = Int32Array.from({ length: 160 }, (_, work) => (work % 7 === 3 ? 0 : 1))
    const left = await probe((label) => label, none)
    const changed = await probe((label, work) => (none[work] === 0 ? (label + 1) % 4 : label), none)
    expect(farthest(changed.p, left.p)).toBeLessThan(0.01)
    const attribute = { name: '', output: '', terms: ['a', 'b'], labels: Int32Array.of(0, 0, 1, -1), folds: Int8Array.of(1, 1, 1, -1) } // prettier-ignore
    const weights = (copies: number[], balance: number) =>
      [...workWeights({ ...attribute, copies: Int32Array.from(copies) }, balance, () => true)].map((weight) => weight.toFixed(3)) // prettier-ignore
    expect(weights([3, 1, 2, 9], 0)).toEqual(['0.500', '0.167', '0.333', '0.000'])
    expect(weights([3, 1, 2, 9], 1)).toEqual(['0.375', '0.125', '0.500', '0.000'])
  })

  test('a fine-tuned network never sees the labels of the works that are judged, and predicts them', async () => {
    const train = async (name: string, shift: number) => {
      const task = await writeTask(folder, name, { folds: 1, split: 'fixed', finish: { l2: [0.03, 0.3] } })
      for (const attribute of task.attributes)
        for (const work of attribute.labels.keys()) {
          if (attribute.labels[work]! < 0) continue
          attribute.folds[work] = foldOf(work)
          if (foldOf(work) === 0) attribute.labels[work] = (attribute.labels[work]! + shift) % attribute.terms.length
        }
      return { task, result: await fineTune(taskOf(task), 'cpu', quiet) }
    }
    const [before, after] = [await train('before', 0), await train('after', 1)]
    const rows = await floats(before.task.attributes[0]!.output)
    expect(await floats(after.task.attributes[0]!.output)).toEqual(rows)
    expect(rows).toHaveLength(works * 3)
    expect(new Set(before.result.rounds.map(({ fold }) => fold))).toEqual(new Set([0]))
    expect(before.result.cut).toEqual([])
  })
})

describe('a training with a time', () => {
  const sums = async ({ attributes }: WrittenTask) => {
    const rows = await floats(attributes[0]!.output)
    return Array.from({ length: works }, (_, work) => rows[work * 3]! + rows[work * 3 + 1]! + rows[work * 3 + 2]!)
  }

  test('ends at once with the best that it has, says which phases were cut, and predicts every work', async () => {
    const task = await writeTask(folder, 'late', { minutes: 1e-6 })
    const { rounds, cut } = await fineTune(taskOf(task), 'cpu', quiet)
    expect(cut).toEqual(
      [0, 1].flatMap((fold) => [
        { fold, phase: 'heads', rounds: 1 },
        { fold, phase: 'last layers', rounds: 0 },
      ]),
    )
    expect(rounds).toHaveLength(2) // one in each fold, judged as it stood
    for (const sum of await sums(task)) expect(sum).toBeCloseTo(1, 4)
  })

  test('with time enough ends with the same bytes as without any', async () => {
    const [timed, free] = [await writeTask(folder, 'timed', { minutes: 60 }), await writeTask(folder, 'free')]
    expect((await fineTune(taskOf(timed), 'cpu', quiet)).cut).toEqual([])
    await fineTune(taskOf(free), 'cpu', quiet)
    expect((await readFile(timed.model)).equals(await readFile(free.model))).toBe(true)
  })

  test('shares what is left of its time by the folds to come', () => {
    let now = 0
    const clock = createClock(10, 2, () => now)
    clock.begin(0)
    const minute = (at: number) => ((now = at * 60_000), clock.isOver())
    expect([minute(4.9), minute(5)]).toEqual([false, true])
    clock.begin(1) // the first fold took five minutes: five are left
    expect([minute(9.9), minute(10)]).toEqual([false, true])
    expect(clock.atMost(null)).toBe(0)
    expect(createClock(null, 2).atMost(7)).toBe(7)
  })
})
