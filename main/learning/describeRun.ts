import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { CurvePoint } from '#preload/api.ts'
import packageJson from '../../package.json' with { type: 'json' }
import type { Backbone } from '../engine/api.ts'
import { propertyTable } from '../catalogue/properties.ts'
import { describedNetwork } from './chooseNetwork.ts'
import type { Learned, TaskJob } from './engineTasks.ts'
import { modelCard, type CardFacts } from './modelCard.ts'
import { modelFiles } from './modelFiles.ts'
import { runFolder } from './predictions.ts'
import { writeRunFiles } from './runFiles.ts'
import { readInputs, writeInputs, type EnsembleInput } from './modelInputs.ts'

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
  const described = describedNetwork(network)
  const collection = propertyTable(db).get('name') ?? path.basename(collectionFolder, '.connoisseur')
  const card = modelCard({
    ...learned,
    votes: outcome.votes,
    isCutShort: outcome.isCutShort,
    inputs: await inputsOf(folder, learned.run, described),
    model,
    collection,
    version: packageJson.version,
    backbone: described,
  })
  const terms = Object.fromEntries(learned.attributes.map((attribute) => [attribute.learned.name, attribute.learned.terms])) // prettier-ignore
  await writeRunFiles(folder, { card, recipe: learned.recipe, curve, terms })
}

/** What the inputs of the model take; a vote has written it down already. */
async function inputsOf(folder: string, run: number, { input }: Backbone): Promise<EnsembleInput[]> {
  const known = await readInputs(folder)
  if (known) return known
  const own = [{ ...input, runs: [run] }]
  await writeInputs(folder, own)
  return own
}

/** Of a file. */
export async function fingerprint(file: string): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256')
  for await (const part of createReadStream(file)) hash.update(part as Buffer)
  return { sha256: hash.digest('hex'), bytes: (await stat(file)).size }
}
