import { adaptivePool } from './adaptivePool.ts'
import type { DrawNeck } from './necks.ts'
import type { Layers } from './layers.ts'

/**
 * The map's places, row by row, through a single LSTM (Hochreiter and Schmidhuber 1997); its last state are the features. The
 * sequence is written out step by step in plain operators, so that every executor has its gradient.
 */
export const lstmNeck: DrawNeck<{ hidden: number; grid: number }> = (layers, map, { hidden, grid }) => {
  const { b } = layers
  const pooled = adaptivePool(b, map.tensor, [map.height, map.width], grid)
  const steps = grid * grid
  const places = b.transpose(b.reshape(pooled, [0, map.channels, steps]), [0, 2, 1])
  const features = lstm(layers, b.reshape(places, [-1, map.channels]), { steps, from: map.channels, hidden })
  return { features, dimension: hidden }
}

const gateNames = ['input', 'forget', 'cell', 'output'] as const
type Sizes = { steps: number; from: number; hidden: number }

/**
 * The last state [n, hidden] of an LSTM over x [n x steps, from]. Gates stand in PyTorch's order: input, forget, cell, output.
 * The forget gate begins open (Jozefowicz et al. 2015).
 */
function lstm({ b, weight, vector }: Layers, x: string, { steps, from, hidden }: Sizes): string {
  const w = weight('neck.lstm.w', [from, 4 * hidden], 'glorot', from, hidden)
  const recurrent = weight('neck.lstm.recurrent', [hidden, 4 * hidden], 'glorot', hidden, hidden)
  const biases = gateNames.map((gate) => vector(`neck.lstm.b.${gate}`, hidden, gate === 'forget' ? 1 : 0))
  const inputs = b.reshape(b.gemm(x, w, b.concat(biases, 0)), [-1, steps * 4 * hidden])
  let [state, cell] = ['', '']
  for (const input of b.split(inputs, Array<number>(steps).fill(4 * hidden), 1)) {
    const gates = state === '' ? input : b.gemm(state, recurrent, input)
    const [i = '', f = '', g = '', o = ''] = b.split(gates, Array<number>(4).fill(hidden), 1)
    const taken = b.mul(b.sigmoid(i), b.tanh(g))
    cell = cell === '' ? taken : b.add(b.mul(b.sigmoid(f), cell), taken)
    state = b.mul(b.sigmoid(o), b.tanh(cell))
  }
  return state
}
