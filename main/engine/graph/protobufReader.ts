/** The fields of one Protocol Buffers message by number, repeated ones in order. Nothing is copied: bytes are views. */
export type Message = {
  has(field: number): boolean
  /** The last value given, which is the one that counts. */
  int(field: number, fallback?: number): number
  text(field: number): string
  texts(field: number): string[]
  bytes(field: number): Uint8Array | undefined
  messages(field: number): Message[]
  /** Repeated integers, packed or not. */
  integers(field: number): (number | bigint)[]
  /** The bytes of repeated fixed-size numbers, packed or not, joined. */
  fixed(field: number): Uint8Array
}

type FieldValue = number | bigint | Uint8Array

const decoder = new TextDecoder('utf-8', { fatal: true })

/** Throws a RangeError when the bytes are no message. */
export function readMessage(bytes: Uint8Array): Message {
  const fields = readFields(bytes)
  const all = (field: number) => fields.get(field) ?? []
  const arrays = (field: number) => all(field).filter((value) => value instanceof Uint8Array)
  return {
    has: (field) => fields.has(field),
    int: (field, fallback = 0) => signed(all(field).findLast((value) => !(value instanceof Uint8Array)) ?? fallback),
    text: (field) => decoder.decode(arrays(field).at(-1)),
    texts: (field) => arrays(field).map((value) => decoder.decode(value)),
    bytes: (field) => arrays(field).at(-1),
    messages: (field) => arrays(field).map(readMessage),
    integers: (field) => all(field).flatMap((value) => (value instanceof Uint8Array ? readVarints(value) : [value])),
    fixed: (field) => join(arrays(field)),
  }
}

function readFields(bytes: Uint8Array): Map<number, FieldValue[]> {
  const fields = new Map<number, FieldValue[]>()
  const cursor = { at: 0 }
  while (cursor.at < bytes.length) {
    const tag = Number(readVarint(bytes, cursor))
    const value = readValue(bytes, cursor, tag & 7)
    const field = Math.floor(tag / 8)
    const known = fields.get(field)
    if (known) known.push(value)
    else fields.set(field, [value])
  }
  return fields
}

function readValue(bytes: Uint8Array, cursor: { at: number }, wireType: number): FieldValue {
  if (wireType === 0) return readVarint(bytes, cursor)
  const lengths: Readonly<Record<number, number>> = { 1: 8, 5: 4 }
  const length = wireType === 2 ? Number(readVarint(bytes, cursor)) : lengths[wireType]
  if (length === undefined) throw new RangeError(`Wire type ${wireType} at byte ${cursor.at}`)
  const end = cursor.at + length
  if (end > bytes.length) throw new RangeError(`The data ends ${end - bytes.length} bytes too early`)
  const value = bytes.subarray(cursor.at, end)
  cursor.at = end
  return value
}

/** A number up to 49 bits, a bigint beyond. */
function readVarint(bytes: Uint8Array, cursor: { at: number }): number | bigint {
  let value = 0
  let scale = 1
  for (let count = 0; count < 7; count++) {
    const byte = bytes[cursor.at++]
    if (byte === undefined) throw new RangeError('The data ends in the middle of a number')
    value += (byte & 127) * scale
    if (byte < 128) return value
    scale *= 128
  }
  let large = BigInt(value)
  for (let shift = 49n; shift < 70n; shift += 7n) {
    const byte = bytes[cursor.at++]
    if (byte === undefined) throw new RangeError('The data ends in the middle of a number')
    large |= BigInt(byte & 127) << shift
    if (byte < 128) return BigInt.asUintN(64, large)
  }
  throw new RangeError(`A number of more than 64 bits at byte ${cursor.at}`)
}

function readVarints(bytes: Uint8Array): (number | bigint)[] {
  const values: (number | bigint)[] = []
  const cursor = { at: 0 }
  while (cursor.at < bytes.length) values.push(readVarint(bytes, cursor))
  return values
}

/** As a number; what is beyond its exact integers, such as "to the end" in a slice, becomes the largest of them. */
export function signed(value: FieldValue): number {
  if (typeof value === 'number') return value
  if (value instanceof Uint8Array) throw new RangeError('A number was expected')
  const number = Number(BigInt.asIntN(64, value))
  return Math.max(Number.MIN_SAFE_INTEGER, Math.min(Number.MAX_SAFE_INTEGER, number))
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1 && parts[0]) return parts[0]
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let offset = 0
  for (const part of parts) {
    all.set(part, offset)
    offset += part.length
  }
  return all
}
