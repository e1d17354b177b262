import type { Action } from '../actions.ts'
import { collection } from '../state/collection.svelte.ts'
import { place } from '../state/place.svelte.ts'
import { chooseTerm } from '../state/relabel.ts'
import { t } from '../text/text.ts'
import { evidence } from './evidence.svelte.ts'
import { guide } from './guide.svelte.ts'
import { looked } from './looked.svelte.ts'
import { review } from './review.svelte.ts'

const hasWork = () => review.current !== undefined
const base = { screen: 'review', menu: 'review', enabled: hasWork } as const

async function chooseAnother() {
  const entry = review.current
  if (!entry) return
  const term = await chooseTerm(entry.attribute, t('review.chooseTitle', { attribute: entry.attribute }))
  if (term === null || review.current !== entry) return
  if (term === entry.label) review.decide('keep')
  else review.decide('relabel', term)
}

function nextAttribute() {
  const names = collection.attributes.map((attribute) => attribute.name)
  const next = names[(names.indexOf(review.attribute) + 1) % names.length]
  if (next !== undefined) place.go('review', next)
}

export const reviewActions: Action[] = [
  { ...base, id: 'accept', title: 'actions.accept', keys: ['A', 'Enter'], icon: 'check', enabled: () => hasWork() && review.canAccept, run: () => review.accept() },
  { ...base, id: 'keep', title: 'actions.keep', keys: ['K'], icon: 'tag', run: () => review.decide('keep') },
  { ...base, id: 'another', title: 'actions.another', keys: ['T'], icon: 'search', run: chooseAnother },
  { ...base, id: 'unsure', title: 'actions.unsure', keys: ['U'], icon: 'question', run: () => review.decide('unsure') },
  { ...base, id: 'wrong-image', title: 'actions.wrongImage', keys: ['W'], icon: 'pictureOff', run: () => review.decide('wrong-image') },
  { ...base, id: 'skip', title: 'actions.skip', keys: ['S'], icon: 'skip', run: () => review.decide('skip') },
  { ...base, id: 'earlier', title: 'actions.earlier', keys: ['ArrowLeft'], icon: 'left', enabled: () => review.index > 0, run: () => review.move(-1) },
  { ...base, id: 'later', title: 'actions.later', keys: ['ArrowRight'], icon: 'right', run: () => review.move(1) },
  { ...base, id: 'open-reviewed', title: 'actions.openReviewed', keys: ['O'], icon: 'open', run: () => review.current && place.go('work', review.current.artwork) },
  { ...base, id: 'look', title: 'actions.look', keys: ['L'], icon: 'eye', run: () => looked.turn() },
  { ...base, id: 'trace', title: 'actions.trace', keys: ['E'], icon: 'search', enabled: () => evidence.card !== undefined, run: () => (evidence.isOpen = true) },
  { ...base, id: 'guide', title: 'actions.guide', keys: ['G'], icon: 'tag', run: () => guide.toggle() },
  { ...base, id: 'next-attribute', title: 'actions.nextAttribute', keys: ['N'], enabled: () => collection.attributes.length > 1, run: nextAttribute },
] // prettier-ignore
