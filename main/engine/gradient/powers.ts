import { elementwise } from './elementwise.ts'

export const Exp = elementwise({ forward: (a) => Math.exp(a), backward: ({ b, g, y: [y = ''] }) => [b.mul(g, y)] })

export const Log = elementwise({ forward: (a) => Math.log(a), backward: ({ b, g, x: [a = ''] }) => [b.div(g, a)] })

export const Sqrt = elementwise({
  forward: (a) => Math.sqrt(a),
  backward: ({ b, g, y: [y = ''] }) => [b.div(b.mul(g, 0.5), y)],
})

/** d aᵉ = e aᵉ⁻¹ da + aᵉ ln(a) de */
export const Pow = elementwise({
  forward: (a, e) => a ** e,
  backward: ({ b, g, x: [a = '', e = ''], y: [y = ''] }) => [
    b.mul(g, b.mul(e, b.pow(a, b.sub(e, 1)))),
    b.mul(g, b.mul(y, b.log(a))),
  ],
})
