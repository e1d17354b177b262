import { readFile } from 'node:fs/promises'
import { topOf } from '#main/engine/backbone/top.ts'
import { fold } from '#main/engine/graph/fold.ts'
import { sizeOf } from '#main/engine/graph/graph.ts'
import { readOnnx } from '#main/engine/graph/read.ts'
import { widen } from '#main/engine/graph/weights.ts'
import { trainingGraph } from '#main/engine/training/heads.ts'
import { stateOf } from '#main/engine/training/optimisers.ts'
import { createRandom } from '#main/engine/training/random.ts'
import { createStepper } from '#main/engine/training/stepper.ts'
import { bundledBackbone } from '#main/learning/backbones.ts'
import { builtInRecipes } from '#main/learning/builtInRecipes.ts'
import { places } from '#main/places.ts'
import { median } from './report.ts'

/** Median milliseconds of a step, how many numbers it trains, and the most gigabytes that the process held. */
export type Stepped = { milliseconds: number; trained: number; memory: number }
type Wanted = { extent: 'all' | 'last'; freezeDepthwise: boolean; batch: number; terms: number }

const steps = 5

/** Takes steps of the recipe's last phase on noise, and prints what they took as JSON. */
async function main({ extent, freezeDepthwise, batch, terms }: Wanted): Promise<Stepped> {
  const recipe = builtInRecipes.find(({ id }) => id === 'thorough')
  if (recipe?.kind !== 'fine-tune') throw new Error('The built-in recipe "thorough" is of another kind')
  const part = extent === 'all' ? { kind: 'all' as const } : recipe.phases.at(-1)!.extent
  const phase = { ...recipe.phases.at(-1)!, extent: part, freezeDepthwise, batch }
  const { backbone, model } = await bundledBackbone(places.resources)
  const heads = [{ name: 'style', terms, weight: 1 }]
  const network = fold(widen(readOnnx(await readFile(model))))
  const graph = trainingGraph(network, { ...topOf(backbone), heads, ...phase }) // prettier-ignore
  const random = createRandom('step', 0)
  const size = sizeOf(graph.cut.shape)
  const x = Float32Array.from({ length: batch * size }, () => random())
  const read = (works: readonly number[]) => Promise.resolve(x.subarray(0, works.length * size))
  const activations = { read, close: () => Promise.resolve() }
  const all = Array.from({ length: batch }, (_, work) => work)
  const targets = [{ labels: Int32Array.from(all, (work) => work % terms) }]
  const works = { train: all, validation: [], heads, targets, termWeights: [new Float32Array(terms).fill(1)] }
  const stepper = await createStepper({ phase, graph, works, activations, seed: 0, executor: 'cpu' })
  let weights = new Float32Array(graph.length)
  for (const { name, offset } of graph.parameters) weights.set(graph.initial.get(name)!, offset)
  let state = Object.fromEntries(stateOf(phase.optimiser).map((name) => [name, new Float32Array(graph.length)]))
  const taken: number[] = []
  for (let step = 1; step <= steps + 2; step++) {
    const begun = performance.now()
    const moved = await stepper.step({ weights, state, batch: all, round: 0, rate: 1e-4, step })
    weights = moved.weights as Float32Array<ArrayBuffer>
    state = moved.state as typeof state
    if (step > 2) taken.push(performance.now() - begun)
  }
  return { milliseconds: median(taken), trained: graph.length, memory: process.resourceUsage().maxRSS / 1e6 }
}

console.log(JSON.stringify(await main(JSON.parse(process.argv[2]!) as Wanted)))
