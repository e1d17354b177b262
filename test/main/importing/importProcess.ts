import { join } from 'node:path'
import { openCatalogue } from '#main/catalogue/open.ts'
import { importFolder } from '#main/importing/importFolder.ts'

/** A process that imports a folder, to be killed or measured from outside. Prints 'ready', then memory, then 'done'. */
const [folder = '', collectionFolder = '', table = ''] = process.argv.slice(2)
const db = openCatalogue(join(collectionFolder, 'catalogue.sqlite'))
const say = (message: unknown) => process.stdout.write(`${JSON.stringify(message)}\n`)

function reportMemory(done: number) {
  globalThis.gc?.()
  const { rss, heapUsed } = process.memoryUsage()
  say({ done, rss: rss / 1e6, heap: heapUsed / 1e6 })
}

say('ready')
await importFolder({
  db,
  collectionFolder,
  options: { folder, table: table || null, folderAttribute: null },
  signal: new AbortController().signal,
  progress: ({ stage, done }) => {
    if (stage === 'reading' && done % 500 === 0) reportMemory(done)
  },
})
say('done')
db.close()
