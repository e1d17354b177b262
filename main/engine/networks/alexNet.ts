import { adaptivePool } from './adaptivePool.ts'
import type { Draw } from './architectures.ts'
import { scaled, type Layers } from './layers.ts'

/** Side of the map that the connected layers read. */
const grid = 6

/**
 * AlexNet (Krizhevsky et al. 2012) with the channels of its one-card form (Krizhevsky 2014) and without local response
 * normalisation, as torchvision has it: 61.1 million parameters with a thousand terms.
 */
export const alexNet: Draw = (layers, image, { size, width }) => {
  const { b } = layers
  const [c1, c2, c3, c4, c5] = [64, 192, 384, 256, 256].map((channels) => scaled(channels, width)) as [number, number, number, number, number] // prettier-ignore
  const conv = (x: string, name: string, sizes: Parameters<Layers['conv']>[2]) =>
    b.relu(layers.conv(x, name, { bias: true, ...sizes }))
  const pool = (x: string, side: number) => ({ x: layers.maxPool(x, 3, 2), side: Math.floor((side - 3) / 2) + 1 })
  const first = pool(conv(image, 'conv1', { from: 3, to: c1, kernel: 11, stride: 4, pad: 2 }), Math.floor((size - 7) / 4) + 1) // prettier-ignore
  const second = pool(conv(first.x, 'conv2', { from: c1, to: c2, kernel: 5 }), first.side)
  const third = conv(second.x, 'conv3', { from: c2, to: c3, kernel: 3 })
  const fourth = conv(third, 'conv4', { from: c3, to: c4, kernel: 3 })
  const { x: map, side } = pool(conv(fourth, 'conv5', { from: c4, to: c5, kernel: 3 }), second.side)
  const flat = b.flatten(adaptivePool(b, map, [side, side], grid))
  const hidden = scaled(4096, width)
  const sixth = b.relu(layers.dense(layers.dropout(flat, 0.5), 'dense6', c5 * grid * grid, hidden, 'he'))
  const seventh = b.relu(layers.dense(layers.dropout(sixth, 0.5), 'dense7', hidden, hidden, 'he'))
  return { map, features: seventh, dimension: hidden }
}
