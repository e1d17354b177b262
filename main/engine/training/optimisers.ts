import { createBuilder, type Builder } from '../graph/build.ts'
import type { Graph } from '../graph/graph.ts'

/** Defaults are PyTorch's, whose formulas these are. */
export type Optimiser =
  | { readonly kind: 'sgd'; readonly momentum?: number; readonly nesterov?: boolean; readonly weightDecay?: number }
  | {
      readonly kind: 'adam' | 'adamw'
      readonly beta1?: number
      readonly beta2?: number
      readonly epsilon?: number
      readonly weightDecay?: number
    }
  | {
      readonly kind: 'rmsprop'
      readonly alpha?: number
      readonly epsilon?: number
      readonly momentum?: number
      readonly weightDecay?: number
    }

/** What an optimiser remembers from step to step, each a vector as long as the weights that begins as zeros. */
export function stateOf(optimiser: Optimiser): readonly string[] {
  switch (optimiser.kind) {
    case 'sgd':
      return optimiser.momentum ? ['momentum'] : []
    case 'adam':
    case 'adamw':
      return ['mean', 'square']
    case 'rmsprop':
      return optimiser.momentum ? ['square', 'momentum'] : ['square']
  }
}

export const initialState = (optimiser: Optimiser, length: number): Map<string, Float32Array<ArrayBuffer>> =>
  new Map(stateOf(optimiser).map((name) => [name, new Float32Array(length)]))

type Options = {
  readonly opset?: number
  /** The longest gradient that is taken as it is; longer ones are shortened to it. */
  readonly longest?: number
  /** Whether weight decay reaches a weight, 0 or 1 for each; all of them by default. */
  readonly decays?: Float32Array
}

/**
 * One step as a graph. Inputs: 'weights' and 'gradient' [length], 'rate' and 'step' (counted from 1) as scalars, 'state/NAME'.
 * Outputs: 'new/weights', 'new/state/NAME', and 'length', that of the gradient before it was shortened.
 */
export function updateGraph(
  optimiser: Optimiser,
  length: number,
  { opset = 21, longest, decays }: Options = {},
): Graph {
  const b = createBuilder({ opset })
  const weights = b.input('weights', 'float32', [length])
  const gradient = b.input('gradient', 'float32', [length])
  const rate = b.input('rate', 'float32', [])
  const step = b.input('step', 'float32', [])
  const norm = b.node('ReduceL2', [gradient], { keepdims: { kind: 'int', value: 0 } })
  const short = longest === undefined ? gradient : b.mul(gradient, b.min(b.div(longest, b.add(norm, 1e-6)), 1))
  const reach = decays && b.constant({ type: 'float32', shape: [length], data: decays })
  const decay = optimiser.weightDecay ?? (optimiser.kind === 'adamw' ? 0.01 : 0)
  const decayed = (by: string | number) => {
    const scaled = b.mul(weights, by)
    return reach === undefined ? scaled : b.mul(scaled, reach)
  }
  const apart = optimiser.kind === 'adamw' && decay > 0
  const g = decay > 0 && !apart ? b.add(short, decayed(decay)) : short
  const start = apart ? b.sub(weights, decayed(b.mul(rate, decay))) : weights
  b.output('new/weights', b.sub(start, b.mul(rate, directionOf(b, optimiser, g, step, length))), 'float32', [length])
  b.output('length', norm, 'float32', [])
  return b.finish()
}

/** Where to go, from the gradient and what is remembered. Writes the new memory as outputs. */
function directionOf(b: Builder, optimiser: Optimiser, g: string, step: string, length: number): string {
  const remember = (name: string, change: (old: string) => string) => {
    const now = change(b.input(`state/${name}`, 'float32', [length]))
    b.output(`new/state/${name}`, now, 'float32', [length])
    return now
  }
  const average = (name: string, value: string, kept: number) =>
    remember(name, (old) => b.add(b.mul(old, kept), b.mul(value, 1 - kept)))
  switch (optimiser.kind) {
    case 'sgd': {
      const { momentum = 0, nesterov = false } = optimiser
      if (momentum === 0) return g
      const velocity = remember('momentum', (old) => b.add(b.mul(old, momentum), g))
      return nesterov ? b.add(g, b.mul(velocity, momentum)) : velocity
    }
    case 'adam':
    case 'adamw': {
      const { beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 } = optimiser
      const correction = (beta: number) => b.sub(1, b.pow(beta, step))
      const mean = b.div(average('mean', g, beta1), correction(beta1))
      const square = b.div(average('square', b.mul(g, g), beta2), correction(beta2))
      return b.div(mean, b.add(b.sqrt(square), epsilon))
    }
    case 'rmsprop': {
      const { alpha = 0.99, epsilon = 1e-8, momentum = 0 } = optimiser
      const scaled = b.div(g, b.add(b.sqrt(average('square', b.mul(g, g), alpha)), epsilon))
      return momentum === 0 ? scaled : remember('momentum', (old) => b.add(b.mul(old, momentum), scaled))
    }
  }
}
