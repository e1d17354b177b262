import type { Card } from '#preload/api.ts'
import { announcer } from '../lib/announcer.svelte.ts'
import { nameOf } from '../state/pixels.ts'
import { t } from '../text/text.ts'
import { review } from './review.svelte.ts'

/** The neighbour that is looked at beside the work in question: for a glance, or side by side until it is closed. */
class Compared {
  /** For a glance: it has the pointer or the focus. */
  card = $state.raw<Card | null>(null)
  /** Side by side; it stays from work to work, with the closest neighbour of each. */
  isOn = $state(false)
  #chosen = $state.raw<{ of: number; card: Card } | null>(null)

  /** The closest of the suggestion first, then those of the label. */
  readonly neighbours = $derived<Card[]>([...(review.proof?.ofSuggestion ?? []), ...(review.proof?.ofLabel ?? [])])
  readonly beside = $derived.by<Card | null>(() => {
    if (!this.isOn || !review.current) return null
    return this.#chosen?.of === review.current.artwork ? this.#chosen.card : (this.neighbours[0] ?? null)
  })

  /** Puts a neighbour beside the work. */
  choose(card: Card) {
    if (!review.current) return
    this.card = null
    this.#chosen = { of: review.current.artwork, card }
    this.isOn = true
    announcer.say(t('viewer.compareWith', { title: nameOf(card), label: card.labels[review.attribute] ?? '' }))
  }

  toggle() {
    if (this.isOn) return this.close()
    const [first] = this.neighbours
    if (first) this.choose(first)
  }

  next() {
    const at = this.neighbours.findIndex(({ id }) => id === this.beside?.id)
    const next = this.neighbours[(at + 1) % this.neighbours.length]
    if (next) this.choose(next)
  }

  close() {
    this.isOn = false
    announcer.say(t('viewer.compareEnd'))
  }
}

export const compared = new Compared()
