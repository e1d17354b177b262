import type { Builder } from '../graph/build.ts'
import type { Dimension, ElementType, Node } from '../graph/graph.ts'
import type { Infer } from '../graph/shapes.ts'
import type { Tensor64 } from './tensor64.ts'

/** What the engine knows of one ONNX operator. */
export type Operator = {
  /** Types and shapes of the outputs. */
  readonly infer: Infer
  /** What it computes, in float64: the reference that its gradient is held against. undefined is an input left out. */
  readonly forward?: (node: Node, inputs: readonly (Tensor64 | undefined)[]) => readonly Tensor64[]
  /**
   * The gradient by each input, as a graph; undefined for an input that has none. What nobody needs is pruned later.
   * An operator without it stops the gradient: it compares, rounds, or looks at shapes alone.
   */
  readonly backward?: (step: Backward) => readonly (string | undefined)[]
  /** How many of its outputs backward reads: an operator may leave the later ones out of a graph that only infers. */
  readonly saves?: number
}

/** One step of the way back through a graph: from the gradients by a node's outputs to those by its inputs. */
export type Backward = {
  readonly b: Builder
  readonly node: Node
  /** The gradient by the first output. */
  readonly g: string
  /** The gradient by each output; undefined where the loss does not depend on it. */
  readonly gradients: readonly (string | undefined)[]
  /** The inputs; '' is one left out. */
  readonly x: readonly string[]
  /** The outputs. */
  readonly y: readonly string[]
  /** Whether the gradient by an input is wanted. */
  readonly needs: (input: number) => boolean
  readonly shape: (tensor: string) => readonly Dimension[]
  readonly type: (tensor: string) => ElementType
  /** As shape, where a size known only at run time cannot be used. Throws 'not-trainable'. */
  readonly sizes: (tensor: string) => readonly number[]
  /** One of them; a negative axis counts from the end. */
  readonly size: (tensor: string, axis: number) => number
  /** Whether the numbers in a tensor are known before the graph runs. */
  readonly known: (tensor: string) => boolean
  /** The numbers in a constant tensor. Throws 'not-trainable' where it is none. */
  readonly values: (tensor: string) => readonly number[]
}
