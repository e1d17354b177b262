import { posix } from 'node:path'

/** A path for comparison: case and composed or decomposed accents make no difference. */
export function fold(file: string): string {
  return file.normalize('NFC').toLowerCase()
}

/** Ambiguous: several files have this key. */
const ambiguous = Symbol('ambiguous')
type Keys = Map<string, string | typeof ambiguous>

/**
 * Finds the file that a table's cell means. `files` are relative to `folder` with forward slashes; `tableFolder` is where
 * the table lies relative to it ('' for the folder itself, null for elsewhere). Understood, first match wins: the path
 * as it is; relative to the table; below the folder when given from further up or as on another computer; a bare name
 * that only one file has; each without regard to case, accents' encoding and backslashes; and a missing extension where
 * one file fits.
 */
export function createMatcher(files: Iterable<string>, folder: string, tableFolder: string | null) {
  const exact = new Set<string>()
  const paths: Keys = new Map()
  const names: Keys = new Map()
  for (const file of files) {
    exact.add(file)
    add(paths, fold(file), file)
    add(paths, stem(fold(file)), file)
    add(names, fold(posix.basename(file)), file)
    add(names, stem(fold(posix.basename(file))), file)
  }
  const root = folder.replaceAll('\\', '/').replace(/\/+$/, '')

  return (cell: string): string | undefined => {
    const written = cell.trim()
    if (exact.has(written)) return written
    for (const candidate of candidates(written, root, tableFolder)) {
      if (exact.has(candidate)) return candidate
      const found = paths.get(fold(candidate))
      if (typeof found === 'string') return found
    }
    const found = /[/\\]/.test(written) ? undefined : names.get(fold(written))
    return typeof found === 'string' ? found : undefined
  }
}

function candidates(written: string, root: string, tableFolder: string | null): string[] {
  const path = posix.normalize(written.replaceAll('\\', '/')).replace(/^\.\//, '')
  const isAbsolute = /^(\/|[a-z]:\/)/i.test(path)
  const relative = isAbsolute ? [] : [path]
  if (!isAbsolute && tableFolder) relative.push(posix.normalize(posix.join(tableFolder, path)))
  if (isAbsolute && fold(path).startsWith(`${fold(root)}/`)) relative.push(path.slice(root.length + 1))
  const name = `/${fold(posix.basename(root))}/`
  const below = fold(`/${path}`).lastIndexOf(name)
  if (below !== -1 && name.length > 2) relative.push(path.slice(below + name.length - 1))
  if (path.startsWith('/')) relative.push(path.slice(1))
  return relative
}

function add(keys: Keys, key: string, file: string) {
  const present = keys.get(key)
  keys.set(key, present === undefined || present === file ? file : ambiguous)
}

function stem(file: string): string {
  return file.slice(0, file.length - posix.extname(file).length)
}
