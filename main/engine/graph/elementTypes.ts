import type { ElementType, TypedArrays } from './graph.ts'

/** TensorProto.DataType of onnx.proto. */
export const typeNumbers: Readonly<Record<ElementType, number>> = {
  float32: 1,
  uint8: 2,
  int8: 3,
  uint16: 4,
  int16: 5,
  int32: 6,
  int64: 7,
  bool: 9,
  float16: 10,
  double: 11,
  uint32: 12,
  uint64: 13,
  bfloat16: 16,
}

const names = new Map(Object.entries(typeNumbers).map(([name, number]) => [number, name as ElementType]))

export const elementTypeOf = (number: number): ElementType | undefined => names.get(number)

export const arrayTypes: {
  readonly [K in ElementType]: {
    new (length: number): TypedArrays[K]
    new (buffer: ArrayBufferLike, offset: number, length: number): TypedArrays[K]
    readonly BYTES_PER_ELEMENT: number
  }
} = {
  float32: Float32Array,
  double: Float64Array,
  float16: Uint16Array,
  bfloat16: Uint16Array,
  int64: BigInt64Array,
  int32: Int32Array,
  int16: Int16Array,
  int8: Int8Array,
  uint64: BigUint64Array,
  uint32: Uint32Array,
  uint16: Uint16Array,
  uint8: Uint8Array,
  bool: Uint8Array,
}
