import type { Card } from '#preload/api.ts'

/** The work of the proof that is being looked at, large, beside the one in question. */
class Compared {
  card = $state.raw<Card | null>(null)
}

export const compared = new Compared()
