import { distance } from './fingerprint.ts'

export type Printed = { sha256: string; fingerprint: Uint8Array; contrast: number; light: number }

/** Bits of 128 that near copies may differ in, and how much they may differ in lightness. */
export const mostDistant = 8
const mostLighter = 0.1
/** Below this contrast the bits say nothing. */
const leastContrast = 0.02
/** 9 stretches of 14 bits: prints that differ in 8 bits at the most are the same in one of them. */
const stretches = 9
const length = 14

/**
 * Sets of pictures that are nearly the same: scans, crops of the edge, other sizes of one picture. Returns the leader of each
 * picture that is in a set, the least hash of the set. `breathe` is awaited now and then.
 */
export async function nearCopies(
  prints: readonly Printed[],
  breathe: () => Promise<void>,
): Promise<Map<string, string>> {
  const clear = prints.filter(({ contrast }) => contrast >= leastContrast)
  const parent = clear.map((_, at) => at)
  const root = (at: number): number => {
    while (parent[at] !== at) at = parent[at] = parent[parent[at]!]!
    return at
  }
  const join = (one: number, other: number) => {
    const [first, second] = [root(one), root(other)]
    if (first !== second) parent[Math.max(first, second)] = Math.min(first, second)
  }
  for (let stretch = 0; stretch < stretches; stretch++)
    for (const bucket of bucketsOf(clear, stretch)) {
      joinAlike(clear, bucket, root, join)
      await breathe()
    }
  const sizes = new Map<number, number>()
  for (const at of clear.keys()) sizes.set(root(at), (sizes.get(root(at)) ?? 0) + 1)
  const inSets = [...clear.keys()].filter((at) => sizes.get(root(at))! > 1)
  return new Map(inSets.map((at) => [clear[at]!.sha256, leaderOf(clear, root(at))]))
}

/** Prints are in the order of their hashes, so the root, the first of a set, has the least. */
const leaderOf = (prints: readonly Printed[], at: number) => prints[at]!.sha256

function bucketsOf(prints: readonly Printed[], stretch: number): number[][] {
  const buckets = new Map<number, number[]>()
  for (const [at, { fingerprint }] of prints.entries()) {
    const key = bitsAt(fingerprint, stretch * length)
    const bucket = buckets.get(key)
    if (bucket) bucket.push(at)
    else buckets.set(key, [at])
  }
  return [...buckets.values()].filter((bucket) => bucket.length > 1)
}

const bitsAt = (print: Uint8Array, start: number) =>
  ((print[start >> 3]! | (print[(start >> 3) + 1]! << 8) | ((print[(start >> 3) + 2] ?? 0) << 16)) >> (start & 7)) &
  ((1 << length) - 1)

function joinAlike(
  prints: readonly Printed[],
  bucket: readonly number[],
  root: (at: number) => number,
  join: (one: number, other: number) => void,
) {
  // prettier-ignore
  for (const [place, one] of bucket.entries())
    for (let next = place + 1; next < bucket.length; next++) {
      const other = bucket[next]!
      if (root(one) !== root(other) && isNear(prints[one]!, prints[other]!)) join(one, other)
    }
}

export const isNear = (one: Printed, other: Printed) =>
  Math.abs(one.light - other.light) <= mostLighter && distance(one.fingerprint, other.fingerprint) <= mostDistant
