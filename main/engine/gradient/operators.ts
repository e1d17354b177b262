import type { Node } from '../graph/graph.ts'
import * as activations from './activations.ts'
import * as arithmetic from './arithmetic.ts'
import { Concat, Split } from './concat.ts'
import * as compare from './compare.ts'
import { Conv } from './conv.ts'
import { Dropout } from './dropout.ts'
import { Gather } from './gather.ts'
import { Gemm, MatMul } from './matmul.ts'
import { BatchNormalization, InstanceNormalization, LayerNormalization } from './normalization.ts'
import type { Operator } from './operator.ts'
import { Pad } from './pad.ts'
import { AveragePool, MaxPool } from './pool.ts'
import * as powers from './powers.ts'
import * as reductions from './reduce.ts'
import { Flatten, Identity, Reshape, Squeeze, Unsqueeze } from './reshape.ts'
import { Resize } from './resize.ts'
import { Cast, Constant, ConstantOfShape, Expand, Range, Shape } from './shape.ts'
import { Slice } from './slice.ts'
import { LogSoftmax, Softmax } from './softmax.ts'
import { Transpose } from './transpose.ts'

/** Every operator the engine knows, by its ONNX name. */
const operators: Readonly<Record<string, Operator>> = {
  ...activations,
  ...arithmetic,
  ...compare,
  ...powers,
  ...reductions,
  AveragePool,
  BatchNormalization,
  Cast,
  Concat,
  Constant,
  ConstantOfShape,
  Conv,
  Dropout,
  Expand,
  Flatten,
  Gather,
  Gemm,
  Identity,
  InstanceNormalization,
  LayerNormalization,
  LogSoftmax,
  MatMul,
  MaxPool,
  Pad,
  Range,
  Reshape,
  Resize,
  Shape,
  Slice,
  Softmax,
  Split,
  Squeeze,
  Transpose,
  Unsqueeze,
}

export const operatorOf = (node: Node): Operator | undefined =>
  node.domain === '' && Object.hasOwn(operators, node.op) ? operators[node.op] : undefined
