import type { Condition, Filter } from '#preload/api.ts'
import { conditionsOf } from '#preload/query.ts'
import { api } from '../api.ts'
import { concernText } from '../overview/concernText.ts'
import { collection } from '../state/collection.svelte.ts'
import { t } from '../text/text.ts'
import { works } from './works.svelte.ts'

/** Text and order of a filter without its conditions. */
function orderOf({ text, sort, sortOf, descending }: Filter): Filter {
  return {
    ...(text === undefined ? {} : { text }),
    sort: sort ?? 'added',
    ...(sortOf === undefined ? {} : { sortOf }),
    ...(descending === undefined ? {} : { descending }),
  }
}

/** What another screen has chosen: it stays while conditions are added to it. */
function chosenElsewhere({ ids, change, concern, predicted, run, attribute, term }: Filter): Filter {
  return {
    ...(ids === undefined ? {} : { ids }),
    ...(change === undefined ? {} : { change }),
    ...(concern === undefined ? {} : { concern }),
    ...(predicted === undefined ? {} : { predicted, ...(run === undefined ? {} : { run }), ...(attribute === undefined ? {} : { attribute }), ...(term === undefined ? {} : { term }) }),
  }
} // prettier-ignore

/** The conditions under which works are shown, as chips; whatever sets a filter, they say what it asks. */
class Conditions {
  readonly all = $derived(conditionsOf(works.filter.predicted === undefined ? works.filter : { conditions: works.filter.conditions ?? [] })) // prettier-ignore
  /** What was chosen on another screen, in words; null: nothing. */
  readonly special = $derived.by(() => {
    const { ids, change, concern, predicted, term } = works.filter
    if (predicted !== undefined) return term ? t('collection.takenFor', { term, predicted }) : t('collection.anyTakenFor', { predicted }) // prettier-ignore
    if (change !== undefined) return t('filters.changeOnly')
    if (concern) return concernText(concern)
    return ids === undefined ? null : t('collection.someChosen', { count: ids.length })
  })
  /** Anything that hides works. */
  readonly some = $derived(this.all.length > 0 || Boolean(works.filter.text) || this.special !== null)
  /** An attribute that a condition names: its label is shown on the cells. */
  readonly attribute = $derived(
    works.filter.attribute ?? this.all.flatMap((condition) => ('attribute' in condition ? (condition.attribute ?? []) : []))[0], // prettier-ignore
  )

  /** These alone; text and order stay. */
  only(conditions: Condition[]) {
    works.change({ ...orderOf(works.filter), conditions })
  }

  add(conditions: Condition[]) {
    const isNew = (one: Condition) => !this.all.some((other) => JSON.stringify(other) === JSON.stringify(one))
    this.#set([...this.all, ...conditions.filter(isNew)])
  }

  remove(index: number) {
    this.#set(this.all.filter((_, other) => other !== index))
  }

  removeSpecial() {
    this.only([...this.all])
  }

  search(text: string) {
    const { text: _, ...rest } = works.filter
    works.change(text === '' ? rest : { ...rest, text }, works.origin)
  }

  clear() {
    const { text: _, ...order } = orderOf(works.filter)
    works.change(order)
  }

  #set(conditions: Condition[]) {
    works.change({ ...orderOf(works.filter), ...chosenElsewhere(works.filter), conditions }, works.origin)
  }
}

export const conditions = new Conditions()

/** What a typed query may name. */
export async function queryNames() {
  const fields = await api.attributes.fields()
  return { attributes: collection.attributes.map(({ name }) => name), fields: fields.map(({ name }) => name) }
}
