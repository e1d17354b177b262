import type { InferenceSession } from 'onnxruntime-node'
import { expect, test } from 'vitest'
import { failureOf } from '#main/engine/runtimes/failures.ts'
import { tensor, type Executor, type openSession } from '#main/engine/runtimes/onnx.ts'
import { isShortOfMemory, openSteady } from '#main/engine/runtimes/steady.ts'

/** A runtime that doubles numbers. On a graphics card it holds `most` of them, and dies at the call `fatal`. */
function runtime({ most = Number.POSITIVE_INFINITY, fatal = -1, opens = true } = {}) {
  const calls: { executor: Executor; count: number }[] = []
  const open = async (_model: unknown, executor: Executor) => {
    if (executor !== 'cpu' && !opens) throw new Error('No supported adapters')
    const run = async ({ x }: { x: { data: Float32Array } }) => {
      calls.push({ executor, count: x.data.length })
      if (executor !== 'cpu' && calls.length - 1 === fatal) throw new Error('Device is lost')
      if (executor !== 'cpu' && x.data.length > most) throw new Error('Failed to allocate memory for requested buffer')
      const doubled = x.data.map((value) => value * 2)
      return { y: tensor(doubled, [doubled.length]) }
    }
    return { run, release: async () => {} } as unknown as InferenceSession
  }
  return { calls, open: open as typeof openSession }
}
const feedsOf = (part: readonly number[]) => ({ x: tensor(Float32Array.from(part), [part.length]) })
const items = [1, 2, 3, 4, 5, 6, 7, 8]
const numbersOf = (results: readonly Record<string, { data: unknown }>[]) =>
  results.flatMap((result) => [...(result['y']!.data as Float32Array)])

test('a batch that does not fit is halved until it does, and stays so', async () => {
  const { calls, open } = runtime({ most: 2 })
  const session = await openSteady('', 'dml', { open })
  expect(numbersOf(await session.run(items, feedsOf))).toEqual(items.map((item) => item * 2))
  expect(calls.map(({ count }) => count)).toEqual([8, 4, 2, 2, 2, 2])
  await session.run(items, feedsOf)
  expect(calls.slice(6).map(({ count }) => count)).toEqual([2, 2, 2, 2])
  expect(failureOf('dml')).toBeUndefined()
})

test('when not even one fits, the processor takes it as a whole', async () => {
  const { calls, open } = runtime({ most: 0 })
  const session = await openSteady('', 'coreml', { open })
  expect(numbersOf(await session.run([1, 2], feedsOf))).toEqual([2, 4])
  expect(calls.map(({ executor, count }) => `${executor} ${count}`)).toEqual(['coreml 2', 'coreml 1', 'cpu 2'])
  expect(failureOf('coreml')).toContain('Failed to allocate')
})

test('a card that dies in the middle loses nothing: the processor goes on', async () => {
  const { calls, open } = runtime({ fatal: 1 })
  const session = await openSteady('', 'webgpu', { open })
  await session.run(items, feedsOf)
  expect(numbersOf(await session.run(items, feedsOf))).toEqual(items.map((item) => item * 2))
  expect(calls.map(({ executor }) => executor)).toEqual(['webgpu', 'webgpu', 'cpu'])
  expect(failureOf('webgpu')).toBe('Device is lost')
})

test('a card that cannot be opened leaves the work to the processor', async () => {
  const { calls, open } = runtime({ opens: false })
  const session = await openSteady('', 'cuda', { open })
  await session.run(items, feedsOf)
  expect(calls).toEqual([{ executor: 'cpu', count: 8 }])
})

test('what fails on the processor is an error', async () => {
  const run = () => Promise.reject(new Error('bad_alloc'))
  const session = await openSteady('', 'cpu', { open: async () => ({ run }) as unknown as InferenceSession })
  await expect(session.run(items, feedsOf)).rejects.toThrow('bad_alloc')
})

test('knows how runtimes say that memory is short', () => {
  for (const said of [
    'CUDA out of memory',
    'std::bad_alloc',
    'Failed to allocate memory for requested buffer of size 9',
    '8007000E Not enough memory resources are available',
  ])
    // prettier-ignore
    expect(isShortOfMemory(new Error(said))).toBe(true)
  expect(isShortOfMemory(new Error('Device is lost'))).toBe(false)
})

test('the processor takes as many at once as it was given to hold, a card all of them', async () => {
  const { calls, open } = runtime({ fatal: 1 })
  const session = await openSteady('', 'webgpu', { open, mostOnProcessor: 3 })
  await session.run(items, feedsOf)
  expect(numbersOf(await session.run(items, feedsOf))).toEqual(items.map((item) => item * 2))
  expect(calls.map(({ executor, count }) => `${executor} ${count}`)).toEqual(['webgpu 8', 'webgpu 8', 'cpu 3', 'cpu 3', 'cpu 2']) // prettier-ignore
})
