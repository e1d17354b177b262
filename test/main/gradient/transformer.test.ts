import { expect, test } from 'vitest'
import { createBuilder, type Builder } from '#main/engine/graph/build.ts'
import { fold } from '#main/engine/graph/fold.ts'
import { float32, int, int64, ints } from '#main/engine/graph/graph.ts'
import { inferShapes } from '#main/engine/graph/shapes.ts'
import { checkGradients } from './check.ts'

const [tokens, width, heads] = [4, 6, 2]

/** torch.Tensor.expand as PyTorch exports it: a -1 in the shape is replaced by 1, at run time. */
function expandToBatch(b: Builder, x: string, token: string): string {
  const zero = b.constant(int64([0], []))
  const batch = b.unsqueeze(b.gather(b.shapeOf(x), zero), [0])
  const asked = b.concat([batch, b.int64([-1, -1])], 0)
  const ones = b.node('ConstantOfShape', [b.int64([3])], { value: { kind: 'tensor', value: int64([1]) } })
  const open = b.equal(asked, b.node('Mul', [ones, b.int64([-1])]))
  return b.expandTo(token, b.where(open, ones, asked))
}

/** Attention with the heads side by side, shapes as an exporter writes them. */
function attention(b: Builder, x: string, w: string): string {
  const batch = b.unsqueeze(b.gather(b.shapeOf(x), b.constant(int64([0], []))), [0])
  const inHeads = (part: string) => {
    const shape = b.concat([batch, b.int64([tokens + 1, heads, width / heads])], 0)
    return b.transpose(b.node('Reshape', [part, shape]), [0, 2, 1, 3])
  }
  const [q = '', k = '', v = ''] = b.split(b.matmul(x, w), [width, width, width], 2).map(inHeads)
  const scores = b.div(b.matmul(q, b.node('Transpose', [k], { perm: ints([0, 1, 3, 2]) })), Math.sqrt(width / heads))
  const mixed = b.transpose(b.matmul(b.softmax(scores), v), [0, 2, 1, 3])
  return b.node('Reshape', [mixed, b.concat([batch, b.int64([-1, width])], 0)])
}

function block(b: Builder, i: Readonly<Record<string, string>>): string {
  const all = b.add(b.concat([expandToBatch(b, i.x!, i.token!), i.x!], 1), i.places!)
  const normal = b.node('LayerNormalization', [all, i.scale!, i.shift!], { axis: int(-1) })
  const attended = b.add(all, attention(b, normal, i.qkv!))
  const mixed = b.add(attended, b.matmul(b.node('Gelu', [b.matmul(attended, i.up!)]), i.down!))
  return b.gather(mixed, b.constant(int64([0], [])), 1)
}

const shapes = {
  x: [3, tokens, width],
  token: [1, 1, width],
  places: [1, tokens + 1, width],
  scale: [width],
  shift: [width],
  qkv: [width, 3 * width],
  up: [width, 2 * width],
  down: [2 * width, width],
}

test('the gradients through a block of a vision transformer, as exporters write it, are those of finite differences', () =>
  checkGradients({ shapes, batched: ['x'], build: block, seed: 4 }))

test('its shapes are known beforehand but for the batch', () => {
  const b = createBuilder()
  const inputs = Object.fromEntries(
    Object.entries(shapes).map(([name, shape]) => [
      name,
      name === 'x'
        ? b.input('x', 'float32', ['n', tokens, width])
        : b.initializer(name, float32(new Float32Array(shape.reduce((a, c) => a * c)), shape)),
    ]),
  )
  b.output('y', block(b, inputs))
  const graph = fold(b.finish())
  const known = inferShapes(graph)
  expect(known.get('y')?.shape).toEqual(['n', width])
  expect(graph.nodes.every((node) => node.outputs.every((name) => known.has(name)))).toBe(true)
  expect(
    graph.nodes
      .filter(({ op }) => op === 'Reshape')
      .every(({ inputs: [, shape = ''] }) => graph.initializers.has(shape)),
  ).toBe(true)
})
