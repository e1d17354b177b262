import type { Backbone } from '../api.ts'

/** The end of a network, [n, dimension], that the new heads of a fine-tuning stand on. */
export function topOf({ outputs, dimension, topDimension }: Backbone): { features: string; dimension: number } {
  return outputs.top === undefined || topDimension === undefined
    ? { features: outputs.features, dimension }
    : { features: outputs.top, dimension: topDimension }
}
