import type { SeveralTerms, Term } from '#preload/api.ts'
import { api } from '../api.ts'
import { history } from '../state/history.svelte.ts'
import { perform } from '../state/report.ts'
import { rows, type TermRow } from './rows.ts'

/** Terms of one attribute, which one is being looked at, and what is being searched. */
class Vocabulary {
  attribute = $state('')
  terms = $state.raw<Term[]>([])
  /** Whether a work may have several terms, and which labels seem to name some. */
  several = $state.raw<SeveralTerms | null>(null)
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
    const answer = await perform(() => Promise.all([api.vocabulary.list({ attribute }), api.vocabulary.severalTerms({ attribute })])) // prettier-ignore
    if (answer === undefined || question !== this.#question) return
    const [terms, several] = answer
    this.terms = terms
    this.several = several
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
    this.several = null
    this.answered = false
    this.selected = null
    this.text = ''
  }
}

export const vocabulary = new Vocabulary()
