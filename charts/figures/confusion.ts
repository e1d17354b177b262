import type { Evaluation } from '#preload/api.ts'
import { rounded, slug, type Figure } from '../figure.ts'
import type { Look } from '../look.ts'
import { matrixFigure, type Grid } from '../matrix.ts'

export type ConfusionOptions = {
  /** Only so many terms, those with the most works; null: all. */
  most: number | null
  /** What is written in a cell: works, or their share of the row. */
  as: 'works' | 'shares'
  width: number
}
export type ConfusionFigure = Figure & {
  grid: Grid
  /** Of the rows and columns, in order. */
  terms: string[]
  counts: number[][]
}
type Confused = Pick<Evaluation, 'attribute' | 'works' | 'terms' | 'confusion' | 'similarOrder'>

/** Labels against predictions, those terms side by side that are taken for each other. */
export function confusionFigure(evaluation: Confused, options: ConfusionOptions, look: Look): ConfusionFigure {
  const { say, count, share, works } = look.speech
  const { attribute, confusion, similarOrder } = evaluation
  const order = options.most === null ? similarOrder : mostFrequent(evaluation, options.most)
  const names = order.map((term) => evaluation.terms[term]!.term)
  const counts = order.map((row) => order.map((column) => confusion[row]![column]!))
  const shares = order.map((row, at) => counts[at]!.map((value) => value / Math.max(1, sum(confusion[row]!))))
  const shown = sum(counts.map(sum))
  const [worst] = confusedPairs(evaluation, 1)
  const summary = [
    say('{1} terms; rows are the labels, columns what the app takes the works for.', count(names.length)),
    shown < evaluation.works ? say('{1} of other terms, or taken for other terms, are not shown.', works(evaluation.works - shown)) : '', // prettier-ignore
    worst ? say('Most confused: {1} labelled {2} taken for {3}.', works(worst.works), worst.given, worst.predicted) : say('No work is taken for another term.'), // prettier-ignore
  ]
  const figure = matrixFigure(
    {
      id: `confusion-${slug(attribute)}`,
      title: say('Labels and what the app takes them for: {1}', attribute),
      summary: summary.filter(Boolean).join(' '),
      width: options.width,
      names,
      counts,
      fill: shares,
      write: (row, column) => (options.as === 'works' ? count(counts[row]![column]!) : share(shares[row]![column]!)),
      rowTitle: say('Label'),
      columnTitle: say('Taken for'),
      table: {
        columns: [say('label'), say('taken for'), say('works'), say('share of the label')],
        rows: names.flatMap(
          (given, row) =>
          names.flatMap((predicted, column) => counts[row]![column]! > 0 ? [[given, predicted, counts[row]![column]!, rounded(shares[row]![column]!)]] : []), // prettier-ignore
        ),
      },
    },
    look,
  )
  return { ...figure, terms: names, counts }
}

/** Positions of the terms with the most works, in the similar order. */
function mostFrequent({ terms, similarOrder }: Confused, most: number): number[] {
  const kept = new Set(terms.map((_, index) => index).toSorted((a, b) => terms[b]!.support - terms[a]!.support).slice(0, most)) // prettier-ignore
  return similarOrder.filter((term) => kept.has(term))
}

export type Pair = { given: string; predicted: string; works: number; share: number }

/** Label and prediction that differ, those of most works first. */
export function confusedPairs({ terms, confusion }: Pick<Evaluation, 'terms' | 'confusion'>, most: number): Pair[] {
  const pairs = confusion.flatMap((row, given) =>
    row.flatMap(
      (value, predicted) =>
      value === 0 || given === predicted ? [] : [{ given: terms[given]!.term, predicted: terms[predicted]!.term, works: value, share: value / sum(row) }], // prettier-ignore
    ),
  )
  return pairs.toSorted((a, b) => b.works - a.works || b.share - a.share).slice(0, most)
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
