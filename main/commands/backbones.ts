import path from 'node:path'
import type { Normalisation } from '#preload/api.ts'
import { normalisations } from '../engine/backbone/normalisations.ts'
import { addedBackbones, findBackbone, type KnownBackbone } from '../learning/backbones.ts'
import { UsageError } from './arguments.ts'
import type { Answer, Command, Context } from './run.ts'

export const backbonesCommand = async ({ app }: Context): Promise<Answer> => {
  const { session, backbone } = app.internals
  const all = [await backbone(), ...(await addedBackbones(session.current().folder))]
  return { text: all.map(line).join(''), json: { backbones: all.map(({ backbone: spec }) => spec) } }
}

/** From a file or, where the operand is an address, from there. */
export const addBackboneCommand: Command = async ({ app, args, finish }) => {
  const { session, work, backbone } = app.internals
  const place = args.operand!
  const isAddress = /^[a-z][a-z0-9+.-]+:\/\//i.test(place)
  const name = args.text('name') ?? path.parse(isAddress ? nameIn(place) : place).name
  const asked = { name, normalisation: normalisationOf(args.needed('normalisation')) }
  const source = isAddress ? { ...asked, url: place, sha256: args.needed('sha256') } : { ...asked, file: place }
  const { result } = await finish(work.addBackbone(session.current(), source))
  if (result?.kind !== 'backbone') throw new Error('Adding the network gave no result')
  const added = await findBackbone(session.current().folder, await backbone(), result.id)
  return { text: line(added), json: { backbone: added.backbone } }
}

export const removeBackboneCommand: Command = async ({ app, args }) => {
  const id = args.operand!
  await app.handlers.backbones.remove({ id })
  return { text: `${id} is removed.\n`, json: { removed: id } }
}

/** The last word of an address. */
const nameIn = (address: string) => URL.parse(address)?.pathname.split('/').at(-1) || 'network'

const line = ({ backbone: { id, name, dimension, input, sha256 } }: KnownBackbone) =>
  `${id}  ${name}  ${input.size} px  ${dimension} features  sha256 ${sha256}\n`

function normalisationOf(name: string): Normalisation {
  if (Object.hasOwn(normalisations, name)) return name as Normalisation
  throw new UsageError(`--normalisation takes ${Object.keys(normalisations).join(', ')}, not "${name}".`)
}
