import {
  foretellWork,
  testimonyOf,
  weightsOf,
  type Combination,
  type Judgement,
  type Witnesses,
} from './combination.ts'
import { mostForetold } from './weighing.ts'

/**
 * Judges labels that name several terms at once ("Symbolism/Expressionism"): such a label is right where any of them holds, so
 * its chance is the sum of theirs, and what speaks against it is a term outside of it. They are no block with the artist's
 * other works.
 */
export function judgeSeveral(witnesses: Witnesses, combination: Combination): Judgement[] {
  const { picture, terms, several = new Map<number, readonly number[]>() } = witnesses
  const { rate } = combination.single
  const { testimony, works } = testimonyOf(witnesses, (work) => several.has(work))
  return works.flatMap((work, index) => {
    const own = several.get(work)!
    // A label that names everything cannot be wrong.
    if (own.length === terms) return []
    const row = foretellWork(testimony, index, weightsOf(combination))
    const ofRow = picture.subarray(work * terms, (work + 1) * terms)
    const right = (1 - rate) * sumOf(row, own)
    const [given, ...further] = own
    const suggestion = mostForetold(row, own)
    const single = Math.min(1, right / (right + rate))
    return [{ work, given: given!, further, suggestion, givenProbability: Math.min(1, sumOf(ofRow, own)), suggestionProbability: Math.min(1, ofRow[suggestion]!), single, batch: 1, dynamics: 1, score: single }] // prettier-ignore
  })
}

/** What a row says of several terms together. */
export const sumOf = (row: ArrayLike<number>, terms: readonly number[]) =>
  terms.reduce((sum, term) => sum + row[term]!, 0)

/** All terms that a judged label names. */
export const namedBy = ({ given, further }: Pick<Judgement, 'given' | 'further'>): readonly number[] =>
  further ? [given, ...further] : [given]
