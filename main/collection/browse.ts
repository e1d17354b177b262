import { readdir } from 'node:fs/promises'
import { homedir } from 'node:os'
import path from 'node:path'
import type { Folder } from '#preload/api.ts'
import { ApiError } from '#preload/rpc.ts'

const image = /\.(jpe?g|png|tiff?|webp|avif|hei[cf]|gif|bmp)$/i
const choosable = /\.(csv|tsv|txt|json|onnx)$/i
const byName = new Intl.Collator(undefined, { numeric: true })

/** One folder for the page's own chooser: subfolders, tables and networks, and how many images lie in it. Throws 'folder-unreadable'. */
export async function browse(folder: string | null): Promise<Folder> {
  const target = path.resolve(folder ?? homedir())
  const entries = await readdir(target, { withFileTypes: true }).catch((error: Error) => {
    throw new ApiError('folder-unreadable', `The folder ${target} cannot be opened (${error.message}). Choose another.`)
  })
  const visible = entries.filter(({ name }) => !name.startsWith('.')).toSorted((a, b) => byName.compare(a.name, b.name))
  const at = ({ name }: { name: string }) => ({ name, path: path.join(target, name) })
  const parent = path.dirname(target)
  return {
    path: target,
    parent: parent === target ? null : parent,
    folders: visible
      .filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
      .map((entry) => ({ ...at(entry), isCollection: entry.name.endsWith('.connoisseur') })),
    files: visible.filter((entry) => entry.isFile() && choosable.test(entry.name)).map(at),
    images: visible.filter((entry) => entry.isFile() && image.test(entry.name)).length,
  }
}
