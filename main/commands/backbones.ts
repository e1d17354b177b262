import path from 'node:path'
import { normalisations, type Normalisation } from '../engine/backbone/normalisations.ts'
import { addBackbone } from '../learning/addBackbone.ts'
import { addedBackbones, type KnownBackbone } from '../learning/backbones.ts'
import { UsageError } from './arguments.ts'
import type { Answer, Command, Context } from './run.ts'

export const backbonesCommand = async ({ app }: Context): Promise<Answer> => {
  const { session, backbone } = app.internals
  const all = [await backbone(), ...(await addedBackbones(session.current().folder))]
  return { text: all.map(line).join(''), json: { backbones: all.map(({ backbone: spec }) => spec) } }
}

export const addBackboneCommand: Command = async ({ app, args }) => {
  const { session, engine, backbone } = app.internals
  const file = args.operand!
  const setting = {
    collectionFolder: session.current().folder,
    bundled: await backbone(),
    engine,
    signal: new AbortController().signal,
  }
  const normalisation = normalisationOf(args.needed('normalisation'))
  const added = await addBackbone(setting, { file, name: args.text('name') ?? path.parse(file).name, normalisation })
  return { text: line(added), json: { backbone: added.backbone } }
}

const line = ({ backbone: { id, name, dimension, input, sha256 } }: KnownBackbone) =>
  `${id}  ${name}  ${input.size} px  ${dimension} features  sha256 ${sha256}\n`

function normalisationOf(name: string): Normalisation {
  if (Object.hasOwn(normalisations, name)) return name as Normalisation
  throw new UsageError(`--normalisation takes ${Object.keys(normalisations).join(', ')}, not "${name}".`)
}
