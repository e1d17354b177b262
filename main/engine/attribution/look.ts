import { readFile } from 'node:fs/promises'
import { ApiError } from '#preload/rpc.ts'
import type { Backbone } from '../api.ts'
import { normalise } from '../embedding.ts'
import { fold } from '../graph/fold.ts'
import type { Graph } from '../graph/graph.ts'
import { prune } from '../graph/prune.ts'
import { readOnnx } from '../graph/read.ts'
import { widen } from '../graph/weights.ts'
import { decodeForInference } from '../pixels.ts'
import { finishedNetwork } from '../training/foldProbe.ts'
import { openAttributor, type Attribution, type Attributor } from './expectedGradients.ts'
import { scoreGraph } from './scores.ts'

export type LookTask = {
  backbone: Backbone
  /** Absolute paths: the network, and the heads on its features; null: the network has them. */
  network: string
  heads: string | null
  /** Name of the head, and how many terms it knows. */
  attribute: string
  terms: number
  /** The terms asked about. */
  chosen: number[]
  image: string
  /** Pictures that it is compared with, those that cannot be read left out. */
  references: string[]
  /** Points between the picture and each of them. */
  points: number
  seed: number
}
export type LookResult = { rows: number; columns: number; references: number; found: Attribution[] }

/** The network asked last: the next work asks the same. */
let kept: { key: string; attributor: Attributor; references: number } | undefined

/** Expected gradients (Erion et al. 2021) of the scores of some terms by the places of a picture, on the processor. */
export async function look(task: LookTask, cancelled: () => boolean): Promise<LookResult> {
  const { attributor, references } = await attributorOf(task)
  const check = () => {
    if (cancelled()) throw new ApiError('cancelled', 'Looking was cancelled')
  }
  const [pixels] = await pixelsOf(task.backbone, [task.image])
  if (!pixels) throw new ApiError('unreadable', `The image file ${task.image} cannot be read.`)
  const { points, seed, chosen } = task
  const found = await attributor.explain(pixels, chosen, { points, seed, check })
  const { rows, columns } = attributor.grid
  return { rows, columns, references, found }
}

async function attributorOf(task: LookTask) {
  const { backbone, network, heads, attribute, terms, references } = task
  const key = JSON.stringify([network, heads, attribute, terms, references])
  if (kept?.key === key) return kept
  await kept?.attributor.close()
  kept = undefined
  const { size, layout, name } = backbone.input
  const shape = layout === 'NCHW' ? [3, size, size] : [size, size, 3]
  const whole = await wholeNetwork(backbone, network, heads)
  const graph = scoreGraph(fold(prune(whole, [attribute]), { [name]: ['n', ...shape] }), attribute, terms)
  const pixels = await pixelsOf(backbone, references)
  if (pixels.length === 0) throw new ApiError('unreadable', 'None of the pictures to compare with can be read.')
  const attributor = await openAttributor(graph, { name, shape }, pixels, 'cpu')
  return (kept = { key, attributor, references: pixels.length })
}

async function wholeNetwork({ outputs }: Backbone, network: string, heads: string | null): Promise<Graph> {
  const graph = widen(readOnnx(await readFile(network)))
  if (heads === null) return graph
  return finishedNetwork(prune(graph, [outputs.features]), outputs.features, readOnnx(await readFile(heads)))
}

async function pixelsOf(backbone: Backbone, files: readonly string[]): Promise<Float32Array[]> {
  const { size, fit } = backbone.input
  const decoded = await Promise.all(files.map((file) => decodeForInference(file, size, fit).catch(() => null)))
  return decoded.flatMap((pixels) => (pixels ? [normalise([pixels], backbone)] : []))
}
