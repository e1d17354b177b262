import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Collection } from '#preload/api.ts'
import { ApiError } from '#preload/rpc.ts'
import { embeddingTable } from '../catalogue/embeddings.ts'
import { openCatalogue, type Catalogue } from '../catalogue/open.ts'
import { overviewQuery } from '../catalogue/overview.ts'
import { propertyTable } from '../catalogue/properties.ts'
import { runTable } from '../catalogue/runs.ts'
import { sweepRunFolders } from '../learning/runFiles.ts'
import { asRun } from '../learning/runView.ts'

export type OpenCollection = { folder: string; db: Catalogue }

/** Makes NAME.connoisseur in `folder`. Throws ApiError 'bad-name', 'exists', 'folder-unwritable'. */
export function createCollection(
  folder: string,
  name: string,
  properties: Record<string, string> = {},
): OpenCollection {
  const trimmed = name.trim()
  if (!trimmed || /[\\/:*?"<>|]/.test(trimmed) || trimmed.startsWith('.'))
    throw new ApiError('bad-name', 'A name needs at least one character and none of \\ / : * ? " < > |.')
  const target = path.join(path.resolve(folder), `${trimmed}.connoisseur`)
  if (existsSync(path.join(target, 'catalogue.sqlite')))
    throw new ApiError(
      'exists',
      `There is a collection named "${trimmed}" in this folder already. Open it, or choose another name.`,
    )
  return openAt(target, { ...properties, name: trimmed })
}

/** Throws ApiError 'not-a-collection', 'newer-collection'. */
export function openCollection(folder: string): OpenCollection {
  const target = path.resolve(folder)
  if (!existsSync(path.join(target, 'catalogue.sqlite')))
    throw new ApiError(
      'not-a-collection',
      `${target} is not a Connoisseur collection. Choose a folder whose name ends in .connoisseur.`,
    )
  return openAt(target, {})
}

/** Opens the collection in `folder`, which is made if it is not there: the command line names it so. */
export function openOrCreate(folder: string): OpenCollection {
  const target = path.resolve(folder)
  return openAt(
    target,
    existsSync(path.join(target, 'catalogue.sqlite')) ? {} : { name: path.basename(target, '.connoisseur') },
  )
}

function openAt(folder: string, properties: Record<string, string>): OpenCollection {
  try {
    for (const part of ['', 'thumbnails', 'embeddings', 'models'])
      mkdirSync(path.join(folder, part), { recursive: true })
  } catch (error) {
    throw new ApiError(
      'folder-unwritable',
      `Nothing can be written in ${folder} (${(error as Error).message}). Choose another folder.`,
    )
  }
  const db = openCatalogue(path.join(folder, 'catalogue.sqlite'))
  for (const [name, value] of Object.entries(properties)) propertyTable(db).set(name, value)
  sweepRunFolders({ folder, db })
  return { folder, db }
}

/** What the window shows of a collection. `backbone`: the key of the embeddings that count. */
export function describeCollection({ folder, db }: OpenCollection, backbone: string): Collection {
  const overview = overviewQuery(db)
  const properties = propertyTable(db)
  const current = runTable(db).current()
  return {
    folder,
    name: properties.get('name') ?? path.basename(folder, '.connoisseur'),
    isSample: properties.get('sample') === 'yes',
    ...overview.counts(),
    embedded: embeddingTable(db).count(backbone),
    run: current ? asRun(current) : null,
    correctionsSinceRun: current ? overview.correctionsSince(current.startedAt) : 0,
  }
}
