import type {
  AttributeOverview,
  Calibration,
  CurvePoint,
  Evaluation,
  EvaluationCurves,
  MapGroups,
  RunsComparison,
  TermPictures,
} from '#preload/api.ts'
import { createRandom } from '#main/engine/training/random.ts'

const works = 100_000
type Point = [number, number]

/** What the app would answer for 100,000 works: as many points, bins and cells as it sends, every cell of the matrix filled. */
export function chartData(count: number) {
  const random = createRandom('charts', 7)
  const names = Array.from({ length: count }, (_, term) => `Term with a name ${term}`)
  const confusion = names.map((_, row) => Array.from(names.keys(), (column) => (row === column ? 400 : 1 + Math.floor(random() * 30)))) // prettier-ignore
  const support = confusion.map((row) => row.reduce((sum, value) => sum + value, 0))
  const curve = (): Point[] => {
    let [x, y] = [0, 0]
    const points: Point[] = [[0, 0]]
    for (let at = 0; at < 198; at++) points.push([(x += (1 - x) * random() * 0.03), (y += (1 - y) * random() * 0.1)])
    return [...points, [1, 1]]
  }
  const shares = (bins: number) => Array.from({ length: bins }, random)
  const bins = Array.from({ length: 15 }, (_, bin) => ({ low: bin / 15, high: (bin + 1) / 15, works: 100 * bin, confidence: (bin + 0.5) / 15, accuracy: random() })) // prettier-ignore
  const figures = { calibrationError: 0.1, logLoss: 1, brier: 0.5, bins }
  const about = { attribute: 'style', run: 1, works }
  const curves: EvaluationCurves = {
    ...about,
    terms: names.map((term, at) => ({ term, support: support[at]!, canJudge: true, roc: curve(), auc: 0.9, precisionRecall: curve().map(([x, y]): Point => [x, 1 - y / 2]), averagePrecision: 0.5 })), // prettier-ignore
    macro: { roc: curve(), auc: 0.9 },
    micro: { roc: curve(), auc: 0.9 },
    confidence: { right: shares(20).map((share) => Math.floor(share * 9000)), wrong: shares(20).map((share) => Math.floor(share * 2000)) }, // prettier-ignore
  }
  const calibration: Calibration = { ...about, temperature: 1.3, before: figures, after: figures, thresholds: { falseAlarms: 0.05, terms: [], flagged: 0 } } // prettier-ignore
  const overview: AttributeOverview = { name: 'style', labelled: works, missing: 0, terms: names.map((term, at) => ({ term, works: support[at]!, train: support[at]! - 20, validation: 10, test: 10 })), tooRare: { terms: 0, works: 0 }, imbalance: 2, evenness: 0.9 } // prettier-ignore
  const look = () => ({ light: shares(32), red: shares(32), green: shares(32), blue: shares(32), hues: shares(13) })
  const pictures: TermPictures = { attribute: 'style', measured: works, works, terms: names.map((term, at) => ({ term, works: support[at]!, ...look() })), all: look(), hueDegrees: [...Array.from({ length: 12 }, (_, bin) => bin * 30 + 15), null] } // prettier-ignore
  const runs = { attribute: 'style', runs: [1, 2, 3, 4], curves: Array.from({ length: 4 }, () => ({ roc: curve(), auc: 0.9 })) } // prettier-ignore
  const learning: CurvePoint[] = Array.from({ length: 1000 }, (_, step) => ({ stage: 'network', part: 'network 1', step, training: 3 / (1 + step / 50), validation: 3.1 / (1 + step / 60), accuracy: { training: 0.7, validation: 0.6 } })) // prettier-ignore
  const evaluation = { ...about, terms: names.map((term, at) => ({ term, support: support[at]! })), confusion, similarOrder: names.map((_, at) => at) } // prettier-ignore
  return { evaluation: evaluation as unknown as Evaluation, curves, calibration, overview, pictures, runs: runs as unknown as RunsComparison, learning } // prettier-ignore
}

/** Works in 27 heaps. */
export function mapData(count: number) {
  const random = createRandom('map', 9)
  const heaps = Array.from({ length: 27 }, () => [0.1 + 0.8 * random(), 0.1 + 0.8 * random()] as const)
  const of = Array.from({ length: count }, () => Math.floor(random() * heaps.length))
  const spread = () => (random() + random() + random() - 1.5) * 0.12
  const place = (axis: 0 | 1) => of.map((heap) => Math.round(65_535 * Math.min(1, Math.max(0, heaps[heap]![axis] + spread())))) // prettier-ignore
  const groups: MapGroups = { groups: heaps.map((_, heap) => ({ name: `Term ${heap}`, works: of.filter((value) => value === heap).length })), of } // prettier-ignore
  return { map: { x: place(0), y: place(1) }, groups }
}
