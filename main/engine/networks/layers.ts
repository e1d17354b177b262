import type { Builder } from '../graph/build.ts'
import { float, float32, int, ints } from '../graph/graph.ts'
import { drawWeights, type Start } from './start.ts'

/** What is new in a network: weights that have learned nothing, normalisations and dropouts that behave otherwise while learning. */
export type Fresh = {
  readonly weights: readonly string[]
  /** First outputs of BatchNormalization and of Dropout nodes. */
  readonly norms: readonly string[]
  readonly dropouts: readonly string[]
}

export const nothingFresh: Fresh = { weights: [], norms: [], dropouts: [] }

/** The same after a tensor has become an output under another name. */
export const renamed = ({ weights, norms, dropouts }: Fresh, from: string, to: string): Fresh => {
  const rename = (names: readonly string[]) => names.map((name) => (name === from ? to : name))
  return { weights, norms: rename(norms), dropouts: rename(dropouts) }
}

type Conv = {
  from: number
  to: number
  kernel: number
  stride?: number
  /** Pixels added on each side; left out: as many as keep the size. */
  pad?: number
  groups?: number
  bias?: boolean
  start?: Start
}

export type Layers = ReturnType<typeof createLayers>

/** Layers with weights of their own, as published networks are made of. Maps are [n, channels, height, width]. */
export function createLayers(b: Builder, seed: number | null) {
  const weights: string[] = []
  const norms: string[] = []
  const dropouts: string[] = []

  /** A weight that learns. fanIn and fanOut: how many numbers each output is made of, and each input goes into. */
  function weight(name: string, shape: readonly number[], start: Start, fanIn: number, fanOut: number): string {
    weights.push(name)
    return b.initializer(name, float32(drawWeights(name, shape, { start, fanIn, fanOut, seed }), shape))
  }
  const constant = (name: string, length: number, value: number): string =>
    b.initializer(name, float32(new Float32Array(length).fill(value)))
  /** A vector that begins with one value and learns. */
  function vector(name: string, length: number, value = 0): string {
    weights.push(name)
    return constant(name, length, value)
  }
  /** x by a filter and perhaps a shift that are there already. */
  const convolve = (
    x: string,
    by: readonly string[],
    { kernel, stride = 1, pad = kernel >> 1, groups = 1 }: Omit<Conv, 'from' | 'to'>,
  ) =>
    // prettier-ignore
    b.node('Conv', [x, ...by], {
      kernel_shape: ints([kernel, kernel]),
      strides: ints([stride, stride]),
      pads: ints([pad, pad, pad, pad]),
      group: int(groups),
    })

  return {
    b,
    weight,
    vector,
    convolve,
    conv(
      x: string,
      name: string,
      { from, to, kernel, stride = 1, pad = kernel >> 1, groups = 1, bias = false, start = 'he' }: Conv,
    ): string {
      // prettier-ignore
      const area = kernel * kernel
      const w = weight(`${name}.w`, [to, from / groups, kernel, kernel], start, (area * from) / groups, (area * to) / groups) // prettier-ignore
      const shift = bias ? [vector(`${name}.b`, to)] : []
      return convolve(x, [w, ...shift], { kernel, stride, pad, groups })
    },
    /** Batch normalisation (Ioffe and Szegedy 2015). Running statistics keep nine tenths of what they were. */
    norm(x: string, name: string, channels: number, epsilon = 1e-5): string {
      const scale = vector(`${name}.scale`, channels, 1)
      const shift = vector(`${name}.shift`, channels)
      const [mean, variance] = [constant(`${name}.mean`, channels, 0), constant(`${name}.variance`, channels, 1)]
      const made = b.node('BatchNormalization', [x, scale, shift, mean, variance], { epsilon: float(epsilon), momentum: float(0.9) }) // prettier-ignore
      norms.push(made)
      return made
    },
    /** x [n, from] to [n, to]. */
    dense(x: string, name: string, from: number, to: number, start: Start = 'glorot'): string {
      return b.gemm(x, weight(`${name}.w`, [from, to], start, from, to), vector(`${name}.b`, to))
    },
    /** While learning a share of x is hidden at random; afterwards nothing (Srivastava et al. 2014). */
    dropout(x: string, ratio: number): string {
      if (ratio === 0) return x
      const made = b.node('Dropout', [x, ratio])
      dropouts.push(made)
      return made
    },
    maxPool: (x: string, kernel: number, stride: number, pad = 0): string =>
      b.node('MaxPool', [x], {
        kernel_shape: ints([kernel, kernel]),
        strides: ints([stride, stride]),
        pads: ints([pad, pad, pad, pad]),
      }),
    /** x σ(x), also SiLU (Ramachandran et al. 2017). */
    swish: (x: string): string => b.mul(x, b.sigmoid(x)),
    /** The mean of each channel, [n, channels]. */
    pooled: (x: string): string => b.flatten(b.globalAveragePool(x)),
    fresh: (): Fresh => ({ weights, norms, dropouts }),
  }
}

/** So many of the published channels, at least one. */
export const scaled = (channels: number, width: number): number => Math.max(1, Math.round(channels * width))
