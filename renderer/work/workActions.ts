import type { Action } from '../actions.ts'
import { works } from '../collection/works.svelte.ts'
import { review } from '../review/review.svelte.ts'
import { collection } from '../state/collection.svelte.ts'
import { place } from '../state/place.svelte.ts'
import { chooseAttribute, chooseTerm, relabel } from '../state/relabel.ts'
import { t } from '../text/text.ts'

/** Place of the open work among the works of the grid; -1 where it is not among them. */
export const indexOfOpenWork = () => works.ids.indexOf(Number(place.detail))

function step(by: -1 | 1) {
  const index = indexOfOpenWork() + by
  const id = works.ids[index]
  if (id === undefined) return
  works.move(index, { extend: false, toggle: false })
  place.go('work', id)
}

export async function relabelOpenWork(chosen: string | null = null) {
  const id = Number(place.detail)
  const attribute = chosen ?? (await chooseAttribute())
  if (attribute === null) return
  const term = await chooseTerm(attribute, t('collection.relabelTitle', { attribute }))
  if (term !== null) await relabel([id], attribute, term)
}

function close() {
  if (place.before === 'review') place.go('review', review.attribute)
  else place.go('collection')
}

const base = { screen: 'work', menu: 'view', enabled: () => true } as const

export const workActions: Action[] = [
  { ...base, id: 'close-work', title: 'actions.closeWork', keys: ['Escape'], icon: 'grid', run: close },
  { ...base, id: 'previous-work', title: 'actions.previousWork', keys: ['ArrowLeft'], icon: 'left', enabled: () => indexOfOpenWork() > 0, run: () => step(-1) },
  { ...base, id: 'next-work', title: 'actions.nextWork', keys: ['ArrowRight'], icon: 'right', enabled: () => indexOfOpenWork() < works.ids.length - 1, run: () => step(1) },
  { ...base, id: 'relabel-work', title: 'actions.relabelWork', menu: 'edit', keys: ['T'], icon: 'tag', enabled: () => collection.attributes.length > 0, run: () => relabelOpenWork() },
] // prettier-ignore
