import { ApiError } from '#preload/rpc.ts'
import { concatenate } from './concatenate.ts'
import type { Backbone, EmbeddingTask } from './api.ts'
import { decodeForInference } from './pixels.ts'
import { openRowFile } from './rowFile.ts'
import { tensor, type Executor } from './runtimes/onnx.ts'
import { openSteady, type SteadySession } from './runtimes/steady.ts'

/** Images a run of the network. Larger batches gain nothing on a CPU: the activations leave its caches. */
const batchSize = 8
/** Images being decoded or waiting. The network blocks this thread, decoding goes on in sharp's. */
const ahead = 4 * batchSize
/** Rows between two waits for the disk. */
const flushEvery = 64

type Report = { embedded(rows: number[]): void; progress(done: number, total: number): void; cancelled(): boolean }
type Decoded = { row: number; pixels: Uint8Array } | { row: number; message: string }

/** Embeds every work of the task and writes its row. A work that cannot be read is reported, never fatal. */
export async function embed(task: EmbeddingTask, executor: Executor, report: Report) {
  const session = await openSteady(task.model, executor)
  const file = await openRowFile(task.file, task.backbone.dimension)
  const failed: { row: number; message: string }[] = []
  let pending: { rows: number[]; features: Float32Array[] } = { rows: [], features: [] }
  let done = 0

  const flush = async () => {
    if (pending.rows.length === 0) return
    await file.write(pending.rows, concatenate(pending.features))
    report.embedded(pending.rows)
    pending = { rows: [], features: [] }
  }
  try {
    for await (const batch of decodedBatches(task)) {
      if (report.cancelled()) throw new ApiError('cancelled', 'Embedding was cancelled')
      const good = batch.filter((work) => 'pixels' in work)
      for (const work of batch) if ('message' in work) failed.push(work)
      if (good.length > 0) {
        pending.rows.push(...good.map((work) => work.row))
        const pixels = good.map((work) => work.pixels)
        pending.features.push(await runBatch(session, task.backbone, pixels))
      }
      report.progress((done += batch.length), task.works.length)
      if (pending.rows.length >= flushEvery) await flush()
    }
    await flush()
  } finally {
    await file.close()
    await session.release()
  }
  return { embedded: done - failed.length, failed }
}

/** Decodes ahead of the consumer, in the order of the task. */
async function* decodedBatches(task: EmbeddingTask): AsyncGenerator<Decoded[]> {
  const { size, fit } = task.backbone.input
  const decode = ({ row, path }: { row: number; path: string }): Promise<Decoded> =>
    decodeForInference(path, size, fit).then(
      (pixels) => ({ row, pixels }),
      (error: Error) => ({ row, message: error.message }),
    )
  const waiting: Promise<Decoded>[] = []
  let next = 0
  while (next < task.works.length || waiting.length > 0) {
    while (waiting.length < ahead && next < task.works.length) waiting.push(decode(task.works[next++]!))
    yield await Promise.all(waiting.splice(0, batchSize))
  }
}

/** Features [images, dimension] of images given as bytes [size, size, 3]. */
async function runBatch(session: SteadySession, backbone: Backbone, images: Uint8Array[]): Promise<Float32Array> {
  const { size, layout, name } = backbone.input
  const results = await session.run(
    images,
    (part) => {
      const shape = layout === 'NCHW' ? [part.length, 3, size, size] : [part.length, size, size, 3]
      return { [name]: tensor(normalise(part, backbone), shape) }
    },
    [backbone.outputs.features],
  )
  return concatenate(results.map((result) => result[backbone.outputs.features]!.data as Float32Array))
}

/** (pixel - mean) / std in the network's layout. Exported for tests. */
export function normalise(images: readonly Uint8Array[], { input }: Pick<Backbone, 'input'>): Float32Array {
  const plane = input.size * input.size
  const out = new Float32Array(images.length * plane * 3)
  const [pixelStep, channelStep] = input.layout === 'NCHW' ? [1, plane] : [3, 1]
  for (const [index, image] of images.entries()) {
    for (let channel = 0; channel < 3; channel++) {
      const scale = 1 / input.std[channel]!
      const shift = -input.mean[channel]! * scale
      let target = index * plane * 3 + channel * channelStep
      for (let source = channel; source < plane * 3; source += 3, target += pixelStep)
        out[target] = image[source]! * scale + shift
    }
  }
  return out
}
