import { sizeOf } from '../graph/graph.ts'
import { createRandom } from './random.ts'
import type { Mask } from './trainingForm.ts'

/** One work's place in a training: what a dropout hides from it hangs on this alone, not on how batches are divided. */
export type Seen = { work: number; step: number; at: number }

/** What a dropout keeps, [works, ...shape]: 0, or 1 / (1 - ratio) so that the mean stays (inverted dropout). */
export function drawMask({ mask, shape, ratio }: Mask, seen: readonly Seen[], seed: number): Float32Array {
  const size = sizeOf(shape)
  const out = new Float32Array(seen.length * size)
  const kept = 1 / (1 - ratio)
  for (const [index, { work, step, at }] of seen.entries()) {
    const random = createRandom(`${mask} ${step} ${at} ${work}`, seed)
    for (let i = index * size; i < (index + 1) * size; i++) if (random() >= ratio) out[i] = kept
  }
  return out
}
