import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Collection } from '#preload/api.ts'
import type { App } from '../app.ts'
import { createCollection, openCollection } from './openCollection.ts'

const name = 'Sample'

/** Opens the sample collection. The first time it is made, and its works are imported, embedded and learned. */
export function openSample({ dataFolder, resources, session, work }: App): Promise<Collection> {
  const folder = path.join(dataFolder, `${name}.connoisseur`)
  if (existsSync(path.join(folder, 'catalogue.sqlite'))) return session.open(folder, () => openCollection(folder))
  return session
    .open(folder, () => createCollection(dataFolder, name, { sample: 'yes' }))
    .then((collection) => {
      const source = path.join(resources, 'sample')
      const options = { folder: source, table: path.join(source, 'labels.csv'), folderAttribute: null, thenLearn: true }
      work.import(session.current(), options)
      return collection
    })
}
