import { mostProbable, type Predictions } from './confidence.ts'

export type TermMetrics = { support: number; precision: number; recall: number; f1: number }
export type Metrics = {
  works: number
  accuracy: number
  top3: number
  macroF1: number
  weightedF1: number
  balancedAccuracy: number
  /** Mean, in nats; probabilities are held above 1e-12. */
  logLoss: number
  terms: TermMetrics[]
  /** [given][predicted], counts. */
  confusion: number[][]
}

/**
 * The usual measures of a classifier, as scikit-learn defines them; a quotient by zero is 0. The most probable term is
 * the prediction, of equal ones the first; a label is in the top three when fewer than three terms are more probable.
 */
export function metrics({ probabilities, labels, terms }: Predictions): Metrics {
  const confusion = Array.from({ length: terms }, () => Array<number>(terms).fill(0))
  let works = 0
  let top3 = 0
  let loss = 0
  for (let work = 0; work < labels.length; work++) {
    const given = labels[work]!
    if (given < 0) continue
    const row = probabilities.subarray(work * terms, (work + 1) * terms)
    confusion[given]![mostProbable(row)]!++
    if (row.reduce((above, p) => above + Number(p > row[given]!), 0) < 3) top3++
    loss -= Math.log(Math.max(1e-12, row[given]!))
    works++
  }
  const byTerm = confusion.map((row, term) => termMetrics(row, term, confusion))
  const seen = byTerm.filter(({ support }) => support > 0)
  const hits = confusion.reduce((sum, row, term) => sum + row[term]!, 0)
  return {
    works,
    accuracy: share(hits, works),
    top3: share(top3, works),
    macroF1: mean(byTerm.map(({ f1 }) => f1)),
    weightedF1: share(
      byTerm.reduce((sum, { f1, support }) => sum + f1 * support, 0),
      works,
    ),
    balancedAccuracy: mean(seen.map(({ recall }) => recall)),
    logLoss: share(loss, works),
    terms: byTerm,
    confusion,
  }
}

function termMetrics(row: number[], term: number, confusion: number[][]): TermMetrics {
  const hits = row[term]!
  const support = row.reduce((sum, count) => sum + count, 0)
  const predicted = confusion.reduce((sum, other) => sum + other[term]!, 0)
  return {
    support,
    precision: share(hits, predicted),
    recall: share(hits, support),
    f1: share(2 * hits, support + predicted),
  }
}

const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole)
const mean = (values: number[]) =>
  share(
    values.reduce((sum, value) => sum + value, 0),
    values.length,
  )
