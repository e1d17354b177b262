/** A stream of chance that a seed repeats: mulberry32 behind an FNV-1a hash of the seed. */
export type Random = ReturnType<typeof createRandom>

export function createRandom(seed: string) {
  let state = hash(seed)
  /** In [0, 1). */
  function next(): number {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const range = (low: number, high: number) => low + (high - low) * next()
  /** Both ends included. */
  const int = (low: number, high: number) => Math.floor(range(low, high + 1))
  const chance = (probability: number) => next() < probability
  /** About normal, mean 0, deviation 1, never beyond 3.5. */
  const normal = () => (next() + next() + next() + next() - 2) * 1.732
  function pick<T>(list: readonly T[]): T {
    const item = list[Math.floor(next() * list.length)]
    if (item === undefined) throw new RangeError('Nothing to pick from')
    return item
  }
  function weighted<T>(list: readonly (readonly [T, number])[]): T {
    let left = next() * list.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [item, weight] of list) {
      left -= weight
      if (left < 0) return item
    }
    return pick(list)[0]
  }
  function shuffle<T>(list: readonly T[]): T[] {
    const copy = [...list]
    for (let i = copy.length - 1; i > 0; i--) {
      const j = int(0, i)
      const held = copy[i]!
      copy[i] = copy[j]!
      copy[j] = held
    }
    return copy
  }
  return { next, range, int, chance, normal, pick, weighted, shuffle }
}

function hash(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  h ^= h >>> 16
  return Math.imul(h, 0x85ebca6b) ^ (h >>> 13)
}

const ease = (t: number) => t * t * (3 - 2 * t)

/** Smooth noise in [-1, 1] over the plane, one lattice step a unit; repeats after `size` units, a power of two. */
export function createNoise(random: Random, size = 64): (x: number, y: number) => number {
  const lattice = Float64Array.from({ length: size * size }, () => random.range(-1, 1))
  const at = (x: number, y: number) => lattice[(y & (size - 1)) * size + (x & (size - 1))]!
  return (x, y) => {
    const x0 = Math.floor(x)
    const y0 = Math.floor(y)
    const u = ease(x - x0)
    const v = ease(y - y0)
    const top = at(x0, y0) * (1 - u) + at(x0 + 1, y0) * u
    const bottom = at(x0, y0 + 1) * (1 - u) + at(x0 + 1, y0 + 1) * u
    return top * (1 - v) + bottom * v
  }
}
