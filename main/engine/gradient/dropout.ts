import type { Operator } from './operator.ts'

/** In a graph that only infers, nothing. In training (its third input is true) its second output says what was kept. */
export const Dropout: Operator = {
  infer: (_, [x]) => (x ? [x, { type: 'bool', shape: x.shape }] : []),
  forward: (_, [x]) => [x!],
  saves: 2,
  backward: ({ b, g, x, y, known, values }) => {
    const [, ratio = '', training = ''] = x
    if (!training || (known(training) && values(training)[0] === 0)) return [g]
    const keep = ratio ? b.sub(1, ratio) : 0.5
    return [b.div(b.mul(g, b.cast(y[1]!, 'float32')), keep)]
  },
}
