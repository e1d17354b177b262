import { beforeAll, describe, expect, test } from 'vitest'
import { writeOnnx } from '#main/engine/graph/write.ts'
import { openSession, tensor } from '#main/engine/runtimes/onnx.ts'
import { trainingGraph, type TrainingGraph } from '#main/engine/training/heads.ts'
import { mostTerms, termsOf, type Targets } from '#main/engine/training/namedTerms.ts'
import { targetTensor } from '#main/engine/training/targets.ts'
import { createTfjsGradients } from '#main/engine/runtimes/tfjs.ts'
import * as tf from '@tensorflow/tfjs'
import { noise } from '../graph/random.ts'
import { dimension, side, tinyNetwork } from './tinyNetwork.ts'

const heads = [
  { name: 'style', terms: 4, weight: 1 },
  { name: 'genre', terms: 3, weight: 0.5 },
]
const works = 6
const labels = [Int32Array.of(0, 3, -1, 2, 2, 1), Int32Array.of(-1, -1, 0, 2, 1, 1)]
/** Works whose labels name several terms in their place, by head. */
const several = [new Map([[1, [0, 3]], [4, [2, 1, 0]]]), new Map([[0, [2, 0]]])] // prettier-ignore
const weights = [Float32Array.of(0.1, 0.3, 0, 0.2, 0.2, 0.4), Float32Array.of(0, 0, 0.25, 0.5, 0.125, 0.125)]
/** What is taught: each label alone, or some that name several. */
type Taught = readonly Targets[]
const alone: Taught = labels.map((given) => ({ labels: given }))
const shared: Taught = labels.map((given, head) => ({ labels: given.map((label, work) => (several[head]!.has(work) ? -1 : label)), several: several[head]! })) // prettier-ignore

const options = { features: 'features', dimension, heads, freezeDepthwise: false }
const graphOf = (
  smoothing: number,
  extent: Parameters<typeof trainingGraph>[1]['extent'] = { kind: 'heads' },
  taught = alone,
) => trainingGraph(tinyNetwork(), { ...options, heads: headsOf(taught), smoothing, extent })
const headsOf = (taught: Taught) => heads.map((head, index) => ({ ...head, most: mostTerms(taught[index]!) }))

/** The weights, biases a little away from zero. */
function vectorOf(graph: TrainingGraph): Float32Array {
  const vector = new Float32Array(graph.length)
  for (const { name, offset } of graph.parameters) vector.set(graph.initial.get(name)!, offset)
  return vector.map((value, at) => value + 0.05 * Math.sin(at))
}

async function run(graph: TrainingGraph, x: Float32Array, vector: Float32Array, taught = alone) {
  const session = await openSession(writeOnnx(graph.gradient), 'cpu')
  const result = await session.run({
    [graph.cut.name]: tensor(x, [works, ...graph.cut.shape]),
    weights: tensor(vector, [graph.length]),
    ...Object.fromEntries(taught.map((targets, head) => [`labels.${head}`, targetTensor(targets, [...Array(works).keys()], mostTerms(targets))])), // prettier-ignore
    ...Object.fromEntries(weights.map((given, head) => [`weights.${head}`, tensor(given, [works])])),
  })
  const numbers = (name: string) => Array.from(result[name]!.data as Float32Array)
  return { loss: numbers('loss')[0]!, gradient: numbers('gradient'), correct: heads.map((_, head) => numbers(`correct.${head}`)[0]!) } // prettier-ignore
}

/** Loss, its gradient by weights and biases of the heads, and weight of the labels met, written as the textbook has them. */
function reference(x: Float32Array, vector: Float32Array, smoothing: number, taught: Taught) {
  let loss = 0
  const gradient = new Float64Array(vector.length)
  const correct: number[] = []
  let offset = 0
  for (const [head, { terms, weight }] of heads.entries()) {
    const bias = offset + dimension * terms
    correct.push(0)
    for (let work = 0; work < works; work++) {
      const logits = Array.from({ length: terms }, (_, term) => {
        let sum = vector[bias + term]!
        for (let i = 0; i < dimension; i++) sum += x[work * dimension + i]! * vector[offset + i * terms + term]!
        return sum
      })
      const named = termsOf(taught[head]!, work)
      const counts = weights[head]![work]!
      const total = logits.reduce((sum, logit) => sum + Math.exp(logit), 0)
      for (const [term, logit] of logits.entries()) {
        const target = (1 - smoothing) * (named.includes(term) ? 1 / named.length : 0) + smoothing / terms
        const p = Math.exp(logit) / total
        loss -= weight * counts * target * Math.log(p)
        const slope = weight * counts * (p - target)
        gradient[bias + term]! += slope
        for (let i = 0; i < dimension; i++) gradient[offset + i * terms + term]! += slope * x[work * dimension + i]!
      }
      if (named.includes(logits.indexOf(Math.max(...logits)))) correct[head]! += counts
    }
    offset = bias + terms
  }
  return { loss, gradient, correct }
}

describe.each([0, 0.1])('the loss of two heads with masks, class weights and a smoothing of %d', (smoothing) => {
  const x = noise([works, dimension], 4)
  test.each([
    ['labels of one term', alone],
    ['labels that name several terms, which share the target evenly', shared],
  ])('is the textbook cross-entropy for %s, and so are its gradient and the labels met', async (_, taught) => {
    const graph = graphOf(smoothing, { kind: 'heads' }, taught)
    const vector = vectorOf(graph)
    const found = await run(graph, x, vector, taught)
    const expected = reference(x, vector, smoothing, taught)
    expect(found.loss).toBeCloseTo(expected.loss, 5)
    for (const [at, value] of expected.gradient.entries()) expect(found.gradient[at]).toBeCloseTo(value, 5)
    for (const [head, value] of expected.correct.entries()) expect(found.correct[head]).toBeCloseTo(value, 5)
  })

  test('is the same by TensorFlow.js for labels that name several terms', async () => {
    await tf.setBackend('cpu')
    const graph = graphOf(smoothing, { kind: 'heads' }, shared)
    const vector = vectorOf(graph)
    const given = shared.map((targets) => Int32Array.from(targetTensor(targets, [...Array(works).keys()], mostTerms(targets)).data as BigInt64Array, Number)) // prettier-ignore
    const theirs = createTfjsGradients(tf, graph, { heads: headsOf(shared), smoothing })(vector, { x, labels: given, counts: weights }) // prettier-ignore
    const expected = reference(x, vector, smoothing, shared)
    expect(theirs.loss).toBeCloseTo(expected.loss, 5)
    for (const [at, value] of expected.gradient.entries()) expect(theirs.gradient[at]).toBeCloseTo(value, 5)
    for (const [head, value] of expected.correct.entries()) expect(theirs.correct[head]).toBeCloseTo(value, 5)
  })
})

describe('what is trained', () => {
  let whole: TrainingGraph
  beforeAll(() => void (whole = graphOf(0, { kind: 'all' })))

  test('everything: it begins at the image, and no weight is left out', () => {
    expect(whole.trunk).toBeNull()
    expect(whole.cut).toEqual({ name: 'image', shape: [3, side, side] })
    expect(whole.parameters.map(({ name }) => name)).toEqual([
      'first.w', 'first.b', 'deepwise.w', 'deepwise.b', 'projected.w', 'projected.b',
      'head.style.w', 'head.style.b', 'head.genre.w', 'head.genre.b',
    ]) // prettier-ignore
  })

  test('the last layers: the trunk ends where they begin, and gives the whole network what it needs', async () => {
    const part = graphOf(0, { kind: 'last', layers: 4 })
    expect(part.parameters.map(({ name }) => name)).toContain('projected.w')
    expect(part.parameters.map(({ name }) => name)).not.toContain('deepwise.w')
    expect(part.cut.shape).toEqual([8, side / 2, side / 2])
    const image = noise([works, 3, side, side], 9)
    const trunk = await openSession(writeOnnx(part.trunk!), 'cpu')
    const atCut = Object.values(await trunk.run({ image: tensor(image, [works, 3, side, side]) }))[0]!
    const byPart = await run(part, atCut.data as Float32Array, initialOf(part))
    const byAll = await run(whole, image, initialOf(whole))
    expect(byPart.loss).toBeCloseTo(byAll.loss, 5)
    const tail = byAll.gradient.slice(whole.length - part.length)
    for (const [at, value] of tail.entries()) expect(byPart.gradient[at]).toBeCloseTo(value, 5)
  })

  test('depthwise filters stay as they are where the recipe says so', () => {
    const frozen = trainingGraph(tinyNetwork(), { ...options, smoothing: 0, extent: { kind: 'all' }, freezeDepthwise: true }) // prettier-ignore
    const names = frozen.parameters.map(({ name }) => name)
    expect(names).not.toContain('deepwise.w')
    expect(names).toContain('deepwise.b')
  })
})

function initialOf(graph: TrainingGraph): Float32Array {
  const vector = new Float32Array(graph.length)
  for (const { name, offset } of graph.parameters) vector.set(graph.initial.get(name)!, offset)
  return vector
}
