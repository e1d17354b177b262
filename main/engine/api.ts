import type { BackboneReport, Device, Settings } from '#preload/api.ts'
import type { LookResult, LookTask } from './attribution/look.ts'
import type { EnsembleTask } from './networks/ensemble.ts'
import type { PrepareTask } from './backbone/prepare.ts'
import type { Architecture } from './networks/architectures.ts'
import type { Neck } from './networks/necks.ts'
import type { Scratch } from './networks/scratch.ts'
import type { Phase } from './training/phase.ts'

/** What the engine process offers the main process. Messages are structured clones: typed arrays travel as they are. */
export type EngineApi = {
  device: {
    /** `network`: what other executors than the processor are tried with; without it none is. */
    describe(options: { executor: Settings['executor']; network?: { backbone: Backbone; model: string } }): Device
  }
  embedding: {
    run(task: EmbeddingTask): { embedded: number; failed: { row: number; message: string }[] }
  }
  probe: {
    learn(task: ProbeTask): ProbeResult
  }
  fineTune: {
    /** What would be trained and how long it would take, from a trial of a few seconds. */
    plan(task: PlanTask): TrainingPlan
    learn(task: FineTuneTask): FineTuneResult
  }
  ensemble: {
    /** Writes several networks as one whose probabilities are their weighted mean. */
    write(task: EnsembleTask): void
  }
  neighbours: {
    find(task: NeighbourTask): NeighbourResult
  }
  map: {
    /** A place in the plane for each work. */
    lay(task: MapTask): MapResult
  }
  backbone: {
    /** What a network from an ONNX file is. Throws ApiError with what is wrong with it. */
    inspect(options: { file: string }): BackboneReport
    /** Checks a network, writes it as one file and returns its spec. */
    prepare(task: PrepareTask): Backbone
  }
  attribution: {
    /** Which places of a picture speak for the terms of an attribute. Throws ApiError 'no-places', 'not-trainable'. */
    look(task: LookTask): LookResult
  }
  work: {
    /** Ends the running task at its next step; its call then fails with 'cancelled'. */
    cancel(): void
  }
}

export type EngineEvents = {
  /** These rows of the embedding file have reached the disk. */
  embedded: { rows: number[] }
  progress: TrainingProgress
  /** Hardware failed in the middle of its work; the processor goes on. */
  deviceFailed: { name: string }
}

export type TrainingProgress = {
  stage: string
  done: number
  total: number
  /** Mean losses in nats, when known. */
  training?: number
  validation?: number | null
  /** Shares of labels met, in [0, 1]. */
  accuracy?: { training: number; validation: number } | null
  /** Counted from 0. */
  fold?: number
  /** Of everything that is still to do, at the most; null: not known. */
  secondsLeft?: number | null
}

/** The spec beside a network, in resources/models/ (see its README) and in a collection. */
export type Backbone = {
  id: string
  name: string
  file: string
  sha256: string
  /** Empty: not known. */
  licence: string
  origin: string
  input: {
    name: string
    size: number
    layout: 'NCHW' | 'NHWC'
    /** (pixel in 0..255 - mean) / std, a channel each: red, green, blue. */
    mean: readonly [number, number, number]
    std: readonly [number, number, number]
    fit: 'fill' | 'cover' | 'contain'
  }
  outputs: {
    /** [n, dimension]: what labels are learned on and works are compared by. */
    features: string
    /** [n, topDimension]: what the new heads of a fine-tuning stand on; left out: the features. */
    top?: string
    map: string | null
    logits: string | null
  }
  /** Which of the architectures that recipes name it has; left out or null: another one. */
  architecture?: Architecture | null
  dimension: number
  topDimension?: number
  parameters: number
}

export type EmbeddingTask = {
  backbone: Backbone
  /** Absolute path of the ONNX file. */
  model: string
  executor: Settings['executor']
  /** The file of float16 rows [works, dimension]. */
  file: string
  works: { row: number; path: string }[]
}

export type NeighbourTask = {
  embeddings: { file: string; dimension: number }
  /** Rows of the embedding file, one a work. */
  rows: Int32Array
  /** Neighbours of each work. */
  count: number
  /** With more works, every work is compared with so many of them, evenly chosen. */
  mostCompared: number
}
/** Positions in `rows` [works, count], most alike first, -1 where there are fewer; their cosines in [-1, 1]. */
export type NeighbourResult = { positions: Int32Array; similarities: Float32Array }

/**
 * How the works of a task are parted. 'folds' (the usual): each fold is judged by a model learned from all others.
 * 'fixed': fold 1 teaches, fold 2 chooses (a strength, the best round), and fold 0 is judged; then `folds` is 1, and every
 * work is predicted by the one model.
 */
export type Split = 'folds' | 'fixed'

export type MapTask = {
  embeddings: { file: string; dimension: number }
  /** Rows of the embedding file, one a work. */
  rows: Int32Array
  /** Works that are laid out themselves, evenly chosen. */
  mostFitted: number
  neighbours: number
  rounds: number
  seed: number
}
/** Places of the works [works, 2] in [0, 1]. */
export type MapResult = { places: Float32Array; fitted: number }

export type ProbeTask = {
  embeddings: { file: string; dimension: number }
  /** Rows of the embedding file, one a work. */
  rows: Int32Array
  attributes: ProbeAttribute[]
  seed: number
  folds: number
  split?: Split
  /** Strengths of L2 regularisation to choose from, smallest first; relative to a mean loss in nats. */
  l2: number[]
  /** Exponent of the class weights: 0 none, 1 fully balanced. */
  balance: number
  /** Where the heads go as ONNX: features [n, dimension] to one output of probabilities an attribute. */
  model: string
}

export type ProbeAttribute = {
  name: string
  /** Names of the learned terms; labels index them. */
  terms: string[]
  /** Term of each work, -1 for none. [works] */
  labels: Int32Array
  /** Works whose label names several terms: these share the target evenly. Their `labels` are -1. Left out: none. */
  several?: ReadonlyMap<number, readonly number[]>
  /** Fold of each labelled work in [0, folds), -1 for unlabelled works. [works] */
  folds: Int8Array
  /** How often each work teaches in a round; 0: it is only judged. [works] Left out: once. */
  copies?: Int32Array
  /** File that receives the probabilities as float32 [works, terms]: out of sample for every work. */
  output: string
  /** File that receives how each label came to be learned (training/dynamics.ts), float32 [works, dynamicsWidth]; left out: nobody asks. */
  dynamics?: string
}

export type ProbeResult = {
  attributes: { name: string; l2: number; validationLoss: number }[]
  steps: number
}

export type FineTuneTask = {
  /** What is trained, unless `scratch` names another; other executors are tried with it. */
  backbone: Backbone
  /** Absolute path of the backbone's ONNX file. */
  network: string
  /** An architecture to train from nothing; null: the backbone. */
  scratch: Scratch | null
  neck: Neck
  /** How much the loss of an attribute counts, by its name; 1 where it is not there. */
  lossWeights: Readonly<Record<string, number>>
  executor: Settings['executor']
  works: { row: number; path: string }[]
  attributes: ProbeAttribute[]
  /** A name of the group (artist) of each work whose folds were dealt by groups, null where it has none. [works] Null: they were not. */
  groups: (string | null)[] | null
  phases: Phase[]
  /** Exponent of the class weights: 0 none, 1 fully balanced. */
  balance: number
  folds: number
  split?: Split
  seed: number
  /** What each phase was expected to take by a plan; empty: not known. */
  expected: { imageSeconds: number; foldSeconds: number }[]
  /** Minutes for everything; then each fold ends with the best that it has. Null or left out: as long as it takes. */
  minutes?: number | null
  /** Learn the heads anew on the trained features, with one of these strengths of L2; null: the trained heads are kept. */
  finish: { l2: number[] } | null
  /** Holds what a killed training goes on from; emptied by whoever starts another one. */
  folder: string
  /** Where the trained network goes as ONNX: from the image to the features and the probabilities of each attribute. */
  model: string
}

export type PlanTask = Pick<
  FineTuneTask,
  'backbone' | 'network' | 'scratch' | 'neck' | 'executor' | 'phases' | 'folds' | 'seed' | 'finish'
> & {
  attributes: { name: string; terms: number }[]
  /** All works, those with a label, and some of them to try with. */
  count: number
  labelled: number
  works: { row: number; path: string }[]
}

export type TrainingPlan = {
  /** Of the backbone and its neck, from the image on; the steps of a recurrent layer count as one. */
  layers: { name: string; op: string; parameters: number }[]
  parameters: number
  /**
   * `trained`: how many of the last layers learn, 0 for the heads alone; `parameters`: how many numbers learn, heads included;
   * seconds at the most: `imageSeconds` once, `foldSeconds` in each fold.
   */
  phases: { name: string; trained: number; parameters: number; imageSeconds: number; foldSeconds: number }[]
  /** At the most, from the trial. */
  seconds: number
}

export type FineTuneResult = {
  /** Phases that the time given has ended, by fold; a phase that never began has 0 rounds. */
  cut: { fold: number; phase: string; rounds: number }[]
  rounds: {
    fold: number
    phase: string
    round: number
    training: number
    validation: number
    trainingAccuracy: number
    accuracy: number
  }[]
}
