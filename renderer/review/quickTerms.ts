import type { Proof, QueueEntry } from '#preload/api.ts'
import { collection } from '../state/collection.svelte.ts'

export type QuickTerm = {
  term: string
  /** In [0, 1], out of sample; null: it is here because it was used lately. */
  probability: number | null
}

const most = 9
/** Less likely terms do not deserve a key. */
const least = 0.01

/**
 * The terms that number keys set: the likely ones, then those used lately. In a blind test the commonest ones by name,
 * because the likely ones would tell.
 */
export function quickTerms(
  { label, attribute }: QueueEntry,
  proof: Proof | undefined,
  recent: readonly string[],
  isBlind: boolean,
): QuickTerm[] {
  if (isBlind) {
    const common = (collection.attribute(attribute)?.terms ?? []).slice(0, most).map(({ name }) => name)
    return common.toSorted((a, b) => a.localeCompare(b)).map((term) => ({ term, probability: null }))
  }
  const likely = (proof?.probabilities ?? []).filter(({ term, probability }) => term !== label && probability >= least)
  const known = new Set([label, ...likely.map(({ term }) => term)])
  const lately = recent.filter((term) => !known.has(term)).map((term) => ({ term, probability: null }))
  return [...likely, ...lately].slice(0, most)
}
