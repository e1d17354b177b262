import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { CurvePoint } from '#preload/api.ts'
import packageJson from '../../package.json' with { type: 'json' }
import { propertyTable } from '../catalogue/properties.ts'
import type { TaskJob } from './engineTasks.ts'
import { modelCard, type CardFacts } from './modelCard.ts'
import { runFolder } from './predictions.ts'
import { writeRunFiles } from './runFiles.ts'

type Learned = Omit<CardFacts, 'collection' | 'version' | 'backbone' | 'model'> & { curve: readonly CurvePoint[] }

/** Writes what tells of a run beside its model: card, recipe, curves and terms. */
export async function describeRun({ db, collectionFolder, backbone }: TaskJob, { curve, ...learned }: Learned) {
  const folder = runFolder(collectionFolder, learned.run)
  const file = learned.recipe.kind === 'probe' ? 'heads.onnx' : 'network.onnx'
  const model = { file, ...(await fingerprint(path.join(folder, file))) }
  const collection = propertyTable(db).get('name') ?? path.basename(collectionFolder, '.connoisseur')
  const card = modelCard({ ...learned, model, collection, version: packageJson.version, backbone: backbone.backbone })
  const terms = Object.fromEntries(learned.attributes.map((attribute) => [attribute.learned.name, attribute.learned.terms])) // prettier-ignore
  await writeRunFiles(folder, { card, recipe: learned.recipe, curve, terms })
}

async function fingerprint(file: string): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256')
  for await (const part of createReadStream(file)) hash.update(part as Buffer)
  return { sha256: hash.digest('hex'), bytes: (await stat(file)).size }
}
