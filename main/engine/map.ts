import { setImmediate } from 'node:timers/promises'
import { UMAP } from 'umap-js'
import { ApiError } from '#preload/rpc.ts'
import type { MapResult, MapTask, NeighbourResult } from './api.ts'
import { findNeighbours } from './neighbours.ts'
import { loadRowFile } from './rowFile.ts'
import { principalBasis, project } from './training/basis.ts'
import { createRandom } from './training/random.ts'

type Report = { progress(stage: string, done: number, total: number): void; cancelled(): boolean }

/** Fewer points than this have no neighbourhoods to keep: their principal axes are the map. */
const fewest = 12
/** Works that a work which was not fitted lies between. */
const anchors = 5
/** Side of the square in which the fit begins, as in the authors' implementation. */
const firstSpan = 10

/**
 * A place in the plane for each work by UMAP (McInnes, Healy and Melville 2018) on the cosines of their embeddings. Of more than
 * `mostFitted` works every so many-th is fitted; each other one is put between the fitted ones it is most like, as UMAP begins
 * with new points. The fit begins at the principal axes, so that the large view repeats. Throws ApiError 'cancelled'.
 */
export async function layMap(task: MapTask, report: Report): Promise<MapResult> {
  const { embeddings, rows, mostFitted, neighbours: count } = task
  const every = Math.max(1, Math.ceil(rows.length / mostFitted))
  const fitted = rows.filter((_, index) => index % every === 0)
  const stored = { values: await loadRowFile(embeddings.file), rows: fitted, dimension: embeddings.dimension }
  const first = await firstPlaces(stored)
  if (fitted.length < fewest) return { places: squared(first), fitted: fitted.length }
  const found = await findNeighbours(
    { embeddings, rows, count, mostCompared: mostFitted },
    { cancelled: report.cancelled, progress: (done, total) => report.progress('comparing', done, total) },
  )
  const nearest = { ...found, count, every }
  const placed = await fit(task, first, nearest, report)
  return { places: squared(spread(placed, rows.length, nearest)), fitted: fitted.length }
}

/** The two principal axes [works, 2], within a square around 0. */
async function firstPlaces(stored: { values: Uint16Array; rows: Int32Array; dimension: number }) {
  if (stored.rows.length < 3) return Float32Array.from({ length: stored.rows.length * 2 }, (_, i) => (i === 2 ? 1 : 0))
  const basis = await principalBasis(stored, 'cpu')
  const all = await project(stored, basis, 'cpu')
  const out = new Float32Array(stored.rows.length * 2)
  for (let work = 0; work < stored.rows.length; work++)
    for (let axis = 0; axis < 2; axis++) out[work * 2 + axis] = basis.rank > axis ? all[work * basis.rank + axis]! : 0
  const largest = out.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-12)
  return out.map((value) => (value / largest) * firstSpan)
}

type Nearest = NeighbourResult & { count: number; every: number }

/** Places [fitted works, 2]. */
async function fit({ rounds, seed }: MapTask, first: Float32Array, nearest: Nearest, report: Report) {
  const { count, every, positions, similarities } = nearest
  const works = first.length / 2
  const random = createRandom('map', seed)
  const indices: number[][] = []
  const distances: number[][] = []
  for (let work = 0; work < works; work++) {
    const start = work * every * count
    const others = Array.from({ length: count }, (_, i) => i).filter((i) => positions[start + i]! >= 0)
    indices.push([work, ...others.map((i) => positions[start + i]! / every)])
    distances.push([0, ...others.map((i) => Math.max(0, 1 - similarities[start + i]!))])
  }
  const nNeighbors = Math.min(...indices.map((others) => others.length))
  const umap = new UMAP({ nNeighbors, nEpochs: rounds, minDist: 0.3, random })
  umap.setPrecomputedKNN(
    indices.map((others) => others.slice(0, nNeighbors)),
    distances.map((others) => others.slice(0, nNeighbors)),
  )
  report.progress('mapping', 0, rounds)
  umap.initializeFit(Array.from({ length: works }, () => [0])) // the neighbours say all it needs
  // Its own beginning is random places; it goes on from whatever stands in this array.
  const places = umap.getEmbedding()
  for (const [work, place] of places.entries())
    for (let axis = 0; axis < 2; axis++) place[axis] = first[work * 2 + axis]! + random() * 1e-3
  for (let round = 1; round <= rounds; round++) {
    umap.step()
    report.progress('mapping', round, rounds)
    await setImmediate() // a wish to cancel is heard
    if (report.cancelled()) throw new ApiError('cancelled', 'Drawing the map was cancelled')
  }
  return Float32Array.from(umap.getEmbedding().flat())
}

/** Places of all works [works, 2], from those of every `every`-th. */
function spread(placed: Float32Array, works: number, { positions, similarities, count, every }: Nearest) {
  const out = new Float32Array(works * 2)
  for (let work = 0; work < works; work++) {
    if (work % every === 0) {
      out.set(placed.subarray((work / every) * 2, (work / every) * 2 + 2), work * 2)
      continue
    }
    const start = work * count
    const closest = 1 - similarities[start]!
    const scale = Math.max(1e-6, (1 - similarities[start + Math.min(anchors, count) - 1]! - closest) / 2)
    let sum = 0
    for (let i = 0; i < Math.min(anchors, count) && positions[start + i]! >= 0; i++) {
      const weight = Math.exp(-(1 - similarities[start + i]! - closest) / scale)
      const anchor = (positions[start + i]! / every) * 2
      out[work * 2]! += weight * placed[anchor]!
      out[work * 2 + 1]! += weight * placed[anchor + 1]!
      sum += weight
    }
    out[work * 2]! /= sum || 1
    out[work * 2 + 1]! /= sum || 1
  }
  return out
}

/** Moved and scaled, both axes alike, so that the longer side fills [0, 1]; in place. */
function squared(places: Float32Array): Float32Array {
  const least = [Infinity, Infinity] as [number, number]
  const most = [-Infinity, -Infinity] as [number, number]
  for (const [i, value] of places.entries()) {
    least[i % 2] = Math.min(least[i % 2]!, value)
    most[i % 2] = Math.max(most[i % 2]!, value)
  }
  const side = Math.max(most[0] - least[0], most[1] - least[1], 1e-12)
  const offset = [(side - (most[0] - least[0])) / 2, (side - (most[1] - least[1])) / 2]
  for (let i = 0; i < places.length; i++)
    places[i] = Math.min(1, Math.max(0, (places[i]! - least[i % 2]! + offset[i % 2]!) / side))
  return places
}
