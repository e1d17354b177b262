import { mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { JobResult, NewBackbone } from '#preload/api.ts'
import { ApiError } from '#preload/rpc.ts'
import { normalisations } from '../engine/backbone/normalisations.ts'
import { writeAtomically } from '../engine/writeAtomically.ts'
import type { EngineClient } from '../engineClient.ts'
import type { Progress } from '../jobs.ts'
import { addedBackbones, backboneFolder, type KnownBackbone } from './backbones.ts'
import { download } from './download.ts'
import { httpsUrl } from './openHttps.ts'

/** A network to add: an ONNX file of this computer, or one to download. */
export type BackboneSource = NewBackbone & ({ file: string } | { url: string; sha256: string })

type Setting = {
  collectionFolder: string
  bundled: KnownBackbone
  engine: EngineClient
  signal: AbortSignal
  progress(state: Progress): void
}

/** What a message of the ONNX format can hold at most. */
const mostBytes = 2 ** 31 - 1

/** The source as it is kept and used. Throws ApiError 'bad-name', 'bad-normalisation', 'bad-sha256' and those of an address. */
export function checkSource(source: BackboneSource): BackboneSource {
  const name = source.name.trim().slice(0, 100)
  if (name === '') throw new ApiError('bad-name', 'Type a name for the network.')
  if (!Object.hasOwn(normalisations, source.normalisation))
    throw new ApiError('bad-normalisation', `There is no way "${source.normalisation}" of giving pictures to a network. Known: ${Object.keys(normalisations).join(', ')}.`) // prettier-ignore
  if ('file' in source) return { ...source, name, file: path.resolve(source.file) }
  const sha256 = source.sha256.trim().toLowerCase()
  if (!/^[0-9a-f]{64}$/.test(sha256))
    throw new ApiError(
      'bad-sha256',
      'The sha256 has 64 digits from 0 to 9 and a to f. It stands beside the download, on the page of its maker.',
    )
  return { ...source, name, sha256, url: httpsUrl(source.url).href }
}

/**
 * Checks a network and keeps it in the collection with its sha256. The same network with the same normalisation is kept
 * once. Throws ApiError with what is wrong with it or with its download.
 */
export async function addBackbone(
  setting: Setting,
  given: BackboneSource,
): Promise<Extract<JobResult, { kind: 'backbone' }>> {
  const source = checkSource(given)
  if ('file' in source) return keepChecked(setting, source, { file: source.file, origin: path.basename(source.file) })
  const { url, sha256 } = source
  const file = path.join(backboneFolder(setting.collectionFolder), 'downloads', `${sha256}.part`)
  const { signal, progress } = setting
  await download({ url, sha256, file, signal, mostBytes, progress: (done, total) => progress({ stage: 'downloading', done, total }) }) // prettier-ignore
  const { host, pathname } = new URL(url)
  try {
    return await keepChecked(setting, source, { file, origin: `https://${host}${pathname}` })
  } catch (error) {
    throw error instanceof ApiError && error.code === 'weights-missing' ? inTwoFiles : error
  } finally {
    if (!signal.aborted) await rm(file, { force: true })
  }
}

const inTwoFiles = new ApiError(
  'weights-missing',
  'This network lies in two files, and this address gives the first alone. Download both into one folder, then add it from the file.',
)

type Found = { file: string; origin: string }

async function keepChecked(setting: Setting, { name, normalisation }: NewBackbone, { file, origin }: Found) {
  const { collectionFolder, bundled, engine, signal, progress } = setting
  const folder = backboneFolder(collectionFolder)
  await mkdir(folder, { recursive: true })
  const known = [bundled, ...(await addedBackbones(collectionFolder))]
  const id = freeId(name, known)
  const target = path.join(folder, `${id}.new`)
  progress({ stage: 'waiting', done: 0, total: 0 })
  try {
    const backbone = await engine.run((api) => {
      progress({ stage: 'checking', done: 0, total: 0 })
      return api.backbone.prepare({ file, id, name, normalisation, origin, target })
    }, signal)
    const same = known.find(
      (other) => other.backbone.sha256 === backbone.sha256 && isAlike(other.backbone.input, backbone.input),
    )
    if (same) return { kind: 'backbone', id: same.backbone.id, isNew: false } as const
    await rename(target, path.join(folder, backbone.file))
    await writeAtomically(path.join(folder, `${id}.json`), Buffer.from(`${JSON.stringify(backbone, null, 2)}\n`))
    return { kind: 'backbone', id, isNew: true } as const
  } finally {
    await rm(target, { force: true })
  }
}

const isAlike = (one: KnownBackbone['backbone']['input'], other: KnownBackbone['backbone']['input']) =>
  JSON.stringify([one.size, one.mean, one.std]) === JSON.stringify([other.size, other.mean, other.std])

/** A name that a file and a command can have: resnet50v2, and resnet50v2-2 where there is one already. */
function freeId(name: string, known: readonly KnownBackbone[]): string {
  const plain = name.toLowerCase().replace(/[^a-z0-9.]+/g, '-').replace(/^[-.]+|[-.]+$/g, '').slice(0, 60) || 'network' // prettier-ignore
  const taken = new Set(known.map(({ backbone }) => backbone.id))
  for (let at = 1; ; at++) {
    const id = at === 1 ? plain : `${plain}-${at}`
    if (!taken.has(id)) return id
  }
}
