import type { AttributeOverview } from '#preload/api.ts'
import { barFigure } from '../bars.ts'
import { slug, type Figure } from '../figure.ts'
import { count, works } from '../format.ts'
import type { Look } from '../look.ts'

/** Works of each term, in the parts that learning uses them for. */
export function labelsFigure(
  { name, labelled, missing, terms, tooRare }: AttributeOverview,
  { width, most }: { width: number; most: number | null },
  look: Look,
): Figure {
  const shown = most === null ? terms : terms.slice(0, most)
  const [first] = terms
  const hidden = terms.length - shown.length
  const summary = [
    `${works(labelled)} with a label, ${count(missing)} without, ${count(terms.length)} terms.`,
    first ? `Most frequent: ${first.term} (${works(first.works)}).` : '',
    tooRare.terms > 0 ? `${count(tooRare.terms)} terms are too rare to be learned.` : '',
    hidden > 0 ? `${count(hidden)} rarer terms are not drawn.` : '',
  ]
  return barFigure(
    {
      id: `labels-${slug(name)}`,
      title: `Works of each term: ${name}`,
      summary: summary.filter(Boolean).join(' '),
      width,
      bars: shown.map(({ term, train, validation, test }) => ({ name: term, parts: [train, validation, test] })),
      parts: ['To learn from', 'To choose by', 'Set aside for judging'],
      axisTitle: 'Works',
      table: {
        columns: ['term', 'works', 'to learn from', 'to choose by', 'set aside'],
        rows: terms.map(({ term, works: all, train, validation, test }) => [term, all, train, validation, test]),
      },
    },
    look,
  )
}
