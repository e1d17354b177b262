import path from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { openCatalogue } from './catalogue/open.ts'
import { reckonFindings, type Asked } from './learning/findings.ts'

/** What the whole collection says, reckoned beside the app: seconds at 100,000 works, in which a verdict must not wait. */
const { folder, asked } = workerData as { folder: string; asked: Asked }
const db = openCatalogue(path.join(folder, 'catalogue.sqlite'))
try {
  parentPort!.postMessage(await reckonFindings({ folder, db }, asked))
} finally {
  db.close()
}
