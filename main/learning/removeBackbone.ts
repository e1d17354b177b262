import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { ApiError } from '#preload/rpc.ts'
import { embeddingTable } from '../catalogue/embeddings.ts'
import { runTable } from '../catalogue/runs.ts'
import type { OpenCollection } from '../collection/openCollection.ts'
import { backboneFolder, findBackbone, type KnownBackbone } from './backbones.ts'
import { embeddingFile } from './embedWorks.ts'

/**
 * Removes an added network and what it made of the works. Throws ApiError 'bundled-backbone', 'unknown-backbone', and
 * 'backbone-in-use' while a run is kept whose results rest on it.
 */
export async function removeBackbone({ db, folder }: OpenCollection, bundled: KnownBackbone, id: string) {
  const { backbone, model, key } = await findBackbone(folder, bundled, id)
  if (key === bundled.key)
    throw new ApiError('bundled-backbone', `${backbone.name} belongs to the app and cannot be removed.`)
  const runs = runTable(db).all().filter((run) => run.backbone === key) // prettier-ignore
  if (runs.length > 0) {
    const ids = runs.map((run) => run.id).toSorted((a, b) => a - b)
    const [which, them] = ids.length === 1 ? [`run ${ids[0]}`, 'it'] : [`runs ${ids.join(', ')}`, 'them']
    throw new ApiError(
      'backbone-in-use',
      `${backbone.name} is still needed: ${which} of this collection learned with it, and what you see of ${them} rests on it. Delete ${them} under Learn first.`,
    )
  }
  // The spec goes first: without it the network is not there, whatever a kill leaves behind.
  await rm(path.join(backboneFolder(folder), `${id}.json`))
  embeddingTable(db).forgetBeyond(key, 0)
  await rm(model, { force: true })
  const embeddings = path.dirname(embeddingFile(folder, key))
  const made = (await readdir(embeddings)).filter((name) => name.startsWith(`${key}.`))
  await Promise.all(made.map((name) => rm(path.join(embeddings, name), { force: true })))
}
