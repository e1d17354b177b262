import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, idle, openSample } from '../e2e/page.ts'
import { electron, openWindow, removeFolder, type OpenWindow } from './launch.ts'

let open: OpenWindow

beforeAll(async () => {
  if (electron) open = await openWindow()
}, 120_000)

afterAll(async () => {
  if (!electron) return
  await open?.app.close()
  await removeFolder(open.dataFolder)
})

test.skipIf(!electron)(
  'the desktop app writes the report as a PDF of several pages and leaves nothing else behind',
  async () => {
    await openSample(open.page)
    const file = path.join(open.dataFolder, 'report.pdf')
    await ask(open.page, 'figures', 'report', { run: null, path: file })
    await idle(open.page)
    const job = (await ask(open.page, 'jobs', 'list')).find(({ kind }) => kind === 'report')
    expect(job?.error ?? null).toBeNull()
    expect(job?.result).toMatchObject({ kind: 'report', path: file })
    const pdf = (await readFile(file)).toString('latin1')
    expect(pdf.startsWith('%PDF-')).toBe(true)
    expect(pdf.trimEnd().endsWith('%%EOF')).toBe(true)
    expect(pdf.match(/\/Type\s*\/Page\b/g)!.length).toBeGreaterThan(5)
    expect(existsSync(`${file}.part.html`)).toBe(false)
    expect(open.complaints).toEqual([])
  },
  240_000,
)
