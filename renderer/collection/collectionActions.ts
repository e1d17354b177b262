import type { Action } from '../actions.ts'
import { collection } from '../state/collection.svelte.ts'
import { place } from '../state/place.svelte.ts'
import { chooseAttribute, chooseTerm, relabel } from '../state/relabel.ts'
import { t } from '../text/text.ts'
import { layout } from './layout.svelte.ts'
import { works } from './works.svelte.ts'

async function relabelSelection() {
  const ids = [...works.selected]
  const attribute = await chooseAttribute()
  if (attribute === null) return
  const term = await chooseTerm(attribute, t('collection.relabelTitle', { attribute }))
  if (term !== null) await relabel(ids, attribute, term)
}

function search() {
  place.go('collection')
  layout.search()
}

const base = { screen: 'collection', menu: 'view' } as const

export const collectionActions: Action[] = [
  { id: 'search', title: 'actions.search', menu: 'edit', keys: ['Mod+F', '/'], icon: 'search', enabled: () => collection.current !== null, run: search },
  { ...base, id: 'larger', title: 'actions.larger', keys: ['+', '='], enabled: () => layout.canGrow, run: () => layout.resize(1) },
  { ...base, id: 'smaller', title: 'actions.smaller', keys: ['-'], enabled: () => layout.canShrink, run: () => layout.resize(-1) },
  { ...base, id: 'select-all', title: 'actions.selectAll', menu: 'edit', keys: ['Mod+A'], enabled: () => works.ids.length > 0, run: () => works.selectAll() },
  { ...base, id: 'relabel-selection', title: 'actions.relabelSelection', menu: 'edit', keys: ['T'], icon: 'tag', enabled: () => works.selected.size > 0 && collection.attributes.length > 0, run: relabelSelection },
] // prettier-ignore
