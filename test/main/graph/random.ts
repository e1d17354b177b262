import { sizeOf } from '#main/engine/graph/graph.ts'

/** Repeatable numbers in [-1, 1), from the mulberry32 generator. */
export function noise(shape: readonly number[], seed: number): Float32Array<ArrayBuffer> {
  const next = random(seed)
  return Float32Array.from({ length: sizeOf(shape) }, () => next() * 2 - 1)
}

/** Repeatable numbers in [0, 1). */
export function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
