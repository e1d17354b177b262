import type { Layers } from './layers.ts'
import type { MapAt } from './necks.ts'

/**
 * Self-attention of one head over the places of a map (Vaswani et al. 2017), added to the map: softmax(q k / sqrt(channels)) v with
 * q, k and v by 1x1 convolutions. Returns [n, channels, height, width].
 */
export function selfAttention(layers: Layers, { tensor, channels, height, width }: MapAt): string {
  const { b } = layers
  const project = (name: string) =>
    b.reshape(layers.conv(tensor, `neck.attention.${name}`, { from: channels, to: channels, kernel: 1, bias: true, start: 'glorot' }), [0, channels, height * width]) // prettier-ignore
  const [queries, keys, values] = [project('query'), project('key'), project('value')]
  const likeness = b.mul(b.matmul(b.transpose(queries, [0, 2, 1]), keys), 1 / Math.sqrt(channels))
  const looked = b.matmul(values, b.transpose(b.softmax(likeness), [0, 2, 1]))
  return b.add(tensor, b.reshape(looked, [0, channels, height, width]))
}
