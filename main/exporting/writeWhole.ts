import { open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { ApiError } from '#preload/rpc.ts'

/**
 * Writes a file whole or not at all: beside its place first, then in it. What stood there stays until then.
 * `what` it is, for the sentence of a failure. Throws ApiError 'export-unwritable', 'disk-full', and the signal's reason.
 */
export async function writeWhole(
  path: string,
  parts: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>,
  signal: AbortSignal,
  what = 'table',
): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path).slice(0, 100)}.${crypto.randomUUID().slice(0, 8)}.tmp`)
  try {
    const file = await open(temporary, 'wx')
    try {
      for await (const part of parts) {
        signal.throwIfAborted()
        await file.writeFile(part)
      }
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {})
    throw explain(error, path, what)
  }
}

function explain(error: unknown, path: string, what: string): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException
  if (syscall === undefined) return error
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new ApiError(
      'disk-full',
      `The disk is full, so the ${what} was not written. Make room or choose another place.`,
    )
  const why =
    code === 'ENOENT' || code === 'ENOTDIR'
      ? 'The folder does not exist.'
      : code === 'EISDIR' || code === 'ENOTEMPTY' || code === 'EEXIST'
        ? 'There is a folder of that name.'
        : code === 'EBUSY'
          ? 'It is open in another program: close it there.'
          : `You may not have the right to write there (${code}).`
  return new ApiError('export-unwritable', `The ${what} cannot be written to ${path}. ${why} Choose another place.`)
}
