import { ApiError } from '#preload/rpc.ts'
import { elementTypeOf } from './elementTypes.ts'
import type { Attribute, Constant, Dimension, Graph, Node, Value } from './graph.ts'
import { readMessage, signed, type Message } from './protobufReader.ts'
import { readTensor } from './readTensor.ts'
import { upgrade } from './upgrade.ts'

type Options = {
  /** The folder of the ONNX file, for weights that lie in files beside it. */
  readonly folder?: string
}

/**
 * The graph of an ONNX file, in the form of opset 18 or later.
 * Throws 'not-onnx' for broken files, 'unsupported-model' for what the engine cannot use, 'weights-missing'.
 */
export function readOnnx(bytes: Uint8Array, { folder }: Options = {}): Graph {
  try {
    const model = readMessage(bytes)
    const main = model.messages(7).at(-1)
    if (!main) throw new RangeError('It holds no network')
    const graph = readGraph(main, folder)
    checkOrder(graph)
    return upgrade({ ...graph, ...readVersions(model), metadata: readPairs(model.messages(14)) })
  } catch (error) {
    if (error instanceof ApiError) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new ApiError(
      'not-onnx',
      `This is not an ONNX file, or it is damaged (${reason}). Export or download it again.`,
    )
  }
}

function readVersions(model: Message): Pick<Graph, 'opset' | 'domains'> {
  const versions = new Map(model.messages(8).map((entry) => [entry.text(1), entry.int(2)]))
  const opset = versions.get('') ?? versions.get('ai.onnx')
  if (opset === undefined) throw new RangeError('It does not say which operators it uses')
  if (model.has(25)) {
    throw new ApiError(
      'unsupported-model',
      'The network defines its own functions. Export it again without them (inlined).',
    )
  }
  const domains = Object.fromEntries([...versions].filter(([domain]) => domain !== '' && domain !== 'ai.onnx'))
  return { opset, domains }
}

const readPairs = (entries: readonly Message[]) =>
  Object.fromEntries(entries.map((entry) => [entry.text(1), entry.text(2)]))

function readGraph(message: Message, folder: string | undefined): Graph {
  if (message.has(15))
    throw new ApiError('unsupported-model', 'The network has sparse weights. Export it with dense ones.')
  const initializers = new Map<string, Constant>()
  for (const tensor of message.messages(5)) initializers.set(tensor.text(8), readTensor(tensor, folder))
  return {
    name: message.text(2),
    opset: 0,
    domains: {},
    nodes: message.messages(1).map((node) => readNode(node, folder)),
    inputs: message
      .messages(11)
      .map(readValue)
      .filter(({ name }) => !initializers.has(name)),
    outputs: message.messages(12).map(readValue),
    initializers,
    metadata: {},
  }
}

function readNode(message: Message, folder: string | undefined): Node {
  const attributes = message.messages(5).map((entry) => [entry.text(1), readAttribute(entry, folder)] as const)
  const domain = message.text(7)
  return {
    op: message.text(4),
    domain: domain === 'ai.onnx' ? '' : domain,
    name: message.text(3),
    inputs: message.texts(1),
    outputs: message.texts(2),
    attributes: Object.fromEntries(attributes),
  }
}

function readAttribute(message: Message, folder: string | undefined): Attribute {
  const floats = (field: number) => {
    const bytes = Uint8Array.from(message.fixed(field))
    return [...new Float32Array(bytes.buffer, 0, Math.floor(bytes.length / 4))]
  }
  const inner = (field: number) => message.messages(field)[0] ?? readMessage(new Uint8Array())
  switch (message.int(20)) {
    case 1:
      return { kind: 'float', value: floats(2)[0] ?? 0 }
    case 2:
      return { kind: 'int', value: message.int(3) }
    case 3:
      return { kind: 'string', value: message.text(4) }
    case 4:
      return { kind: 'tensor', value: readTensor(inner(5), folder) }
    case 5:
      return { kind: 'graph', value: readGraph(inner(6), folder) }
    case 6:
      return { kind: 'floats', value: floats(7) }
    case 7:
      return { kind: 'ints', value: message.integers(8).map(signed) }
    case 8:
      return { kind: 'strings', value: message.texts(9) }
    default:
      throw new ApiError('unsupported-model', `The setting "${message.text(1)}" is of a kind that this app cannot read`)
  }
}

function readValue(message: Message): Value {
  const name = message.text(1)
  const tensor = message.messages(2)[0]?.messages(1)[0]
  const type = elementTypeOf(tensor?.int(1) ?? 1)
  if (!type) throw new ApiError('unsupported-model', `The tensor "${name}" is of a kind that this app cannot read`)
  const shape = tensor?.messages(2)[0]?.messages(1).map(readDimension)
  return { name, type, shape: shape ?? null }
}

/** A size that is neither given nor named gets '?', which equals nothing, not even itself. */
const readDimension = (message: Message): Dimension => (message.has(1) ? message.int(1) : message.text(2) || '?')

/** Every tensor a node takes must have been made before it. */
function checkOrder(graph: Graph): void {
  const known = new Set(['', ...graph.inputs.map(({ name }) => name), ...graph.initializers.keys()])
  for (const node of graph.nodes) {
    const missing = node.inputs.find((name) => !known.has(name))
    if (missing !== undefined) throw new RangeError(`${node.op} takes "${missing}", which nothing makes before it`)
    for (const output of node.outputs) known.add(output)
  }
  const lost = graph.outputs.find(({ name }) => !known.has(name))
  if (lost) throw new RangeError(`Nothing makes the output "${lost.name}"`)
}
