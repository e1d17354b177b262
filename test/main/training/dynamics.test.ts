import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ProbeTask } from '#main/engine/api.ts'
import { createSnapshots, dynamicsWidth, moments, recordDynamics } from '#main/engine/training/dynamics.ts'
import { temporaryFolder } from '#test/fixtures/folder.ts'
import { newEngine, probeTask } from '#test/fixtures/probeTask.ts'
import { randomNumbers } from '#test/fixtures/syntheticWorks.ts'

const never = new AbortController().signal

async function rowsOf(file: string): Promise<Float32Array[]> {
  const bytes = await readFile(file)
  const all = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4)
  return Array.from({ length: all.length / dynamicsWidth }, (_, row) => all.subarray(row * dynamicsWidth, (row + 1) * dynamicsWidth)) // prettier-ignore
}

test('what is recorded is what each model said of each work, reckoned one by one', async () => {
  const random = randomNumbers(3)
  const [works, rank, models, terms] = [11, 4, 3, 5]
  const numbers = (count: number) => Float32Array.from({ length: count }, () => random() * 4 - 2)
  const u = numbers(works * rank)
  const snapshots = moments.map(() => numbers((rank + 1) * models * terms))
  const labels = Int32Array.from({ length: works }, (_, work) => (work === 4 ? -1 : work % terms))
  const unseenBy = labels.map((label, work) => (label < 0 ? -1 : work % 2))
  const chunks = [[0, 6], [6, works]] as const // prettier-ignore
  const [rows] = await recordDynamics({ u, rank, chunks, heads: [{ terms }], models, labels: [labels], unseenBy: [unseenBy], snapshots, executor: 'cpu' }) // prettier-ignore
  const said = (work: number, model: number, weights: Float32Array) => {
    const z = Array.from({ length: terms }, (_, term) => {
      const at = (row: number) => weights[row * models * terms + model * terms + term]!
      return Array.from(u.subarray(work * rank, (work + 1) * rank), (value, row) => value * at(row)).reduce((sum, x) => sum + x, at(rank)) // prettier-ignore
    })
    const total = z.reduce((sum, x) => sum + Math.exp(x), 0)
    const p = z.map((x) => Math.exp(x) / total)
    return [p[labels[work]!]!, Math.max(...p.filter((_, term) => term !== labels[work]))]
  }
  for (let work = 0; work < works; work++) {
    const row = rows!.subarray(work * dynamicsWidth, (work + 1) * dynamicsWidth)
    expect(row[0]).toBe(labels[work]! + 1)
    for (const [moment, weights] of snapshots.entries()) {
      const wanted = labels[work]! < 0 ? [0, 0, 0, 0] : [...said(work, unseenBy[work]!, weights), ...said(work, models - 1, weights)] // prettier-ignore
      for (const [at, p] of wanted.entries()) expect(row[1 + moment * 4 + at]).toBeCloseTo(p, 5)
    }
  }
})

test('a search that ends before a moment stands there as it ended', () => {
  const snapshots = createSnapshots()
  const weights = new Float32Array(1)
  for (let step = 1; step <= 5; step++) snapshots.see(step, weights.fill(step))
  expect(snapshots.all(Float32Array.of(9)).map(([first]) => first)).toEqual([2, 3, 4, 9, 9, 9, 9, 9])
})

test('the probe keeps it for who asks, the same bytes every time, and right labels are held better by whom they were told', { timeout: 60_000 }, async () => {
  const folder = await temporaryFolder()
  const plain = await probeTask(folder)
  const task: ProbeTask = { ...plain, attributes: plain.attributes.map((attribute, index) => (index === 0 ? { ...attribute, dynamics: join(folder, 'dynamics.f32') } : attribute)) } // prettier-ignore
  const { engine } = newEngine()
  await engine.run((api) => api.probe.learn(task), never)
  const before = await readFile(join(folder, 'dynamics.f32'))
  const rows = await rowsOf(join(folder, 'dynamics.f32'))
  const { labels, terms, output } = task.attributes[0]!
  expect(rows.map((row) => row[0]! - 1)).toEqual([...labels])
  const at = (row: Float32Array, moment: number) => row.subarray(1 + moment * 4, 5 + moment * 4)
  for (const row of rows)
    for (const moment of moments.keys()) {
      const [unseen, unseenOther, learned, learnedOther] = at(row, moment)
      expect(unseen! + unseenOther!).toBeLessThan(1.0001)
      expect(learned! + learnedOther!).toBeLessThan(1.0001)
    }
  const mean = (column: number, moment: number) => rows.reduce((sum, row) => sum + at(row, moment)[column]!, 0) / rows.length
  expect(mean(2, 7)).toBeGreaterThan(mean(0, 7))
  expect(mean(2, 7)).toBeGreaterThan(mean(2, 0))
  // At the end stands what the probabilities say, which the same models give.
  const bytes = await readFile(output)
  const probabilities = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4)
  const gap = rows.map((row, work) => Math.abs(at(row, 7)[0]! - probabilities[work * terms.length + labels[work]!]!))
  expect(Math.max(...gap)).toBeLessThan(0.05)
  await newEngine().engine.run((api) => api.probe.learn(task), never)
  expect(before.equals(await readFile(join(folder, 'dynamics.f32')))).toBe(true)
}) // prettier-ignore
