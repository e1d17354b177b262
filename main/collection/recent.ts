import { existsSync } from 'node:fs'
import path from 'node:path'
import type { RecentCollection } from '#preload/api.ts'
import { readJson, writeJson } from './settings.ts'

type Entry = Omit<RecentCollection, 'missing'>
const most = 12

/** The collections opened last, newest first, in recent.json of the data folder. */
export function recentCollections(dataFolder: string) {
  const file = path.join(dataFolder, 'recent.json')
  const read = (): Entry[] => {
    const { collections } = readJson(file) as { collections?: Entry[] }
    return Array.isArray(collections) ? collections : []
  }
  const write = (collections: Entry[]) => writeJson(file, { collections: collections.slice(0, most) })
  return {
    list: (): RecentCollection[] =>
      read().map((entry) => ({ ...entry, missing: !existsSync(path.join(entry.folder, 'catalogue.sqlite')) })),
    put: (entry: Entry) => write([entry, ...read().filter(({ folder }) => folder !== entry.folder)]),
    forget: (folder: string) => write(read().filter((entry) => entry.folder !== folder)),
  }
}
