import type { Action } from '../actions.ts'
import { review } from '../review/review.svelte.ts'
import { place } from '../state/place.svelte.ts'
import { chooseTerm } from '../state/relabel.ts'
import { t } from '../text/text.ts'
import { looks } from './looks.svelte.ts'

const hasChosen = () => looks.chosen.size > 0 && looks.group !== undefined
const base = { screen: 'looks', menu: 'review', enabled: hasChosen } as const

async function another() {
  const { group, attribute } = looks
  const term = await chooseTerm(attribute, t('review.chooseTitle', { attribute }))
  if (term !== null && looks.group === group) looks.prepare(term)
}

export const looksActions: Action[] = [
  { ...base, id: 'looks-accept', title: 'actions.accept', keys: ['A'], icon: 'check', run: () => looks.group && looks.prepare(looks.group.suggestion) },
  { ...base, id: 'looks-keep', title: 'actions.keep', keys: ['K'], icon: 'tag', run: () => looks.prepare(null) },
  { ...base, id: 'looks-another', title: 'actions.another', keys: ['T'], icon: 'search', run: another },
  { ...base, id: 'looks-all', title: 'actions.selectAll', menu: 'edit', keys: ['Mod+A'], enabled: () => looks.ids.length > 0, run: looks.chooseAll },
  { ...base, id: 'looks-none', title: 'actions.selectNone', menu: 'edit', keys: ['Escape'], run: looks.chooseNone },
  { ...base, id: 'looks-next', title: 'actions.nextGroup', keys: ['N', 'PageDown'], icon: 'right', enabled: () => looks.at < looks.groups.length - 1, run: () => looks.step(1) },
  { ...base, id: 'looks-before', title: 'actions.groupBefore', keys: ['P', 'PageUp'], icon: 'left', enabled: () => looks.at > 0, run: () => looks.step(-1) },
  { id: 'looks', title: 'actions.looks', menu: 'review', screen: ['review', 'collection', 'history'], keys: ['D'], icon: 'copies', enabled: () => true, run: () => place.go('looks', place.screen === 'review' ? review.attribute : looks.attribute) },
] // prettier-ignore
