import { float32, int, text } from '../graph/graph.ts'
import { adaptivePool } from './adaptivePool.ts'
import { selfAttention } from './attention.ts'
import { convLstm } from './convLstm.ts'
import type { Layers } from './layers.ts'
import type { DrawNeck, MapAt } from './necks.ts'

type Options = { channels: number; steps: number; first: number; second: number; level: number; side: number; dropout: number } // prettier-ignore

/**
 * A 3x3 convolution with batch normalisation, whose channels two ConvLSTM layers read in so many steps; self-attention over the
 * places, added to what it looks at; a pyramid of the map whole, halved and quartered; the mean of each channel. The
 * convolution's channels are rounded up to whole steps.
 */
export const convLstmPyramid: DrawNeck<Options> = (
  layers,
  map,
  { channels, steps, first, second, level, side, dropout },
) => {
  // prettier-ignore
  const { b } = layers
  const { height, width } = map
  const read = Math.ceil(channels / steps)
  const seen = b.relu(layers.conv(map.tensor, 'neck.conv', { from: map.channels, to: read * steps, kernel: 3, bias: true })) // prettier-ignore
  const normed = layers.norm(seen, 'neck.norm', read * steps, 1e-3)
  const sizes = { kernel: 3, steps, height, width }
  const states = convLstm(layers, normed, 'neck.convlstm1', { ...sizes, from: read, to: first })
  const all = states.length === 1 ? states[0]! : b.concat(states, 1)
  const last = convLstm(layers, all, 'neck.convlstm2', { ...sizes, from: first, to: second }).at(-1)!
  const looked = selfAttention(layers, { tensor: last, channels: second, height, width })
  const joined = pyramid(layers, { tensor: looked, channels: second, height, width }, level, side)
  return { features: layers.dropout(layers.pooled(joined), dropout), dimension: 3 * level }
}

/** 1x1 convolutions of a map at three sizes, brought to side x side and laid together (after Lin et al. 2017). */
function pyramid(layers: Layers, { tensor, channels, height, width }: MapAt, level: number, side: number): string {
  const { b } = layers
  const levels = [1, 2, 4].map((part, at) => {
    const small = Math.max(1, Math.ceil(Math.min(height, width) / part))
    const seen = part === 1 ? tensor : adaptivePool(b, tensor, [height, width], small)
    const made = b.relu(layers.conv(seen, `neck.pyramid${at + 1}`, { from: channels, to: level, kernel: 1, bias: true, start: 'glorot' })) // prettier-ignore
    const [tall, wide] = part === 1 ? [height, width] : [small, small]
    return enlarge(layers, made, factorOf(tall, side), factorOf(wide, side))
  })
  return b.concat(levels, 1)
}

/** side / length as float32, never so small that length times it is rounded down to less than side. */
function factorOf(length: number, side: number): number {
  const factor = Math.fround(side / length)
  return factor * length < side ? Math.fround(factor * (1 + 2 ** -23)) : factor
}

/** Bilinear, places in the middle of pixels. */
function enlarge({ b }: Layers, x: string, tall: number, wide: number): string {
  if (tall === 1 && wide === 1) return x
  const scales = b.constant(float32([1, 1, tall, wide]))
  return b.node('Resize', [x, '', scales], {
    mode: text('linear'),
    coordinate_transformation_mode: text('half_pixel'),
    antialias: int(0),
  })
}
