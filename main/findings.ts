import { Worker } from 'node:worker_threads'
import type { Card, Findings } from '#preload/api.ts'
import type { OpenCollection } from './collection/openCollection.ts'
import type { Asked, Reckoned } from './learning/findings.ts'
import { learnedAttribute } from './learning/learnedAttribute.ts'
import { places } from './places.ts'

/** What the whole collection says of an attribute, found in a thread of its own. Throws ApiError 'not-learned'. `cards`: as the grid shows works. */
export async function findings(
  { folder, db }: OpenCollection,
  asked: Asked,
  cards: (ids: number[]) => Card[],
): Promise<Findings> {
  learnedAttribute(db, asked.attribute, null)
  const { outliers, ...found } = await inThread({ folder, asked })
  const likeness = new Map(outliers.map((outlier) => [outlier.artwork, outlier.likeness]))
  return { ...found, outliers: cards([...likeness.keys()]).map((card) => ({ ...card, likeness: likeness.get(card.id)! })) } // prettier-ignore
}

function inThread(data: { folder: string; asked: Asked }): Promise<Reckoned> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(places.findings, { workerData: data, execArgv: [] })
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('The findings ended before they were found')))
  })
}
