import type { Parts } from './parts.ts'

/** What was known of a label: its score in [0, 1], what witnesses said, and the model: its network and how it learned. */
export type Known = { score: number; parts: Partial<Parts>; model: string }

/** Another model must doubt a label so many times as much as was doubted when it was kept. */
const farMore = 4

/**
 * What speaks against a kept label that did not when it was kept, in a sentence; null: nothing. New is a contradiction in the
 * record, another artist, or another model that doubts it far more. The same model learned again is nothing new.
 */
export function newEvidence(then: Known, now: Known): string | null {
  const seen = new Set(then.parts.rules ?? [])
  const rule = now.parts.rules?.find((sentence) => !seen.has(sentence))
  if (rule !== undefined) return `Since it was kept, this has come up: ${rule}`
  const [before, after] = [then.parts.artist?.name, now.parts.artist?.name]
  if (before !== undefined && after !== undefined && before !== after)
    return `Since it was kept, the artist has been changed from ${before} to ${after}.`
  if (then.model !== now.model && now.score * farMore < then.score)
    return `Another model doubts it far more than the one when it was kept: it is right in ${inHundred(now.score)} of 100 such cases, not in ${inHundred(then.score)}.`
  return null
}

const inHundred = (p: number) => (p < 0.01 ? 'fewer than 1' : String(Math.round(p * 100)))
