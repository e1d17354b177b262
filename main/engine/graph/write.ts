import { ApiError } from '#preload/rpc.ts'
import { typeNumbers } from './elementTypes.ts'
import type { Attribute, Constant, Graph, Node, Value } from './graph.ts'
import { createWriter, type Writer } from './protobufWriter.ts'

/** A file of this or more bytes cannot be read by anyone: Protocol Buffers count lengths in 31 bits. */
const limit = 2 ** 31

/** Where large weights go instead of into the ONNX file: a file beside it, and what was put there before. */
export type ExternalData = { location: string; place(data: Uint8Array): { offset: number } }

/** Smaller ones (shapes, axes, biases) stay in the ONNX file, where shape inference of others looks for them. */
const leastExternal = 1024

/** The bytes of an ONNX file, weights included as raw data, or beside it. Throws 'model-too-large' from 2 GB on. */
export function writeOnnx(graph: Graph, external?: ExternalData): Uint8Array {
  const model = createWriter()
  model.int(1, graph.opset >= 21 ? 10 : graph.opset >= 19 ? 9 : 8)
  model.string(2, 'connoisseur')
  model.message(7, (inner) => writeGraph(inner, graph, external))
  for (const [domain, version] of Object.entries({ '': graph.opset, ...graph.domains })) {
    model.message(8, (inner) => {
      inner.string(1, domain)
      inner.int(2, version)
    })
  }
  for (const [key, value] of Object.entries(graph.metadata)) {
    model.message(14, (inner) => {
      inner.string(1, key)
      inner.string(2, value)
    })
  }
  if (model.length() >= limit) {
    throw new ApiError('model-too-large', `The network "${graph.name}" needs more than 2 GB in one ONNX file`)
  }
  return model.finish()
}

function writeGraph(writer: Writer, graph: Graph, external?: ExternalData): void {
  for (const node of graph.nodes) writer.message(1, (inner) => writeNode(inner, node))
  writer.string(2, graph.name || 'graph')
  for (const [name, constant] of graph.initializers)
    writer.message(5, (inner) => writeTensor(inner, name, constant, external))
  for (const value of graph.inputs) writer.message(11, (inner) => writeValue(inner, value))
  for (const value of graph.outputs) writer.message(12, (inner) => writeValue(inner, value))
}

function writeNode(writer: Writer, node: Node): void {
  for (const input of node.inputs) writer.string(1, input)
  for (const output of node.outputs) writer.string(2, output)
  if (node.name) writer.string(3, node.name)
  writer.string(4, node.op)
  for (const [name, attribute] of Object.entries(node.attributes)) {
    writer.message(5, (inner) => {
      inner.string(1, name)
      writeAttribute(inner, attribute)
    })
  }
  if (node.domain) writer.string(7, node.domain)
}

const attributeTypes = { float: 1, int: 2, string: 3, tensor: 4, graph: 5, floats: 6, ints: 7, strings: 8 } as const

function writeAttribute(writer: Writer, attribute: Attribute): void {
  writer.int(20, attributeTypes[attribute.kind])
  switch (attribute.kind) {
    case 'float':
      return writer.float(2, attribute.value)
    case 'int':
      return writer.int(3, attribute.value)
    case 'string':
      return writer.string(4, attribute.value)
    case 'tensor':
      return writer.message(5, (inner) => writeTensor(inner, '', attribute.value))
    case 'graph':
      return writer.message(6, (inner) => writeGraph(inner, attribute.value))
    case 'floats':
      return attribute.value.forEach((value) => writer.float(7, value))
    case 'ints':
      return attribute.value.forEach((value) => writer.int(8, value))
    case 'strings':
      return attribute.value.forEach((value) => writer.string(9, value))
  }
}

function writeTensor(writer: Writer, name: string, { type, shape, data }: Constant, external?: ExternalData): void {
  for (const size of shape) writer.int(1, size)
  writer.int(2, typeNumbers[type])
  if (name) writer.string(8, name)
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
  if (!external || bytes.length < leastExternal) return writer.bytes(9, bytes)
  const { offset } = external.place(bytes)
  for (const [key, value] of Object.entries({ location: external.location, offset, length: bytes.length }))
    writer.message(13, (entry) => {
      entry.string(1, key)
      entry.string(2, String(value))
    })
  writer.int(14, 1)
}

function writeValue(writer: Writer, { name, type, shape }: Value): void {
  writer.string(1, name)
  writer.message(2, (typeProto) =>
    typeProto.message(1, (tensorType) => {
      tensorType.int(1, typeNumbers[type])
      if (!shape) return
      tensorType.message(2, (shapeProto) => {
        for (const size of shape) {
          shapeProto.message(1, (inner) => (typeof size === 'number' ? inner.int(1, size) : inner.string(2, size)))
        }
      })
    }),
  )
}
