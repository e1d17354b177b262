import type { AttributeOverview } from '#preload/api.ts'
import { barFigure } from '../bars.ts'
import { slug, type Figure } from '../figure.ts'
import type { Look } from '../look.ts'

/** Works of each term, in the parts that learning uses them for. */
export function labelsFigure(
  { name, labelled, missing, terms, tooRare }: AttributeOverview,
  { width, most }: { width: number; most: number | null },
  look: Look,
): Figure {
  const { say, count, works } = look.speech
  const shown = most === null ? terms : terms.slice(0, most)
  const [first] = terms
  const hidden = terms.length - shown.length
  const summary = [
    say('{1} with a label, {2} without, {3} terms.', works(labelled), count(missing), count(terms.length)),
    first ? say('Most frequent: {1} ({2}).', first.term, works(first.works)) : '',
    tooRare.terms === 1 ? say('1 term is too rare to be learned.') : '',
    tooRare.terms > 1 ? say('{1} terms are too rare to be learned.', count(tooRare.terms)) : '',
    hidden === 1 ? say('1 rarer term is not drawn.') : '',
    hidden > 1 ? say('{1} rarer terms are not drawn.', count(hidden)) : '',
  ]
  return barFigure(
    {
      id: `labels-${slug(name)}`,
      title: say('Works of each term: {1}', name),
      summary: summary.filter(Boolean).join(' '),
      width,
      bars: shown.map(({ term, train, validation, test }) => ({ name: term, parts: [train, validation, test] })),
      parts: [say('To learn from'), say('To choose by'), say('Set aside for judging')],
      axisTitle: say('Works'),
      table: {
        columns: [say('term'), say('works'), say('to learn from'), say('to choose by'), say('set aside')],
        rows: terms.map(({ term, works: all, train, validation, test }) => [term, all, train, validation, test]),
      },
    },
    look,
  )
}
