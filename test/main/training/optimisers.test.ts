import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { describe, expect, test } from 'vitest'
import { writeOnnx } from '#main/engine/graph/write.ts'
import { initialState, stateOf, updateGraph, type Optimiser } from '#main/engine/training/optimisers.ts'

type Options = { longest?: number; decays?: Float32Array }
type Expected = { optimiser: Optimiser; options: Options; weights: number[] }

const scalar = (value: number) => new Tensor('float32', [value], [])
const vector = (data: Float32Array) => new Tensor('float32', data, [data.length])

/** Five steps at a rate of 0.1 with the gradient (w - 0.5) · [1, 2, 3]. */
async function train(optimiser: Optimiser, options: Options): Promise<number[]> {
  const session = await InferenceSession.create(writeOnnx(updateGraph(optimiser, 3, options)), { intraOpNumThreads: 1 })
  let weights = Float32Array.of(1, -2, 3)
  let state = Object.fromEntries([...initialState(optimiser, 3)].map(([name, data]) => [`state/${name}`, vector(data)]))
  for (let step = 1; step <= 5; step++) {
    const gradient = weights.map((weight, at) => (weight - 0.5) * (at + 1))
    const feeds = { weights: vector(weights), gradient: vector(gradient), rate: scalar(0.1), step: scalar(step) }
    const results = await session.run({ ...feeds, ...state })
    weights = results['new/weights']!.data as typeof weights
    const next = (name: string) => vector(results[`new/state/${name}`]!.data as Float32Array)
    state = Object.fromEntries(stateOf(optimiser).map((name) => [`state/${name}`, next(name)]))
  }
  return [...weights]
}

describe('an optimiser ends where PyTorch does', () => {
  const file = join(process.cwd(), 'test/main/training/optimisers.json')
  const cases = JSON.parse(readFileSync(file, 'utf8')) as Expected[]
  test.each(cases)('$optimiser $options', async ({ optimiser, options, weights: expected }) => {
    const weights = await train(optimiser, options)
    for (const [at, weight] of weights.entries()) expect(weight).toBeCloseTo(expected[at]!, 5)
  })
})

test('weight decay reaches only the weights it is meant for', async () => {
  const decays = Float32Array.of(1, 0, 1)
  const plain = await train({ kind: 'adamw', weightDecay: 0 }, {})
  const everywhere = await train({ kind: 'adamw', weightDecay: 0.3 }, {})
  const some = await train({ kind: 'adamw', weightDecay: 0.3 }, { decays })
  expect(some[0]).toBeCloseTo(everywhere[0]!, 6)
  expect(some[1]).toBeCloseTo(plain[1]!, 6)
  expect(some[1]).not.toBeCloseTo(everywhere[1]!, 3)
})
