import { expect, test } from 'vitest'
import type { Filter } from '#preload/api.ts'
import { newApp } from '#test/fixtures/app.ts'

const flagged: Filter = { conditions: [{ kind: 'flagged', attribute: null }], sort: 'suspicion' }

test('filters are kept with the collection in the order that the user gave them', async () => {
  const { handlers, base } = await newApp()
  const { folder } = await handlers.collections.create({ folder: base, name: 'Lists' })
  const { filters } = handlers
  const [a, b, c] = await Promise.all(
    [' Doubtful ', 'Old', 'Prints'].map((name) => filters.save({ name, filter: flagged })),
  )
  expect([a!.name, b!.name, c!.name]).toEqual(['Doubtful', 'Old', 'Prints'])
  await filters.arrange({ ids: [c!.id, a!.id, b!.id] })
  await filters.change({ id: a!.id, name: 'Doubtful labels' })
  await filters.change({ id: b!.id, filter: { text: 'old' } })
  await handlers.collections.close()
  await handlers.collections.open({ folder })
  expect(await filters.list()).toEqual([
    { ...c!, filter: flagged },
    { ...a!, name: 'Doubtful labels' },
    { ...b!, filter: { text: 'old' } },
  ])
  await filters.remove({ id: a!.id })
  expect((await filters.list()).map(({ name }) => name)).toEqual(['Prints', 'Old'])
  expect(await filters.count({ filter: flagged })).toBe(0)
})

test('a name is needed and is given once, capitals and accents aside', async () => {
  const { handlers, base } = await newApp()
  await handlers.collections.create({ folder: base, name: 'Names' })
  const { filters } = handlers
  const first = await filters.save({ name: 'Écorchés', filter: {} })
  expect(() => filters.save({ name: 'ecorches', filter: {} })).toThrow('There is a list named "ecorches" already.')
  expect(() => filters.save({ name: '  ', filter: {} })).toThrow('Type a name')
  expect(await filters.change({ id: first.id, name: 'ECORCHÉS' })).toMatchObject({ name: 'ECORCHÉS' })
  expect(() => filters.change({ id: 99, name: 'x' })).toThrow('not there any more')
})
