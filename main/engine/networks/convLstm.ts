import { float } from '../graph/graph.ts'
import type { Layers } from './layers.ts'

type Sizes = { from: number; to: number; kernel: number; steps: number; height: number; width: number }

/**
 * ConvLSTM (Shi et al. 2015) as Keras has ConvLSTM2D: no peepholes, gates in the order input, forget, cell, output, their sigmoid
 * a hard one, the forget gate's bias one at first. x: [n, steps x from, height, width], the steps side by side. Returns the state
 * after each step, [n, to, height, width].
 */
export function convLstm(
  layers: Layers,
  x: string,
  name: string,
  { from, to, kernel, steps, height, width }: Sizes,
): string[] {
  // prettier-ignore
  const { b } = layers
  const gate = (z: string) => b.node('HardSigmoid', [z], { alpha: float(0.2), beta: float(0.5) })
  const wide = layers.weight(`${name}.w`, [4 * to, from, kernel, kernel], 'glorot', kernel * kernel * from, kernel * kernel * to) // prettier-ignore
  const parts = ['input', 'forget', 'cell', 'output'].map((part) => layers.vector(`${name}.b.${part}`, to, part === 'forget' ? 1 : 0)) // prettier-ignore
  const all = b.reshape(x, [-1, from, height, width])
  const seen = layers.convolve(all, [wide, b.concat(parts, 0)], { kernel })
  const inputs = b.split(b.reshape(seen, [-1, steps * 4 * to, height, width]), Array<number>(steps).fill(4 * to), 1)
  const recurrent = steps > 1 ? layers.weight(`${name}.recurrent`, [4 * to, to, kernel, kernel], 'glorot', kernel * kernel * to, kernel * kernel * to) : '' // prettier-ignore
  const states: string[] = []
  let cell = ''
  for (const input of inputs) {
    const before = states.at(-1)
    const gates = before === undefined ? input : b.add(input, layers.convolve(before, [recurrent], { kernel }))
    const [i = '', f = '', c = '', o = ''] = b.split(gates, Array<number>(4).fill(to), 1)
    const taken = b.mul(gate(i), b.tanh(c))
    cell = cell === '' ? taken : b.add(b.mul(gate(f), cell), taken)
    states.push(b.mul(gate(o), b.tanh(cell)))
  }
  return states
}
