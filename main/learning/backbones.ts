import { readFile, readdir } from 'node:fs/promises'
import path from 'node:path'
import { ApiError } from '#preload/rpc.ts'
import type { Backbone } from '../engine/api.ts'

/** A network with its file. `key` is its name in the catalogue and carries the hash: other weights, other embeddings. */
export type KnownBackbone = { backbone: Backbone; model: string; key: string }

/** The network that ships with the app. */
export async function bundledBackbone(resources: string): Promise<KnownBackbone> {
  const folder = path.join(resources, 'models')
  const [first] = await readBackbones(folder)
  if (!first) throw new Error(`No network in ${folder}: the installation is incomplete`)
  return first
}

export const backboneFolder = (collectionFolder: string) => path.join(collectionFolder, 'models', 'backbones')

export const backboneKey = ({ id, sha256 }: Backbone) => `${id}-${sha256.slice(0, 12)}`

/** Those that were added to a collection, by id. */
export const addedBackbones = (collectionFolder: string) => readBackbones(backboneFolder(collectionFolder))

/** The bundled one or one of the collection's. Throws ApiError 'unknown-backbone'. */
export async function findBackbone(collectionFolder: string, bundled: KnownBackbone, id: string) {
  const all = [bundled, ...(await addedBackbones(collectionFolder))]
  const found = all.find(({ backbone }) => backbone.id === id)
  if (found) return found
  const ids = all.map(({ backbone }) => backbone.id).join(', ')
  throw new ApiError('unknown-backbone', `This collection has no network "${id}". It has: ${ids}.`)
}

/** The one that a run learned with, by the key in its row; null: it is not there any more. */
export async function backboneOfRun(collectionFolder: string, bundled: KnownBackbone, key: string) {
  if (bundled.key === key) return bundled
  return (await addedBackbones(collectionFolder)).find((added) => added.key === key) ?? null
}

async function readBackbones(folder: string): Promise<KnownBackbone[]> {
  const names = await readdir(folder).catch(() => [])
  const specs = names.filter((file) => file.endsWith('.json')).toSorted()
  const read = await Promise.all(specs.map((spec) => readBackbone(folder, spec)))
  return read.filter((backbone) => backbone !== null)
}

/** Null: damaged, or named so that its files would lie elsewhere. */
async function readBackbone(folder: string, spec: string): Promise<KnownBackbone | null> {
  try {
    const backbone = JSON.parse(await readFile(path.join(folder, spec), 'utf8')) as Backbone
    if (`${backbone.id}.json` !== spec || backbone.file !== `${backbone.id}.onnx`) return null
    return { backbone, model: path.join(folder, backbone.file), key: backboneKey(backbone) }
  } catch {
    return null
  }
}
