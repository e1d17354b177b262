import { int, type Graph, type Node, type Value } from '../graph/graph.ts'
import { inferShapes } from '../graph/shapes.ts'
import type { Fresh } from '../networks/layers.ts'

/** A dropout while learning: what is kept of the tensor comes from outside as the input `mask`, [n, ...shape], 0 or 1 / (1 - ratio). */
export type Mask = { readonly mask: string; readonly shape: readonly number[]; readonly ratio: number }
/** Running statistics of a normalisation: the weight that holds them, and the output of a step with what they become. */
export type Statistic = { readonly name: string; readonly next: string }

/**
 * A network as it is while it learns: fresh normalisations take the statistics of the batch and say what becomes of the running
 * ones, fresh dropouts hide what their masks say. Everything else stays as it is.
 */
export function trainingForm(
  graph: Graph,
  { norms, dropouts }: Pick<Fresh, 'norms' | 'dropouts'>,
): { graph: Graph; masks: Mask[]; statistics: Statistic[] } {
  const known = inferShapes(graph)
  const masks: Mask[] = []
  const statistics: Statistic[] = []
  const inputs: Value[] = []
  const outputs: Value[] = []
  const nodes = graph.nodes.map((node): Node => {
    const made = node.outputs[0] ?? ''
    if (node.op === 'BatchNormalization' && norms.includes(made)) {
      const [, , , mean = '', variance = ''] = node.inputs
      const next = [mean, variance].map((name) => ({ name, next: `${name}/next` }))
      statistics.push(...next)
      for (const { name, next: output } of next)
        outputs.push({ name: output, type: 'float32', shape: known.get(name)?.shape ?? null })
      return { ...node, outputs: [made, ...next.map((one) => one.next)], attributes: { ...node.attributes, training_mode: int(1) } } // prettier-ignore
    }
    if (node.op === 'Dropout' && dropouts.includes(made)) {
      const shape = (known.get(made)?.shape ?? []).slice(1).map(Number)
      const mask = `mask.${masks.length}`
      masks.push({ mask, shape, ratio: ratioOf(graph, node) })
      inputs.push({ name: mask, type: 'float32', shape: ['n', ...shape] })
      return { ...node, op: 'Mul', inputs: [node.inputs[0] ?? '', mask], attributes: {} }
    }
    return node
  })
  return { graph: { ...graph, nodes, inputs: [...graph.inputs, ...inputs], outputs: [...graph.outputs, ...outputs] }, masks, statistics } // prettier-ignore
}

const ratioOf = (graph: Graph, { inputs }: Node): number =>
  Number(graph.initializers.get(inputs[1] ?? '')?.data[0] ?? 0.5)

/** A network that only predicts: its dropouts hide nothing and go. */
export const withoutDropouts = (graph: Graph): Graph => ({
  ...graph,
  nodes: graph.nodes.map((node) => (node.op === 'Dropout' ? { ...node, op: 'Identity', inputs: node.inputs.slice(0, 1), outputs: node.outputs.slice(0, 1), attributes: {} } : node)), // prettier-ignore
})
