import type { SavedFilter } from '#preload/api.ts'
import { api } from '../api.ts'
import { announcer } from '../lib/announcer.svelte.ts'
import { toasts } from '../lib/toasts.svelte.ts'
import { perform } from '../state/report.ts'
import { number } from '../text/format.ts'
import { t } from '../text/text.ts'
import { works } from './works.svelte.ts'

/** The lists that users have kept, with how many works each holds now. */
class SavedFilters {
  all = $state.raw<SavedFilter[]>([])
  counts = $state.raw<ReadonlyMap<number, number>>(new Map())
  /** The list that is shown; null: none, or what is shown was changed since. */
  readonly chosen = $derived(this.all.find(({ filter }) => sameText(filter, works.filter)) ?? null)
  #question = 0

  /** Asks again; the counts one after the other, so that nothing else waits for all of them. */
  async refresh() {
    const question = ++this.#question
    const all = await perform(() => api.filters.list())
    if (all === undefined || question !== this.#question) return
    this.all = all
    for (const { id, filter } of all) {
      const count = await perform(() => api.filters.count({ filter }))
      if (count === undefined || question !== this.#question) return
      this.counts = new Map(this.counts).set(id, count)
    }
  }

  show({ filter }: SavedFilter) {
    works.change(filter)
  }

  /** Throws what is wrong with the name. */
  async save(name: string) {
    const saved = await api.filters.save({ name, filter: $state.snapshot(works.filter) })
    toasts.show(t('filters.saved', saved))
    await this.refresh()
  }

  /** Throws what is wrong with the name. */
  async rename(id: number, name: string) {
    await api.filters.change({ id, name })
    await this.refresh()
  }

  async update({ id, name }: SavedFilter) {
    const filter = $state.snapshot(works.filter)
    if (await perform(() => api.filters.change({ id, filter }))) toasts.show(t('filters.updated', { name }))
    await this.refresh()
  }

  async remove({ id, name, filter }: SavedFilter) {
    const order = this.all.map((list) => list.id)
    await perform(() => api.filters.remove({ id }))
    const back = async () => {
      const anew = await perform(() => api.filters.save({ name, filter }))
      if (anew)
        await perform(() => api.filters.arrange({ ids: order.map((other) => (other === id ? anew.id : other)) }))
      await this.refresh()
    }
    toasts.show(t('filters.deleted', { name }), { button: { title: t('common.undo'), key: null, run: () => void back() } }) // prettier-ignore
    await this.refresh()
  }

  async move(index: number, by: -1 | 1) {
    const ids = this.all.map(({ id }) => id)
    const [moved] = ids.splice(index, 1)
    if (moved === undefined) return
    ids.splice(index + by, 0, moved)
    await perform(() => api.filters.arrange({ ids }))
    await this.refresh()
    const name = this.all[index + by]?.name ?? ''
    announcer.say(t('filters.moved', { name, index: number(index + by + 1), count: number(ids.length) }))
  }

  /** Another collection is open. */
  forget() {
    this.#question++
    this.all = []
    this.counts = new Map()
  }
}

const sameText = (a: object, b: object) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
const sorted = (value: object) => Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))

export const savedFilters = new SavedFilters()
