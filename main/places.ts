import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Where things lie: in the source tree, beside the bundle in dist/, or in the installed app. There the window's code is
 * in app.asar, which Electron alone can read; the rest of the code is in app.asar.unpacked, and the resources beside.
 */
const here = fileURLToPath(import.meta.url)
const root = findRoot(path.dirname(here))
const bundled = !here.endsWith('.ts')

const installed = /\.asar(\.unpacked)?$/.test(root)
const resources = installed ? path.dirname(root) : path.join(root, 'resources')
const nodeName = process.platform === 'win32' ? 'node.exe' : 'node'

export const places = {
  root,
  /** Holds models/ and sample/. */
  resources,
  page: path.join(root, 'dist/renderer'),
  preload: path.join(root, 'dist/preload/preload.cjs'),
  /** The app's process of the desktop shell, and the Node that runs it. */
  core: path.join(root.replace(/\.asar$/, '.asar.unpacked'), 'dist/main/core.js'),
  node: installed ? path.join(resources, 'node', nodeName) : path.join(root, 'node_modules/node/bin', nodeName),
  engine: path.join(root, bundled ? 'dist/main/engine.js' : 'main/engine/engine.ts'),
  /** A thread that reads a collection. */
  reading: path.join(root, bundled ? 'dist/main/reading.js' : 'main/reading/thread.ts'),
}

/** Where this user's settings, list of collections and sample collection live, by the custom of the system. */
export function usualDataFolder(environment: NodeJS.ProcessEnv = process.env, platform = process.platform): string {
  const home = homedir()
  if (platform === 'win32')
    return path.join(environment['APPDATA'] ?? path.join(home, 'AppData', 'Roaming'), 'Connoisseur')
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'Connoisseur')
  return path.join(environment['XDG_DATA_HOME'] || path.join(home, '.local', 'share'), 'connoisseur')
}

function findRoot(folder: string): string {
  if (existsSync(path.join(folder, 'package.json'))) return folder
  const parent = path.dirname(folder)
  if (parent === folder) throw new Error('package.json of Connoisseur not found')
  return findRoot(parent)
}
