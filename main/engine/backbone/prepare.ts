import { createHash } from 'node:crypto'
import type { Normalisation } from '#preload/api.ts'
import { ApiError } from '#preload/rpc.ts'
import type { Backbone } from '../api.ts'
import type { Graph } from '../graph/graph.ts'
import { prune } from '../graph/prune.ts'
import { countParameters } from '../graph/weights.ts'
import { writeOnnx } from '../graph/write.ts'
import { recognise } from '../networks/recognise.ts'
import { openSession, tensor } from '../runtimes/onnx.ts'
import { createRandom } from '../training/random.ts'
import { writeAtomically } from '../writeAtomically.ts'
import { exposeFeatures } from './features.ts'
import { readBackbone } from './inspect.ts'
import { normalisations } from './normalisations.ts'

export type PrepareTask = {
  file: string
  id: string
  name: string
  normalisation: Normalisation
  /** Where the file came from, in words. */
  origin: string
  target: string
}

/**
 * Writes a network into `target` as one file with its features as an output, checks it with a run on the processor, and
 * returns its spec. Throws ApiError with what is wrong in a sentence.
 */
export async function prepareBackbone({
  file,
  id,
  name,
  normalisation,
  origin,
  target,
}: PrepareTask): Promise<Backbone> {
  const { graph, input, found } = await readBackbone(file)
  const best = found.features[0]!
  const exposed = exposeFeatures(graph, best, found)
  const bytes = writeOnnx(exposed.graph)
  const { sizeIsFixed: _, ...described } = input
  const backbone: Backbone = {
    id,
    name,
    file: `${id}.onnx`,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    licence: licenceOf(graph),
    origin,
    input: { ...described, ...normalisations[normalisation], fit: 'fill' },
    outputs: { features: exposed.features, map: null, logits: found.logits?.tensor ?? null },
    architecture: recognise(graph),
    dimension: best.dimension,
    parameters: countParameters(prune(exposed.graph, [exposed.features])),
  }
  await checkRun(bytes, backbone)
  await writeAtomically(target, bytes)
  return backbone
}

/** As some exporters write it into the file; empty where they do not. */
function licenceOf({ metadata }: Graph): string {
  const key = Object.keys(metadata).find((name) => /^licen[cs]e$/i.test(name))
  return key === undefined ? '' : metadata[key]!.trim().slice(0, 200)
}

/** Two images at once must give what each gives alone, in numbers that differ. Throws ApiError 'failed-check'. */
export async function checkRun(bytes: Uint8Array, { input, outputs, dimension }: Backbone): Promise<void> {
  const session = await openSession(bytes, 'cpu')
  const { size, layout, mean, std } = input
  const shape = layout === 'NCHW' ? [3, size, size] : [size, size, 3]
  const random = createRandom('check', 0)
  const image = () =>
    Float32Array.from({ length: 3 * size * size }, (_, at) => (random() * 255 - mean[at % 3]!) / std[at % 3]!)
  const run = async (images: Float32Array[]) => {
    const pixels = new Float32Array(images.length * 3 * size * size)
    for (const [at, one] of images.entries()) pixels.set(one, at * one.length)
    const results = await session.run({ [input.name]: tensor(pixels, [images.length, ...shape]) }, [outputs.features])
    return results[outputs.features]!.data as Float32Array
  }
  const [first, second] = [image(), image().map((value) => value * 0.5)]
  try {
    const both = await run([first, second])
    const alone = await run([second])
    judge(both, alone, dimension)
  } catch (error) {
    if (error instanceof ApiError) throw error
    throw failed(`it does not run on two images at once (${(error as Error).message.trim()})`)
  } finally {
    await session.release()
  }
}

function judge(both: Float32Array, alone: Float32Array, dimension: number) {
  if (both.length !== 2 * dimension || alone.length !== dimension)
    throw failed(`it gives ${both.length} numbers for two images instead of ${2 * dimension}`)
  if (!both.every(Number.isFinite)) throw failed('some of what it gives are not numbers')
  const [first, second] = [both.subarray(0, dimension), both.subarray(dimension)]
  const largest = both.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-6)
  if (first.every((value, at) => Math.abs(value - second[at]!) < 1e-5 * largest))
    throw failed('it gives the same numbers for different images')
  if (second.some((value, at) => Math.abs(value - alone[at]!) > 1e-2 * largest))
    throw failed('what it gives for an image depends on the images beside it')
}

const failed = (why: string) =>
  new ApiError('failed-check', `This network cannot be used: ${why}. Export it again for any number of images at once.`)
