import { expect, test } from 'vitest'
import { createApp } from '#main/app.ts'
import { failureOf, noteFailure, tellFailures } from '#main/engine/runtimes/failures.ts'
import { judge } from '#main/engine/runtimes/executors.ts'
import type { Trial } from '#main/engine/runtimes/trial.ts'
import { startEngineProcess } from '#main/engineProcess.ts'
import { places } from '#main/places.ts'
import type { Job } from '#preload/api.ts'
import { makePictures } from '#test/fixtures/app.ts'
import { temporaryFolder } from '#test/fixtures/folder.ts'

test('a failure at work is told to who listens, and the device counts as failed from then on', () => {
  const told: string[] = []
  tellFailures((executor) => told.push(executor))
  noteFailure('webgpu', new Error('device lost'))
  expect(told).toEqual(['webgpu'])
  expect(failureOf('webgpu')).toBe('device lost')
  const fast: Extract<Trial, { works: true }> = { works: true, lookMs: 1, stepMs: 1, features: [1] }
  expect(judge('webgpu', fast, fast)).toMatchObject({ works: false, why: expect.stringContaining('failed while it was at work') }) // prettier-ignore
  expect(judge('cuda', { ...fast, features: [Number.NaN] }, fast).works).toBe(false)
})

test('what the engine says of a failed device stands in the job that goes on', { timeout: 60_000 }, async () => {
  const base = await temporaryFolder()
  const seen: Job[] = []
  const app = createApp({
    dataFolder: base,
    shell: 'browser',
    resources: places.resources,
    emit: (name, payload) => name === 'job' && seen.push(payload as Job),
    desktop: null,
    // The real engine, beside whose messages stands the one that a graphics card would cause.
    startEngine: () => {
      const port = startEngineProcess()
      return {
        ...port,
        onMessage: (listener) =>
          port.onMessage((message) => {
            const { event } = message as { event?: string }
            if (event === 'embedded') listener({ event: 'deviceFailed', payload: { name: 'Graphics card (WebGPU)' } })
            listener(message)
          }),
      }
    },
  })
  try {
    const table = await makePictures(`${base}/pictures`, 80)
    await app.handlers.collections.create({ folder: base, name: 'Paintings' })
    const id = await app.handlers.imports.start({ folder: `${base}/pictures`, table, folderAttribute: null })
    await app.internals.jobs.ended(id)
    const embedding = app.internals.jobs.list().find(({ kind }) => kind === 'embedding')!
    const ended = await app.internals.jobs.ended(embedding.id)
    const notice = { kind: 'device-failed', name: 'Graphics card (WebGPU)' }
    expect(ended).toMatchObject({ state: 'done', notice, result: { embedded: 80, failed: 0 } })
    expect(
      seen.filter((job) => job.id === embedding.id && job.state === 'running' && job.notice).length,
    ).toBeGreaterThan(0)
    expect(seen.filter(({ kind, notice: said }) => kind === 'import' && said)).toEqual([])
  } finally {
    await app.close()
  }
})
