import { sizeOf } from '../graph/graph.ts'
import { createRandom } from '../training/random.ts'

/** How weights begin. */
export type Start =
  /** Normal with variance 2 / fan-out (He et al. 2015). */
  | 'he'
  /** The same without what lies beyond two standard deviations, as TensorFlow draws it. */
  | 'truncated'
  /** Uniform with variance 2 / (fan-in + fan-out) (Glorot and Bengio 2010). */
  | 'glorot'

type From = { start: Start; fanIn: number; fanOut: number; seed: number | null }

/** Standard deviation of a normal distribution cut at two: TensorFlow divides by it. */
const cutDeviation = 0.87962566103423978

/** First weights, the same for the same name and seed; zeros where the seed is null. */
export function drawWeights(
  name: string,
  shape: readonly number[],
  { start, fanIn, fanOut, seed }: From,
): Float32Array {
  const out = new Float32Array(sizeOf(shape))
  if (seed === null) return out
  const random = createRandom(`weights ${name}`, seed)
  const deviation = Math.sqrt(2 / fanOut)
  switch (start) {
    case 'glorot': {
      const bound = Math.sqrt(6 / (fanIn + fanOut))
      for (let at = 0; at < out.length; at++) out[at] = (random() * 2 - 1) * bound
      return out
    }
    case 'he':
      return fillNormal(out, deviation, random, Number.POSITIVE_INFINITY)
    case 'truncated':
      return fillNormal(out, deviation / cutDeviation, random, 2)
  }
}

/** Box and Muller (1958), both numbers of each pair; those beyond `most` deviations are left out. */
function fillNormal(out: Float32Array, deviation: number, random: () => number, most: number): Float32Array {
  for (let at = 0; at < out.length;) {
    const radius = Math.sqrt(-2 * Math.log(1 - random()))
    const angle = 2 * Math.PI * random()
    for (const value of [radius * Math.cos(angle), radius * Math.sin(angle)])
      if (Math.abs(value) <= most && at < out.length) out[at++] = value * deviation
  }
  return out
}
