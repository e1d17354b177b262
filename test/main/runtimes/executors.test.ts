import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Settings } from '#preload/api.ts'
import { writeOnnx } from '#main/engine/graph/write.ts'
import { decide, judge } from '#main/engine/runtimes/executors.ts'
import type { Trial } from '#main/engine/runtimes/trial.ts'
import { createEngineClient } from '#main/engineClient.ts'
import { startEngineProcess } from '#main/engineProcess.ts'
import { tinyBackbone, tinyNetwork } from '../training/tinyNetwork.ts'
import { swiftShader } from './swiftShader.ts'

const took = (lookMs: number, stepMs: number, features = [1, 2]): Trial => ({ works: true, lookMs, stepMs, features })
const processor = took(100, 200)

describe('the choice among trials', () => {
  const choose = (trial: Trial) => decide('auto', [judge('webgpu', trial, processor)])
  test('is what is clearly faster than the processor, with the measured ratio', () => {
    const why = '5.0 times as fast as the processor in a trial on this computer'
    expect(choose(took(20, 40))).toEqual({ executor: 'webgpu', why })
    const [slow, fast] = [judge('webgpu', took(50, 50), processor), judge('cuda', took(10, 10), processor)]
    expect(decide('auto', [slow, fast]).executor).toBe('cuda')
  })
  test('is the processor where the card is hardly faster, slower, wrong or does not start', () => {
    expect(choose(took(95, 190)).executor).toBe('cpu')
    expect(choose(took(1000, 2000))).toEqual({
      executor: 'cpu',
      why: 'Graphics card (WebGPU) is 10 times slower than the processor in a trial on this computer',
    })
    expect(choose(took(1, 1, [1, 2.5])).executor).toBe('cpu')
    expect(choose({ works: false, why: 'Failed to get a WebGPU adapter: No supported adapters' }).executor).toBe('cpu')
    expect(decide('auto', [])).toEqual({ executor: 'cpu', why: 'no graphics card was found that can do this work' })
  })
  test('is what the user wants, as long as it works', () => {
    expect(decide('webgpu', [judge('webgpu', took(1000, 2000), processor)]).executor).toBe('webgpu')
    const refused = judge('cuda', { works: false, why: 'cannot open shared object file' }, processor)
    expect(decide('cuda', [refused])).toEqual({
      executor: 'cpu',
      why: 'Graphics card (CUDA) was chosen, but cannot be used: its library is not installed',
    })
    expect(decide('dml', []).why).toBe('Graphics card (DirectML) was chosen, but is not offered by this computer')
    expect(decide('cpu', [])).toEqual({ executor: 'cpu', why: 'chosen in the settings' })
  })
})

describe('the engine', () => {
  let folder: string
  let network: { backbone: typeof tinyBackbone; model: string }
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'executors-'))
    network = { backbone: tinyBackbone, model: path.join(folder, 'tiny.onnx') }
    await writeFile(network.model, writeOnnx(tinyNetwork()))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  /** Asks a fresh engine in this environment. */
  async function device(executor: Settings['executor'], environment: NodeJS.ProcessEnv = process.env) {
    const before = process.env
    process.env = environment
    const engine = createEngineClient(startEngineProcess)
    try {
      return await engine.device({ executor, network })
    } finally {
      process.env = before
      engine.close()
    }
  }

  test('names the processor and why', { timeout: 60_000 }, async () => {
    expect(await device('cpu')).toMatchObject({ executor: 'cpu', name: 'Processor', why: 'chosen in the settings' })
    const onMac = process.platform === 'darwin'
    expect((await device('coreml')).why).toMatch(onMac ? /./ : /not offered by this computer/)
  })

  test(
    'a card that cannot be started is told in words, and the processor taken',
    { timeout: 60_000 },
    async (context) => {
      if (process.platform !== 'linux') return context.skip('Vulkan is found by its files on Linux alone')
      const nothing = { ...process.env, VK_ICD_FILENAMES: path.join(folder, 'none.json') }
      expect(await device('webgpu', nothing)).toMatchObject({
        executor: 'cpu',
        why: 'Graphics card (WebGPU) was chosen, but cannot be used: no graphics card with a driver for it was found',
      })
    },
  )

  test('measures a card against the processor', { timeout: 120_000 }, async (context) => {
    const environment = swiftShader()
    if (!environment) return context.skip('there is no SwiftShader on this computer')
    const found = await device('webgpu', environment)
    // SwiftShader is a card made of the processor: on a busy machine its trial may outlast the time it is given.
    if (found.executor === 'cpu')
      return expect(found.why).toMatch(/^Graphics card \(WebGPU\) was chosen, but cannot be used: /)
    expect(found.why).toMatch(
      /^chosen in the settings; [\d.]+ times (as fast as|slower than) the processor in a trial on this computer$/,
    )
    expect(found.executor).toBe('webgpu')
    expect(found.choices.map(({ executor, works }) => [executor, works])).toEqual([['cpu', true], ['webgpu', true]]) // prettier-ignore
  })

  test('five steps of training on WebGPU give the numbers of the processor', { timeout: 120_000 }, async (context) => {
    const environment = swiftShader()
    if (!environment) return context.skip('there is no SwiftShader on this computer')
    const [cpu, webgpu] = [await train('cpu', environment), await train('webgpu', environment)]
    expect(webgpu.failure).toBeNull()
    expect(webgpu.weights).not.toEqual(cpu.weights) // or it was the processor twice
    for (const [at, loss] of cpu.losses.entries()) expect(webgpu.losses[at]).toBeCloseTo(loss, 4)
    for (const [at, weight] of cpu.weights.entries()) expect(webgpu.weights[at]).toBeCloseTo(weight, 3)
  })
})

type Trained = { losses: number[]; weights: number[]; failure: string | null }

function train(executor: string, environment: NodeJS.ProcessEnv): Promise<Trained> {
  return new Promise((resolve, reject) => {
    const script = fileURLToPath(new URL('./trainingProcess.ts', import.meta.url))
    const child = spawn(process.execPath, [script, executor], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
    const said = { out: '', complaints: '' }
    child.stdout.on('data', (text: Buffer) => (said.out += text.toString()))
    child.stderr.on('data', (text: Buffer) => (said.complaints += text.toString()))
    child.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(said.out) as Trained)
      else reject(new Error(said.complaints))
    })
  })
}
