import type { Attributes, Constant, Dimension, ElementType, Graph, Node, Value } from './graph.ts'
import { float32, int64 } from './graph.ts'
import { operators, type Operators } from './operators.ts'

/** What every operator is built from. A tensor is known by its name in the graph; a number stands for a float32 scalar. */
export type Core = {
  readonly opset: number
  input(name: string, type: ElementType, shape: readonly Dimension[]): string
  /** Makes a tensor an output under a name of its choice. */
  output(name: string, tensor: string, type?: ElementType, shape?: readonly Dimension[]): void
  /** A named weight. */
  initializer(name: string, constant: Constant): string
  /** An unnamed constant; equal small ones are kept once. A number becomes a float32 scalar. */
  constant(value: Constant | number | readonly number[]): string
  /** A vector of int64, as Reshape, Slice and the reductions take it. */
  int64(values: readonly number[]): string
  /** Any operator with one output. */
  node(op: string, inputs: readonly Operand[], attributes?: Attributes): string
  /** Any operator with several outputs. */
  nodes(op: string, inputs: readonly Operand[], attributes: Attributes, outputs: number): string[]
  /** The graph so far. The builder can go on afterwards. */
  finish(): Graph
}
export type Operand = string | number
export type Builder = Core & Operators

/** Writes a graph as code: `const p = b.softmax(b.add(b.matmul(x, w), bias), -1)`. With `from`, goes on from that graph. */
export function createBuilder(options: { opset?: number; name?: string; from?: Graph } = {}): Builder {
  const core = createCore(options)
  return { ...core, ...operators(core) }
}

function createCore({
  from,
  opset = from?.opset ?? 21,
  name = from?.name ?? 'graph',
}: Parameters<typeof createBuilder>[0] & {}): Core {
  const nodes: Node[] = [...(from?.nodes ?? [])]
  const inputs: Value[] = [...(from?.inputs ?? [])]
  const outputs: (Value & { readonly of: string })[] = (from?.outputs ?? []).map((value) => ({
    ...value,
    of: value.name,
  }))
  const initializers = new Map(from?.initializers)
  const fresh = createNames(from)
  const seen = new Map<string, string>()

  const core: Core = {
    opset,
    input: (inputName, type, shape) => {
      inputs.push({ name: fresh.claim(inputName), type, shape })
      return inputName
    },
    output: (outputName, of, type = 'float32', shape) => {
      outputs.push({ name: fresh.claim(outputName), type, shape: shape ?? null, of })
    },
    initializer: (initializerName, constant) => {
      initializers.set(fresh.claim(initializerName), constant)
      return initializerName
    },
    constant: (value) => {
      const constant = typeof value === 'number' ? float32([value], []) : 'type' in value ? value : float32(value)
      const key =
        constant.data.length <= 16 ? `${constant.type} [${constant.shape}] ${constant.data.join()}` : undefined
      const known = key === undefined ? undefined : seen.get(key)
      if (known !== undefined) return known
      const constantName = fresh.make('constant')
      initializers.set(constantName, constant)
      if (key !== undefined) seen.set(key, constantName)
      return constantName
    },
    int64: (values) => core.constant(int64(values)),
    node: (op, operands, attributes = {}) => core.nodes(op, operands, attributes, 1)[0]!,
    nodes: (op, operands, attributes, count) => {
      const made = Array.from({ length: count }, () => fresh.make(op))
      const names = operands.map((operand) => (typeof operand === 'number' ? core.constant(operand) : operand))
      nodes.push({ op, domain: '', name: made[0] ?? op, inputs: names, outputs: made, attributes })
      return made
    },
    finish: () => {
      const named = nameOutputs(nodes, outputs)
      const values = outputs.map(({ name: outputName, type, shape }) => ({ name: outputName, type, shape }))
      return {
        name,
        opset,
        domains: from?.domains ?? {},
        nodes: named,
        inputs: [...inputs],
        outputs: values,
        initializers: new Map(initializers),
        metadata: from?.metadata ?? {},
      }
    },
  }
  return core
}

/** Renames the tensors that became outputs; one that has its name already (an input, a second output) passes an Identity. */
function nameOutputs(nodes: readonly Node[], outputs: readonly (Value & { readonly of: string })[]): Node[] {
  const kept = new Set(outputs.filter(({ name, of }) => name === of).map(({ of }) => of))
  const made = new Set(nodes.flatMap((node) => node.outputs))
  const renamed = new Map<string, string>()
  const copies: Node[] = []
  for (const { name, of } of outputs) {
    if (name === of) continue
    if (made.has(of) && !kept.has(of) && !renamed.has(of)) renamed.set(of, name)
    else
      copies.push({
        op: 'Identity',
        domain: '',
        name,
        inputs: [renamed.get(of) ?? of],
        outputs: [name],
        attributes: {},
      })
  }
  const rename = (names: readonly string[]) => names.map((name) => renamed.get(name) ?? name)
  return [...nodes.map((node) => ({ ...node, inputs: rename(node.inputs), outputs: rename(node.outputs) })), ...copies]
}

function createNames(from: Graph | undefined) {
  const taken = new Set<string>([
    ...(from?.inputs.map(({ name }) => name) ?? []),
    ...(from?.initializers.keys() ?? []),
    ...(from?.nodes.flatMap((node) => [node.name, ...node.outputs]) ?? []),
  ])
  let next = 0
  return {
    claim: (name: string) => {
      if (taken.has(name)) throw new Error(`The graph has a tensor named ${name} already`)
      taken.add(name)
      return name
    },
    make: (stem: string) => {
      let name = `${stem}_${next++}`
      while (taken.has(name)) name = `${stem}_${next++}`
      taken.add(name)
      return name
    },
  }
}
