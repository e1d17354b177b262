import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makePictures, newApp } from '#test/fixtures/app.ts'

test('the map is drawn once, kept in the collection, and tells when works have come', async () => {
  const { handlers, base, ended } = await newApp()
  await handlers.collections.create({ folder: base, name: 'Museum' })
  const folder = join(base, 'pictures')
  const table = await makePictures(folder, 24)
  await handlers.imports.start({ folder, table, folderAttribute: null })
  await ended('embedding')
  expect(await handlers.map.get()).toBeNull()
  await handlers.map.draw()
  const job = await ended('map')
  expect(job.result).toEqual({ kind: 'map', works: 24, fitted: 24 })
  const map = (await handlers.map.get())!
  expect(map.works).toEqual(Array.from({ length: 24 }, (_, i) => i + 1))
  expect(map.isCurrent).toBe(true)
  expect(Math.max(...map.x, ...map.y)).toBe(65_535)
  expect([...map.x, ...map.y].every((value) => Number.isInteger(value) && value >= 0)).toBe(true)

  const { groups, of } = await handlers.map.colours({ by: { attribute: 'style' } })
  expect(groups.reduce((sum, { works }) => sum + works, 0)).toBe(24)
  expect(of.filter((group) => groups[group]!.name === 'Style 2').length).toBe(groups.find(({ name }) => name === 'Style 2')!.works) // prettier-ignore
  expect(await handlers.map.colours({ by: 'flagged' })).toEqual({ groups: [], of: Array<number>(24).fill(-1) })
  await expect(async () => handlers.map.colours({ by: { attribute: 'era' } })).rejects.toThrow('no attribute "era"')

  await makePictures(folder, 1, 24)
  await handlers.imports.start({ folder, table: null, folderAttribute: null })
  await expect.poll(async () => (await handlers.collections.current())!.embedded).toBe(25)
  const after = (await handlers.map.get())!
  expect(after.isCurrent).toBe(false)
  expect(after.works).toEqual(map.works)
  await handlers.map.draw()
  await ended('map')
  expect((await handlers.map.get())!.works.length).toBe(25)
}, 60_000)

test('an empty collection has nothing to draw', async () => {
  const { handlers, base, ended } = await newApp()
  await handlers.collections.create({ folder: base, name: 'Museum' })
  await handlers.map.draw()
  expect((await ended('map')).error?.code).toBe('nothing-to-map')
})
