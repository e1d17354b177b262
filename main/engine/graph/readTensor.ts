import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { isAbsolute, join, normalize, sep } from 'node:path'
import { ApiError } from '#preload/rpc.ts'
import { arrayTypes, elementTypeOf } from './elementTypes.ts'
import { sizeOf, type Constant, type ElementType, type TypedArrays } from './graph.ts'
import { signed, type Message } from './protobufReader.ts'

/** A TensorProto. folder is where the files lie that hold weights outside of the ONNX file. */
export function readTensor(message: Message, folder: string | undefined): Constant {
  const name = message.text(8)
  const shape = message.integers(1).map(signed)
  const type = elementTypeOf(message.int(2))
  if (!type) {
    throw new ApiError(
      'unsupported-model',
      `The weights "${name}" are of a kind (${message.int(2)}) that this app cannot read`,
    )
  }
  const size = sizeOf(shape)
  const data = readData(message, type, size, folder, name)
  if (!shape.every((dimension) => dimension >= 0) || data.length !== size) {
    throw new RangeError(`The weights "${name}" hold ${data.length} numbers where [${shape.join(', ')}] are announced`)
  }
  return { type, shape, data } as Constant
}

function readData(message: Message, type: ElementType, size: number, folder: string | undefined, name: string) {
  if (message.int(14) === 1) return fromBytes(type, readExternal(message, folder, name))
  const raw = message.bytes(9)
  if (raw) return fromBytes(type, raw)
  if (type === 'float32') return fromBytes(type, message.fixed(4))
  if (type === 'double') return fromBytes(type, message.fixed(10))
  const array = new arrayTypes[type](size)
  const values = message.integers(type === 'int64' ? 7 : type === 'uint64' || type === 'uint32' ? 11 : 5)
  if (values.length !== size) return array.subarray(0, Math.min(size, values.length))
  if (array instanceof BigInt64Array || array instanceof BigUint64Array) array.set(values.map(BigInt))
  else array.set(values.map(signed))
  return array
}

/** Copies, because the bytes need not lie where an array of numbers may begin. */
function fromBytes(type: ElementType, bytes: Uint8Array): TypedArrays[ElementType] {
  const Type = arrayTypes[type]
  const copy = Uint8Array.from(bytes)
  return new Type(copy.buffer, 0, Math.floor(copy.length / Type.BYTES_PER_ELEMENT))
}

function readExternal(message: Message, folder: string | undefined, name: string): Uint8Array {
  const entries = new Map(message.messages(13).map((entry) => [entry.text(1), entry.text(2)]))
  const location = normalize(entries.get('location') ?? '')
  const missing = (why: string) =>
    new ApiError(
      'weights-missing',
      `The weights "${name}" lie in the file "${location}", ${why}. Put both files in one folder.`,
    )
  if (folder === undefined) throw missing('which was not given')
  if (isAbsolute(location) || location === '..' || location.startsWith(`..${sep}`))
    throw missing('outside of its folder')
  let file: number
  try {
    file = openSync(join(folder, location), 'r')
  } catch {
    throw missing('which cannot be opened')
  }
  try {
    const offset = Number(entries.get('offset') ?? 0)
    const bytes = new Uint8Array(Number(entries.get('length') ?? fstatSync(file).size - offset))
    if (readSync(file, bytes, 0, bytes.length, offset) !== bytes.length) throw missing('which is too short')
    return bytes
  } finally {
    closeSync(file)
  }
}
