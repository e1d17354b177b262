import type { ReviewBudget } from '#preload/api.ts'
import { api } from '../api.ts'
import { review } from './review.svelte.ts'

/** After a verdict so long is waited for the next one, before it is reckoned anew. Milliseconds. */
const pause = 1500

/** What further review of the attribute would find. */
class Budget {
  value = $state.raw<ReviewBudget | null>(null)
  #of = ''
  #timer: ReturnType<typeof setTimeout> | undefined

  /** Something was decided, or another attribute is reviewed. */
  follow() {
    clearTimeout(this.#timer)
    const { attribute } = review
    if (attribute !== this.#of) this.value = null
    this.#timer = setTimeout(() => void this.#ask(attribute), attribute === this.#of ? pause : 0)
    this.#of = attribute
  }

  async #ask(attribute: string) {
    if (attribute === '') return
    const found = await api.evidence.budget({ attribute }).catch(() => null)
    if (attribute === review.attribute) this.value = found
  }
}

export const budget = new Budget()
