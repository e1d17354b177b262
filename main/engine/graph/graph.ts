/** An ONNX graph as plain data. Nothing here changes a graph in place: every step takes one and gives a new one. */

/** float16 and bfloat16 keep their bits in a Uint16Array; bool is 0 or 1 in a Uint8Array. */
export type TypedArrays = {
  float32: Float32Array
  double: Float64Array
  float16: Uint16Array
  bfloat16: Uint16Array
  int64: BigInt64Array
  int32: Int32Array
  int16: Int16Array
  int8: Int8Array
  uint64: BigUint64Array
  uint32: Uint32Array
  uint16: Uint16Array
  uint8: Uint8Array
  bool: Uint8Array
}
export type ElementType = keyof TypedArrays

/** A number, or the name of a size known only when the graph runs ('n' for the batch). */
export type Dimension = number | string

export type Constant<T extends ElementType = ElementType> = {
  readonly [K in T]: { readonly type: K; readonly shape: readonly number[]; readonly data: TypedArrays[K] }
}[T]

/** shape is null where even the rank is unknown. */
export type Value = { readonly name: string; readonly type: ElementType; readonly shape: readonly Dimension[] | null }

export type Attribute =
  | { readonly kind: 'int'; readonly value: number }
  | { readonly kind: 'float'; readonly value: number }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'ints'; readonly value: readonly number[] }
  | { readonly kind: 'floats'; readonly value: readonly number[] }
  | { readonly kind: 'strings'; readonly value: readonly string[] }
  | { readonly kind: 'tensor'; readonly value: Constant }
  | { readonly kind: 'graph'; readonly value: Graph }
export type Attributes = Readonly<Record<string, Attribute>>

/** An input left out is ''. domain is '' for the operators of ONNX itself. */
export type Node = {
  readonly op: string
  readonly domain: string
  readonly name: string
  readonly inputs: readonly string[]
  readonly outputs: readonly string[]
  readonly attributes: Attributes
}

/** Nodes stand in an order in which they can run. */
export type Graph = {
  readonly name: string
  readonly opset: number
  /** Versions of the other operator sets in use, by domain. */
  readonly domains: Readonly<Record<string, number>>
  readonly nodes: readonly Node[]
  readonly inputs: readonly Value[]
  readonly outputs: readonly Value[]
  readonly initializers: ReadonlyMap<string, Constant>
  /** Free text kept in the file: who made it, what its outputs mean. */
  readonly metadata: Readonly<Record<string, string>>
}

export const int = (value: number): Attribute => ({ kind: 'int', value })
export const float = (value: number): Attribute => ({ kind: 'float', value })
export const text = (value: string): Attribute => ({ kind: 'string', value })
export const ints = (value: readonly number[]): Attribute => ({ kind: 'ints', value })

export const float32 = (values: ArrayLike<number>, shape: readonly number[] = [values.length]): Constant => ({
  type: 'float32',
  shape,
  data: values instanceof Float32Array ? values : Float32Array.from(values),
})
export const int64 = (values: readonly number[], shape: readonly number[] = [values.length]): Constant => ({
  type: 'int64',
  shape,
  data: BigInt64Array.from(values, BigInt),
})

export function numberOf(node: Node, name: string, fallback: number): number {
  const attribute = node.attributes[name]
  return attribute?.kind === 'int' || attribute?.kind === 'float' ? attribute.value : fallback
}

export function numbersOf(node: Node, name: string): readonly number[] | undefined {
  const attribute = node.attributes[name]
  return attribute?.kind === 'ints' || attribute?.kind === 'floats' ? attribute.value : undefined
}

export function textOf(node: Node, name: string, fallback: string): string {
  const attribute = node.attributes[name]
  return attribute?.kind === 'string' ? attribute.value : fallback
}

export const sizeOf = (shape: readonly number[]): number => shape.reduce((product, size) => product * size, 1)
