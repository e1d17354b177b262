import type { Action } from '../actions.ts'
import { collection } from '../state/collection.svelte.ts'
import { place } from '../state/place.svelte.ts'
import { dialogs } from '../state/dialogs.svelte.ts'
import { chooseTerm } from '../state/relabel.ts'
import { allowsSeveral, chooseFurther, chooseWithout, termsOf } from '../state/severalTerms.ts'
import { t } from '../text/text.ts'
import { evidence } from './evidence.svelte.ts'
import { guide } from './guide.svelte.ts'
import { looked } from './looked.svelte.ts'
import { view } from '../viewer/view.svelte.ts'
import { compared } from './compared.svelte.ts'
import { legend } from './legend.svelte.ts'
import { review } from './review.svelte.ts'

const hasWork = () => review.current !== undefined
const base = { screen: 'review', menu: 'review', enabled: hasWork } as const

async function chooseAnother() {
  const entry = review.current
  if (!entry) return
  const term = await chooseTerm(entry.attribute, t('review.chooseTitle', { attribute: entry.attribute }), review.recent)
  if (term !== null && review.current === entry) review.choose(term)
}

async function addTerm() {
  const entry = review.current
  if (!entry) return
  const label = await chooseFurther(entry.attribute, entry.label, [entry.suggestion, ...review.recent])
  if (label !== null && review.current === entry) review.choose(label)
}

async function takeTermAway() {
  const entry = review.current
  if (!entry) return
  const label = await chooseWithout(entry.attribute, entry.label)
  if (label !== null && review.current === entry) review.choose(label)
}

/** A label that is shown, and may have several terms. */
const mayHaveSeveral = () => hasWork() && !review.blind && allowsSeveral(review.attribute)
const hasSeveral = () => mayHaveSeveral() && termsOf(review.attribute, review.current!.label).length > 1

/** What lies over the picture goes, the topmost first. */
function closeOver() {
  if (legend.isOpen) legend.isOpen = false
  else if (view.isZoomed) view.fit()
  else compared.close()
}

/** The number keys. */
const termActions = ([1, 2, 3, 4, 5, 6, 7, 8, 9] as const).map((number): Action => ({
  id: `term-${number}`,
  title: `actions.term${number}`,
  menu: null,
  screen: 'review',
  keys: [String(number)],
  enabled: () => review.quick[number - 1] !== undefined,
  run: () => review.choose(review.quick[number - 1]!.term),
}))

function nextAttribute() {
  const names = collection.attributes.map((attribute) => attribute.name)
  const next = names[(names.indexOf(review.attribute) + 1) % names.length]
  if (next !== undefined) place.go('review', next)
}

async function giveReason() {
  const entry = review.current
  if (!entry) return
  const reason = await dialogs.choose({
    title: t('trail.reasonTitle'),
    placeholder: t('trail.reasonPlaceholder'),
    nothing: t('trail.reasonNothing'),
    entries: review.reasons.map((each) => ({ id: each, title: each })),
    inventTitle: (typed) => t('trail.reasonNew', { reason: typed }),
  })
  if (reason !== null && review.current?.artwork === entry.artwork) review.reason = reason
}

export const reviewActions: Action[] = [
  { ...base, id: 'accept', title: 'actions.accept', keys: ['A', 'Enter'], icon: 'check', enabled: () => hasWork() && review.canAccept && !review.blind, run: () => review.accept() },
  { ...base, id: 'keep', title: 'actions.keep', keys: ['K'], icon: 'tag', enabled: () => hasWork() && !review.blind, run: () => review.decide('keep') },
  { ...base, id: 'another', title: 'actions.another', keys: ['T'], icon: 'search', run: chooseAnother },
  { ...base, id: 'further-term', title: 'actions.furtherTerm', keys: ['Shift+T'], icon: 'plus', enabled: mayHaveSeveral, run: addTerm },
  { ...base, id: 'take-term-away', title: 'actions.takeTermAway', keys: ['Shift+D'], icon: 'minus', enabled: hasSeveral, run: takeTermAway },
  { ...base, id: 'unsure', title: 'actions.unsure', keys: ['U'], icon: 'question', run: () => review.decide('unsure') },
  { ...base, id: 'wrong-image', title: 'actions.wrongImage', keys: ['W'], icon: 'pictureOff', run: () => review.decide('wrong-image') },
  { ...base, id: 'not-artwork', title: 'actions.notArtwork', keys: ['X'], icon: 'notArtwork', run: () => review.decide('not-artwork') },
  { ...base, id: 'skip', title: 'actions.skip', keys: ['S'], icon: 'skip', run: () => review.decide('skip') },
  { ...base, id: 'earlier', title: 'actions.earlier', keys: ['ArrowLeft'], icon: 'left', enabled: () => review.index > 0, run: () => review.move(-1) },
  { ...base, id: 'later', title: 'actions.later', keys: ['ArrowRight'], icon: 'right', run: () => review.move(1) },
  { ...base, id: 'open-reviewed', title: 'actions.openReviewed', keys: ['O'], icon: 'open', run: () => review.current && place.go('work', review.current.artwork) },
  { ...base, id: 'look', title: 'actions.look', keys: ['L'], icon: 'eye', run: () => looked.turn() },
  { ...base, id: 'trace', title: 'actions.trace', keys: ['E'], icon: 'search', enabled: () => evidence.card !== undefined, run: () => (evidence.isOpen = true) },
  { ...base, id: 'reason', title: 'actions.reason', keys: ['Y'], icon: 'file', run: giveReason },
  { ...base, id: 'guide', title: 'actions.guide', keys: ['G'], icon: 'tag', run: () => guide.toggle() },
  { ...base, id: 'next-attribute', title: 'actions.nextAttribute', keys: ['N'], enabled: () => collection.attributes.length > 1, run: nextAttribute },
  { ...base, id: 'blind', title: 'actions.blind', keys: ['B'], icon: 'hidden', run: () => review.toggleBlind() },
  { ...base, id: 'compare', title: 'actions.compare', keys: ['C'], icon: 'compare', enabled: () => hasWork() && !review.blind && compared.neighbours.length > 0, run: () => compared.toggle() },
  { ...base, id: 'compare-next', title: 'actions.compareNext', keys: ['V'], enabled: () => compared.beside !== null && !review.blind, run: () => compared.next() },
  { ...base, id: 'close-over', title: 'actions.closeOver', menu: null, keys: ['Escape'], enabled: () => compared.isOn || legend.isOpen || view.isZoomed, run: closeOver },
  { ...base, id: 'legend', title: 'actions.legend', keys: ['H'], icon: 'keyboard', run: () => (legend.isOpen = !legend.isOpen) },
  ...termActions,
] // prettier-ignore
