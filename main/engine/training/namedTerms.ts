/** What works teach one head. `labels`: the term of each work, -1 for none; `several`: the terms of labels that name more than one. */
export type Targets = { labels: Int32Array; several?: ReadonlyMap<number, readonly number[]> }

const none: readonly number[] = []

/** The terms that a work's label names: an equal part of the target each. None: it has no label. */
export const termsOf = ({ labels, several }: Targets, work: number): readonly number[] =>
  labels[work]! >= 0 ? [labels[work]!] : (several?.get(work) ?? none)

/** How many terms a label names at the most. */
export function mostTerms({ several }: Targets): number {
  let most = 1
  for (const terms of several?.values() ?? []) most = Math.max(most, terms.length)
  return most
}

/** Mean of a value of the terms that a work's label names; 0 where there is no label. */
export function meanOfTerms(terms: readonly number[], valueOf: (term: number) => number): number {
  let sum = 0
  for (const term of terms) sum += valueOf(term)
  return sum / Math.max(1, terms.length)
}
