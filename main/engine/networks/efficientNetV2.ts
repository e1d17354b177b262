import type { Draw } from './architectures.ts'
import { drawStages, type Stage } from './efficientNet.ts'

/** EfficientNetV2-S (Tan and Le 2021, table 4), 21.5 million parameters with a thousand terms; its first blocks are fused. */
const small: readonly Stage[] = [
  { fused: true, expand: 1, kernel: 3, stride: 1, channels: 24, repeats: 2 },
  { fused: true, expand: 4, kernel: 3, stride: 2, channels: 48, repeats: 4 },
  { fused: true, expand: 4, kernel: 3, stride: 2, channels: 64, repeats: 4 },
  { expand: 4, kernel: 3, stride: 2, channels: 128, repeats: 6 },
  { expand: 6, kernel: 3, stride: 1, channels: 160, repeats: 9 },
  { expand: 6, kernel: 3, stride: 2, channels: 256, repeats: 15 },
]

export const efficientNetV2: Draw = (layers, image, shape) =>
  drawStages(layers, image, shape, { stem: 24, stages: small, head: 1280, start: 'truncated' })
