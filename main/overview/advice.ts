import type { Advice, AttributeOverview, Concern, Overview } from '#preload/api.ts'

/** Works of the most frequent term for one of the least frequent, from which on a model tends to forget the rare ones. */
const muchMore = 20
/** Missing labels below this share of the works are not worth a word. */
const hardlyAny = 0.01
/** Pictures that are worth a look: what the model sees of them may be too little, or beside the point. */
const urgencies: [concern: Exclude<Concern, 'copy' | 'near-copy' | 'unreadable'>, urgency: Advice['urgency']][] = [
  ['blurry', 'soon'],
  ['small', 'soon'],
  ['flat', 'soon'],
  ['dark', 'soon'],
  ['bright', 'note'],
  ['border', 'note'],
  ['grey', 'note'],
]
const order: readonly Advice['urgency'][] = ['now', 'soon', 'note']

type Labels = {
  copied: number
  disputed: readonly { attribute: string; works: number }[]
  several?: readonly { attribute: string; works: number; term: string }[]
}

/** What to mend first. `copied`: works that share their picture, or nearly; `disputed`: those whose copies have another label, by attribute; `several`: those whose label seems to name several terms. */
export function adviceOn(facts: Omit<Overview, 'advice'>, { copied, disputed, several = [] }: Labels): Advice[] {
  if (facts.works === 0) return []
  const worksOf = (concern: Concern) => facts.concerns.find((one) => one.concern === concern)?.works ?? 0
  const found: Advice[] = [
    ...(facts.attributes.length === 0 ? [advice('no-labels', 'now', facts.works)] : []),
    ...disputed.map(({ attribute, works }) => advice('copies-differ', 'now', works, { attribute })),
    ...facts.attributes.flatMap((attribute) => ofAttribute(attribute, facts.works)),
    ...several.map(({ works, ...about }) => advice('several-terms', 'soon', works, about)),
    advice('unreadable', 'soon', worksOf('unreadable')),
    advice('not-measured', 'soon', facts.works - facts.measured),
    ...urgencies.map(([concern, urgency]) => advice(concern, urgency, worksOf(concern))),
    advice('copies', 'note', copied),
  ]
  const pressing = found
    .filter(({ works }) => works > 0)
    .toSorted((a, b) => order.indexOf(a.urgency) - order.indexOf(b.urgency))
  return pressing.length > 0 ? pressing : [advice('good', 'note', facts.works)]
}

function ofAttribute(
  { name, labelled, missing, terms, tooRare, imbalance }: AttributeOverview,
  works: number,
): Advice[] {
  const about = { attribute: name }
  const learned = terms.length - tooRare.terms
  return [
    ...(learned < 2 ? [advice('one-term', 'now', labelled, about)] : []),
    ...(missing / works >= hardlyAny ? [advice('missing-labels', missing > labelled ? 'soon' : 'note', missing, about)] : []), // prettier-ignore
    ...(learned >= 2 ? [advice('rare-terms', 'soon', tooRare.works, { ...about, times: tooRare.terms })] : []),
    ...((imbalance ?? 0) >= muchMore ? [advice('imbalance', 'soon', terms[0]!.works, { ...about, term: terms[0]!.term, times: imbalance })] : []), // prettier-ignore
  ]
}

const advice = (
  kind: Advice['kind'],
  urgency: Advice['urgency'],
  works: number,
  more: Partial<Advice> = {},
): Advice => ({
  kind,
  urgency,
  works,
  attribute: null,
  term: null,
  times: null,
  ...more,
})
