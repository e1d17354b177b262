import type { Attribute, Condition, RecordField, VerdictKind } from '#preload/api.ts'
import { fieldName, verdictName } from '../text/conditionText.ts'
import { t } from '../text/text.ts'

/** What a condition can be about: how it compares, what its value may be, and the condition that comes of both. */
export type Subject = {
  id: string
  title: string
  group: string
  ways: { id: string; title: string }[]
  /** Null: nothing is to be chosen or typed beside `way`. */
  value: { kind: 'choice'; options: string[] } | { kind: 'text' } | { kind: 'number' } | null
  /** Null: the value is not complete. */
  make: (way: string, value: string) => Condition | null
}

const verdicts: VerdictKind[] = ['relabel', 'keep', 'unsure', 'wrong-image', 'not-artwork', 'skip']

/** Everything that a condition of this collection can be about, in the order in which it is offered. */
export function subjects(attributes: readonly Attribute[], fields: readonly RecordField[]): Subject[] {
  return [
    ...attributes.map((attribute) => ofTerms(attribute, 'label')),
    ofState(null),
    ...attributes.map(({ name }) => ofState(name)),
    ofVerdict(),
    ofMark(),
    ofActor(),
    ...fields.filter(({ isDate, years }) => isDate && years).map(ofYear),
    ...['title', 'file', ...fields.map(({ name }) => name)].map(ofField),
    ...attributes.map((attribute) => ofTerms(attribute, 'suggested')),
    ofCopies(),
    ofSize(),
  ]
}

const isOrNot = () => [
  { id: 'is', title: t('filters.is') },
  { id: 'not', title: t('filters.isNot') },
]
const hasOrNot = () => [
  { id: 'is', title: t('filters.has') },
  { id: 'not', title: t('filters.hasNot') },
]
const said = (way: string, condition: Condition): Condition => (way === 'not' ? { ...condition, not: true } : condition)

function ofTerms({ name, terms }: Attribute, kind: 'label' | 'suggested'): Subject {
  const options = terms.map((term) => term.name)
  return {
    id: `${kind} ${name}`,
    title: name,
    group: kind === 'label' ? t('filters.kindLabels') : t('filters.kindSuggestions'),
    ways: isOrNot(),
    value: { kind: 'choice', options },
    make: (way, value) => (options.includes(value) ? said(way, { kind, attribute: name, term: value }) : null),
  }
}

function ofState(attribute: string | null): Subject {
  const states: Record<string, Condition> = {
    [t('filters.doubtful')]: { kind: 'flagged', attribute },
    [t('filters.wasReviewed')]: { kind: 'reviewed', attribute },
    ...(attribute === null ? {} : { [t('filters.unlabelled')]: { kind: 'label', attribute, term: null } as const }),
  }
  return ofChoice(
    `state ${attribute ?? ''}`,
    attribute === null ? t('filters.anyLabel') : t('filters.state', { attribute }),
    states,
  )
}

const ofVerdict = () =>
  ofChoice(
    'verdict',
    t('filters.whichVerdict'),
    Object.fromEntries(verdicts.map((verdict) => [verdictName(verdict), { kind: 'verdict', verdict } as const])),
  )

const ofMark = () =>
  ofChoice('marked', t('filters.marked'), {
    [t('collection.flaggedForColleague')]: { kind: 'marked', mark: 'flag' },
    [t('collection.withNote')]: { kind: 'marked', mark: 'note' },
  })

/** One of several states of a work, by its name. */
function ofChoice(id: string, title: string, states: Readonly<Record<string, Condition>>): Subject {
  return {
    id,
    title,
    group: t('filters.kindState'),
    ways: isOrNot(),
    value: { kind: 'choice', options: Object.keys(states) },
    make: (way, value) => (states[value] ? said(way, states[value]) : null),
  }
}

const ofActor = (): Subject => ({
  id: 'by',
  title: t('filters.who'),
  group: t('filters.kindState'),
  ways: isOrNot(),
  value: { kind: 'text' },
  make: (way, value) => (value === '' ? null : said(way, { kind: 'by', actor: value })),
})

const ofField = (field: string): Subject => ({
  id: `field ${field}`,
  title: fieldName(field),
  group: t('filters.kindRecord'),
  ways: hasOrNot(),
  value: { kind: 'text' },
  make: (way, value) => (value === '' ? null : said(way, { kind: 'field', field, text: value })),
})

const ofYear = ({ name }: RecordField): Subject => ({
  id: `year ${name}`,
  title: name,
  group: t('filters.kindDates'),
  ways: [
    { id: 'before', title: t('filters.beforeYear') },
    { id: 'after', title: t('filters.afterYear') },
  ],
  value: { kind: 'number' },
  make: (way, value) =>
    /^-?\d{1,4}$/.test(value)
      ? { kind: 'year', field: name, is: way === 'after' ? 'after' : 'before', year: Number(value) }
      : null,
})

const ofCopies = (): Subject => ({
  id: 'copies',
  title: t('filters.copies'),
  group: t('filters.kindImage'),
  ways: isOrNot(),
  value: null,
  make: (way) => said(way, { kind: 'copies' }),
})

const ofSize = (): Subject => ({
  id: 'size',
  title: t('filters.sizeOf'),
  group: t('filters.kindImage'),
  ways: [
    { id: 'below', title: t('filters.smallerThan') },
    { id: 'above', title: t('filters.largerThan') },
  ],
  value: { kind: 'number' },
  make: (way, value) =>
    /^\d{1,6}$/.test(value) ? { kind: 'size', is: way === 'above' ? 'above' : 'below', pixels: Number(value) } : null,
})
