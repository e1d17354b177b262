import type { Parts } from './parts.ts'

type Doubt = {
  label: string
  suggestion: string
  /** Out of sample, in [0, 1]. */
  labelProbability: number
  suggestionProbability: number
  /** What else was heard; left out: only the picture. */
  parts?: Parts
}

/** Why a label is doubted, in sentences for a curator. Empty: nothing speaks against it. */
export function reasonsFor(doubt: Doubt, threshold: number): string[] {
  const { label, suggestion, labelProbability, suggestionProbability, parts } = doubt
  const reasons = parts ? [...(parts.rules ?? []), ...heard(doubt, parts)] : []
  if (labelProbability < threshold)
    reasons.push(`Works like this one are seldom ${label}: ${inHundred(labelProbability)} in 100 look like it.`)
  if (suggestionProbability > labelProbability)
    reasons.push(`It looks more like ${suggestion}: ${inHundred(suggestionProbability)} in 100 such works are.`)
  return reasons
}

function heard({ label, suggestion }: Doubt, { artist, neighbours, block, batch, single, dynamics }: Parts): string[] {
  const reasons: string[] = []
  if (artist && artist.top !== label && artist.given * 2 < artist.works) reasons.push(ofArtist(artist, label))
  if (block !== undefined && batch < 0.5 && batch < single)
    reasons.push(
      block === 1
        ? `Judged without knowing this artist, it looks more like ${suggestion} than ${label}.`
        : `Judged without knowing this artist, the artist's ${block} works with this label look more like ${suggestion} than ${label}.`,
    )
  if (neighbours && neighbours.top !== label && neighbours.given * 2 < neighbours.ofTop)
    reasons.push(ofNeighbours(neighbours, label))
  if (dynamics) reasons.push(dynamics.sentence)
  return reasons
}

// Whole sentences, one for each form: pieces put together cannot be said in another language.

function ofArtist({ name, works, given, ofTop, top }: Parts['artist'] & {}, label: string): string {
  if (works === 1) return `The one other work by ${name} here is ${top}, none is ${label}.`
  if (ofTop === 1)
    return given === 0
      ? `1 of the ${works} other works by ${name} here is ${top}, none is ${label}.`
      : `1 of the ${works} other works by ${name} here is ${top}, ${given} is ${label}.`
  if (given === 0) return `${ofTop} of the ${works} other works by ${name} here are ${top}, none is ${label}.`
  if (given === 1) return `${ofTop} of the ${works} other works by ${name} here are ${top}, 1 is ${label}.`
  return `${ofTop} of the ${works} other works by ${name} here are ${top}, ${given} are ${label}.`
}

function ofNeighbours({ works, given, ofTop, top }: Parts['neighbours'] & {}, label: string): string {
  if (works === 1) return `The one work most like it is ${top}, none is ${label}.`
  if (ofTop === 1)
    return given === 0
      ? `1 of the ${works} works most like it is ${top}, none is ${label}.`
      : `1 of the ${works} works most like it is ${top}, ${given} is ${label}.`
  if (given === 0) return `${ofTop} of the ${works} works most like it are ${top}, none is ${label}.`
  if (given === 1) return `${ofTop} of the ${works} works most like it are ${top}, 1 is ${label}.`
  return `${ofTop} of the ${works} works most like it are ${top}, ${given} are ${label}.`
}

/** `fewest`: so many works must have a label for it to be learned; null: it is learned, but this work is newer. */
export function cannotBeJudged(fewest: number | null, { isRetired = false, isCombined = false } = {}): string {
  if (isRetired) return 'Cannot be judged: this term is retired. Choose another for this work, or bring the term back.'
  if (isCombined) return 'Cannot be judged: one of its terms has not been learned, or no other has.'
  if (fewest === null) return 'Cannot be judged yet: this work is newer than what was learned last.'
  return `Cannot be judged: fewer than ${numbers[fewest] ?? fewest} works have this label.`
}

const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

const inHundred = (p: number) => (p < 0.01 ? 'fewer than 1' : String(Math.round(p * 100)))
