import { access } from 'node:fs/promises'
import { join } from 'node:path'
import type { ProblemCode } from '#preload/api.ts'
import { ApiError } from '#preload/rpc.ts'
import { hashFile } from '../images/hash.ts'
import { inspect } from '../images/inspect.ts'
import { measureThumbnail, type Measure } from '../images/measure.ts'
import { asImageProblem } from '../images/problem.ts'
import type { Found } from '../images/scan.ts'
import { makeThumbnail, thumbnailPath, writeThumbnail } from '../images/thumbnail.ts'

export type ReadImage =
  | { kind: 'image'; file: string; bytes: number; modified: number; sha256: string; width: number; height: number; format: string; measure: Measure | null } // prettier-ignore
  | { kind: 'problem'; file: string; bytes: number | null; modified: number | null; code: ProblemCode; message: string }

/**
 * Everything the catalogue keeps of an image file. Its thumbnail is on the disk before this returns; `measure` is null where
 * an old thumbnail cannot be read. What is wrong with the file is a result; what is wrong with the collection's folder is thrown: ApiError 'disk-full', 'collection-unwritable'.
 */
export async function readImage(
  folder: string,
  collectionFolder: string,
  found: Found,
  signal: AbortSignal,
): Promise<ReadImage> {
  const { file } = found
  if (found.kind === 'unreadable')
    return { kind: 'problem', file, bytes: null, modified: null, code: 'unreadable', message: found.message }
  const { bytes, modified } = found
  const path = join(folder, file)
  let thumbnail: Buffer | null
  let image: Omit<Extract<ReadImage, { kind: 'image' }>, 'kind'>
  const place = (sha256: string) => thumbnailPath(collectionFolder, sha256)
  try {
    const inspected = await inspect(path)
    const sha256 = await hashFile(path, signal)
    const isMade = await exists(place(sha256))
    thumbnail = isMade ? null : await makeThumbnail(path)
    const measure = await measureThumbnail(thumbnail ?? place(sha256)).catch(() => null)
    image = { file, bytes, modified, sha256, ...inspected, measure }
  } catch (error) {
    signal.throwIfAborted()
    const { code, message } = asImageProblem(error)
    return { kind: 'problem', file, bytes, modified, code, message }
  }
  signal.throwIfAborted()
  if (thumbnail) await writeThumbnail(collectionFolder, image.sha256, thumbnail).catch(explain)
  return { kind: 'image', ...image }
}

export async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

function explain(error: unknown): never {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC' || code === 'EDQUOT') throw diskFull()
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    throw new ApiError('collection-unwritable', 'The collection’s folder cannot be written to. Check your rights, or move the collection.') // prettier-ignore
  throw error
}

export function diskFull(): ApiError {
  return new ApiError('disk-full', 'The disk is full. Make room and start again: what was read so far is kept.')
}
