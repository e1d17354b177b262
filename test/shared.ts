import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { inject } from 'vitest'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder of this run of the tests, which every test file may read. */
    shared: string
  }
}

/** Vitest calls it once, before the first test file; what it returns, after the last. */
export default async function setup(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), 'connoisseur-shared-'))
  project.provide('shared', folder)
  return () => rm(folder, { recursive: true, force: true })
}

/** A folder that the first test file to ask for it fills, and that the others read. It is not to be changed. */
export async function madeOnce(name: string, fill: (folder: string) => Promise<unknown>): Promise<string> {
  const folder = join(inject('shared'), name)
  const ready = `${folder}.ready`
  while (!existsSync(ready)) {
    const isMine = await mkdir(folder).then(() => true, () => false) // prettier-ignore
    if (isMine) await fillNow(folder, ready, fill)
    else await pause(50)
  }
  return folder
}

async function fillNow(folder: string, ready: string, fill: (folder: string) => Promise<unknown>) {
  try {
    await fill(folder)
    await writeFile(ready, '')
  } catch (error) {
    await rm(folder, { recursive: true })
    throw error
  }
}
