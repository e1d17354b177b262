import type { Draw } from './architectures.ts'
import { scaled, type Layers } from './layers.ts'

/** Channels, blocks and first stride of each stage: one convolution block, then 2, 3, 5 and 2 identity blocks. */
const stages = [
  [64, 3, 1],
  [128, 4, 2],
  [256, 6, 2],
  [512, 3, 2],
] as const
/** A block gives four times the channels that it works with. */
const expansion = 4

/** ResNet50 (He et al. 2016), the stride in the 3x3 convolution as torchvision has it: 25.6 million parameters with a thousand terms. */
export const resNet50: Draw = (layers, image, { width, depth }) => {
  const stem = scaled(64, width)
  const first = layers.norm(layers.conv(image, 'stem', { from: 3, to: stem, kernel: 7, stride: 2 }), 'stem.norm', stem)
  let x = layers.maxPool(layers.b.relu(first), 3, 2, 1)
  let channels = stem
  for (const [index, [inner, blocks, stride]] of stages.entries()) {
    for (let at = 0; at < Math.max(1, Math.ceil(blocks * depth)); at++) {
      const block = { from: channels, inner: scaled(inner, width), stride: at === 0 ? stride : 1, shortcut: at === 0 }
      x = drawBlock(layers, x, `stage${index + 1}.${at + 1}`, block)
      channels = block.inner * expansion
    }
  }
  return { map: x, features: layers.pooled(x), dimension: channels }
}

type Block = { from: number; inner: number; stride: number; shortcut: boolean }

/** 1x1, 3x3 and 1x1 convolutions; the input is added as it is (identity block) or through a convolution of its own. */
function drawBlock(layers: Layers, x: string, name: string, { from, inner, stride, shortcut }: Block): string {
  const { b } = layers
  const to = inner * expansion
  const conv = (input: string, part: string, sizes: Parameters<Layers['conv']>[2]) =>
    layers.norm(layers.conv(input, `${name}.${part}`, sizes), `${name}.${part}.norm`, sizes.to)
  const reduced = b.relu(conv(x, 'reduce', { from, to: inner, kernel: 1 }))
  const middle = b.relu(conv(reduced, 'middle', { from: inner, to: inner, kernel: 3, stride }))
  const expanded = conv(middle, 'expand', { from: inner, to, kernel: 1 })
  const kept = shortcut ? conv(x, 'shortcut', { from, to, kernel: 1, stride }) : x
  return b.relu(b.add(expanded, kept))
}
