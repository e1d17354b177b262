import { createBuilder } from '#main/engine/graph/build.ts'
import { float32, int, ints, sizeOf, type Graph } from '#main/engine/graph/graph.ts'
import type { Backbone } from '#main/engine/api.ts'
import { noise } from '../graph/random.ts'

export const side = 16
export const dimension = 12

/** What every backbone has, in small: a convolution, a depthwise one, one of 1x1, and the mean of each channel. */
export function tinyNetwork(): Graph {
  const b = createBuilder({ opset: 18 })
  const weights = (name: string, shape: number[], seed: number) =>
    b.initializer(
      name,
      float32(
        noise(shape, seed).map((value) => value * Math.sqrt(3 / sizeOf(shape.slice(1)))),
        shape,
      ),
    )
  const conv = (x: string, name: string, shape: number[], { stride = 1, group = 1 } = {}) => {
    const pad = Math.floor(shape[2]! / 2)
    const attributes = {
      strides: ints([stride, stride]),
      pads: ints([pad, pad, pad, pad]),
      group: int(group),
      kernel_shape: ints(shape.slice(2)),
    }
    const bias = b.initializer(`${name}.b`, float32(new Float32Array(shape[0]!).fill(0.1)))
    return b.node('Conv', [x, weights(`${name}.w`, shape, name.length * 7), bias], attributes)
  }
  const image = b.input('image', 'float32', ['n', 3, side, side])
  const first = b.relu(conv(image, 'first', [8, 3, 3, 3], { stride: 2 }))
  const deep = b.clip(conv(first, 'deepwise', [8, 1, 3, 3], { group: 8 }), 0, 6)
  const last = b.relu(conv(deep, 'projected', [dimension, 8, 1, 1]))
  b.output('features', b.flatten(b.globalAveragePool(last)), 'float32', ['n', dimension])
  return b.finish()
}

export const tinyBackbone: Backbone = {
  id: 'tiny',
  name: 'Tiny',
  file: 'tiny.onnx',
  sha256: '0',
  licence: 'none',
  origin: 'test',
  input: { name: 'image', size: side, layout: 'NCHW', mean: [127, 127, 127], std: [128, 128, 128], fit: 'fill' },
  outputs: { features: 'features', map: null, logits: null },
  dimension,
  parameters: 414,
}
