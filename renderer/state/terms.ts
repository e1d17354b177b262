import { t } from '../text/text.ts'
import { collection } from './collection.svelte.ts'
import type { Choice } from './dialogs.svelte.ts'

/**
 * The terms of an attribute as a list to choose from by typing; `first` (names) stand at its head. The one place that
 * knows what a term is found by: names in other languages and broader terms belong into `also` and `detail`.
 */
export function termChoices(attribute: string, first: readonly string[] = []): Choice[] {
  const terms = collection.attribute(attribute)?.terms ?? []
  const choices = terms.map(({ name, works }): Choice => ({ id: name, title: name, detail: t('common.works', { count: works }) })) // prettier-ignore
  const byName = new Map(choices.map((choice) => [choice.id, choice]))
  const head = first.map((name) => byName.get(name) ?? { id: name, title: name })
  const isHead = new Set(first)
  return [...head, ...choices.filter(({ id }) => !isHead.has(id))]
}
