import type { Draw } from './architectures.ts'
import { scaled, type Layers } from './layers.ts'
import type { Start } from './start.ts'

/** A stage: expansion, kernel, stride, channels, repeats, and how its blocks are made. */
export type Stage = { expand: number; kernel: number; stride: number; channels: number; repeats: number; fused?: boolean } // prettier-ignore
const epsilon = 1e-3

/** EfficientNet-B0 (Tan and Le 2019, table 1), 5.29 million parameters with a thousand terms. */
const b0: readonly Stage[] = [
  { expand: 1, kernel: 3, stride: 1, channels: 16, repeats: 1 },
  { expand: 6, kernel: 3, stride: 2, channels: 24, repeats: 2 },
  { expand: 6, kernel: 5, stride: 2, channels: 40, repeats: 2 },
  { expand: 6, kernel: 3, stride: 2, channels: 80, repeats: 3 },
  { expand: 6, kernel: 5, stride: 1, channels: 112, repeats: 3 },
  { expand: 6, kernel: 5, stride: 2, channels: 192, repeats: 4 },
  { expand: 6, kernel: 3, stride: 1, channels: 320, repeats: 1 },
]

export const efficientNet: Draw = (layers, image, shape) =>
  drawStages(layers, image, shape, { stem: 32, stages: b0, head: 1280, start: 'he' })

type Plan = { stem: number; stages: readonly Stage[]; head: number; start: Start }

/** Stem, stages of MBConv blocks and head, as all EfficientNets have them; dropout of 0.2 before the labels. */
export function drawStages(layers: Layers, image: string, shape: Parameters<Draw>[2], plan: Plan): ReturnType<Draw> {
  const { width, depth } = shape
  const { start } = plan
  const joined = (x: string, name: string, from: number, to: number, kernel: number, stride = 1) =>
    layers.swish(layers.norm(layers.conv(x, name, { from, to, kernel, stride, start }), `${name}.norm`, to, epsilon))
  let channels = scaled(plan.stem, width)
  let x = joined(image, 'stem', 3, channels, 3, 2)
  for (const [index, stage] of plan.stages.entries()) {
    const to = scaled(stage.channels, width)
    for (let at = 0; at < Math.max(1, Math.ceil(stage.repeats * depth)); at++) {
      const block = { ...stage, stride: at === 0 ? stage.stride : 1, from: channels, to, start }
      x = drawBlock(layers, x, `stage${index + 1}.${at + 1}`, block)
      channels = to
    }
  }
  const dimension = scaled(plan.head, width)
  const map = joined(x, 'head', channels, dimension, 1)
  return { map, features: layers.dropout(layers.pooled(map), 0.2), dimension }
}

type Block = Stage & { from: number; to: number; start: Start }

/** Expansion, convolution, squeeze-and-excite, projection; what is as large as its input is added to it (Sandler et al. 2018). */
function drawBlock(layers: Layers, x: string, name: string, block: Block): string {
  const { from, to, expand, kernel, stride, fused = false, start } = block
  const inner = from * expand
  const conv = (input: string, part: string, sizes: Parameters<Layers['conv']>[2]) =>
    layers.norm(layers.conv(input, `${name}.${part}`, { ...sizes, start }), `${name}.${part}.norm`, sizes.to, epsilon)
  let y = x
  if (fused) {
    y = layers.swish(conv(y, 'fused', { from, to: expand === 1 ? to : inner, kernel, stride }))
    if (expand > 1) y = conv(y, 'project', { from: inner, to, kernel: 1 })
  } else {
    if (expand > 1) y = layers.swish(conv(y, 'expand', { from, to: inner, kernel: 1 }))
    y = layers.swish(conv(y, 'depthwise', { from: inner, to: inner, kernel, stride, groups: inner }))
    y = excite(layers, y, name, inner, Math.max(1, Math.floor(from / 4)))
    y = conv(y, 'project', { from: inner, to, kernel: 1 })
  }
  return stride === 1 && from === to ? layers.b.add(x, y) : y
}

/** Squeeze-and-excite (Hu et al. 2018): every channel is weighed by what all of them are on the average. */
function excite(layers: Layers, x: string, name: string, channels: number, squeezed: number): string {
  const { b } = layers
  const mean = b.globalAveragePool(x)
  const inner = layers.swish(layers.conv(mean, `${name}.squeeze`, { from: channels, to: squeezed, kernel: 1, bias: true })) // prettier-ignore
  return b.mul(x, b.sigmoid(layers.conv(inner, `${name}.excite`, { from: squeezed, to: channels, kernel: 1, bias: true }))) // prettier-ignore
}
