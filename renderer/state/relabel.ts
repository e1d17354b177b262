import { api } from '../api.ts'
import { announcer } from '../lib/announcer.svelte.ts'
import { toasts } from '../lib/toasts.svelte.ts'
import { t } from '../text/text.ts'
import { collection } from './collection.svelte.ts'
import { dialogs } from './dialogs.svelte.ts'
import { history } from './history.svelte.ts'
import { perform } from './report.ts'
import { termChoices } from './terms.ts'

/** Asks for a term of the attribute by typing; `first` stand at the head of the list. Null: closed without choosing. */
export function chooseTerm(
  attribute: string,
  title: string,
  first: readonly string[] = [],
  isLeftOut: (term: string) => boolean = () => false,
): Promise<string | null> {
  return dialogs.choose({
    title,
    placeholder: t('work.choosePlaceholder'),
    nothing: t('work.noTerm'),
    entries: termChoices(attribute, first).filter(({ id }) => !isLeftOut(id)),
    inventTitle: (term) => t('work.newTerm', { term }),
  })
}

/** Asks which label, where there are several. */
export async function chooseAttribute(): Promise<string | null> {
  const { attributes } = collection
  if (attributes.length < 2) return attributes[0]?.name ?? null
  return dialogs.choose({
    title: t('collection.chooseAttribute'),
    placeholder: t('collection.chooseAttribute'),
    nothing: t('work.noTerm'),
    entries: attributes.map(({ name }) => ({ id: name, title: name })),
  })
}

/** Sets the label of these works by hand; a toast and Ctrl+Z take it back, even before it has been written. */
export async function relabel(ids: number[], attribute: string, term: string | null): Promise<void> {
  const count = ids.length
  const what =
    term === null ? t('common.removed', { attribute, count }) : t('common.changed', { attribute, count, term })
  const writing = api.artworks.relabel({ ids, attribute, term })
  history.writing(writing)
  if ((await perform(() => writing)) === undefined) return
  toasts.show(what, {
    about: 'decision',
    button: { title: t('common.undo'), key: null, run: () => void history.undo() },
  })
  announcer.say(what)
}
