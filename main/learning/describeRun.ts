import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import type { CurvePoint } from '#preload/api.ts'
import packageJson from '../../package.json' with { type: 'json' }
import { propertyTable } from '../catalogue/properties.ts'
import { describedNetwork } from './chooseNetwork.ts'
import type { Learned, TaskJob } from './engineTasks.ts'
import { modelCard, type CardFacts } from './modelCard.ts'
import { modelFiles } from './modelFiles.ts'
import { runFolder } from './predictions.ts'
import { writeRunFiles } from './runFiles.ts'
import type { EnsembleInput } from './vote.ts'

type Told = Omit<CardFacts, 'collection' | 'version' | 'backbone' | 'model' | 'votes' | 'inputs' | 'isCutShort'> & {
  curve: readonly CurvePoint[]
  learned: Learned
}

/** Writes what tells of a run beside its model: card, recipe, curves and terms. */
export async function describeRun(
  { db, collectionFolder, network }: TaskJob,
  { curve, learned: outcome, ...learned }: Told,
) {
  const folder = runFolder(collectionFolder, learned.run)
  const file = modelFiles[learned.recipe.kind]
  const model = { file, ...(await fingerprint(path.join(folder, file))) }
  const collection = propertyTable(db).get('name') ?? path.basename(collectionFolder, '.connoisseur')
  const card = modelCard({
    ...learned,
    votes: outcome.votes,
    isCutShort: outcome.isCutShort,
    inputs: await inputsOf(folder),
    model,
    collection,
    version: packageJson.version,
    backbone: describedNetwork(network),
  })
  const terms = Object.fromEntries(learned.attributes.map((attribute) => [attribute.learned.name, attribute.learned.terms])) // prettier-ignore
  await writeRunFiles(folder, { card, recipe: learned.recipe, curve, terms })
}

/** What the inputs of a vote take; none: the run has one network. */
async function inputsOf(folder: string): Promise<EnsembleInput[]> {
  const text = await readFile(path.join(folder, 'inputs.json'), 'utf8').catch(() => '[]')
  return JSON.parse(text) as EnsembleInput[]
}

/** Of a file. */
export async function fingerprint(file: string): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256')
  for await (const part of createReadStream(file)) hash.update(part as Buffer)
  return { sha256: hash.digest('hex'), bytes: (await stat(file)).size }
}
