import type { Backbone } from '../api.ts'
import { normalisations } from '../backbone/normalisations.ts'
import type { Architecture, Shape } from './architectures.ts'

/** A network that begins with weights that have learned nothing. */
export type Scratch = Shape & { readonly architecture: Architecture }

/** How such a network takes its images. */
export const scratchInput = (size: number): Backbone['input'] => ({
  name: 'image',
  size,
  layout: 'NCHW',
  ...normalisations.imagenet,
  fit: 'fill',
})
