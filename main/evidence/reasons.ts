type Doubt = {
  label: string
  suggestion: string
  /** Out of sample, in [0, 1]. */
  labelProbability: number
  suggestionProbability: number
}

/** Why a label is doubted, in sentences for a curator. Empty: nothing speaks against it. */
export function reasonsFor(
  { label, suggestion, labelProbability, suggestionProbability }: Doubt,
  threshold: number,
): string[] {
  const reasons: string[] = []
  if (labelProbability < threshold)
    reasons.push(`Works like this one are seldom ${label}: ${inHundred(labelProbability)} in 100 look like it.`)
  if (suggestionProbability > labelProbability)
    reasons.push(`It looks more like ${suggestion}: ${inHundred(suggestionProbability)} in 100 such works are.`)
  return reasons
}

/** `fewest`: so many works must have a label for it to be learned; null: it is learned, but this work is newer. */
export function cannotBeJudged(fewest: number | null): string {
  if (fewest === null) return 'Cannot be judged yet: this work is newer than what was learned last.'
  return `Cannot be judged: fewer than ${numbers[fewest] ?? fewest} works have this label.`
}

const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

const inHundred = (p: number) => (p < 0.01 ? 'fewer than 1' : String(Math.round(p * 100)))
