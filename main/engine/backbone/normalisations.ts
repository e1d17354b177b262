import type { Normalisation } from '#preload/api.ts'
import type { Backbone } from '../api.ts'

/** Which numbers a network takes for the brightness of a pixel. */
export const normalisations = {
  /** As torchvision and timm train on ImageNet. */
  imagenet: { mean: [123.675, 116.28, 103.53], std: [58.395, 57.12, 57.375] },
  'minus-one-to-one': { mean: [127.5, 127.5, 127.5], std: [127.5, 127.5, 127.5] },
  '0-1': { mean: [0, 0, 0], std: [255, 255, 255] },
  '0-255': { mean: [0, 0, 0], std: [1, 1, 1] },
} as const satisfies Record<Normalisation, Pick<Backbone['input'], 'mean' | 'std'>>
