import { setImmediate } from 'node:timers/promises'
import type { InferenceSession, OnnxValue } from 'onnxruntime-node'
import { ApiError } from '#preload/rpc.ts'
import type { ProbeAttribute, ProbeResult, ProbeTask } from '../api.ts'
import { writeOnnx } from '../graph/write.ts'
import { loadRowFile } from '../rowFile.ts'
import { openSession, tensor, type Executor } from '../runtimes/onnx.ts'
import { writeAtomically } from '../writeAtomically.ts'
import { principalBasis, project, type Basis } from './basis.ts'
import { createSnapshots, dynamicsWidth, recordDynamics } from './dynamics.ts'
import { writeFloatRows } from './floatRows.ts'
import { columnsOf, headsGraph, lossGraph, predictionGraph } from './probeGraph.ts'
import { chosenBy, taught } from './split.ts'
import { meanOfTerms, mostTerms, termsOf } from './namedTerms.ts'
import { targetTensor } from './targets.ts'
import { minimise, type Search } from './solver.ts'

type Report = {
  progress(state: { stage: string; done: number; total: number; training?: number }): void
  cancelled(): boolean
}
/** Works in one run of the graph. */
const chunk = 4096
/** Both end within 0.5 % of the least validation loss on paintings (ImageNet features, 17 to 41 styles). */
const choosing: Search = { steps: 15, tolerance: 1e-3 }
export const learning: Search = { steps: 25, tolerance: 5e-4 }
/** Half of softmax regression's curvature bound of 1/2: in effect never reached, and the solver mends it where it is. */
const curvatureBound = 0.25

type Data = { u: Float32Array; works: number; basis: Basis; attributes: ProbeAttribute[]; executor: Executor }
/** weights [rank + 1, columns]: the last row is the bias. */
type Fitted = { weights: Float32Array; models: number }

/**
 * Learns softmax heads on embeddings: first chooses the strength of regularisation of each attribute on the works of
 * fold 0, then learns one model a fold and one of all works. Every work gets its probabilities from a model that has
 * not seen its label. Throws ApiError 'cancelled'.
 */
export async function learnProbe(task: ProbeTask, executor: Executor, report: Report): Promise<ProbeResult> {
  report.progress({ stage: 'preparing', done: 0, total: 0 })
  const { u, basis } = await coordinatesOf(task, executor)
  const data: Data = { u, works: task.rows.length, basis, attributes: task.attributes, executor }
  const watch = createWatch(report)

  const chosen =
    task.l2.length === 1
      ? task.attributes.map(() => ({ l2: task.l2[0]!, loss: 0 }))
      : await chooseL2(data, task, watch('choosing'))
  const isFixed = task.split === 'fixed'
  const teaches = (model: number) => (fold: number) =>
    model === task.folds || (isFixed ? fold === taught : fold !== model)
  const weightsOf = (attribute: ProbeAttribute) =>
    Array.from({ length: task.folds + 1 }, (_, model) => workWeights(attribute, task.balance, teaches(model)))
  const models = task.folds + 1
  const l2 = chosen.map((choice) => Array<number>(models).fill(choice.l2))
  const snapshots = createSnapshots()
  const onStep: OnStep = (step, total, loss, found) => {
    snapshots.see(step, found)
    return watch('learning')(step, total, loss, found)
  }
  const fitted = await fit(data, data.attributes.map(weightsOf), l2, learning, onStep)
  report.progress({ stage: 'predicting', done: 0, total: task.rows.length })
  const probabilities = await predict(data, fitted, (attribute, work) =>
    isFixed ? 0 : attribute.folds[work]! < 0 ? task.folds : attribute.folds[work]!,
  )
  for (const [index, { output, terms }] of task.attributes.entries())
    await writeFloatRows(output, terms.length, task.rows, probabilities[index]!)
  await keepDynamics(task, data, snapshots.all(fitted.weights))
  await writeAtomically(task.model, writeOnnx(headsGraph(basis, finalHeads(data, fitted))))
  return {
    attributes: task.attributes.map(({ name }, index) => ({
      name,
      l2: chosen[index]!.l2,
      validationLoss: chosen[index]!.loss,
    })),
    steps: watch.steps(),
  }
}

/** How each label came to be learned, where somebody asks for it; nobody has seen the label of a work that a fixed split judges. */
async function keepDynamics({ attributes, rows, split, folds }: ProbeTask, data: Data, snapshots: Float32Array[]) {
  if (attributes.every(({ dynamics }) => !dynamics)) return
  const found = await recordDynamics({
    u: data.u,
    rank: data.basis.rank,
    chunks: chunks(data.works),
    heads: attributes.map(({ terms }) => ({ terms: terms.length })),
    models: folds + 1,
    labels: attributes.map(({ labels }) => labels),
    unseenBy: attributes.map((attribute) =>
      Int32Array.from(attribute.labels, (label, work) => {
        const fold = attribute.folds[work]!
        return label < 0 || (split === 'fixed' && fold > 0) ? -1 : fold
      }),
    ),
    snapshots,
    executor: data.executor,
  })
  for (const [index, { dynamics }] of attributes.entries())
    if (dynamics) await writeFloatRows(dynamics, dynamicsWidth, rows, found[index]!)
}

async function chooseL2(data: Data, task: ProbeTask, onStep: OnStep) {
  const losses = await heldOutLosses(data, task, choosing, onStep)
  return losses.map((byStrength) => {
    const best = Math.max(0, byStrength.indexOf(Math.min(...byStrength)))
    return { l2: task.l2[best]!, loss: byStrength[best]! }
  })
}

/**
 * The works of fold 0 judge heads learned from the others, or those of fold 2 heads learned from fold 1 in a fixed split, for
 * all strengths at once: mean losses [attribute][strength].
 */
export async function heldOutLosses(
  data: Data,
  { l2, balance, split }: Pick<ProbeTask, 'l2' | 'balance' | 'split'>,
  search: Search,
  onStep: OnStep,
): Promise<number[][]> {
  const isFixed = split === 'fixed'
  const weights = data.attributes.map((attribute) => {
    const others = workWeights(attribute, balance, (fold) => (isFixed ? fold === taught : fold > 0))
    return l2.map(() => others)
  })
  const strengths = data.attributes.map(() => l2)
  const fitted = await fit(data, weights, strengths, search, onStep)
  const losses = data.attributes.map(() => [] as number[])
  for (const [model] of l2.entries()) {
    const probabilities = await predict(data, fitted, () => model)
    for (const [index, attribute] of data.attributes.entries())
      losses[index]!.push(logLoss(attribute, probabilities[index]!, (fold) => fold === (isFixed ? chosenBy : 0)))
  }
  return losses
}

/** weights: [attribute][model][work], each summing to 1; l2: [attribute][model]. */
async function fit(
  data: Data,
  weights: Float32Array[][],
  l2: number[][],
  search: Search,
  onStep: OnStep,
): Promise<Fitted> {
  const heads = data.attributes.map((attribute) => ({ terms: attribute.terms.length, most: mostTerms(attribute) }))
  const models = l2[0]!.length
  const { rank, variance } = data.basis
  const columns = columnsOf(heads, models)
  const modelOf = Int32Array.from(
    heads.flatMap(({ terms }, head) =>
      Array.from({ length: models * terms }, (_, column) => head * models + Math.floor(column / terms)),
    ),
  )
  const session = await openSession(writeOnnx(lossGraph(rank, heads, models)), data.executor)
  const feeds = chunks(data.works).map(([start, end]) => feed(data, start, end, weights))
  const curvature = new Float64Array(rank + 1).fill(curvatureBound)
  for (let row = 0; row < rank; row++) curvature[row] = curvatureBound * Math.max(variance[row]!, 1e-3)
  const total = search.steps
  try {
    const found = await minimise(
      {
        rows: rank + 1,
        modelOf,
        models: heads.length * models,
        l2: Float64Array.from(l2.flat()),
        curvature,
        evaluate: (point) => evaluate(session, feeds, point, { rank, columns, heads: heads.length, models }),
        onStep: (step, loss, point) => onStep(step, total, loss, point),
      },
      search,
    )
    return { weights: found, models }
  } finally {
    await session.release()
  }
}

type Feeds = Record<string, OnnxValue>
type Sizes = { rank: number; columns: number; heads: number; models: number }

async function evaluate(
  session: InferenceSession,
  feeds: Feeds[],
  point: Float32Array,
  { rank, columns, heads, models }: Sizes,
) {
  const w = tensor(point.subarray(0, rank * columns), [rank, columns])
  const b = tensor(point.subarray(rank * columns), [columns])
  const gradient = new Float32Array(point.length)
  const loss = new Float64Array(heads * models)
  for (const part of feeds) {
    const result = await session.run({ ...part, w, b })
    addTo(gradient, result['grad.w']!.data as Float32Array, 0)
    addTo(gradient, result['grad.b']!.data as Float32Array, rank * columns)
    for (let head = 0; head < heads; head++) addTo(loss, result[`loss.${head}`]!.data as Float32Array, head * models)
    await setImmediate() // a chance to hear a cancel
  }
  return { loss, gradient }
}

/** Probabilities [works, terms] of each attribute; `modelFor` says which model speaks for a work. */
async function predict(
  data: Data,
  { weights, models }: Fitted,
  modelFor: (attribute: ProbeAttribute, work: number) => number,
) {
  const { rank } = data.basis
  const heads = data.attributes.map(({ terms }) => ({ terms: terms.length }))
  const columns = columnsOf(heads, models)
  const session = await openSession(writeOnnx(predictionGraph(rank, heads, models)), data.executor)
  const out = heads.map(({ terms }) => new Float32Array(data.works * terms))
  const fixed = {
    w: tensor(weights.subarray(0, rank * columns), [rank, columns]),
    b: tensor(weights.subarray(rank * columns), [columns]),
  }
  for (const [start, end] of chunks(data.works)) {
    const feeds: Feeds = { ...fixed, u: tensor(data.u.subarray(start * rank, end * rank), [end - start, rank]) }
    for (const [index, attribute] of data.attributes.entries()) {
      const pick = new Float32Array((end - start) * models)
      for (let work = start; work < end; work++) pick[(work - start) * models + modelFor(attribute, work)] = 1
      feeds[`pick.${index}`] = tensor(pick, [end - start, models])
    }
    const result = await session.run(feeds)
    for (const [index, { terms }] of heads.entries())
      out[index]!.set(result[`p.${index}`]!.data as Float32Array, start * terms)
  }
  await session.release()
  return out
}

function feed({ u, basis: { rank }, attributes }: Data, start: number, end: number, weights: Float32Array[][]): Feeds {
  const feeds: Feeds = { u: tensor(u.subarray(start * rank, end * rank), [end - start, rank]) }
  const works = Array.from({ length: end - start }, (_, at) => start + at)
  for (const [index, attribute] of attributes.entries()) {
    feeds[`labels.${index}`] = targetTensor(attribute, works, mostTerms(attribute))
    const models = weights[index]!
    const block = new Float32Array((end - start) * models.length)
    for (const [model, byWork] of models.entries())
      for (let work = start; work < end; work++) block[(work - start) * models.length + model] = byWork[work]!
    feeds[`weights.${index}`] = tensor(block, [end - start, models.length])
  }
  return feeds
}

/**
 * Weight of each work, zero outside the chosen folds, as often as it is copied, summing to 1; rare terms count more by the exponent
 * `balance`, a label that names several as the mean of them.
 */
export function workWeights(attribute: ProbeAttribute, balance: number, use: (fold: number) => boolean): Float32Array {
  const { labels, folds, terms, copies } = attribute
  const counts = new Float64Array(terms.length)
  const out = new Float32Array(labels.length)
  const times = (work: number) => (use(folds[work]!) ? (copies?.[work] ?? 1) : 0)
  for (let work = 0; work < labels.length; work++) {
    const own = termsOf(attribute, work)
    for (const term of own) counts[term]! += times(work) / own.length
  }
  let sum = 0
  for (let work = 0; work < labels.length; work++) {
    const often = times(work)
    if (often > 0) sum += out[work] = often * meanOfTerms(termsOf(attribute, work), (term) => counts[term]! ** -balance)
  }
  for (let work = 0; work < out.length; work++) out[work]! /= sum || 1
  return out
}

function logLoss(attribute: ProbeAttribute, probabilities: Float32Array, use: (fold: number) => boolean): number {
  const { labels, folds, terms } = attribute
  let sum = 0
  let count = 0
  for (let work = 0; work < labels.length; work++) {
    const own = termsOf(attribute, work)
    if (own.length === 0 || !use(folds[work]!)) continue
    sum -= meanOfTerms(own, (term) => Math.log(Math.max(1e-12, probabilities[work * terms.length + term]!)))
    count++
  }
  return sum / Math.max(1, count)
}

/** The heads of the model that learned from all works. */
function finalHeads({ attributes, basis: { rank } }: Data, { weights, models }: Fitted) {
  const columns = weights.length / (rank + 1)
  let first = 0
  return attributes.map(({ name, terms }) => {
    const start = first + (models - 1) * terms.length
    first += models * terms.length
    const w = new Float32Array(rank * terms.length)
    for (let row = 0; row < rank; row++)
      w.set(weights.subarray(row * columns + start, row * columns + start + terms.length), row * terms.length)
    const b = weights.slice(rank * columns + start, rank * columns + start + terms.length)
    return { name, terms, w, b }
  })
}

/** The last basis: embeddings do not change when labels do, so that learning again need not find the axes again. */
let lastBasis: { key: string; u: Float32Array; basis: Basis } | undefined

export async function coordinatesOf({ embeddings, rows }: Pick<ProbeTask, 'embeddings' | 'rows'>, executor: Executor) {
  const stored = { values: await loadRowFile(embeddings.file), rows, dimension: embeddings.dimension }
  const key = [embeddings.file, executor, checksum(stored.values), checksum(rows)].join(' ')
  if (lastBasis?.key !== key) {
    const basis = await principalBasis(stored, executor)
    lastBasis = { key, basis, u: await project(stored, basis, executor) }
  }
  return lastBasis
}

/** FNV-1a over the words. */
function checksum(values: Uint16Array | Int32Array): string {
  const words = new Int32Array(values.buffer, values.byteOffset, values.byteLength >> 2)
  let sum = 0x811c9dc5
  for (let i = 0; i < words.length; i++) sum = Math.imul(sum ^ words[i]!, 0x01000193)
  return `${values.length} ${sum >>> 0}`
}

type OnStep = (step: number, total: number, loss: number, weights: Float32Array) => boolean

function createWatch(report: Report) {
  let steps = 0
  const watch =
    (stage: string): OnStep =>
    (step, total, loss) => {
      if (report.cancelled()) throw new ApiError('cancelled', 'Learning was cancelled')
      steps++
      report.progress({ stage, done: step, total, training: loss })
      return true
    }
  return Object.assign(watch, { steps: () => steps })
}

function chunks(works: number): [start: number, end: number][] {
  return Array.from({ length: Math.ceil(works / chunk) }, (_, i) => [i * chunk, Math.min(works, (i + 1) * chunk)])
}

function addTo(sum: Float32Array | Float64Array, part: Float32Array, offset: number) {
  for (let i = 0; i < part.length; i++) sum[offset + i]! += part[i]!
}
