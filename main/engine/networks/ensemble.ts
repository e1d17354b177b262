import { readFile } from 'node:fs/promises'
import { createBuilder } from '../graph/build.ts'
import { float32, type Attribute, type Graph, type Node } from '../graph/graph.ts'
import { join } from '../graph/join.ts'
import { prune } from '../graph/prune.ts'
import { readOnnx } from '../graph/read.ts'
import { saveOnnx } from '../graph/save.ts'
import { widen } from '../graph/weights.ts'

export type EnsembleTask = {
  members: {
    /** From the features, or from the image where there is no `pretrained`. */
    model: string
    pretrained: { model: string; features: string } | null
    /** The network's own input, and what it is called in the ensemble: members with the same take the same image. */
    input: { own: string; shared: string }
  }[]
  /** `weights`: of each member, summing to 1; `columns`: of each member, the term that each of its columns speaks for, -1 for none; empty: it does not vote. */
  attributes: { name: string; terms: number; weights: number[]; columns: number[][] }[]
  /** Where the network goes as ONNX: from the images to the mean probabilities of each attribute. */
  output: string
}

/** Networks whose probabilities are averaged, as one network. */
export async function writeEnsemble(task: EnsembleTask): Promise<void> {
  await saveOnnx(task.output, ensembleGraph(await Promise.all(task.members.map(memberGraph)), task))
}

async function memberGraph({ model, pretrained }: EnsembleTask['members'][number]): Promise<Graph> {
  const heads = widen(readOnnx(await readFile(model)))
  if (!pretrained) return heads
  const network = prune(widen(readOnnx(await readFile(pretrained.model))), [pretrained.features])
  const renamed = renameGraph(heads, (name) => (name === 'features' ? pretrained.features : name))
  return join(network, renamed)
}

/** members: the graphs of the task's members, in their order. */
export function ensembleGraph(members: readonly Graph[], { attributes, members: given }: EnsembleTask): Graph {
  const parts = members.map((graph, at) => {
    const names = attributes.filter(({ columns }) => columns[at]!.length > 0).map(({ name }) => name)
    const { own, shared } = given[at]!.input
    return renameGraph(prune(graph, names), (name) => (name === own ? shared : `${at}/${name}`))
  })
  const inputs = new Map(parts.flatMap((part) => part.inputs).map((input) => [input.name, input]))
  const all: Graph = {
    name: 'ensemble',
    opset: Math.max(...parts.map(({ opset }) => opset)),
    domains: Object.assign({}, ...parts.map(({ domains }) => domains)) as Graph['domains'],
    nodes: parts.flatMap(({ nodes }) => nodes),
    inputs: [...inputs.values()],
    outputs: [],
    initializers: new Map(parts.flatMap(({ initializers }) => [...initializers])),
    metadata: {},
  }
  const b = createBuilder({ from: all })
  for (const { name, terms, weights, columns } of attributes) {
    const heard = [...parts.keys()].filter((at) => columns[at]!.length > 0)
    const voices = heard.map((at) =>
      b.matmul(`${at}/${name}`, b.constant(spreading(columns[at]!, terms, weights[at]!))),
    )
    b.output(
      name,
      voices.reduce((sum, voice) => b.add(sum, voice)),
      'float32',
      ['n', terms],
    )
  }
  return b.finish()
}

/** [columns, terms]: the weight where a column speaks for a term. */
function spreading(columns: readonly number[], terms: number, weight: number) {
  const matrix = new Float32Array(columns.length * terms)
  for (const [column, term] of columns.entries()) if (term >= 0) matrix[column * terms + term] = weight
  return float32(matrix, [columns.length, terms])
}

function renameGraph(graph: Graph, rename: (name: string) => string): Graph {
  const each = (name: string) => (name === '' ? '' : rename(name))
  const node = (given: Node): Node => ({
    ...given,
    name: rename(given.name),
    inputs: given.inputs.map(each),
    outputs: given.outputs.map(each),
    attributes: Object.fromEntries(Object.entries(given.attributes).map(([name, value]) => [name, inner(value)])),
  })
  const inner = (value: Attribute): Attribute =>
    value.kind === 'graph' ? { ...value, value: renameGraph(value.value, rename) } : value
  const value = <V extends { name: string }>(given: V): V => ({ ...given, name: rename(given.name) })
  return {
    ...graph,
    nodes: graph.nodes.map(node),
    inputs: graph.inputs.map(value),
    outputs: graph.outputs.map(value),
    initializers: new Map([...graph.initializers].map(([name, constant]) => [rename(name), constant])),
  }
}
