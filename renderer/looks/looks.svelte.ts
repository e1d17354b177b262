import type { Card, GroupBy, Groups } from '#preload/api.ts'
import { api } from '../api.ts'
import { announcer } from '../lib/announcer.svelte.ts'
import { toasts } from '../lib/toasts.svelte.ts'
import { history } from '../state/history.svelte.ts'
import { perform } from '../state/report.ts'
import { t } from '../text/text.ts'

type Group = Groups[number]
/** What would be done to the chosen works: the label of each, how often. Term null: each keeps its own. */
export type Plan = { term: string | null; ids: number[]; labels: { term: string; works: number }[] }

const mostCards = 2000

/** Groups of works that wait for the same verdict, and which works of the open group are chosen. */
class Looks {
  attribute = $state('')
  by = $state<GroupBy>('look')
  flaggedOnly = $state(true)
  groups = $state.raw<Groups>([])
  answered = $state(false)
  at = $state(0)
  active = $state(0)
  chosen = $state.raw<ReadonlySet<number>>(new Set())
  cards = $state.raw<ReadonlyMap<number, Card>>(new Map())
  plan = $state.raw<Plan | null>(null)
  readonly group = $derived<Group | undefined>(this.groups[this.at])
  readonly ids = $derived(this.group?.artworks ?? [])

  #question = 0
  #anchor = 0
  #before: ReadonlySet<number> = new Set()

  /** Asks anew; the group that is open stays open where it still is. */
  async refresh(attribute: string) {
    const question = ++this.#question
    const isOther = attribute !== this.attribute
    this.attribute = attribute
    const groups = await perform(() => api.queue.groups({ attribute, by: this.by, flaggedOnly: this.flaggedOnly }))
    if (groups === undefined || question !== this.#question) return
    const before = this.group
    this.groups = groups
    this.answered = true
    const same = groups.findIndex(({ artworks }) => before && artworks[0] === before.artworks[0] && artworks.length === before.artworks.length) // prettier-ignore
    if (same >= 0 && !isOther) this.at = same
    else this.open(isOther ? 0 : Math.min(this.at, Math.max(0, groups.length - 1)))
  }

  change(change: { by?: GroupBy; flaggedOnly?: boolean }) {
    this.by = change.by ?? this.by
    this.flaggedOnly = change.flaggedOnly ?? this.flaggedOnly
    this.at = 0
    void this.refresh(this.attribute)
  }

  /** All of a group are chosen: who opens it takes out what does not belong. */
  open(at: number) {
    this.at = at
    this.active = 0
    this.plan = null
    this.chosen = new Set(this.ids)
    void this.#readCards()
    const { group } = this
    if (group) announcer.say(t('looks.group', { count: group.artworks.length, term: group.suggestion }))
  }

  step(by: 1 | -1) {
    const next = this.at + by
    if (this.groups[next]) this.open(next)
  }

  move(index: number, { extend, toggle }: { extend: boolean; toggle: boolean }) {
    this.active = index
    const id = this.ids[index]
    if (id === undefined) return
    if (extend) {
      const [from, to] = [Math.min(this.#anchor, index), Math.max(this.#anchor, index)]
      this.chosen = new Set(this.ids.slice(from, to + 1))
      return
    }
    this.#anchor = index
    if (toggle) this.toggle(id)
  }

  toggle(id: number) {
    const chosen = new Set(this.chosen)
    if (!chosen.delete(id)) chosen.add(id)
    this.chosen = chosen
    announcer.say(t('looks.chosen', { count: chosen.size }))
  }

  /** A frame is being drawn. */
  frame(indices: number[], add: boolean, begins: boolean) {
    if (begins) this.#before = add ? this.chosen : new Set()
    this.chosen = new Set([...this.#before, ...indices.map((index) => this.ids[index]!)])
  }

  chooseAll = () => void (this.chosen = new Set(this.ids))
  chooseNone = () => void (this.chosen = new Set())

  /** Shows what would be done; nothing is written. Term null: the labels are kept. */
  prepare(term: string | null) {
    const ids = this.ids.filter((id) => this.chosen.has(id))
    if (ids.length === 0) return
    const labels = Map.groupBy(ids, (id) => this.cards.get(id)?.labels[this.attribute] ?? '')
    this.plan = { term, ids, labels: [...labels].map(([name, { length }]) => ({ term: name, works: length })).toSorted((a, b) => b.works - a.works) } // prettier-ignore
  }

  async carryOut() {
    const { plan, attribute } = this
    if (!plan) return
    this.plan = null
    const kind = plan.term === null ? ({ kind: 'keep' } as const) : ({ kind: 'relabel', term: plan.term } as const)
    const writing = api.verdicts.decideAll({ artworks: plan.ids, attribute, ...kind })
    history.writing(writing)
    const count = await perform(() => writing)
    if (count === undefined) return
    const what = plan.term === null ? t('looks.kept', { count }) : t('looks.done', { count, term: plan.term })
    toasts.show(what, { about: 'decision', seconds: 8, button: { title: t('common.undo'), key: null, run: () => void history.undo() } }) // prettier-ignore
    announcer.say(what)
    await this.refresh(attribute)
  }

  /** Another collection is open. */
  forget() {
    this.#question++
    this.groups = []
    this.attribute = ''
    this.answered = false
    this.plan = null
  }

  async #readCards() {
    const ids = this.ids.slice(0, mostCards)
    const cards = await perform(() => api.artworks.read({ ids }))
    if (cards && ids[0] === this.ids[0]) this.cards = new Map(cards.map((card) => [card.id, card]))
  }
}

export const looks = new Looks()
