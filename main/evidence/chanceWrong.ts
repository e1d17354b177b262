/** A score and the parts that it is the product of, beside what contradicts the record; see Judgement. dynamics: null or left out: 1. */
type Scored = { score: number; single: number | null; batch: number | null; dynamics?: number | null }

/**
 * The chance that a label is wrong, for counting errors. The score puts labels in order, and holds a label against the whole
 * rate of errors, as if every wrong label were this one: it finds more than are wrong. Here a wrong label is one of `terms` drawn
 * blindly, as in the mixture that the rate was found with, so that the chances sum to that rate. How a label was learned only orders.
 */
export function chanceWrong({ score, single, batch, dynamics }: Scored, terms: number): number {
  if (single === null || batch === null) return 1 - score
  const odds = single >= 1 ? Infinity : (terms * single) / (1 - single)
  const right = odds === Infinity ? 1 : odds / (1 + odds)
  const before = single * batch * (dynamics ?? 1)
  const record = before > 0 ? Math.min(1, score / before) : 1
  return 1 - right * batch * record
}

/**
 * How uncertain the rate of blindly drawn labels is: its standard error, from the curvature of the likelihood where it was found
 * (Fisher's information; the weights are taken as known). The scores of the labels alone tell what was foretold of each.
 */
export function rateError(labels: readonly Scored[], rate: number, terms: number): number {
  let information = 0
  for (const { single } of labels) {
    if (single === null) continue
    const foretold = single >= 1 ? 1 : Math.min(1, (single * rate) / ((1 - single) * (1 - rate)))
    information += ((foretold - 1 / terms) / ((1 - rate) * foretold + rate / terms)) ** 2
  }
  return information > 0 ? 1 / Math.sqrt(information) : 1
}
