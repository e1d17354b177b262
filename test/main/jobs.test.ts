import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createEstimate, createJobs, type Work } from '#main/jobs.ts'
import { ApiError } from '#preload/rpc.ts'
import type { Job, JobResult } from '#preload/api.ts'

const done: JobResult = { kind: 'embedding', embedded: 1, failed: 0 }

function watched() {
  const sent: (Job & { at: number })[] = []
  const jobs = createJobs((job) => sent.push({ ...job, at: performance.now() }))
  return { jobs, sent }
}

/** Works until it is cancelled. */
const endless: Work = ({ signal }) =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)))

test('progress goes out at most ten times a second, first and last always, and the last is what was said last', async () => {
  const { jobs, sent } = watched()
  const id = jobs.start('embedding', async ({ progress }) => {
    for (let i = 1; i <= 120; i++) {
      progress({ stage: 'embedding', done: i, total: 120 })
      await pause(5)
    }
    return done
  })
  const job = await jobs.ended(id)
  expect(sent[0]).toMatchObject({ id, state: 'running', stage: 'starting', done: 0, secondsLeft: null })
  expect(sent.at(-1)).toMatchObject({ state: 'done', done: 120, total: 120, secondsLeft: 0, result: done })
  const seconds = (sent.at(-1)!.at - sent[0]!.at) / 1000
  expect(sent.length).toBeLessThanOrEqual(Math.floor(seconds * 10) + 3)
  expect(sent.length).toBeGreaterThan(3)
  expect(job).toEqual(jobs.list()[0])
})

test('a state said once is sent without waiting for another', async () => {
  const { jobs, sent } = watched()
  const id = jobs.start('learning', async ({ progress, signal }) => {
    progress({ stage: 'learning', done: 1, total: 9 })
    return endless({ progress, signal })
  })
  await pause(150)
  expect(sent.at(-1)).toMatchObject({ stage: 'learning', done: 1, state: 'running' })
  jobs.cancel(id)
  await jobs.ended(id)
})

test('every job ends once, and what is said of it afterwards is forgotten', async () => {
  const { jobs, sent } = watched()
  let late = () => {}
  const id = jobs.start('import', async ({ progress }) => {
    late = () => progress({ stage: 'late', done: 9, total: 9 })
    return done
  })
  await jobs.ended(id)
  late()
  await pause(150)
  expect(sent.filter(({ state }) => state !== 'running').length).toBe(1)
  expect(sent.at(-1)!.stage).not.toBe('late')
})

test('a cancelled job is cancelled whatever its work throws, and its signal tells why', async () => {
  const { jobs } = watched()
  const id = jobs.start('import', endless)
  const other = jobs.start('learning', ({ signal }) =>
    endless({ signal, progress: () => {} }).catch((error: Error) => {
      throw new Error(`while stopping: ${error.message}`)
    }),
  )
  await pause(0)
  expect([jobs.isRunning('import'), jobs.isRunning('learning'), jobs.isRunning('export')]).toEqual([true, true, false])
  jobs.cancel(id)
  expect(await jobs.ended(id)).toMatchObject({ state: 'cancelled', error: null, result: null })
  await jobs.cancelAll(new Error('the app closes'))
  expect(await jobs.ended(other)).toMatchObject({ state: 'cancelled', error: null })
  expect(jobs.isRunning('learning')).toBe(false)
})

test('cancelling before the work has begun, twice, or an unknown job does no harm', async () => {
  const { jobs } = watched()
  const id = jobs.start('import', async ({ signal }) => {
    signal.throwIfAborted()
    return done
  })
  jobs.cancel(id)
  jobs.cancel(id)
  jobs.cancel('no such job')
  expect((await jobs.ended(id)).state).toBe('cancelled')
  await expect(jobs.ended('no such job')).rejects.toThrow('There is no job')
})

test('closing also ends a job that follows on one that ended well at that moment', async () => {
  const { jobs } = watched()
  let next = ''
  const first = jobs.start('import', async ({ signal }) => {
    await endless({ signal, progress: () => {} }).catch(() => {})
    return done
  })
  void jobs.ended(first).then(() => (next = jobs.start('embedding', endless)))
  await pause(0)
  await jobs.cancelAll()
  expect((await jobs.ended(next)).state).toBe('cancelled')
})

test('a failure keeps its code and sentence; an unforeseen one is internal', async () => {
  const { jobs } = watched()
  const fail = (error: unknown) => jobs.ended(jobs.start('export', () => Promise.reject(error as Error)))
  expect((await fail(new ApiError('no-space', 'The disk is full.'))).error).toEqual({ code: 'no-space', message: 'The disk is full.' }) // prettier-ignore
  expect((await fail(new TypeError('x is not a function'))).error).toEqual({ code: 'internal', message: 'x is not a function' }) // prettier-ignore
  expect((await fail('odd')).error).toEqual({ code: 'internal', message: 'odd' })
  const thrown = jobs.start('export', () => {
    throw new Error('at once')
  })
  expect(await jobs.ended(thrown)).toMatchObject({ state: 'failed', error: { message: 'at once' } })
})

test('the list remembers twenty ended jobs and every running one', async () => {
  const { jobs } = watched()
  const running = jobs.start('learning', endless)
  for (let i = 0; i < 30; i++) await jobs.ended(jobs.start('export', () => Promise.resolve(done)))
  expect(jobs.list().length).toBe(20)
  expect(jobs.list()[0]!.id).toBe(running)
  await jobs.cancelAll()
})

test('points of the learning curve are kept in order', async () => {
  const { jobs } = watched()
  const id = jobs.start('learning', async ({ progress }) => {
    for (const step of [1, 2, 3]) progress({ stage: 'learning', done: step, total: 3, loss: { step, part: 'learning', training: 1 / step, validation: null, accuracy: null } }) // prettier-ignore
    progress({ stage: 'comparing', done: 0, total: 1 })
    return done
  })
  expect((await jobs.ended(id)).curve.map(({ step, training }) => [step, training])).toEqual([[1, 1], [2, 0.5], [3, 1 / 3]]) // prettier-ignore
})

test('the estimate waits two seconds, follows the pace of its stage, and begins anew with the next', () => {
  let now = 0
  const estimate = createEstimate(() => now)
  const at = (seconds: number, stage: string, count: number, total = 100) => {
    now = seconds * 1000
    return estimate(stage, count, total)
  }
  expect(at(0, 'reading', 50)).toBeNull() // 50 were there before: not of this pace
  expect(at(1.9, 'reading', 60)).toBeNull()
  expect(at(4, 'reading', 70)).toBe(6)
  expect(at(5, 'reading', 70, 0)).toBeNull()
  expect(at(10, 'reading', 100)).toBe(0)
  expect(at(10, 'embedding', 0)).toBeNull()
  expect(at(13, 'embedding', 0)).toBeNull()
  expect(at(15, 'embedding', 50)).toBe(5)
})

test('a paused job says so, and is given up or followed by another', async () => {
  const { jobs } = watched()
  const first = jobs.start('learning', endless)
  await pause(0)
  jobs.pause(first)
  expect((await jobs.ended(first)).state).toBe('paused')
  expect(jobs.isRunning('learning')).toBe(false)
  jobs.endPaused('embedding')
  expect(jobs.list().map(({ state }) => state)).toEqual(['paused'])
  jobs.endPaused('learning')
  expect(jobs.list().map(({ state }) => state)).toEqual(['cancelled'])
  expect(jobs.list().map(({ id }) => id)).toEqual([first])
  jobs.addPaused('learning')
  expect(jobs.list().map(({ kind, state }) => [kind, state])).toEqual([['learning', 'cancelled'], ['learning', 'paused']]) // prettier-ignore
})
