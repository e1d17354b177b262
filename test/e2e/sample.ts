import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { copySample } from '#test/fixtures/sample.ts'
import { startApp, type ServedApp } from './browser.ts'

/** The app of somebody who has looked at the sample before: it is there and learned. */
export async function startWithSample(): Promise<ServedApp> {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'connoisseur-data-'))
  await copySample(dataFolder)
  return startApp({ dataFolder })
}
