import type { Dirent } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { ApiError } from '#preload/rpc.ts'

/** `file` is relative to the scanned folder, with forward slashes on every system. */
export type Found =
  | { kind: 'file'; file: string; /** Milliseconds since 1970. */ modified: number; bytes: number }
  | { kind: 'unreadable'; file: string; message: string }

type Walked = { kind: 'file'; file: string } | Extract<Found, { kind: 'unreadable' }>
type Walk = {
  root: string
  realRoot: string
  /** Real paths of linked folders that were entered. */ entered: Set<string>
}

/**
 * All files below a folder with size and time, folder by folder, by name within a folder, the same order every time.
 * Hidden files and folders and collections are left out; a linked folder is entered once, and not if it is part of
 * the scanned folder anyway. Throws ApiError 'folder-missing', 'folder-unreadable'.
 */
export async function* scan(folder: string): AsyncGenerator<Found> {
  for await (const found of walk(folder)) {
    if (found.kind === 'unreadable') yield found
    else yield await describe(folder, found.file)
  }
}

/** As `scan`, by names alone: several times faster. */
export async function* walk(folder: string): AsyncGenerator<Walked> {
  const state = { root: folder, realRoot: await open(folder), entered: new Set<string>() }
  yield* walkFolder(state, '', await list(folder))
}

async function* walkFolder(state: Walk, parent: string, entries: Dirent[]): AsyncGenerator<Walked> {
  for (const entry of entries) {
    const file = parent === '' ? entry.name : `${parent}/${entry.name}`
    const kind = await kindOf(state, entry, file)
    if (kind === 'file') yield { kind: 'file', file }
    else if (kind === 'folder') {
      if (entry.name.endsWith('.connoisseur')) continue
      const inside = await list(join(state.root, file)).catch((error: ApiError) => error)
      if (inside instanceof Error) yield { kind: 'unreadable', file, message: inside.message }
      else yield* walkFolder(state, file, inside)
    } else if (kind !== 'skip') yield { kind: 'unreadable', file, message: kind.message }
  }
}

async function kindOf(
  state: Walk,
  entry: Dirent,
  file: string,
): Promise<'file' | 'folder' | 'skip' | { message: string }> {
  if (entry.isDirectory()) return 'folder'
  if (entry.isFile()) return 'file'
  if (!entry.isSymbolicLink()) return { message: 'This is a device or a pipe, not a file. It was left out.' }
  const path = join(state.root, file)
  const target = await realpath(path).catch(() => null)
  const info = target === null ? null : await stat(target).catch(() => null)
  if (target === null || !info)
    return { message: 'This is a link to something that no longer exists. Put the file itself here.' }
  if (info.isFile()) return 'file'
  const isPart = contains(state.realRoot, target) || contains(target, state.realRoot)
  if (!info.isDirectory() || isPart || state.entered.has(target)) return 'skip'
  state.entered.add(target)
  return 'folder'
}

/** Whether `inner` is `outer` or lies in it. */
function contains(outer: string, inner: string): boolean {
  return `${inner}${sep}`.startsWith(outer.endsWith(sep) ? outer : `${outer}${sep}`)
}

async function describe(folder: string, file: string): Promise<Found> {
  try {
    const { size, mtimeMs } = await stat(join(folder, file))
    return { kind: 'file', file, bytes: size, modified: mtimeMs }
  } catch (error) {
    return { kind: 'unreadable', file, message: `The file cannot be read (${codeOf(error)}). Check it and its name.` }
  }
}

async function open(folder: string): Promise<string> {
  try {
    return await realpath(folder)
  } catch (error) {
    throw explain(error, folder)
  }
}

/** Sorted by code unit, so that the order does not depend on the computer's language. */
async function list(folder: string): Promise<Dirent[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    return entries
      .filter(({ name }) => !name.startsWith('.'))
      .toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
  } catch (error) {
    throw explain(error, folder)
  }
}

function explain(error: unknown, folder: string): ApiError {
  const code = codeOf(error)
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP')
    return new ApiError('folder-missing', `The folder ${folder} does not exist. It may have been moved or its drive is not connected.`) // prettier-ignore
  return new ApiError('folder-unreadable', `The folder ${folder} cannot be opened (${code}). You may not have the right to read it.`) // prettier-ignore
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'unknown error'
}
