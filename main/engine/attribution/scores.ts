import { ApiError } from '#preload/rpc.ts'
import { createBuilder } from '../graph/build.ts'
import { cut as cutGraph, listCuts, valueOf } from '../graph/cut.ts'
import type { Graph, Value } from '../graph/graph.ts'
import { prune } from '../graph/prune.ts'
import { firstTrainable } from '../graph/layers.ts'
import { differentiate } from '../gradient/differentiate.ts'
import { operatorOf } from '../gradient/operators.ts'

/** How a tensor lies over the picture: `rows` x `columns` places, each with `channels` numbers. */
export type Grid = {
  rows: number
  columns: number
  channels: number
  order: 'channels first' | 'channels last' | 'tokens'
}

export type ScoreGraph = {
  /** From the image to the tensor at the cut; null: the cut is the image itself. */
  trunk: Graph | null
  /** Inputs: the tensor at the cut and `select` [n, terms]. Outputs: `score` [n, 1] and 'grad/CUT', that of the sum of the scores. */
  tail: Graph
  cut: { name: string; shape: readonly number[] }
  grid: Grid
}

/** Places on a side that a picture is looked at in: finer maps cost more and show noise. */
const wantedSide = 14
/** Behind a ReLU features can be zero, where a square root has no slope: it begins so far above. */
const rootsBegin = 1e-7

/**
 * A network cut for asking which places of a picture speak for a term. A score is what a head says before it is made a
 * probability. The cut is the last tensor that still has `side` places on a side; where a network has none, the first part
 * of it that gradients pass, the image at best. Throws ApiError 'no-places' where no such tensor lies over the picture.
 */
export function scoreGraph(network: Graph, output: string, terms: number, side = wantedSide): ScoreGraph {
  const scores = beforeSoftmax(network, output)
  const value: Value = { name: scores, type: 'float32', shape: ['n', terms] }
  const graph = softRoots(prune({ ...network, outputs: [value] }, [scores]))
  const { name, grid } = chooseCut(graph, side)
  const isInput = graph.inputs.some((input) => input.name === name)
  const { trunk, tail } = isInput ? { trunk: null, tail: graph } : cutGraph(graph, name)
  const b = createBuilder({ from: { ...tail, outputs: [] } })
  const score = b.reduceSum(b.mul(scores, b.input('select', 'float32', ['n', terms])), [1])
  b.output('score', score, 'float32', ['n', 1])
  b.output('whole', b.reduceSum(score), 'float32', [])
  const shape = (tail.inputs[0]!.shape ?? []).slice(1).map(Number)
  return { trunk, tail: differentiate(b.finish(), { loss: 'whole', with: [name] }), cut: { name, shape }, grid }
}

/** The tensor that a head's probabilities are made of. */
function beforeSoftmax(graph: Graph, output: string): string {
  const maker = new Map(graph.nodes.flatMap((node) => node.outputs.map((name) => [name, node] as const)))
  for (let name = output; ;) {
    const node = maker.get(name)
    if (node?.op === 'Softmax') return node.inputs[0]!
    if (node?.op !== 'Identity') return output
    name = node.inputs[0]!
  }
}

function softRoots(graph: Graph): Graph {
  const b = createBuilder({ from: { ...graph, nodes: [] } })
  const soft = b.constant(rootsBegin)
  const initializers = new Map([...graph.initializers, [soft, b.finish().initializers.get(soft)!]])
  const nodes = graph.nodes.flatMap((node) => {
    if (node.op !== 'Sqrt' || graph.initializers.has(node.inputs[0]!)) return [node]
    const above = `${node.outputs[0]}/above`
    const add = {
      op: 'Add',
      domain: '',
      name: above,
      inputs: [node.inputs[0]!, soft],
      outputs: [above],
      attributes: {},
    }
    return [add, { ...node, inputs: [above] }]
  })
  return { ...graph, nodes, initializers }
}

function chooseCut(graph: Graph, side: number): { name: string; grid: Grid } {
  const cuts = listCuts(graph)
  const names = cuts.map(({ tensor }) => tensor)
  const passes = graph.nodes.every((node) => operatorOf(node))
  const from = names.indexOf(firstTrainable(graph, cuts)?.tensor ?? '')
  const open = passes ? [graph.inputs[0]!.name, ...names] : from < 0 ? [] : names.slice(from)
  const placed = open.flatMap((name) => {
    const grid = gridOf(valueOf(graph, name))
    return grid ? [{ name, grid }] : []
  })
  const fine = placed.findLast(({ grid }) => Math.min(grid.rows, grid.columns) >= side)
  const found = fine ?? placed[0]
  if (found) return found
  throw new ApiError('no-places', 'Nothing in this network lies over the picture, so that it cannot be shown where it looked.') // prettier-ignore
}

/** Null: the tensor does not lie over the picture. Tokens may have one for the whole picture in front. */
function gridOf({ shape }: Value): Grid | null {
  const [first, ...sizes] = shape ?? []
  if (first === undefined || sizes.some((size) => typeof size !== 'number')) return null
  const [a = 0, b = 0, c = 0] = sizes.map(Number)
  if (sizes.length === 2) {
    const across = [Math.sqrt(a), Math.sqrt(a - 1)].find((root) => Number.isInteger(root) && root > 1)
    return across === undefined ? null : { rows: across, columns: across, channels: b, order: 'tokens' }
  }
  if (sizes.length !== 3) return null
  if (b === c && b > 1) return { rows: b, columns: c, channels: a, order: 'channels first' }
  if (a === b && a > 1) return { rows: a, columns: b, channels: c, order: 'channels last' }
  return null
}
