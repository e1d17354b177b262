import { InferenceSession, Tensor } from 'onnxruntime-node'
import { expect, test } from 'vitest'
import { createBuilder } from '#main/engine/graph/build.ts'
import { float32 } from '#main/engine/graph/graph.ts'
import { writeOnnx } from '#main/engine/graph/write.ts'

test('a softmax regression written with the builder runs in onnxruntime', async () => {
  const b = createBuilder()
  const x = b.input('x', 'float32', ['n', 3])
  const w = b.initializer('w', float32([1, 0, 0, 1, 1, 1], [3, 2]))
  const bias = b.initializer('b', float32([0.5, -0.5]))
  const logits = b.add(b.matmul(x, w), bias)
  b.output('p', b.softmax(logits, -1))
  b.output('class', b.argMax(logits, 1), 'int64', ['n'])

  const session = await InferenceSession.create(writeOnnx(b.finish()))
  const { p, class: chosen } = await session.run({ x: new Tensor('float32', [1, 2, 3, 3, 2, 1], [2, 3]) })

  // logits are [4.5, 4.5] and [4.5, 2.5]
  expect(p?.data[0]).toBeCloseTo(0.5, 6)
  expect(p?.data[2]).toBeCloseTo(Math.exp(2) / (Math.exp(2) + 1), 6)
  expect([...(chosen?.data ?? [])]).toEqual([0n, 0n])
})

test('an input or a tensor given twice may be an output too', async () => {
  const b = createBuilder()
  const x = b.input('x', 'float32', ['n'])
  const doubled = b.mul(x, 2)
  b.output('same', x)
  b.output('doubled', doubled)
  b.output('again', doubled)

  const session = await InferenceSession.create(writeOnnx(b.finish()))
  const out = await session.run({ x: new Tensor('float32', [1, 2], [2]) })

  expect([...out.same!.data]).toEqual([1, 2])
  expect([...out.doubled!.data]).toEqual([2, 4])
  expect([...out.again!.data]).toEqual([2, 4])
})

test('a name is given once', () => {
  const b = createBuilder()
  b.input('x', 'float32', [1])
  expect(() => b.input('x', 'float32', [1])).toThrow('x already')
})
