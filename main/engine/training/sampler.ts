import { createRandom } from './random.ts'
import { termsOf, type Targets } from './namedTerms.ts'

/** Which works a round visits. */
export type Sampler =
  /** Every work once, shuffled. */
  | { readonly kind: 'natural' }
  /** As many draws as works, with replacement; every term of `head` is as likely as every other. */
  | { readonly kind: 'balanced'; readonly head: number }
  /** This many works of each term of `head`; short terms repeat theirs. */
  | { readonly kind: 'fixed'; readonly head: number; readonly perTerm: number }

/**
 * Positions of the works of one round, in order. The same seed and round give the same order: a resumed training visits
 * what the uninterrupted one would have. targets: [heads]; works without a label for the head are left out by all samplers but
 * 'natural', and one whose label names several terms is among the works of each.
 */
export function drawRound(
  sampler: Sampler,
  works: readonly number[],
  targets: readonly Targets[],
  { seed, round }: { seed: number; round: number },
): number[] {
  const random = createRandom(`round ${round}`, seed)
  if (sampler.kind === 'natural') return shuffled(works, random)
  const groups = new Map<number, number[]>()
  for (const work of works)
    for (const term of termsOf(targets[sampler.head]!, work)) {
      const group = groups.get(term)
      if (group) group.push(work)
      else groups.set(term, [work])
    }
  const terms = [...groups.keys()].toSorted((a, b) => a - b)
  if (terms.length === 0) return []
  if (sampler.kind === 'fixed') {
    const chosen = terms.flatMap((term) => repeated(shuffled(groups.get(term)!, random), sampler.perTerm))
    return shuffled(chosen, random)
  }
  return works.map(() => {
    const group = groups.get(terms[Math.floor(random() * terms.length)]!)!
    return group[Math.floor(random() * group.length)]!
  })
}

/** Fisher and Yates, as Durstenfeld wrote it (1964). */
export function shuffled<T>(values: readonly T[], random: () => number): T[] {
  const out = [...values]
  for (let i = out.length - 1; i > 0; i--) {
    const other = Math.floor(random() * (i + 1))
    ;[out[i], out[other]] = [out[other]!, out[i]!]
  }
  return out
}

const repeated = <T>(values: readonly T[], count: number): T[] =>
  Array.from({ length: count }, (_, i) => values[i % values.length]!)
