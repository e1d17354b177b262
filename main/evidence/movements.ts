import known from '../../resources/vocabulary/terms.json' with { type: 'json' }
import { plainName } from './plainName.ts'

/** When a movement began and ended, in years; without an end: 9999. */
export type Span = { name: string; from: number; to: number }

/**
 * Outer limits, generous on both sides: a work outside them is worth a look. Movements that come back under their old name (Realism,
 * Symbolism in our day) have no end. See resources/vocabulary/README.md.
 */
const spans = new Map<string, { from: number; to: number }>()
for (const { kind, names, synonyms, from, to } of known)
  if (kind === 'movement' && from !== null)
    for (const name of [...Object.values(names), ...synonyms])
      if (!spans.has(plainName(name))) spans.set(plainName(name), { from, to: to ?? 9999 })

/** The span of a movement by one of its names, in English, German, French or Spanish; accents and capitals do not count. */
export function spanOf(name: string): Span | null {
  const span = spans.get(plainName(name))
  return span ? { name, ...span } : null
}
