import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { places } from '#main/places.ts'

/** One command of the app on a collection; what it says with --json. Throws with its stderr. */
export async function command<T>(collection: string, name: string, ...words: string[]): Promise<T> {
  const cli = path.join(places.root, 'main/cli.ts')
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [cli, name, ...words, '--collection', collection, '--json'],
    { maxBuffer: 1 << 28 },
  )
  return JSON.parse(stdout.trimEnd().split('\n').at(-1)!) as T
}
