import path from 'node:path'
import { ApiError } from '#preload/rpc.ts'
import type { FineTuneResult, FineTuneTask, ProbeAttribute, TrainingProgress } from '../api.ts'
import { float32, type Graph } from '../graph/graph.ts'
import { prune } from '../graph/prune.ts'
import { setWeights } from '../graph/weights.ts'
import { saveOnnx } from '../graph/save.ts'
import type { Executor } from '../runtimes/onnx.ts'
import { openActivations, type Activations } from './activations.ts'
import { noAugmentation } from './augment.ts'
import { createClock, TimeIsUp, type Clock } from './clock.ts'
import { dynamicsWidth } from './dynamics.ts'
import { writeFloatRows } from './floatRows.ts'
import { foldOf } from './foldOf.ts'
import { finishedNetwork, foldProbe } from './foldProbe.ts'
import { trainedNetwork, trainingGraph, type Head, type TrainingGraph } from './heads.ts'
import { openNetwork, type Network } from './network.ts'
import { judging, runPhase, type Round, type Works } from './phase.ts'
import { createOutlook } from './outlook.ts'
import { createPredictor } from './predictor.ts'
import { createRandom } from './random.ts'
import { chosenBy, taught } from './split.ts'
import { mostTerms, termsOf } from './namedTerms.ts'

type Report = {
  progress(state: TrainingProgress): void
  cancelled(): boolean
}
/**
 * Fine-tunes a backbone with new heads, phase after phase, once for each fold, so that every work is predicted by a network
 * that has not seen its label. Works without labels are predicted by the first fold's network, which is also the one
 * that is kept. Interrupted and called again it goes on where it was. Throws ApiError 'cancelled', 'not-trainable'.
 */
export async function fineTune(task: FineTuneTask, executor: Executor, report: Report): Promise<FineTuneResult> {
  const network = await openNetwork(task)
  const heads: Head[] = task.attributes.map((attribute) => ({ name: attribute.name, terms: attribute.terms.length, weight: task.lossWeights[attribute.name] ?? 1, most: mostTerms(attribute) })) // prettier-ignore
  const probabilities = task.attributes.map(({ terms }) => new Float32Array(task.works.length * terms.length))
  const dynamics = task.attributes.map(() => new Float32Array(task.finish ? task.works.length * dynamicsWidth : 0))
  const rounds: FineTuneResult['rounds'] = []
  const cut: FineTuneResult['cut'] = []
  const clock = createClock(task.minutes, task.folds)
  const outlook = createOutlook(task.expected, task.folds)
  for (let fold = 0; fold < task.folds; fold++) {
    const works = worksOf(task, heads, fold)
    const predicted = positions(task.works.length, (work) => speaksFor(task, work, fold))
    clock.begin(fold)
    const trained = await trainFold({
      task,
      executor,
      report,
      outlook,
      clock,
      network,
      heads,
      fold,
      works,
      predicted,
      probabilities,
      dynamics,
      rounds,
      cut,
    })
    if (fold === 0) await saveOnnx(task.model, trained)
  }
  const rows = Int32Array.from(task.works, ({ row }) => row)
  for (const [index, { output, terms }] of task.attributes.entries())
    await writeFloatRows(output, terms.length, rows, probabilities[index]!)
  // Heads that are trained along with the network leave none: they are looked at once a round, on an eighth of the works.
  if (task.finish)
    for (const [index, attribute] of task.attributes.entries())
      if (attribute.dynamics) await writeFloatRows(attribute.dynamics, dynamicsWidth, rows, dynamics[index]!)
  return { rounds, cut }
}

type Fold = {
  task: FineTuneTask
  executor: Executor
  report: Report
  outlook: ReturnType<typeof createOutlook>
  clock: Clock
  network: Network
  heads: Head[]
  fold: number
  works: Works
  /** Works that this fold's network predicts. */
  predicted: number[]
  probabilities: Float32Array[]
  /** How their labels came to be learned by the heads that are learned last, where the recipe says so. */
  dynamics: Float32Array[]
  rounds: FineTuneResult['rounds']
  cut: FineTuneResult['cut']
}

/** Trains all phases, or as many as the time given allows, and predicts the fold's works. Returns the trained network. */
async function trainFold(setting: Fold): Promise<Graph> {
  const learned = new Map<string, Float32Array>()
  const { task, report } = setting
  let last = 0
  for (const index of task.phases.keys()) {
    if (!(await trainPhase(setting, index, learned))) break
    last = index
    check(report)
  }
  const finished = await predictFold(setting, last, learned)
  const { graph, last: end } = setting.network
  if (!finished) return trainedNetwork(graph, { ...setting.network, heads: setting.heads }, learned)
  return finishedNetwork(prune(withLearned(graph, learned), [end.features]), end.features, finished)
}

/** Adds to `learned` what the phase trains. False: the time given was over before it began. The first phase always begins. */
async function trainPhase(setting: Fold, index: number, learned: Map<string, Float32Array>): Promise<boolean> {
  const { task, executor, clock, works, fold, cut } = setting
  const phase = task.phases[index]!
  const isLate = () => index > 0 && clock.isOver()
  const graph = graphOf(setting, index, learned)
  const activations = isLate() ? null : await openPhaseActivations(setting, index, graph, isLate).catch(orNull)
  if (!activations) {
    cut.push({ fold, phase: phase.name, rounds: 0 })
    return false
  }
  try {
    const file = path.join(task.folder, `fold-${fold}-phase-${index}.checkpoint`)
    const phaseReport = reportPhase(setting, index)
    const found = await runPhase(
      { phase, graph, works, activations, seed: task.seed, executor, file, report: phaseReport, isLate: clock.isOver },
      startOf(graph, learned),
    )
    for (const { name, offset, size } of graph.parameters) learned.set(name, found.slice(offset, offset + size))
  } finally {
    await activations.close()
  }
  return true
}

function graphOf({ task, heads, network }: Fold, index: number, learned: ReadonlyMap<string, Float32Array>) {
  const { graph, ...parts } = network
  return trainingGraph(withLearned(graph, learned), { ...parts, heads, ...task.phases[index]! })
}

function orNull(error: unknown): null {
  if (error instanceof TimeIsUp) return null
  throw error
}

function openPhaseActivations(
  { task, executor, report, outlook, clock, fold, network }: Fold,
  index: number,
  graph: TrainingGraph,
  isLate: () => boolean,
): Promise<Activations> {
  const { works, seed, folder } = task
  const phase = task.phases[index]!
  const images = {
    input: network.input,
    works,
    augmentation: phase.augmentation,
    variants: phase.variants,
    seed,
    folder,
    executor,
  }
  return openActivations(graph.trunk, graph.cut.shape, images, (done, total) => {
    check(report)
    if (isLate()) throw new TimeIsUp()
    const secondsLeft = clock.atMost(outlook({ fold, phase: index, part: 'images', done, total }))
    report.progress({ stage: 'images', done, total, fold, secondsLeft })
  })
}

function reportPhase({ task, fold, report, outlook, clock, rounds, cut }: Fold, index: number) {
  const phase = task.phases[index]!
  let [doneSteps, allSteps] = [0, 0]
  const left = () => clock.atMost(outlook({ fold, phase: index, part: 'steps', done: doneSteps, total: allSteps }))
  const stage = phase.extent.kind === 'heads' ? 'heads' : 'network'
  return {
    check: () => check(report),
    cut: (begun: number) => void cut.push({ fold, phase: phase.name, rounds: begun }),
    step: (done: number, total: number) => {
      ;[doneSteps, allSteps] = [done, total]
      report.progress({ stage, done, total, fold, secondsLeft: left() })
    },
    round: ({ round, training, validation, trainingAccuracy, accuracy }: Round) => {
      rounds.push({ fold, phase: phase.name, round, training, validation, trainingAccuracy, accuracy })
      const shares = { training: trainingAccuracy, validation: accuracy }
      report.progress({ stage, done: doneSteps, total: allSteps, training, validation, accuracy: shares, fold, secondsLeft: left() }) // prettier-ignore
    },
  }
}

/** The initial weights, those that an earlier phase has trained replaced. */
function startOf(
  { gradient, parameters, length, initial }: TrainingGraph,
  learned: ReadonlyMap<string, Float32Array>,
): Float32Array {
  const start = new Float32Array(length)
  for (const { name, offset } of parameters) {
    const values = learned.get(name) ?? initial.get(name)
    if (!values) throw new Error(`${gradient.name} has no weights ${name}`)
    start.set(values, offset)
  }
  return start
}

function withLearned(backbone: Graph, learned: ReadonlyMap<string, Float32Array>): Graph {
  const values = [...learned].flatMap(([name, data]) => {
    const constant = backbone.initializers.get(name)
    return constant ? [[name, float32(data, constant.shape)] as const] : []
  })
  return setWeights(backbone, new Map(values))
}

/** The fold's works by the trained heads or, where the recipe says so, by heads learned anew on the trained features. */
async function predictFold(
  setting: Fold,
  phase: number,
  learned: ReadonlyMap<string, Float32Array>,
): Promise<Graph | null> {
  const { task, executor, report, predicted, probabilities, dynamics, heads, fold } = setting
  const { finish } = task
  const found = finish ? null : await predictWorks(setting, { phase, learned, wanted: predicted })
  const finished =
    finish &&
    (await foldProbe(
      { ...task, finish },
      {
        features: await lastFeatures(setting, phase, learned),
        dimension: setting.network.last.dimension,
        fold,
        executor,
        report,
      },
    ))
  for (const [head, { terms }] of heads.entries())
    for (const [index, work] of predicted.entries()) {
      const [rows, at] = finished ? [finished.probabilities[head]!, work] : [found!.heads[head]!, index]
      probabilities[head]!.set(rows.subarray(at * terms, (at + 1) * terms), work * terms)
      const course = finished?.dynamics[head]!.subarray(work * dynamicsWidth, (work + 1) * dynamicsWidth)
      if (course) dynamics[head]!.set(course, work * dynamicsWidth)
    }
  return finished?.heads ?? null
}

/**
 * What the trained network makes of all works, [works, last.dimension]. Where the heads that are learned last stand on other features
 * than those of the phases, a part of them may come from before the cut of the phase: every image is then looked at again.
 */
async function lastFeatures(setting: Fold, phase: number, learned: ReadonlyMap<string, Float32Array>) {
  const { task, network, heads, executor } = setting
  const all = positions(task.works.length, () => true)
  if (network.last.features === network.features)
    return (await predictWorks(setting, { phase, learned, wanted: all })).features
  const whole = trainingGraph(withLearned(network.graph, learned), { ...network.last, heads, ...lookOnly })
  const { works, seed, folder } = task
  const images = { input: network.input, works, augmentation: noAugmentation, variants: 0, seed, folder, executor }
  const activations = await openActivations(whole.trunk, whole.cut.shape, images, reportLook(setting, phase))
  try {
    return await activations.read(
      all,
      all.map(() => -1),
    )
  } finally {
    await activations.close()
  }
}

const lookOnly = { extent: { kind: 'heads' }, freezeDepthwise: false, smoothing: 0 } as const

/** The images are looked at once more when the steps of the last phase are done. */
function reportLook({ report, outlook, fold }: Fold, phase: number) {
  const begun = performance.now()
  return (done: number, total: number) => {
    check(report)
    const later = outlook({ fold, phase, part: 'steps', done: 1, total: 1 })
    const own = ((performance.now() - begun) / 1000) * (total / done - 1)
    report.progress({ stage: 'images', done, total, fold, secondsLeft: later === null ? null : later + own })
  }
}

type Wanted = { phase: number; learned: ReadonlyMap<string, Float32Array>; wanted: readonly number[] }

/** What the network as it is after a phase says of some works. */
async function predictWorks(setting: Fold, { phase, learned, wanted }: Wanted) {
  const { executor, report } = setting
  const graph = graphOf(setting, phase, learned)
  const activations = await openPhaseActivations(setting, phase, graph, () => false)
  try {
    const predictor = await createPredictor(graph, executor)
    const found = await predictor.run(startOf(graph, learned), wanted, activations, () => check(report))
    await predictor.close()
    return found
  } finally {
    await activations.close()
  }
}

/** A fold's network speaks for the works whose labels it has not seen; the first also for those without any label. */
function speaksFor({ attributes, split }: FineTuneTask, work: number, fold: number): boolean {
  if (split === 'fixed') return true
  const own = foldOf(attributes, work)
  return own === fold || (own < 0 && fold === 0)
}

function worksOf(task: FineTuneTask, heads: Head[], fold: number): Works {
  const { attributes, works, balance, split } = task
  const inFold = (wanted: number) => positions(works.length, (work) => foldOf(attributes, work) === wanted)
  const [teachers, validation] = split === 'fixed' ? [inFold(taught), inFold(chosenBy)] : withJudges(task, fold)
  const train = teachers.flatMap((work) => Array<number>(copiesOf(attributes, work)).fill(work))
  return {
    train,
    validation,
    heads,
    targets: attributes,
    termWeights: attributes.map((attribute) => termWeights(attribute, train, balance)),
  }
}

/** The works outside a fold: those that teach, and some that judge each round. */
function withJudges({ attributes, works, groups, seed }: FineTuneTask, fold: number): [number[], number[]] {
  const labelled = positions(works.length, (work) => ![fold, -1].includes(foldOf(attributes, work)))
  // Where works of a group stay together, those that judge are of other groups than those that teach.
  const judgeOf = (work: number) => groups?.[work] ?? works[work]!.row
  const judges = (work: number) => createRandom(`judge ${judgeOf(work)}`, seed)() * judging < 1
  return [labelled.filter((work) => !judges(work)), labelled.filter(judges)]
}

/** A work is shown as often as the attribute that wants it most. */
const copiesOf = (attributes: readonly ProbeAttribute[], work: number) =>
  Math.max(0, ...attributes.map((attribute) => (termsOf(attribute, work).length === 0 ? 0 : (attribute.copies?.[work] ?? 1)))) // prettier-ignore

/** Weight of a term's works: (mean works a term / works of the term) ^ balance. */
function termWeights(attribute: ProbeAttribute, train: readonly number[], balance: number): Float32Array {
  const counts = new Float64Array(attribute.terms.length)
  for (const work of train) {
    const own = termsOf(attribute, work)
    for (const term of own) counts[term]! += 1 / own.length
  }
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length
  return Float32Array.from(counts, (count) => (mean / Math.max(1, count)) ** balance)
}

const positions = (count: number, chosen: (work: number) => boolean) =>
  Array.from({ length: count }, (_, i) => i).filter(chosen)

function check({ cancelled }: Report) {
  if (cancelled()) throw new ApiError('cancelled', 'Learning was cancelled')
}
