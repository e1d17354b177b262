import type { EvidenceCard, QueueEntry } from '#preload/api.ts'
import { api } from '../api.ts'
import { review } from './review.svelte.ts'

/** Works that come next and are asked for ahead. */
const ahead = 3

/** What each score rests on. Kept as long as the score is the same: another run, or another label, has another one. */
class Evidence {
  cards = $state.raw<ReadonlyMap<string, EvidenceCard>>(new Map())
  readonly card = $derived(review.current && this.cards.get(keyOf(review.current)))
  /** The numbers are shown. */
  isOpen = $state(false)

  #asked = new Set<string>()

  follow() {
    for (const entry of review.entries.slice(review.index, review.index + 1 + ahead)) void this.#ask(entry)
  }

  async #ask(entry: QueueEntry) {
    const key = keyOf(entry)
    if (this.#asked.has(key)) return
    this.#asked.add(key)
    const { artwork, attribute } = entry
    const card = await api.evidence.card({ artwork, attribute }).catch(() => null)
    if (card === null) return void this.#asked.delete(key)
    this.cards = new Map(this.cards).set(key, card)
  }
}

const keyOf = ({ attribute, artwork, file, label, suggestion, score }: QueueEntry) =>
  [attribute, artwork, file, label, suggestion, score].join('\n')

export const evidence = new Evidence()
