import { InferenceSession, Tensor } from 'onnxruntime-node'
import { expect } from 'vitest'
import { createBuilder, type Builder } from '#main/engine/graph/build.ts'
import { sizeOf, type Dimension, type Graph } from '#main/engine/graph/graph.ts'
import { fold } from '#main/engine/graph/fold.ts'
import { writeOnnx } from '#main/engine/graph/write.ts'
import { differentiate } from '#main/engine/gradient/differentiate.ts'
import { evaluate } from '#main/engine/gradient/evaluate.ts'
import { tensor64, type Tensor64 } from '#main/engine/gradient/tensor64.ts'
import { noise, random } from '../graph/random.ts'

export type Case = {
  readonly shapes: Readonly<Record<string, readonly number[]>>
  /** Which inputs have a batch of a size known only at run time as their first axis. */
  readonly batched?: readonly string[]
  /** Maps noise in [-1, 1) to what the operator takes. */
  readonly values?: (noise: number, name: string) => number
  /** Gradients are checked by these inputs; all of them by default. */
  readonly by?: readonly string[]
  /** Writes the operator; gives the tensors it made. */
  readonly build: (b: Builder, inputs: Readonly<Record<string, string>>) => string | readonly string[]
  readonly seed: number
  readonly opset?: number
}

/** Holds the gradient graph, run in float32 by onnxruntime, against central differences of the float64 reference. */
export async function checkGradients(given: Case): Promise<void> {
  const { graph, outputs } = lossOf(given)
  const feeds = Object.fromEntries(
    Object.entries(given.shapes).map(([name, shape], at) => {
      const data = noise(shape, given.seed + at).map((value) => given.values?.(value, name) ?? value)
      return [name, tensor64(shape, Float64Array.from(data))]
    }),
  )
  const weights = weigh(evaluate(graph, { ...feeds, ...emptyWeights(outputs) }), outputs, given.seed)
  await compare(graph, { ...feeds, ...weights }, given.by ?? Object.keys(given.shapes), given.seed)
}

/** The loss: the sum of all outputs, each number times a weight 'weight/i'. */
function lossOf({ shapes, batched = [], build, opset = 21 }: Case): { graph: Graph; outputs: readonly string[] } {
  const b = createBuilder({ opset })
  const inputs = Object.fromEntries(
    Object.entries(shapes).map(([name, shape]) => {
      const declared: Dimension[] = batched.includes(name) ? ['n', ...shape.slice(1)] : [...shape]
      return [name, b.input(name, 'float32', declared)]
    }),
  )
  const outputs = [build(b, inputs)].flat()
  const terms = outputs.map((output, at) => b.reduceSum(b.mul(output, b.input(`weight/${at}`, 'float32', []))))
  b.output(
    'loss',
    terms.reduce((sum, term) => b.add(sum, term)),
  )
  return { graph: b.finish(), outputs }
}

const emptyWeights = (outputs: readonly string[]) =>
  Object.fromEntries(outputs.map((_, at) => [`weight/${at}`, tensor64([], Float64Array.of(1))]))

function weigh(values: ReadonlyMap<string, Tensor64>, outputs: readonly string[], seed: number) {
  return Object.fromEntries(
    outputs.map((output, at) => {
      const shape = values.get(output)!.shape
      return [`weight/${at}`, tensor64(shape, Float64Array.from(noise(shape, seed + 100 + at)))]
    }),
  )
}

type Feeds = Readonly<Record<string, Tensor64>>

async function compare(graph: Graph, feeds: Feeds, by: readonly string[], seed: number): Promise<void> {
  const gradients = await runGradients(graph, feeds, by)
  for (const name of by) {
    expect(gradients[name]!.shape).toEqual(feeds[name]!.shape)
    const places = choose(sizeOf(feeds[name]!.shape), 12, seed)
    const expected = places.map((at) => slope(graph, feeds, { [name]: unit(sizeOf(feeds[name]!.shape), at) }))
    expect(
      relativeError(
        places.map((at) => gradients[name]!.data[at]!),
        expected,
      ),
      `gradient by ${name}`,
    ).toBeLessThan(1e-3)
  }
}

export async function runGradients(graph: Graph, feeds: Feeds, by: readonly string[]) {
  const declared = graph.inputs.map((input) => ({ ...input, shape: widen(input.shape, feeds[input.name]!.shape) }))
  const differentiated = differentiate(fold({ ...graph, inputs: declared }), { loss: 'loss', with: by })
  const session = await InferenceSession.create(writeOnnx(differentiated), {
    intraOpNumThreads: 1,
    logSeverityLevel: 3,
  })
  const tensors = Object.entries(feeds).map(([name, { shape, data }]) => [
    name,
    new Tensor('float32', Float32Array.from(data), shape),
  ])
  const results = await session.run(Object.fromEntries(tensors))
  const entries = by.map((name) => {
    const { dims, data } = results[`grad/${name}`]!
    return [name, tensor64(dims, Float64Array.from(data as Float32Array))] as const
  })
  return Object.fromEntries(entries)
}

/** The weights of a loss take the shape of what they weigh: known only after a run. */
const widen = (declared: readonly Dimension[] | null, shape: readonly number[]) =>
  declared && declared.length === shape.length ? declared : shape

const unit = (size: number, at: number) => Float64Array.from({ length: size }, (_, place) => +(place === at))

/** The central difference of the loss along a direction, given for each tensor that moves. */
export function slope(
  graph: Graph,
  feeds: Feeds,
  direction: Readonly<Record<string, Float64Array>>,
  step = 1e-5,
): number {
  const lossAt = (distance: number) => {
    const moved = Object.entries(direction).map(([name, along]) => {
      const { shape, data } = feeds[name]!
      return [
        name,
        tensor64(
          shape,
          data.map((value, at) => value + distance * along[at]!),
        ),
      ] as const
    })
    return evaluate(graph, { ...feeds, ...Object.fromEntries(moved) }).get('loss')!.data[0]!
  }
  return (lossAt(step) - lossAt(-step)) / (2 * step)
}

const length = (vector: readonly number[]) => Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0))

/** The distance of two vectors over the length of the second, which counts as at least 0.01. */
export function relativeError(actual: readonly number[], expected: readonly number[]): number {
  return length(actual.map((value, at) => value - expected[at]!)) / Math.max(0.01, length(expected))
}

function choose(size: number, count: number, seed: number): number[] {
  if (size <= count) return Array.from({ length: size }, (_, at) => at)
  const next = random(seed)
  return Array.from({ length: count }, () => Math.floor(next() * size))
}
