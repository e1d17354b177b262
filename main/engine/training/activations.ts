import { createHash } from 'node:crypto'
import { open, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { Backbone } from '../api.ts'
import { normalise } from '../embedding.ts'
import { fromFloat16, toFloat16 } from '../float16.ts'
import { sizeOf, type Graph } from '../graph/graph.ts'
import { writeOnnx } from '../graph/write.ts'
import { decodeForInference } from '../pixels.ts'
import { tensor, type Executor } from '../runtimes/onnx.ts'
import { openSteady, type SteadySession } from '../runtimes/steady.ts'
import { augment, changesNothing, type Augmentation } from './augment.ts'

export type Images = {
  input: Backbone['input']
  works: readonly { row: number; path: string }[]
  augmentation: Augmentation
  /** How many augmented variants of each work are kept. */
  variants: number
  seed: number
  folder: string
  executor: Executor
}

/** What the trained part of a network sees of a work: float32 of `shape`, from memory, a file or the image. */
export type Activations = {
  /** [works, ...shape] of some works (by position) in one of their variants; variant -1 is the image as it is. */
  read(works: readonly number[], variants: readonly number[]): Promise<Float32Array>
  close(): Promise<void>
}

/** Activations beyond this are not kept but computed anew each time. */
const mostBytes = 6e9
const batchSize = 8

type Prepare = (done: number, total: number) => void

/**
 * The trunk's outputs for all works and variants, computed once into a file whose name says by what: a second phase or
 * fold with the same trunk finds it there. A work whose image cannot be read is zeros. Ends early when `prepare` throws.
 */
export async function openActivations(
  trunk: Graph | null,
  shape: readonly number[],
  images: Images,
  prepare: Prepare,
): Promise<Activations> {
  const size = sizeOf(shape)
  const perWork = variantsOf(images)
  const compute = await computeActivations(trunk, shape, images)
  if (!trunk || !areKept(trunk, shape, images.works.length * perWork))
    return { read: compute.run, close: compute.close }
  const bytes = writeOnnx(trunk)
  const { works, input, ...rest } = images
  const said = JSON.stringify([works, input, { ...rest, folder: '' }])
  const name = createHash('sha256').update(bytes).update(said).digest('hex').slice(0, 24)
  const file = await open(path.join(images.folder, `${name}.activations`), 'a+')
  const handle = await open(path.join(images.folder, `${name}.activations`), 'r+')
  await file.close()
  try {
    await fill(handle, { size, perWork, compute: compute.run, prepare, works: works.length })
  } catch (error) {
    await handle.close()
    throw error
  } finally {
    await compute.close()
  }
  return {
    read: (wanted, variants) => readRows(handle, { size, perWork }, wanted, variants),
    close: () => handle.close(),
  }
}

type Layout = { size: number; perWork: number }

/** Row of a work's variant: the image as it is comes first. */
const rowOf = ({ perWork }: Layout, work: number, variant: number) => work * perWork + (perWork === 1 ? 0 : variant + 1)

async function readRows(file: FileHandle, layout: Layout, works: readonly number[], variants: readonly number[]) {
  const out = new Float32Array(works.length * layout.size)
  const row = new Uint16Array(layout.size)
  for (const [index, work] of works.entries()) {
    await file.read(
      new Uint8Array(row.buffer),
      0,
      layout.size * 2,
      rowOf(layout, work, variants[index]!) * layout.size * 2,
    )
    fromFloat16(row, out.subarray(index * layout.size, (index + 1) * layout.size))
  }
  return out
}

type Filling = Layout & { works: number; compute: Activations['read']; prepare: Prepare }

/** Goes on after the rows that a killed process has written; the last few may be torn and are made again. */
async function fill(file: FileHandle, { size, perWork, works, compute, prepare }: Filling) {
  const rows = works * perWork
  const written = Math.floor((await file.stat()).size / (size * 2))
  // Whole batches: the same numbers as without a kill, and a size of its own can make a network round differently.
  const whole = written >= rows ? rows : Math.max(0, Math.floor(written / batchSize) - 1) * batchSize
  for (let start = whole; start < rows; start += batchSize) {
    const batch = Array.from({ length: Math.min(batchSize, rows - start) }, (_, i) => start + i)
    const computed = await compute(
      batch.map((row) => Math.floor(row / perWork)),
      batch.map((row) => (perWork === 1 ? -1 : (row % perWork) - 1)),
    )
    const halves = toFloat16(computed)
    await file.write(new Uint8Array(halves.buffer), 0, halves.byteLength, start * size * 2)
    prepare(Math.floor((start + batch.length) / perWork), works)
    await setImmediate()
  }
  await file.datasync()
}

/** Images of a work that the frozen part looks at: as it is, and its augmented variants. */
export const variantsOf = ({ augmentation, variants }: Pick<Images, 'augmentation' | 'variants'>) =>
  changesNothing(augmentation) ? 1 : variants + 1

/** Whether the activations of so many images are computed once and kept. */
export const areKept = (trunk: Graph | null, shape: readonly number[], images: number) =>
  trunk !== null && images * sizeOf(shape) * 2 <= mostBytes

/** The trunk's outputs [works, ...shape], computed anew at each call. */
export async function computeActivations(
  trunk: Graph | null,
  shape: readonly number[],
  images: Omit<Images, 'folder'>,
) {
  const size = sizeOf(shape)
  const session = trunk && (await openSteady(writeOnnx(trunk), images.executor))
  return {
    async run(works: readonly number[], variants: readonly number[]): Promise<Float32Array> {
      const pixels = await Promise.all(works.map((work, index) => pixelsOf(images, work, variants[index]!)))
      const input = normalise(pixels, images)
      return session ? runTrunk(session, images, input, works.length, size) : input
    },
    close: async () => {
      await session?.release()
    },
  }
}

async function runTrunk(
  session: SteadySession,
  { input }: Pick<Images, 'input'>,
  pixels: Float32Array,
  count: number,
  size: number,
) {
  const shape = input.layout === 'NCHW' ? [3, input.size, input.size] : [input.size, input.size, 3]
  const perImage = pixels.length / count
  const places = Array.from({ length: count }, (_, at) => at)
  const results = await session.run(places, (part) => {
    const rows = pixels.subarray(part[0]! * perImage, (part.at(-1)! + 1) * perImage)
    return { [input.name]: tensor(rows, [part.length, ...shape]) }
  })
  const values = new Float32Array(count * size)
  let offset = 0
  for (const result of results) {
    const made = Object.values(result)[0]!.data as Float32Array
    if (offset + made.length <= values.length) values.set(made, offset)
    offset += made.length
  }
  if (offset !== values.length) throw new Error(`The trunk made ${offset} numbers instead of ${values.length}`)
  return values
}

async function pixelsOf(
  { input, works, augmentation, seed }: Omit<Images, 'folder'>,
  work: number,
  variant: number,
): Promise<Uint8Array> {
  const { size, fit } = input
  const { row, path: file } = works[work]!
  try {
    const pixels = await decodeForInference(file, size, fit)
    return variant < 0 || changesNothing(augmentation)
      ? pixels
      : augment(pixels, size, augmentation, `${row} ${variant}`, seed)
  } catch {
    return new Uint8Array(size * size * 3).fill(128)
  }
}
