import { ApiError } from '#preload/rpc.ts'
import { createBuilder, type Builder } from '../graph/build.ts'
import { dependents, listCuts } from '../graph/cut.ts'
import { isStatic } from '../graph/dimensions.ts'
import type { Graph, Node } from '../graph/graph.ts'
import { prune } from '../graph/prune.ts'
import { inferShapes, type Known } from '../graph/shapes.ts'
import { operatorOf } from './operators.ts'
import type { Backward } from './operator.ts'
import { fromConstant } from './tensor64.ts'

type What = {
  /** A tensor of one number. */
  readonly loss: string
  /** Inputs or initialisers of the graph. */
  readonly with: readonly string[]
}

/**
 * The same graph with outputs 'grad/NAME' added: the gradient of the loss by each NAME, in its shape.
 * Reverse-mode: from the loss back, each node turns the gradients by its outputs into those by its inputs.
 * Throws 'not-trainable' with the operator in the way and the last possible cut.
 */
export function differentiate(graph: Graph, { loss, with: names }: What): Graph {
  const moving = movedBy(graph, names)
  const leading = new Set(prune(graph, [loss]).nodes.flatMap((node) => node.outputs))
  const onTheWay = (node: Node) =>
    node.inputs.some((name) => moving.has(name)) && node.outputs.some((name) => leading.has(name))
  const obstacle = graph.nodes.findLast((node) => onTheWay(node) && !operatorOf(node))
  if (obstacle) throw refusal(graph, obstacle, `The operator ${obstacle.op} has no gradient`)
  const saving = { ...graph, nodes: graph.nodes.map((node) => (onTheWay(node) ? withSaved(node) : node)) }
  const known = inferShapes(saving)
  const b = createBuilder({ from: saving })
  const gradients = createGradients(b)
  gradients.add(loss, seed(b, known.get(loss)))
  for (const node of saving.nodes.toReversed()) {
    if (!onTheWay(node)) continue
    const byOutputs = node.outputs.map((name) => gradients.sum(name))
    if (byOutputs.every((gradient) => gradient === undefined)) continue
    operatorOf(node)
      ?.backward?.(createStep(saving, b, node, byOutputs, known, moving))
      .forEach((gradient, at) => {
        const name = node.inputs[at]
        if (name && gradient !== undefined && moving.has(name)) gradients.add(name, gradient)
      })
  }
  for (const name of names) {
    const gradient = gradients.sum(name)
    if (gradient === undefined) throw new Error(`The loss does not depend on ${name}`)
    b.output(`grad/${name}`, gradient, known.get(name)?.type, known.get(name)?.shape)
  }
  return prune(b.finish())
}

const stops = (node: Node): boolean => {
  const operator = operatorOf(node)
  return operator !== undefined && !operator.backward
}

/** The tensors that some others move. What passed an operator that stops the gradient counts as a constant. */
function movedBy(graph: Graph, names: readonly string[]): Set<string> {
  return dependents({ ...graph, nodes: graph.nodes.filter((node) => !stops(node)) }, names)
}

/** The gradients that reached each tensor. A tensor used in several places gets their sum. */
function createGradients(b: Builder) {
  const reached = new Map<string, string[]>()
  return {
    add: (name: string, gradient: string) => void reached.set(name, [...(reached.get(name) ?? []), gradient]),
    sum: (name: string): string | undefined => {
      const [first, ...others] = reached.get(name) ?? []
      if (first === undefined) return undefined
      const sum = others.reduce<string>((total, gradient) => b.add(total, gradient), first)
      reached.set(name, [sum])
      return sum
    },
  }
}

function seed(b: Builder, loss: Known | undefined): string {
  if (loss && loss.shape.every((size) => size === 1))
    return b.constant({ type: 'float32', shape: loss.shape.map(Number), data: Float32Array.of(1) })
  throw new Error('A loss is a single number, and this is none')
}

/** The node with all outputs that its gradient reads. */
function withSaved(node: Node): Node {
  const missing = (operatorOf(node)?.saves ?? 0) - node.outputs.length
  const saved = Array.from({ length: Math.max(0, missing) }, (_, at) => `${node.outputs[0]}/saved/${at}`)
  return missing > 0 ? { ...node, outputs: [...node.outputs, ...saved] } : node
}

function createStep(
  graph: Graph,
  b: Builder,
  node: Node,
  gradients: (string | undefined)[],
  known: ReadonlyMap<string, Known>,
  moving: ReadonlySet<string>,
): Backward {
  const refuse = (why: string) => refusal(graph, node, why)
  const describe = (tensor: string): Known => {
    const found = known.get(tensor)
    if (!found) throw refuse(`The shape of "${tensor}" is not known`)
    return found
  }
  return {
    b,
    node,
    g: gradients[0] ?? '',
    gradients,
    x: node.inputs,
    y: node.outputs,
    needs: (input) => moving.has(node.inputs[input] ?? ''),
    shape: (tensor) => describe(tensor).shape,
    type: (tensor) => describe(tensor).type,
    sizes: (tensor) => {
      const { shape } = describe(tensor)
      if (!isStatic(shape)) throw refuse(`The shape [${shape.join(', ')}] of "${tensor}" is not fixed`)
      return shape
    },
    size: (tensor, axis) => {
      const size = describe(tensor).shape.at(axis)
      if (typeof size !== 'number') throw refuse(`The size of axis ${axis} of "${tensor}" is not fixed`)
      return size
    },
    known: (tensor) => graph.initializers.has(tensor),
    values: (tensor) => {
      const constant = graph.initializers.get(tensor)
      if (!constant) throw refuse(`"${tensor}" is not a constant`)
      return [...fromConstant(constant).data]
    },
  }
}

function refusal(graph: Graph, node: Node, why: string): ApiError {
  const at = graph.nodes.findIndex((other) => other.outputs[0] === node.outputs[0])
  const last = listCuts(graph).find(({ after }) => after > at)
  const advice = last ? `Train only what comes after "${last.tensor}".` : 'No part of this network can be trained.'
  return new ApiError('not-trainable', `${why} (in ${node.op} "${node.name || node.outputs[0]}"). ${advice}`, {
    operator: node.op,
    node: node.name,
    lastCut: last?.tensor ?? null,
  })
}
