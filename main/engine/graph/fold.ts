import { operatorOf } from '../gradient/operators.ts'
import { fromConstant, toConstant } from '../gradient/tensor64.ts'
import { isStatic } from './dimensions.ts'
import { int64, type Constant, type Dimension, type Graph, type Node } from './graph.ts'
import { prune } from './prune.ts'
import { inferShapes, type Known } from './shapes.ts'

/** Computes everything that does not depend on an input: constants, casts of weights, shapes known beforehand. */
export function fold(graph: Graph, sizes: Readonly<Record<string, readonly Dimension[]>> = {}): Graph {
  const known = inferShapes(graph, sizes)
  const initializers = new Map(graph.initializers)
  const made = new Set(graph.outputs.map(({ name }) => name))
  const nodes = graph.nodes.filter((node) => {
    const constants = node.outputs.some((name) => made.has(name)) ? undefined : computeNode(node, known, initializers)
    node.outputs.forEach((name, at) => constants?.[at] && initializers.set(name, constants[at]))
    return !constants
  })
  const inputs = graph.inputs.map((value) => ({ ...value, shape: sizes[value.name] ?? value.shape }))
  const open = openReshapes({ ...graph, inputs, nodes, initializers }, known)
  return prune(open)
}

/** The outputs of a node, where they do not depend on an input of the graph. */
function computeNode(
  node: Node,
  known: ReadonlyMap<string, Known>,
  constants: ReadonlyMap<string, Constant>,
): Constant[] | undefined {
  const outputs = node.outputs.map((name) => known.get(name))
  if (outputs.length === 0 || !outputs.every((output) => output !== undefined)) return undefined
  if (outputs.every(({ shape, values }) => values && isStatic(values) && isStatic(shape))) {
    return outputs.map(({ type, shape, values }) =>
      toConstant({ shape: shape.map(Number), data: Float64Array.from(values!, Number) }, type),
    )
  }
  const operator = operatorOf(node)
  const inputs = node.inputs.map((name) => constants.get(name))
  if (!operator?.forward || !node.inputs.every((name) => name === '' || constants.has(name))) return undefined
  const results = operator.forward(
    node,
    inputs.map((constant) => constant && fromConstant(constant)),
  )
  return outputs.map(({ type }, at) => toConstant(results[at]!, type))
}

/** A Reshape to a shape of which one size is known only at run time becomes one with -1: the sums that made it can go. */
function openReshapes(graph: Graph, known: ReadonlyMap<string, Known>): Graph {
  const initializers = new Map(graph.initializers)
  const nodes = graph.nodes.map((node) => {
    const shape = node.op === 'Reshape' ? known.get(node.outputs[0] ?? '')?.shape : undefined
    const open = shape?.filter((size) => typeof size !== 'number').length
    if (!shape || open !== 1 || shape.includes(0) || initializers.has(node.inputs[1] ?? '')) return node
    const name = `${node.outputs[0]}/shape`
    initializers.set(name, int64(shape.map((size) => (typeof size === 'number' ? size : -1))))
    return { ...node, inputs: [node.inputs[0] ?? '', name] }
  })
  return { ...graph, nodes, initializers }
}
