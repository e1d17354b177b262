import type { Card, Filter } from '#preload/api.ts'
import { api } from '../api.ts'
import { perform } from '../state/report.ts'

/** Cards are read a page at a time, and this many pages are kept. */
const pageSize = 120
const keptPages = 40

/** The works that fit the filter, by id; their cards are read as they come into view. */
class Works {
  filter = $state.raw<Filter>({ sort: 'added' })
  origin = $state<'evaluate' | 'overview'>('evaluate')
  ids = $state.raw<number[]>([])
  answered = $state(false)
  /** Index of the work under the keys. */
  active = $state(0)
  selected = $state.raw<ReadonlySet<number>>(new Set())
  #anchor = 0
  #pages = $state.raw<ReadonlyMap<number, (Card | undefined)[]>>(new Map())
  /** What the works are sorted by, by id, where it is a number that the card does not have. */
  #keys = $state.raw<ReadonlyMap<number, number | null>>(new Map())
  #asked = new Set<number>()
  #question = 0
  #shown: [number, number] = [0, 0]

  /** Rises whenever other works are asked for: they are seen from the first on. */
  turn = $state(0)

  /** Asks which works fit; the work under the keys stays the same where it still fits, or is the first of other works. */
  async find(areOthers = false) {
    const question = ++this.#question
    const ids = await perform(() => api.artworks.find($state.snapshot(this.filter)))
    if (ids === undefined || question !== this.#question) return
    const before = areOthers ? undefined : this.ids[this.active]
    const same = ids.length === this.ids.length && ids.every((id, index) => id === this.ids[index])
    this.#keys = new Map()
    if (!same) {
      this.ids = ids
      this.#pages = new Map()
      const at = before === undefined ? -1 : ids.indexOf(before)
      this.active = at >= 0 ? at : Math.min(this.active, Math.max(0, ids.length - 1))
      const found = new Set(ids)
      this.selected = new Set([...this.selected].filter((id) => found.has(id)))
    }
    this.#asked.clear()
    this.answered = true
    this.need(...this.#shown)
  }

  /** `origin`: the screen that chose the works, to which a link leads back. */
  change(filter: Filter, origin: typeof this.origin = 'evaluate') {
    this.origin = origin
    this.filter = filter
    this.active = 0
    this.selected = new Set()
    this.turn++
    void this.find(true)
  }

  /** Reads the cards of the works from index `first` to before `last` that are not here. */
  need(first: number, last: number) {
    this.#shown = [first, last]
    for (let page = Math.floor(first / pageSize); page * pageSize < Math.min(last, this.ids.length); page++)
      if (!this.#asked.has(page)) void this.#read(page)
  }

  card(index: number): Card | undefined {
    return this.#pages.get(Math.floor(index / pageSize))?.[index % pageSize]
  }

  /** The card of a work that has been read; undefined where it is not in view. */
  ofId(id: number): Card | undefined {
    for (const page of this.#pages.values()) {
      const card = page.find((one) => one?.id === id)
      if (card) return card
    }
    return undefined
  }

  /** Undefined: not read yet, or there is nothing to say. Null: not known. */
  key(index: number): number | null | undefined {
    return this.#keys.get(this.ids[index] ?? -1)
  }

  move(index: number, { extend, toggle }: { extend: boolean; toggle: boolean }) {
    this.active = index
    const id = this.ids[index]
    if (id === undefined) return
    if (extend) {
      const [from, to] = [Math.min(this.#anchor, index), Math.max(this.#anchor, index)]
      this.selected = new Set(this.ids.slice(from, to + 1))
      return
    }
    this.#anchor = index
    if (!toggle) this.selected = new Set()
    else if (this.selected.has(id)) this.selected = new Set([...this.selected].filter((other) => other !== id))
    else this.selected = new Set([...this.selected, id])
  }

  #beforeFrame: ReadonlySet<number> | null = null

  /** A frame is being drawn over these cells; `add`: they join those chosen before it. */
  frame(indices: number[], add: boolean) {
    this.#beforeFrame ??= add ? this.selected : new Set()
    this.selected = new Set([...this.#beforeFrame, ...indices.flatMap((index) => this.ids[index] ?? [])])
  }

  endFrame() {
    this.#beforeFrame = null
  }

  /** Another collection is open. */
  forget() {
    this.#question++
    this.filter = { sort: 'added' }
    this.ids = []
    this.active = 0
    this.selected = new Set()
    this.#pages = new Map()
    this.#asked.clear()
    this.answered = false
  }

  selectAll() {
    this.selected = new Set(this.ids)
  }

  selectNone() {
    this.selected = new Set()
  }

  async #read(page: number) {
    this.#asked.add(page)
    const question = this.#question
    const ids = this.ids.slice(page * pageSize, (page + 1) * pageSize)
    const filter = $state.snapshot(this.filter)
    const answer = await perform(() =>
      Promise.all([api.artworks.read({ ids }), hasKey(filter) ? api.artworks.sortKeys({ ids, filter }) : []]),
    )
    if (answer === undefined || question !== this.#question) return
    const [cards, keys] = answer
    if (keys.length > 0)
      this.#keys = new Map([...this.#keys, ...ids.map((id, index) => [id, keys[index] ?? null] as const)])
    const byId = new Map(cards.map((card) => [card.id, card]))
    const pages = new Map(this.#pages)
    pages.delete(page)
    pages.set(
      page,
      ids.map((id) => byId.get(id)),
    )
    for (const oldest of pages.keys()) {
      if (pages.size <= keptPages) break
      pages.delete(oldest)
      this.#asked.delete(oldest)
    }
    this.#pages = pages
  }
}

/** Sorted by a number that is shown on the cells. */
const hasKey = ({ sort = 'added' }: Filter) => !['added', 'title', 'file', 'size'].includes(sort)

export const works = new Works()
