import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadCheckpoint, saveCheckpoint } from '#main/engine/training/checkpoint.ts'

let folder: string
beforeAll(async () => void (folder = await mkdtemp(path.join(tmpdir(), 'checkpoint-'))))
afterAll(() => rm(folder, { recursive: true, force: true }))

test('a checkpoint gives back its facts and vectors, bit for bit', async () => {
  const file = path.join(folder, 'a')
  const odd = Float32Array.of(-0, Number.NaN, Number.POSITIVE_INFINITY, 1e-45, Math.fround(0.1))
  // A header of every length modulo four, and a vector that is a part of another array.
  for (const name of ['w', 'wé', 'www', 'wwww']) {
    const vectors = { [name]: odd, empty: new Float32Array(0), part: new Float32Array(10).fill(3).subarray(2, 5) }
    await saveCheckpoint(file, { facts: { round: 3, name }, vectors })
    const kept = await loadCheckpoint<{ round: number; name: string }>(file)
    expect(kept!.facts).toEqual({ round: 3, name })
    expect(new Uint32Array(kept!.vectors[name]!.buffer)).toEqual(new Uint32Array(odd.buffer))
    expect(kept!.vectors['empty']).toHaveLength(0)
    expect([...kept!.vectors['part']!]).toEqual([3, 3, 3])
  }
})

test('where there is none there is null', async () => {
  expect(await loadCheckpoint(path.join(folder, 'none'))).toBeNull()
})

test('what a killed write has left does not count', async () => {
  const file = path.join(folder, 'b')
  await saveCheckpoint(file, { facts: 1, vectors: { w: Float32Array.of(1, 2) } })
  await writeFile(`${file}.part`, 'half')
  expect((await loadCheckpoint(file))!.facts).toBe(1)
  await saveCheckpoint(file, { facts: 2, vectors: { w: Float32Array.of(3) } })
  expect((await loadCheckpoint(file))!.facts).toBe(2)
  expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([])
})
