import { expect, test } from 'vitest'
import type { Backbone } from '#main/engine/api.ts'
import { normalise } from '#main/engine/embedding.ts'

const input = { name: 'x', size: 2, mean: [10, 20, 30], std: [2, 4, 5], fit: 'fill' } as const
const backbone = (layout: 'NCHW' | 'NHWC') => ({ input: { ...input, layout } }) as unknown as Backbone
/** Two images of 2 x 2 pixels, red, green and blue. */
const images = [Uint8Array.from({ length: 12 }, (_, i) => i * 20), Uint8Array.from({ length: 12 }, (_, i) => 255 - i)]

function check(layout: 'NCHW' | 'NHWC', place: (pixel: number, channel: number) => number) {
  const out = normalise(images, backbone(layout))
  expect(out.length).toBe(24)
  for (const [index, image] of images.entries())
    for (let pixel = 0; pixel < 4; pixel++)
      for (let channel = 0; channel < 3; channel++) {
        const expected = (image[pixel * 3 + channel]! - input.mean[channel]!) / input.std[channel]!
        expect(out[index * 12 + place(pixel, channel)]).toBeCloseTo(expected, 4)
      }
}

test('NHWC keeps the channels of a pixel together', () => check('NHWC', (pixel, channel) => pixel * 3 + channel))
test('NCHW keeps the pixels of a channel together', () => check('NCHW', (pixel, channel) => channel * 4 + pixel))
