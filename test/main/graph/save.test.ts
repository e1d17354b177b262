import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readOnnx } from '#main/engine/graph/read.ts'
import { saveOnnx } from '#main/engine/graph/save.ts'
import { noise } from './random.ts'

const bundled = 'resources/models/efficientnet-lite0.onnx'
let folder: string
beforeAll(async () => void (folder = await mkdtemp(path.join(tmpdir(), 'save-'))))
afterAll(() => rm(folder, { recursive: true, force: true }))

test('weights beside the file are the same network to onnxruntime and to our reader; one file replaces two', async () => {
  const graph = readOnnx(readFileSync(bundled))
  const file = path.join(folder, 'network.onnx')
  await saveOnnx(file, graph, 1000)
  expect((await readdir(folder)).toSorted()).toEqual(['network.onnx', 'network.onnx.data'])
  const inside = (await stat(file)).size
  expect(inside).toBeLessThan(0.1 * (await stat(`${file}.data`)).size)

  const again = readOnnx(readFileSync(file), { folder })
  expect([...again.initializers.keys()]).toEqual([...graph.initializers.keys()])
  for (const [name, { data }] of graph.initializers) expect(again.initializers.get(name)!.data, name).toEqual(data)

  const shape = [1, 3, 224, 224]
  const feeds = { [graph.inputs[0]!.name]: new Tensor('float32', noise(shape, 1), shape) }
  const [before, after] = [await InferenceSession.create(bundled), await InferenceSession.create(file)]
  const [expected, actual] = [await before.run(feeds), await after.run(feeds)]
  for (const { name } of graph.outputs) expect(actual[name]!.data).toEqual(expected[name]!.data)

  await saveOnnx(file, graph)
  expect(await readdir(folder)).toEqual(['network.onnx'])
  expect(readOnnx(readFileSync(file)).initializers.size).toBe(graph.initializers.size)
})
