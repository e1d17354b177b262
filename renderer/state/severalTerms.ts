import { t } from '../text/text.ts'
import { collection } from './collection.svelte.ts'
import { dialogs } from './dialogs.svelte.ts'
import { chooseTerm } from './relabel.ts'

/** Whether a work may have several terms of an attribute. */
export const allowsSeveral = (attribute: string) => separatorOf(attribute) !== null

const separatorOf = (attribute: string) => collection.attribute(attribute)?.separator ?? null

/** The terms that a label names: mostly itself. */
export function termsOf(attribute: string, label: string): string[] {
  const parts = collection.attribute(attribute)?.terms.find(({ name }) => name === label)?.parts ?? []
  return parts.length > 0 ? parts : [label]
}

const labelOf = (attribute: string, terms: readonly string[]) => terms.join(separatorOf(attribute) ?? '')

/** The label without one of its terms. */
export const labelWithout = (attribute: string, label: string, term: string) =>
  labelOf(attribute, termsOf(attribute, label).filter((one) => one !== term)) // prettier-ignore

/** Asks for a further term by typing; `first` stand at the head of the list. The label with it, or null: closed without choosing. */
export async function chooseFurther(
  attribute: string,
  label: string,
  first: readonly string[],
): Promise<string | null> {
  const own = termsOf(attribute, label)
  const term = await chooseTerm(attribute, t('severalTerms.addTitle', { attribute }), first, (name) =>
    own.includes(name) || termsOf(attribute, name).length > 1) // prettier-ignore
  return term === null || own.includes(term) ? null : labelOf(attribute, [...own, term])
}

/** Asks which term of a label with several goes. The label without it, or null: closed without choosing. */
export async function chooseWithout(attribute: string, label: string): Promise<string | null> {
  const term = await dialogs.choose({
    title: t('severalTerms.removeTitle', { attribute }),
    placeholder: t('work.choosePlaceholder'),
    nothing: t('work.noTerm'),
    entries: termsOf(attribute, label).map((name) => ({ id: name, title: name })),
  })
  return term === null ? null : labelWithout(attribute, label, term)
}
