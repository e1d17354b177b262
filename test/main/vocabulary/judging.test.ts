import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makePictures, newAppOn } from '#test/fixtures/app.ts'

const timeout = 60_000

/** Pictures of four colours, their styles (or what `rename` makes of the table) learned once. */
async function learned(kept = 'terms', rename: (table: string) => string = (table) => table) {
  const app = await newAppOn(kept, async ({ handlers, ended, base }) => {
    const table = await makePictures(join(base, 'pictures'), 64)
    await writeFile(table, rename(await readFile(table, 'utf8')))
    await handlers.collections.create({ folder: base, name: 'Terms' })
    await handlers.imports.start({ folder: join(base, 'pictures'), table, folderAttribute: null })
    await ended('import')
    await ended('embedding')
    await handlers.learning.start({ recipe: 'probe', seed: 1 })
    await ended('learning')
  })
  const { handlers, ended, prepared } = app
  const attribute = (await handlers.attributes.list())[0]!.name
  const learn = async () => {
    await handlers.learning.start({ recipe: 'probe', seed: 1 })
    const job = await ended('learning')
    if (job.result?.kind !== 'learning') throw new Error(JSON.stringify(job.error))
    return job.result.run
  }
  const queue = () => handlers.queue.list({ attribute, limit: 1000, offset: 0, flaggedOnly: false })
  const idOf = async (name: string) => (await handlers.vocabulary.list({ attribute })).find((term) => term.name === name)!.id // prettier-ignore
  return { ...app, pictures: join(prepared, 'pictures'), attribute, learn, queue, idOf }
}

test(
  'after a merger the current run judges by the sum of both, every queue answer holds, and undo brings the old queue back',
  { timeout },
  async () => {
    const { handlers, queue, idOf, learn, pictures, ended } = await learned()
    const before = await queue()
    const [from, into] = [await idOf('Style 3'), await idOf('Style 2')]
    expect(await handlers.vocabulary.previewMerge({ from, into })).toMatchObject({ bothLearned: true })
    const work = before.find(({ label }) => label === 'Style 3')!
    const was = (await handlers.artworks.get({ id: work.artwork })).predictions['style']!
    await handlers.vocabulary.merge({ from, into })
    const after = await queue()
    expect(after.length).toBe(before.length)
    expect(after.flatMap(({ label, suggestion }) => [label, suggestion])).not.toContain('Style 3')
    for (const { label, suggestion } of after) expect(label).not.toBe(suggestion)
    const sum = (name: string) => was.find(({ term }) => term === name)!.probability
    const now = (await handlers.artworks.get({ id: work.artwork })).predictions['style']!
    expect(now.length).toBe(was.length - 1)
    expect(now.find(({ term }) => term === 'Style 2')!.probability).toBeCloseTo(sum('Style 2') + sum('Style 3'), 5)
    expect(after.find(({ artwork }) => artwork === work.artwork)!.labelProbability).toBeCloseTo(sum('Style 2') + sum('Style 3'), 5) // prettier-ignore
    const proof = await handlers.queue.proof({ artwork: work.artwork, attribute: 'style', count: 4 })
    expect(proof.probabilities.map(({ term }) => term)).not.toContain('Style 3')
    expect((await handlers.learning.evaluation({ attribute: 'style', run: null })).terms.map(({ term }) => term).toSorted()).toEqual(['Style 0', 'Style 1', 'Style 2']) // prettier-ignore
    expect((await handlers.attributes.list())[0]!.terms.every((term) => term.learned)).toBe(true)
    expect((await handlers.exports.preview({ kind: 'original', bom: false })).changes).toEqual([])
    const renamed = await handlers.exports.preview({ kind: 'original', bom: false, renames: true })
    expect([renamed.renamed, new Set(renamed.changes.map(({ before: cell, after: name }) => `${cell} ${name}`))]).toEqual([16, new Set(['Style 3 Style 2'])]) // prettier-ignore
    await handlers.imports.start({ folder: pictures, table: join(pictures, 'labels.csv'), folderAttribute: null })
    expect((await ended('import')).result).toMatchObject({ kind: 'import', labels: 0 }) // the table still says the old name
    await ended('embedding')
    await handlers.history.undo()
    expect(await queue()).toEqual(before)
    await handlers.history.redo()
    expect(await queue()).toEqual(after)
    const run = await learn()
    expect(run.attributes[0]!.terms).toEqual(['Style 0', 'Style 1', 'Style 2'])
  },
)

test(
  'a renamed term keeps its queue under the new name, and only corrected cells of the export say it',
  { timeout },
  async () => {
    const { handlers, queue, idOf, attribute } = await learned()
    const before = await queue()
    const named = (name: string) => (name === 'Style 1' ? 'Viridian' : name)
    await handlers.vocabulary.rename({ term: await idOf('Style 1'), name: 'Viridian' })
    expect((await queue()).map(({ artwork, label, suggestion, score }) => [artwork, label, suggestion, score])).toEqual(before.map(({ artwork, label, suggestion, score }) => [artwork, named(label), named(suggestion), score])) // prettier-ignore

    const work = before.find(({ label }) => label === 'Style 0')!
    await handlers.verdicts.decide({ artwork: work.artwork, attribute, kind: 'relabel', term: 'Viridian' })
    await handlers.vocabulary.rename({ term: await idOf('Viridian'), name: 'Green' })
    const after = await queue()
    expect(after.map(({ artwork }) => artwork)).not.toContain(work.artwork)
    expect(after.length).toBe(before.length - 1)
    expect(JSON.stringify(after)).not.toContain('Viridian')
    expect(JSON.stringify(after)).not.toContain('Style 1')
    const { changes, renamed } = await handlers.exports.preview({ kind: 'original', bom: false })
    expect(changes).toEqual([{ file: work.file, column: 'style', before: 'Style 0', after: 'Green' }])
    expect(renamed).toBe(before.filter(({ label }) => label === 'Style 1').length)
  },
)

test(
  'a retired term is neither suggested nor learned, its works keep it and cannot be judged',
  { timeout },
  async () => {
    const { handlers, queue, idOf, learn } = await learned()
    const before = await queue()
    await handlers.vocabulary.retire({ term: await idOf('Style 3'), retired: true })
    const after = await queue()
    expect(after.flatMap(({ label, suggestion }) => [label, suggestion])).not.toContain('Style 3')
    expect(before.length - after.length).toBe(before.filter(({ label }) => label === 'Style 3').length)
    expect((await learn()).attributes[0]!.terms).toEqual(['Style 0', 'Style 1', 'Style 2'])
    await handlers.vocabulary.retire({ term: await idOf('Style 3'), retired: false })
    expect((await learn()).attributes[0]!.terms).toContain('Style 3')
  },
)

test(
  'an artist is never doubted for a qualifier alone: workshop and master are judged as one, and neither is suggested for the other',
  { timeout },
  async () => {
    const names = ['Rembrandt', 'Workshop of Rembrandt', 'Vermeer', 'Frans Hals']
    const { queue, attribute } = await learned('artists', (table) =>
      table.replace('file,style', 'file,artist').replaceAll(/Style (\d)/g, (_, n) => names[Number(n)]!),
    )
    expect(attribute).toBe('artist')
    const entries = await queue()
    expect(new Set(entries.map(({ label }) => label))).toEqual(new Set(names))
    for (const { label, suggestion } of entries) {
      expect(suggestion).not.toBe('Workshop of Rembrandt')
      if (label === 'Workshop of Rembrandt') expect(suggestion).not.toBe('Rembrandt')
    }
    const planted = entries.filter(({ file }) => Number.parseInt(file, 10) % 19 === 0)
    const swapped = planted.filter(({ label }) => label.endsWith('Rembrandt'))
    expect(swapped.length).toBeGreaterThan(0)
  },
)
