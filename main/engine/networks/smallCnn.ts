import type { Draw } from './architectures.ts'
import { scaled } from './layers.ts'

/**
 * The small network of reference works on few pictures (Chollet 2016): four 3x3 convolutions without padding, each followed by
 * max pooling, one connected layer of 512, dropout of 0.4 before the labels. 6.8 million parameters at 200 pixels.
 */
export const smallCnn: Draw = (layers, image, { size, width }) => {
  const { b } = layers
  let [x, from, side] = [image, 3, size]
  for (const [index, channels] of [32, 64, 128, 128].entries()) {
    const to = scaled(channels, width)
    x = layers.maxPool(b.relu(layers.conv(x, `conv${index + 1}`, { from, to, kernel: 3, pad: 0, bias: true, start: 'glorot' })), 2, 2) // prettier-ignore
    from = to
    side = Math.floor((side - 2) / 2)
  }
  const dimension = scaled(512, width)
  const hidden = b.relu(layers.dense(b.flatten(x), 'dense', from * side * side, dimension))
  return { map: x, features: layers.dropout(hidden, 0.4), dimension }
}
