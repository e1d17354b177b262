import path from 'node:path'
import { parseArgs } from 'node:util'
import { usualDataFolder } from './places.ts'

/** How the app is started, in every shell. */
export type StartOptions = {
  browser: boolean
  /** Of the browser shell. 0: any free one. */
  port: number
  dataFolder: string
  /** A collection to open at once. */
  collection: string | null
  /** False: print the address only. */
  open: boolean
  /** A prepared state to show, for developers. */
  seed: string | null
  /** False: take the page and the bundle as they lie in dist/. */
  build: boolean
}

const flags = {
  browser: { type: 'boolean' },
  port: { type: 'string' },
  data: { type: 'string' },
  collection: { type: 'string' },
  seed: { type: 'string' },
  open: { type: 'boolean' },
  build: { type: 'boolean' },
} as const

/** Throws an error whose message is a sentence for the person who typed the arguments. Relative paths start at `folder`. */
export function readOptions(args: string[], folder = process.cwd()): StartOptions {
  const { values, positionals } = parseArgs({ args, options: flags, allowNegative: true, allowPositionals: true })
  const port = Number(values.port ?? 0)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`--port takes a number from 0 to 65535, not "${values.port}".`)
  const collection = values.collection ?? positionals.find((argument) => isCollectionPath(argument))
  return {
    browser: values.browser ?? false,
    port,
    dataFolder: values.data === undefined ? usualDataFolder() : path.resolve(folder, values.data),
    collection: collection === undefined ? null : path.resolve(folder, collection),
    open: values.open ?? true,
    seed: values.seed ?? null,
    build: values.build ?? true,
  }
}

/** Electron's command line has switches of Chromium among ours; only ours are read. */
export function withoutForeignSwitches(args: string[]): string[] {
  return args.filter((argument) => !argument.startsWith('-') || isOurs(argument))
}

function isOurs(argument: string): boolean {
  const [name = ''] = argument.replace(/^--(no-)?/, '').split('=')
  return argument.startsWith('--') && Object.hasOwn(flags, name)
}

export const isCollectionPath = (text: string) => /\.connoisseur[\\/]?$/.test(text)
