import { mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Normalisation } from '../engine/backbone/normalisations.ts'
import { writeAtomically } from '../engine/writeAtomically.ts'
import type { EngineClient } from '../engineClient.ts'
import { addedBackbones, backboneFolder, type KnownBackbone } from './backbones.ts'

export type NewBackbone = { file: string; name: string; normalisation: Normalisation }
type Setting = { collectionFolder: string; bundled: KnownBackbone; engine: EngineClient; signal: AbortSignal }

/**
 * Checks a network from an ONNX file and keeps it in the collection with its sha256. The same network with the same
 * normalisation is kept once. Throws ApiError with what is wrong with it.
 */
export async function addBackbone(
  { collectionFolder, bundled, engine, signal }: Setting,
  { file, name, normalisation }: NewBackbone,
): Promise<KnownBackbone> {
  const folder = backboneFolder(collectionFolder)
  await mkdir(folder, { recursive: true })
  const known = [bundled, ...(await addedBackbones(collectionFolder))]
  const id = freeId(name, known)
  const target = path.join(folder, `${id}.new`)
  try {
    const task = { file: path.resolve(file), id, name, normalisation, target }
    const backbone = await engine.run((api) => api.backbone.prepare(task), signal)
    const same = known.find(
      (other) => other.backbone.sha256 === backbone.sha256 && isAlike(other.backbone.input, backbone.input),
    )
    if (same) return same
    const model = path.join(folder, backbone.file)
    await rename(target, model)
    await writeAtomically(path.join(folder, `${id}.json`), Buffer.from(`${JSON.stringify(backbone, null, 2)}\n`))
    return { backbone, model, key: `${id}-${backbone.sha256.slice(0, 12)}` }
  } finally {
    await rm(target, { force: true })
  }
}

const isAlike = (one: KnownBackbone['backbone']['input'], other: KnownBackbone['backbone']['input']) =>
  JSON.stringify([one.size, one.mean, one.std]) === JSON.stringify([other.size, other.mean, other.std])

/** A name that a file and a command can have: resnet50v2, and resnet50v2-2 where there is one already. */
function freeId(name: string, known: readonly KnownBackbone[]): string {
  const plain = name.toLowerCase().replace(/[^a-z0-9.]+/g, '-').replace(/^[-.]+|[-.]+$/g, '') || 'network' // prettier-ignore
  const taken = new Set(known.map(({ backbone }) => backbone.id))
  for (let at = 1; ; at++) {
    const id = at === 1 ? plain : `${plain}-${at}`
    if (!taken.has(id)) return id
  }
}
