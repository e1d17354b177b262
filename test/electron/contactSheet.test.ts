import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSample, visit } from '../e2e/page.ts'
import { electron, openWindow, removeFolder, type OpenWindow } from './launch.ts'

const works = 160
let open: OpenWindow

beforeAll(async () => {
  if (!electron) return
  open = await openWindow()
  open.page.setDefaultTimeout(30_000)
  await openSample(open.page)
}, 180_000)

afterAll(async () => {
  if (!electron) return
  await open?.app.close()
  if (open) await removeFolder(open.dataFolder)
})

/** What Chromium's printing makes of the window as it stands: the pages that would leave a printer. */
async function printed(): Promise<string> {
  const bytes = await open.app.evaluate(async ({ BrowserWindow }) => {
    const pdf = await BrowserWindow.getAllWindows()[0]!.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true }) // prettier-ignore
    return pdf.toString('base64')
  })
  return Buffer.from(bytes, 'base64').toString('latin1')
}

const count = (pdf: string, part: RegExp) => pdf.match(part)?.length ?? 0

test.skipIf(!electron)(
  'a contact sheet is printed by the window on as many pages as it says, with every picture, on the paper that was chosen',
  async () => {
    const { page } = open
    await visit(page, 'collection')
    // The system's print dialog cannot be pressed from here: what it would print is looked at instead.
    await page.evaluate(() => {
      window.print = () => Object.assign(globalThis, { asked: true })
    })
    await page.getByRole('listbox', { name: 'Works' }).focus()
    await page.keyboard.press('Control+p')
    const said = page.getByText(`${works} works, `)
    await said.waitFor()
    for (const [columns, paper, orientation] of [
      ['4', 'A4', 'Upright'],
      ['6', 'Letter', 'Across'],
    ] as const) {
      await page.getByLabel('Pictures in a row').selectOption(columns)
      await page.getByLabel('Paper').selectOption({ label: paper })
      await page.getByLabel('Orientation').selectOption(orientation)
      await page.evaluate(() => Object.assign(globalThis, { asked: false }))
      await page.getByRole('button', { name: 'Print', exact: true }).click()
      await expect.poll(() => page.evaluate(() => (globalThis as unknown as { asked: boolean }).asked)).toBe(true)
      const pages = Number(/, (\d+) pages/.exec((await said.textContent())!)![1])
      expect(pages).toBeGreaterThan(3)
      const pdf = await printed()
      expect(pdf.startsWith('%PDF-')).toBe(true)
      expect(count(pdf, /\/Type\s*\/Page\b/g)).toBe(pages)
      // Every picture is there, not its empty frame; copies of one picture may be kept once.
      expect(count(pdf, /\/Subtype\s*\/Image\b/g)).toBeGreaterThanOrEqual(works - 5)
      const [, width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf)!.map(Number) as [number, number, number] // prettier-ignore
      const points = paper === 'A4' ? [595, 842] : [792, 612]
      expect([width, height].map((side, at) => Math.abs(side - points[at]!) < 1.5)).toEqual([true, true])
    }
    expect(open.complaints).toEqual([])
  },
  120_000,
)
