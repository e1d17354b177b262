import { rm } from 'node:fs/promises'
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
  const [newest, ...others] = runTable(db).all().filter((run) => run.backbone === key) // prettier-ignore
  if (newest) {
    const times = others.length === 0 ? 'once' : `${others.length + 1} times`
    throw new ApiError(
      'backbone-in-use',
      `${backbone.name} is still needed: this collection learned with it ${times}, the last time on ${newest.startedAt.slice(0, 10)}, and those results are kept. It can be removed when they are gone.`,
    )
  }
  // The spec goes first: without it the network is not there, whatever a kill leaves behind.
  await rm(path.join(backboneFolder(folder), `${id}.json`))
  embeddingTable(db).forgetBeyond(key, 0)
  await rm(model, { force: true })
  await rm(embeddingFile(folder, key), { force: true })
}
