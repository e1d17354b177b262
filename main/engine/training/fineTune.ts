import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { ApiError } from '#preload/rpc.ts'
import type { FineTuneResult, FineTuneTask, ProbeAttribute, TrainingProgress } from '../api.ts'
import { fold as foldConstants } from '../graph/fold.ts'
import { float32, type Graph } from '../graph/graph.ts'
import { prune } from '../graph/prune.ts'
import { readOnnx } from '../graph/read.ts'
import { setWeights, widen } from '../graph/weights.ts'
import { saveOnnx } from '../graph/save.ts'
import type { Executor } from '../runtimes/onnx.ts'
import { openActivations, type Activations } from './activations.ts'
import { foldOf } from './foldOf.ts'
import { finishedNetwork, foldProbe } from './foldProbe.ts'
import { trainedNetwork, trainingGraph, type Head, type TrainingGraph } from './heads.ts'
import { judging, runPhase, type Round, type Works } from './phase.ts'
import { createOutlook } from './outlook.ts'
import { createPredictor } from './predictor.ts'
import { writeProbabilities } from './probe.ts'
import { createRandom } from './random.ts'

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
  const backbone = foldConstants(widen(readOnnx(await readFile(task.network))))
  const heads: Head[] = task.attributes.map(({ name, terms }) => ({ name, terms: terms.length, weight: 1 }))
  const probabilities = task.attributes.map(({ terms }) => new Float32Array(task.works.length * terms.length))
  const rounds: FineTuneResult['rounds'] = []
  const outlook = createOutlook(task.expected, task.folds)
  for (let fold = 0; fold < task.folds; fold++) {
    const works = worksOf(task, heads, fold)
    const predicted = positions(task.works.length, (work) => speaksFor(task.attributes, work, fold))
    const network = await trainFold({
      task,
      executor,
      report,
      outlook,
      backbone,
      heads,
      fold,
      works,
      predicted,
      probabilities,
      rounds,
    })
    if (fold === 0) await saveOnnx(task.model, network)
  }
  const rows = Int32Array.from(task.works, ({ row }) => row)
  for (const [index, attribute] of task.attributes.entries())
    await writeProbabilities(attribute, rows, probabilities[index]!)
  return { rounds }
}

type Fold = {
  task: FineTuneTask
  executor: Executor
  report: Report
  outlook: ReturnType<typeof createOutlook>
  backbone: Graph
  heads: Head[]
  fold: number
  works: Works
  /** Works that this fold's network predicts. */
  predicted: number[]
  probabilities: Float32Array[]
  rounds: FineTuneResult['rounds']
}

/** Trains all phases and predicts the fold's works. Returns the trained network. */
async function trainFold(setting: Fold): Promise<Graph> {
  let finished: Graph | null = null
  const learned = new Map<string, Float32Array>()
  const { task, executor, report } = setting
  for (const [index, phase] of task.phases.entries()) {
    const graph = trainingGraph(withLearned(setting.backbone, learned), {
      ...featuresOf(task),
      heads: setting.heads,
      ...phase,
    })
    const activations = await openPhaseActivations(setting, index, graph)
    try {
      const file = path.join(task.folder, `fold-${setting.fold}-phase-${index}.checkpoint`)
      const phaseReport = reportPhase(setting, index)
      const found = await runPhase(
        { phase, graph, works: setting.works, activations, seed: task.seed, executor, file, report: phaseReport },
        startOf(graph, learned),
      )
      for (const { name, offset, size } of graph.parameters) learned.set(name, found.slice(offset, offset + size))
      if (index === task.phases.length - 1) finished = await predictFold(setting, graph, found, activations)
    } finally {
      await activations.close()
    }
    check(report)
  }
  const network = trainedNetwork(setting.backbone, { ...featuresOf(task), heads: setting.heads }, learned)
  return finished
    ? finishedNetwork(prune(network, [task.backbone.outputs.features]), task.backbone.outputs.features, finished)
    : network
}

const featuresOf = ({ backbone }: FineTuneTask) => ({
  features: backbone.outputs.features,
  dimension: backbone.dimension,
})

function openPhaseActivations(
  { task, executor, report, outlook, fold }: Fold,
  index: number,
  graph: TrainingGraph,
): Promise<Activations> {
  const { backbone, works, seed, folder } = task
  const phase = task.phases[index]!
  const images = { backbone, works, augmentation: phase.augmentation, variants: phase.variants, seed, folder, executor }
  return openActivations(graph.trunk, graph.cut.shape, images, (done, total) => {
    check(report)
    const secondsLeft = outlook({ fold, phase: index, part: 'images', done, total })
    report.progress({ stage: 'images', done, total, fold, secondsLeft })
  })
}

function reportPhase({ task, fold, report, outlook, rounds }: Fold, index: number) {
  const phase = task.phases[index]!
  let [doneSteps, allSteps] = [0, 0]
  const left = () => outlook({ fold, phase: index, part: 'steps', done: doneSteps, total: allSteps })
  const stage = phase.extent.kind === 'heads' ? 'heads' : 'network'
  return {
    check: () => check(report),
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
  graph: TrainingGraph,
  weights: Float32Array,
  activations: Activations,
): Promise<Graph | null> {
  const { task, executor, report, predicted, probabilities, heads, fold } = setting
  const { finish } = task
  const wanted = finish ? positions(task.works.length, () => true) : predicted
  const predictor = await createPredictor(graph, executor)
  const found = await predictor.run(weights, wanted, activations, () => check(report))
  await predictor.close()
  const finished =
    finish && (await foldProbe({ ...task, finish }, { features: found.features, fold, executor, report }))
  for (const [head, { terms }] of heads.entries())
    for (const [index, work] of predicted.entries()) {
      const [rows, at] = finished ? [finished.probabilities[head]!, work] : [found.heads[head]!, index]
      probabilities[head]!.set(rows.subarray(at * terms, (at + 1) * terms), work * terms)
    }
  return finished?.heads ?? null
}

/** A fold's network speaks for the works whose labels it has not seen; the first also for those without any label. */
function speaksFor(attributes: readonly ProbeAttribute[], work: number, fold: number): boolean {
  const own = foldOf(attributes, work)
  return own === fold || (own < 0 && fold === 0)
}

function worksOf({ attributes, works, groups, seed, balance }: FineTuneTask, heads: Head[], fold: number): Works {
  const labelled = positions(works.length, (work) => ![fold, -1].includes(foldOf(attributes, work)))
  // Where works of a group stay together, those that judge are of other groups than those that teach.
  const judgeOf = (work: number) => groups?.[work] ?? works[work]!.row
  const judges = (work: number) => createRandom(`judge ${judgeOf(work)}`, seed)() * judging < 1
  const train = labelled.filter((work) => !judges(work))
  return {
    train,
    validation: labelled.filter(judges),
    heads,
    labels: attributes.map(({ labels }) => labels),
    termWeights: attributes.map((attribute) => termWeights(attribute, train, balance)),
  }
}

/** Weight of a term's works: (mean works a term / works of the term) ^ balance. */
function termWeights({ labels, terms }: ProbeAttribute, train: readonly number[], balance: number): Float32Array {
  const counts = new Float64Array(terms.length)
  for (const work of train) if (labels[work]! >= 0) counts[labels[work]!]!++
  const mean = counts.reduce((sum, count) => sum + count, 0) / terms.length
  return Float32Array.from(counts, (count) => (mean / Math.max(1, count)) ** balance)
}

const positions = (count: number, chosen: (work: number) => boolean) =>
  Array.from({ length: count }, (_, i) => i).filter(chosen)

function check({ cancelled }: Report) {
  if (cancelled()) throw new ApiError('cancelled', 'Learning was cancelled')
}
