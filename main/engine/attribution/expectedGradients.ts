import { setImmediate } from 'node:timers/promises'
import { concatenate } from '../concatenate.ts'
import { writeOnnx } from '../graph/write.ts'
import { openSession, tensor, type Executor, type Session } from '../runtimes/onnx.ts'
import { createRandom } from '../training/random.ts'
import type { Grid, ScoreGraph } from './scores.ts'

/** What a place of the picture adds to the score of a term, [rows, columns]: it speaks for the term, or against it below zero. */
export type Attribution = {
  term: number
  places: Float32Array
  /** The score of the picture, and the mean score of the pictures that it was compared with. */
  score: number
  baseline: number
  /** What parts of the network that lie over no place add: a token for the whole picture. */
  elsewhere: number
  /** What the gradients alone would sum to, less what it should be, score - baseline: how far they had to be corrected. */
  error: number
}

/** Between the picture and each picture it is compared with so many points are looked at. */
type Sampling = { points: number; seed: number; check?: () => void }

const batchSize = 8

/** A network that can be asked; `references` are held at the cut, and are the same for every picture. */
export type Attributor = {
  grid: Grid
  explain(pixels: Float32Array, terms: readonly number[], sampling: Sampling): Promise<Attribution[]>
  close(): Promise<void>
}

/** `references`: pictures as the network takes them, [references][pixels]; `input`: its input and shape without the batch. */
export async function openAttributor(
  graph: ScoreGraph,
  input: { name: string; shape: readonly number[] },
  references: readonly Float32Array[],
  executor: Executor,
): Promise<Attributor> {
  const { cut, grid } = graph
  const trunk = graph.trunk && (await openSession(writeOnnx(graph.trunk), executor))
  const tail = await openSession(writeOnnx(graph.tail), executor)
  const atCut = async (pixels: Float32Array): Promise<Float32Array> => {
    if (!trunk) return pixels
    const out = await trunk.run({ [input.name]: tensor(pixels, [1, ...input.shape]) })
    return (out[cut.name]!.data as Float32Array).slice()
  }
  const held: Float32Array[] = []
  for (const pixels of references) held.push(await atCut(pixels))
  const run = (points: readonly Float32Array[], terms: readonly number[]) => runTail(tail, graph, points, terms)
  const scored = new Map<number, Promise<number[]>>()
  const ofReferences = (term: number) => {
    if (!scored.has(term)) scored.set(term, scoresOf(held, term, run))
    return scored.get(term)!
  }
  return {
    grid,
    async explain(pixels, terms, { points, seed, check }) {
      const x = await atCut(pixels)
      const ofPicture = (await run(terms.map(() => x), terms)).scores // prettier-ignore
      const sums = terms.map(() => ({ map: new Float64Array(grid.rows * grid.columns + 1), sampled: 0 }))
      const random = createRandom('expected gradients', seed)
      for (const [index, reference] of held.entries()) {
        const steps = Array.from({ length: points }, (_, point) => (point + random()) / points)
        const asked = terms.flatMap((term, at) => steps.map((step) => ({ step, term, at })))
        const said: { score: number; places: Float64Array }[] = []
        for (let start = 0; start < asked.length; start += batchSize) {
          check?.()
          const batch = asked.slice(start, start + batchSize)
          const { scores, gradients } = await run(batch.map(({ step }) => mixed(reference, x, step)), batch.map(({ term }) => term)) // prettier-ignore
          for (const [i] of batch.entries())
            said.push({ score: scores[i]!, places: placesOf(grid, gradients.subarray(i * x.length, (i + 1) * x.length), x, reference) }) // prettier-ignore
          await setImmediate()
        }
        for (const [at, term] of terms.entries()) {
          const [from, to] = [(await ofReferences(term))[index]!, ofPicture[at]!]
          addPath(sums[at]!, { from, to, steps, said: said.slice(at * points, (at + 1) * points) }, held.length)
        }
      }
      const found = terms.map(async (term, at): Promise<Attribution> => {
        const { map, sampled } = sums[at]!
        const baseline = mean(await ofReferences(term))
        const score = ofPicture[at]!
        return { term, places: Float32Array.from(map.subarray(0, -1)), elsewhere: map.at(-1)!, score, baseline, error: sampled - (score - baseline) } // prettier-ignore
      })
      return Promise.all(found)
    },
    async close() {
      await trunk?.release()
      await tail.release()
    },
  }
}

/** Scores [n] of the chosen terms and their gradients [n, size of the cut]. */
async function runTail(
  session: Session,
  { cut, tail }: ScoreGraph,
  points: readonly Float32Array[],
  terms: readonly number[],
) {
  const width = Number(tail.inputs.find(({ name }) => name === 'select')!.shape![1])
  const select = new Float32Array(points.length * width)
  for (const [at, term] of terms.entries()) select[at * width + term] = 1
  const feeds = {
    [cut.name]: tensor(concatenate(points), [points.length, ...cut.shape]),
    select: tensor(select, [points.length, width]),
  }
  const out = await session.run(feeds)
  return { scores: out['score']!.data as Float32Array, gradients: out[`grad/${cut.name}`]!.data as Float32Array }
}

async function scoresOf(held: readonly Float32Array[], term: number, run: Run): Promise<number[]> {
  const scores: number[] = []
  for (const reference of held) scores.push((await run([reference], [term])).scores[0]!)
  return scores
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

type Run = (points: readonly Float32Array[], terms: readonly number[]) => ReturnType<typeof runTail>

function mixed(from: Float32Array, to: Float32Array, step: number): Float32Array {
  const out = new Float32Array(from.length)
  for (let i = 0; i < out.length; i++) out[i] = from[i]! + step * (to[i]! - from[i]!)
  return out
}

/** Gradient x (picture - reference), summed over the channels of each place; at the end what lies over no place. */
function placesOf(
  { rows, columns, channels, order }: Grid,
  gradient: Float32Array,
  x: Float32Array,
  reference: Float32Array,
): Float64Array {
  const places = rows * columns
  const out = new Float64Array(places + 1)
  const offset = x.length - places * channels
  const [placeStep, channelStep] = order === 'channels first' ? [1, places] : [channels, 1]
  for (let place = 0; place < places; place++)
    for (let channel = 0, at = offset + place * placeStep; channel < channels; channel++, at += channelStep)
      out[place]! += gradient[at]! * (x[at]! - reference[at]!)
  for (let at = 0; at < offset; at++) out[places]! += gradient[at]! * (x[at]! - reference[at]!)
  return out
}

type Path = {
  /** Scores at its ends, a reference and the picture. */
  from: number
  to: number
  /** How far along the path each point lies, in (0, 1), ascending, and what was found there. */
  steps: readonly number[]
  said: readonly { score: number; places: Float64Array }[]
}

/**
 * Adds the integral along a path. Each point stands for the stretch half way to its neighbours; how much the score changes
 * there is known from the scores of the points, and what the gradient misses of it is shared out among the places by what
 * they add: few points are enough, and with many the correction vanishes.
 */
function addPath(sums: { map: Float64Array; sampled: number }, { from, to, steps, said }: Path, paths: number) {
  const at = (point: number) => (point < 0 ? { step: 0, score: from } : point >= steps.length ? { step: 1, score: to } : { step: steps[point]!, score: said[point]!.score }) // prettier-ignore
  const halfWay = (point: number) => {
    const [one, other] = [at(point), at(point + 1)]
    if (point < 0) return one
    if (point + 1 >= steps.length) return other
    return { step: (one.step + other.step) / 2, score: (one.score + other.score) / 2 }
  }
  for (const [point, { places }] of said.entries()) {
    const [start, end] = [halfWay(point - 1), halfWay(point)]
    const added = places.map((value) => value * (end.step - start.step))
    const sum = added.reduce((total, value) => total + value, 0)
    const size = added.reduce((total, value) => total + Math.abs(value), 0)
    const missing = end.score - start.score - sum
    for (const [place, value] of added.entries())
      sums.map[place]! += (value + (size > 0 ? (missing * Math.abs(value)) / size : 0)) / paths
    sums.sampled += sum / paths
  }
}
