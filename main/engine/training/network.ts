import { readFile } from 'node:fs/promises'
import type { Backbone, FineTuneTask } from '../api.ts'
import { topOf } from '../backbone/top.ts'
import { fold } from '../graph/fold.ts'
import type { Graph } from '../graph/graph.ts'
import { prune } from '../graph/prune.ts'
import { readOnnx } from '../graph/read.ts'
import { widen } from '../graph/weights.ts'
import { buildArchitecture } from '../networks/architectures.ts'
import { lastMap } from '../networks/lastMap.ts'
import { nothingFresh, type Fresh } from '../networks/layers.ts'
import { appendNeck, neckFeatures } from '../networks/necks.ts'
import { scratchInput, type Scratch } from '../networks/scratch.ts'

/** The network of a training: what comes before `base` is the backbone, between it and `features` lies the neck. */
export type Network = {
  graph: Graph
  input: Backbone['input']
  features: string
  dimension: number
  base: string
  /** What heads that are learned last stand on: with a neck its features, else those that labels are learned on everywhere. */
  last: { features: string; dimension: number }
  /** Weights of the neck. */
  neck: readonly string[]
  /** What behaves otherwise while it learns. */
  fresh: Pick<Fresh, 'norms' | 'dropouts'>
}

/** Reads or builds a task's backbone and puts its neck behind it. Throws ApiError 'bad-recipe' where it has no map to read. */
export async function openNetwork(
  task: Pick<FineTuneTask, 'backbone' | 'network' | 'scratch' | 'neck' | 'seed'>,
): Promise<Network> {
  const start = task.scratch ? build(task.scratch, task.seed) : await read(task)
  if (task.neck.kind === 'none') return { ...start, base: start.features, neck: [] }
  const base = start.map ?? lastMap(start.graph)
  const { graph, dimension, fresh } = appendNeck(start.graph, base, task.neck, task.seed)
  return {
    graph,
    input: start.input,
    features: neckFeatures,
    dimension,
    base,
    last: { features: neckFeatures, dimension },
    neck: fresh.weights,
    fresh: { norms: [...start.fresh.norms, ...fresh.norms], dropouts: [...start.fresh.dropouts, ...fresh.dropouts] },
  }
}

type Start = Omit<Network, 'base' | 'neck'> & { map: string | null }

async function read({ backbone, network, neck }: Pick<FineTuneTask, 'backbone' | 'network' | 'neck'>): Promise<Start> {
  const last = { features: backbone.outputs.features, dimension: backbone.dimension }
  const top = topOf(backbone)
  const graph = prune(
    fold(widen(readOnnx(await readFile(network)))),
    neck.kind === 'none' ? [...new Set([top.features, last.features])] : [top.features],
  )
  return { graph, input: backbone.input, ...top, last, map: null, fresh: nothingFresh }
}

function build(scratch: Scratch, seed: number): Start {
  const { graph, map, features, dimension, fresh } = buildArchitecture(scratch.architecture, scratch, seed)
  return { graph, input: scratchInput(scratch.size), features, dimension, last: { features, dimension }, map, fresh }
}
