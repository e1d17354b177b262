import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makePictures, newApp } from '#test/fixtures/app.ts'

test(
  'an import allows several terms where it is told so, as a change of the history that undo takes back',
  { timeout: 60_000 },
  async () => {
    const { handlers, ended, base } = await newApp()
    const folder = join(base, 'pictures')
    const table = await makePictures(folder, 12)
    const lines = (await readFile(table, 'utf8')).split('\n')
    await writeFile(
      table,
      lines.map((line, i) => (i === 3 || i === 4 ? line.replace(/,.*$/, ',Style 0/Style 1') : line)).join('\n'),
    )
    await handlers.collections.create({ folder: base, name: 'Several' })
    const { several } = (await handlers.imports.preview({ folder, table })).table!.columns.find(
      ({ name }) => name === 'style',
    )!
    expect(several).toMatchObject({ separator: '/', rows: 2 })
    const start = async () => {
      await handlers.imports.start({ folder, table, folderAttribute: null, several: { style: '/', mood: ';' } })
      await ended('import')
    }
    await start()
    const style = async () => (await handlers.attributes.list()).find(({ name }) => name === 'style')!
    expect((await style()).separator).toBe('/')
    expect((await style()).terms.find(({ name }) => name === 'Style 0/Style 1')!.parts).toEqual(['Style 0', 'Style 1'])
    const kinds = async () => (await handlers.history.list({ limit: 10, before: null })).map(({ facts }) => facts.kind)
    expect(await kinds()).toEqual(['several-terms'])
    await handlers.history.undo()
    expect((await style()).separator).toBeNull()
    await handlers.history.redo()
    // Told again, it is so already.
    await start()
    expect(await kinds()).toEqual(['several-terms'])
    expect((await handlers.attributes.list()).map(({ name }) => name)).not.toContain('mood')
  },
)
