import type { Change } from '#preload/api.ts'
import { api } from '../api.ts'
import { perform } from '../state/report.ts'
import { changeSentence } from '../text/changeText.ts'
import { day } from '../text/format.ts'

/** How many are asked for at a time, and how many more are shown at a time. */
const page = 500
const shown = 100

const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** The history as it is read: newest first, looked through from its sentences, so that a search finds what one reads. */
class Changes {
  found = $state.raw<Change[]>([])
  text = $state('')
  answered = $state(false)
  /** There may be earlier ones that fit. */
  hasMore = $state(false)
  #loaded: Change[] = []
  #isWhole = false
  #wanted = shown
  #question = 0

  /** Asks anew: something has been changed. */
  async refresh() {
    this.#loaded = []
    this.#isWhole = false
    await this.#fill()
  }

  search(text: string) {
    this.text = text
    this.#wanted = shown
    void this.#fill()
  }

  more() {
    this.#wanted += shown
    void this.#fill()
  }

  /** Reads page after page until enough fit. */
  async #fill() {
    const question = ++this.#question
    const words = plain(this.text).split(/\s+/).filter(Boolean)
    const fits = (change: Change) => {
      const text = plain(`${changeSentence(change)} ${change.facts.attribute} ${day(change.at)}`)
      return words.every((word) => text.includes(word))
    }
    let found = this.#loaded.filter(fits)
    while (found.length < this.#wanted && !this.#isWhole) {
      const before = this.#loaded.at(-1)?.id ?? null
      const next = await perform(() => api.history.list({ limit: page, before }))
      if (next === undefined || question !== this.#question) return
      this.#isWhole = next.length < page
      this.#loaded = [...this.#loaded, ...next]
      found = [...found, ...next.filter(fits)]
    }
    this.found = found.slice(0, this.#wanted)
    this.hasMore = found.length > this.#wanted || !this.#isWhole
    this.answered = true
  }
}

export const changes = new Changes()
