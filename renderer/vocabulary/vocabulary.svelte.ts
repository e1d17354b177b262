import type { Term } from '#preload/api.ts'
import { api } from '../api.ts'
import { history } from '../state/history.svelte.ts'
import { perform } from '../state/report.ts'
import { rows, type TermRow } from './rows.ts'

/** Terms of one attribute, which one is being looked at, and what is being searched. */
class Vocabulary {
  attribute = $state('')
  terms = $state.raw<Term[]>([])
  answered = $state(false)
  selected = $state<number | null>(null)
  text = $state('')
  showRetired = $state(false)

  readonly rows = $derived<TermRow[]>(rows(this.terms, this.text, this.showRetired))
  readonly term = $derived(this.terms.find(({ id }) => id === this.selected))
  readonly byId = $derived(new Map(this.terms.map((term) => [term.id, term])))
  #question = 0

  async open(attribute: string) {
    if (attribute !== this.attribute) {
      this.forget()
      this.attribute = attribute
    }
    const question = ++this.#question
    const terms = await perform(() => api.vocabulary.list({ attribute }))
    if (terms === undefined || question !== this.#question) return
    this.terms = terms
    this.answered = true
    if (this.selected !== null && !this.term) this.selected = null
  }

  /** Does it, and shows the term that it is about. Undefined: it was refused, which was told. */
  async change(deed: () => Promise<Term>): Promise<Term | undefined> {
    const doing = deed()
    history.writing(doing)
    const term = await perform(() => doing)
    if (term === undefined) return undefined
    await this.open(this.attribute)
    this.selected = term.id
    return term
  }

  forget() {
    this.#question++
    this.attribute = ''
    this.terms = []
    this.answered = false
    this.selected = null
    this.text = ''
  }
}

export const vocabulary = new Vocabulary()
