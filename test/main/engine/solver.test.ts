import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { writeOnnx } from '#main/engine/graph/write.ts'
import { labelTensor, openSession, tensor } from '#main/engine/runtimes/onnx.ts'
import { columnsOf, lossGraph } from '#main/engine/training/probeGraph.ts'
import { minimise } from '#main/engine/training/solver.ts'
import { meanOfTerms, mostTerms } from '#main/engine/training/namedTerms.ts'
import { targetTensor } from '#main/engine/training/targets.ts'
import { randomNumbers } from '#test/fixtures/syntheticWorks.ts'

/** labels: a term, or several that a label names. */
type Case = { features: number; terms: number; l2: number; x: number[][]; labels: (number | number[])[]; weights: number[]; loss: number; probabilities?: number[][] } // prettier-ignore
const file = new URL('../../fixtures/reference/softmax.json', import.meta.url)
const cases = JSON.parse(readFileSync(file, 'utf8')) as Case[]

/** Loss in float64, regularised. found: [features + 1, terms]. */
function objective({ features, terms, l2, x, labels, weights }: Case, found: Float32Array): number {
  let loss = 0
  for (const [work, row] of x.entries()) {
    const z = Array.from({ length: terms }, (_, term) =>
      row.reduce((sum, value, i) => sum + value * found[i * terms + term]!, found[features * terms + term]!),
    )
    const total = z.reduce((sum, value) => sum + Math.exp(value), 0)
    loss -= weights[work]! * (meanOfTerms([labels[work]!].flat(), (term) => z[term]!) - Math.log(total))
  }
  for (let i = 0; i < features * terms; i++) loss += (l2 / 2) * found[i]! ** 2
  return loss
}

async function solve(given: Case, options: { steps: number; tolerance: number }) {
  const { features, terms, x, labels, weights, l2 } = given
  const targets = { labels: Int32Array.from(labels, (label) => (typeof label === 'number' ? label : -1)), several: new Map(labels.flatMap((label, work) => (typeof label === 'number' ? [] : [[work, label] as const]))) } // prettier-ignore
  const most = mostTerms(targets)
  const session = await openSession(writeOnnx(lossGraph(features, [{ terms, most }], 1)), 'cpu')
  const works = x.length
  const feeds = {
    u: tensor(Float32Array.from(x.flat()), [works, features]),
    'labels.0': targetTensor(targets, [...x.keys()], most),
    'weights.0': tensor(Float32Array.from(weights), [works, 1]),
  }
  const variance = (i: number) => x.reduce((sum, row) => sum + row[i]! ** 2, 0) / works
  const curvature = Float64Array.from({ length: features + 1 }, (_, i) => 0.25 * (i < features ? variance(i) : 1))
  let steps = 0
  const evaluate = async (point: Float32Array) => {
    const w = tensor(point.slice(0, features * terms), [features, terms])
    const b = tensor(point.slice(features * terms), [terms])
    const result = await session.run({ ...feeds, w, b })
    const gradient = [...(result['grad.w']!.data as Float32Array), ...(result['grad.b']!.data as Float32Array)]
    return { loss: Float64Array.from(result['loss.0']!.data as Float32Array), gradient: Float32Array.from(gradient) }
  }
  const problem = { rows: features + 1, modelOf: new Int32Array(terms), models: 1, l2: Float64Array.of(l2), curvature, evaluate } // prettier-ignore
  const found = await minimise({ ...problem, onStep: (step) => (steps = step) > 0 }, options)
  await session.release()
  return { found, steps }
}

test.each(cases)("the optimum is scikit-learn's: $features features, $terms terms, l2 $l2", async (given) => {
  const { found, steps } = await solve(given, { steps: 2000, tolerance: 1e-7 })
  expect(Math.abs(objective(given, found) / given.loss - 1)).toBeLessThan(1e-3)
  expect(steps).toBeLessThan(2000)
})

test('labels that name several terms teach as rows of one term each that share the weight, as scikit-learn learns them', async () => {
  const [given] = cases.filter(({ probabilities }) => probabilities)
  const { features, terms, x, labels, probabilities } = given!
  expect(labels.filter((label) => [label].flat().length > 1)).toHaveLength(14)
  const { found } = await solve(given!, { steps: 2000, tolerance: 1e-9 })
  for (const [work, row] of x.entries()) {
    const z = Array.from({ length: terms }, (_, term) =>
      row.reduce((sum, value, i) => sum + value * found[i * terms + term]!, found[features * terms + term]!),
    )
    const total = z.reduce((sum, value) => sum + Math.exp(value), 0)
    for (const [term, value] of z.entries())
      expect(Math.abs(Math.exp(value) / total - probabilities![work]![term]!)).toBeLessThan(2e-3)
  }
})

test('the few steps that the probe takes come within 5 % of the optimum', async () => {
  for (const given of cases) {
    const { found } = await solve(given, { steps: 30, tolerance: 2e-3 })
    expect(objective(given, found) / given.loss).toBeLessThan(1.05)
  }
})

test('the loss graph of several heads and models has the gradient of its loss', async () => {
  const random = randomNumbers(4)
  const noise = (count: number) => Float32Array.from({ length: count }, () => random() * 2 - 1)
  const [works, rank, models] = [7, 3, 2]
  const heads = [{ terms: 3 }, { terms: 2 }]
  const columns = columnsOf(heads, models)
  const session = await openSession(writeOnnx(lossGraph(rank, heads, models)), 'cpu')
  const labels = [
    [0, 2, -1, 1, 1, 0, 2],
    [-1, 0, 1, 1, 0, -1, 1],
  ]
  // Where there is no label the weight is 0, as the probe has it.
  const weights = (head: number) =>
    tensor(noise(works * models).map((value, i) => (labels[head]![Math.floor(i / models)]! < 0 ? 0 : Math.abs(value))), [works, models]) // prettier-ignore
  const feeds = {
    u: tensor(noise(works * rank), [works, rank]),
    'labels.0': labelTensor(Int32Array.from(labels[0]!)),
    'labels.1': labelTensor(Int32Array.from(labels[1]!)),
    'weights.0': weights(0),
    'weights.1': weights(1),
  }
  const run = async ({ w, b }: { w: Float32Array; b: Float32Array }) => {
    const result = await session.run({ ...feeds, w: tensor(w, [rank, columns]), b: tensor(b, [columns]) })
    const losses = [0, 1].flatMap((head) => [...(result[`loss.${head}`]!.data as Float32Array)])
    const gradient = { w: result['grad.w']!.data as Float32Array, b: result['grad.b']!.data as Float32Array }
    return { loss: losses.reduce((sum, value) => sum + value, 0), gradient }
  }
  const point = { w: noise(rank * columns), b: noise(columns) }
  const { gradient } = await run(point)
  for (const at of ['w', 'b'] as const)
    for (let i = 0; i < point[at].length; i++) {
      const lossAt = async (by: number) => {
        const other = { w: point.w.slice(), b: point.b.slice() }
        other[at][i]! += by
        return (await run(other)).loss
      }
      const difference = ((await lossAt(1e-2)) - (await lossAt(-1e-2))) / 2e-2
      expect(Math.abs(gradient[at][i]! - difference), `${at} ${i}`).toBeLessThan(2e-3)
    }
  await session.release()
})
