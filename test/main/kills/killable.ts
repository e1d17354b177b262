import { spawn } from 'node:child_process'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { put } from '#test/fixtures/folder.ts'
import { noise } from '#test/fixtures/pictures.ts'
import { connoisseur } from '#test/fixtures/commandLine.ts'

const script = fileURLToPath(new URL('appProcess.ts', import.meta.url))

export type Ran = { lines: unknown[]; wasKilled: boolean; milliseconds: number }

/**
 * Runs the app process; with `killAfter` its whole group, the engine included, is killed that many milliseconds after
 * it said `from`: that it had started, or that the first works of a job were done.
 */
export async function runApp(
  folder: string,
  what: string,
  killAfter: number | null,
  { seed = 0, from = 'started' }: { seed?: number; from?: 'started' | 'under way' } = {},
): Promise<Ran> {
  const child = spawn(process.execPath, [script, join(folder, '..', 'data'), folder, what, String(seed)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true, // a group of its own
  })
  const lines: unknown[] = []
  let [text, startedAt] = ['', 0]
  child.stdout.on('data', (chunk: Buffer) => {
    const parts = (text += chunk.toString()).split('\n')
    text = parts.pop()!
    lines.push(...parts.map((part) => JSON.parse(part) as unknown))
    if (startedAt > 0 || !lines.includes(from)) return
    startedAt = Date.now()
    if (killAfter !== null) setTimeout(() => killGroup(child.pid!), killAfter)
  })
  await new Promise((resolve) => child.once('close', resolve))
  return { lines, wasKilled: child.signalCode === 'SIGKILL', milliseconds: Date.now() - startedAt }
}

function killGroup(pid: number) {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // it has ended by itself
  }
}

/** A folder with a collection of small pictures, imported and embedded; `copy` gives fresh copies of it. */
export async function makeCollection(works: number) {
  const base = await mkdtemp(join(tmpdir(), 'connoisseur-'))
  const lines = ['file,style']
  for (let i = 0; i < works; i++) {
    const file = `images/${i}.png`
    const tint = (['#f00', '#0f0', '#00f', '#ff0'] as const)[i % 4]!
    await put(base, file, await noise(i, 24, 24).tint(tint).png().toBuffer())
    lines.push(`${file},Style ${i % 19 === 0 ? (i + 1) % 4 : i % 4}`)
  }
  const table = await put(base, 'labels.csv', `${lines.join('\n')}\n`)
  const original = join(base, 'original.connoisseur')
  const said = await connoisseur('import', base, '--labels', table, '--collection', original)
  if (said.status !== 0) throw new Error(said.stderr)
  let copies = 0
  return {
    original,
    async copy() {
      const folder = join(base, `${++copies}.connoisseur`)
      await cp(original, folder, { recursive: true })
      return folder
    },
    remove: () => rm(base, { recursive: true, force: true }),
  }
}
