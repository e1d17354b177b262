/** Which numbers a network takes for the brightness of a pixel. */
export type Normalisation = 'imagenet' | 'minus-one-to-one' | '0-1' | '0-255'

export type NewBackbone = { name: string; normalisation: Normalisation }

export type Backbone = {
  id: string
  name: string
  isBundled: boolean
  /** Width and height of the pictures it takes, in pixels. */
  size: number
  /** Length of what it gives for a picture. */
  dimension: number
  parameters: number
  /** Of its file. */
  bytes: number
  sha256: string
  /** Empty: not known. */
  licence: string
  /** Where it came from: a name of a file or an address. */
  origin: string
  /** Ids of the runs that learned with it, newest first. */
  runs: number[]
}

/** What a network is, found from its graph alone. */
export type BackboneReport = {
  input: { name: string; size: number; layout: 'NCHW' | 'NHWC'; sizeIsFixed: boolean }
  /** What says what is in a picture, best first: the first is taken. */
  features: readonly {
    readonly tensor: string
    readonly pooling: 'none' | 'flatten' | 'mean-of-map' | 'first-token' | 'mean-of-tokens'
    readonly dimension: number
    /** Channels come last: [n, height, width, channels]. */
    readonly channelsLast: boolean
  }[]
  logits: { readonly tensor: string; readonly terms: number } | null
  parameters: number
  layers: number
  /** Where the network can be cut, in order, with what comes after: that is what would be trained. */
  cuts: { tensor: string; layersAfter: number; parametersAfter: number }[]
  /** Operators that no gradient passes. */
  withoutGradient: string[]
  /** The earliest cut after them: training can begin there. Null: at the image. */
  trainableFrom: string | null
}
