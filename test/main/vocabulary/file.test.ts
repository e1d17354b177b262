import { join } from 'node:path'
import { writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { termQuery } from '#main/catalogue/termQueries.ts'
import { vocabularyDeeds } from '#main/vocabulary/deeds.ts'
import { readVocabulary, vocabularyCsv, vocabularyJson } from '#main/vocabulary/file.ts'
import { fileEdits } from '#main/vocabulary/fileEdits.ts'
import { reviewCatalogue } from '#test/fixtures/catalogue.ts'
import { put, temporaryFolder } from '#test/fixtures/folder.ts'

function vocabulary(...names: string[]) {
  const it = reviewCatalogue(names.map((label) => ({ label })))
  const deeds = vocabularyDeeds(it.db, { actor: 'Ada', at: '2026-02-01T00:00:00.000Z' })
  const list = () => termQuery(it.db)({ id: it.style, name: 'style' })
  const id = (name: string) => it.labels.findTerm(it.style, name)!
  const load = async (file: string) => fileEdits(it.db, it.style, await readVocabulary(file))
  return { ...it, deeds, list, id, load }
}

const bare = ({ list }: ReturnType<typeof vocabulary>) => {
  const names = new Map(list().map(({ id, name }) => [id, name]))
  return list().map(({ name, parent, description, uri, from, to, synonyms, translations }) => ({ name, parent: parent && names.get(parent), description, uri, from, to, synonyms, translations })) // prettier-ignore
}

test('a vocabulary that is written as CSV or JSON and read into another collection is the same there', async () => {
  const one = vocabulary('Baroque', '=Rococo', 'Neo, "late"')
  one.deeds.add('style', 'Art')
  one.deeds.describe(one.id('Baroque'), { parent: one.id('Art'), description: 'Two\nlines; and "more"', uri: '300021147', from: -50, to: 1750, synonyms: ['Barocco', '-x'], translations: [{ language: 'de', name: 'Barock' }, { language: 'de', name: 'Barockzeit' }, { language: 'fr', name: 'baroque' }] }) // prettier-ignore
  const folder = await temporaryFolder()
  for (const [name, text] of [
    ['v.csv', vocabularyCsv(one.list())],
    ['v.json', vocabularyJson('style', one.list())],
  ] as const) {
    await writeFile(join(folder, name), text)
    const other = vocabulary('Baroque')
    const { edits, added, changed, problems } = await other.load(join(folder, name))
    expect({ added: added.toSorted(), changed, problems }).toEqual({ added: ['=Rococo', 'Art', 'Neo, "late"'], changed: ['Baroque'], problems: [] }) // prettier-ignore
    other.deeds.writeAll('import', edits)
    expect(bare(other)).toEqual(bare(one))
    expect((await other.load(join(folder, name))).edits).toEqual([])
    other.undo()
    expect(other.list().filter(({ retired }) => !retired).map(({ name: left }) => left)).toEqual(['Baroque']) // prettier-ignore
  }
  expect(vocabularyCsv(one.list())).toContain(`'=Rococo`)
})

test('what a file does not speak of stays, and what is wrong in it is told with its row', async () => {
  const it = vocabulary('Baroque', 'Rococo')
  it.deeds.describe(it.id('Baroque'), { description: 'Kept', from: 1600 })
  it.deeds.describe(it.id('Rococo'), { parent: it.id('Baroque') })
  const folder = await temporaryFolder()
  const file = await put(folder, 'v.csv', 'term;parent;uri;to\nBaroque;Rococo;;1750\nBaroque;;;\n;;;\nGothic;;nonsense;\nCubism;Nowhere;;\nDada;;;soon\nFauvism;Cubism;;1910\n') // prettier-ignore
  const { edits, added, changed, problems } = await it.load(file)
  expect([added, changed]).toEqual([['Cubism', 'Fauvism'], ['Baroque']])
  expect(problems.map(({ place }) => place)).toEqual(['row 3', 'row 4', 'row 5', 'row 7', 'row 2', 'row 6'])
  expect(problems.map(({ message }) => message).join(' ')).toMatch(/second time.*needs a name.*no address of the AAT.*no year.*cannot be below.*no term “Nowhere”/) // prettier-ignore
  it.deeds.writeAll('import', edits)
  expect(bare(it).find(({ name }) => name === 'Baroque')).toMatchObject({ description: 'Kept', from: 1600, to: 1750, parent: null }) // prettier-ignore
  expect(bare(it).find(({ name }) => name === 'Fauvism')).toMatchObject({ parent: 'Cubism', to: 1910 })
})

test('a file that is no vocabulary is refused in a sentence', async () => {
  const folder = await temporaryFolder()
  for (const [name, text, sentence] of [
    ['a.csv', 'name,x\nBaroque,1\n', 'has no column "term"'],
    ['b.json', '{"terms": {}}', 'has no list of terms'],
    ['c.json', '{', 'is no JSON'],
  ] as const)
    await expect(readVocabulary(await put(folder, name, text))).rejects.toThrow(sentence)
  await expect(readVocabulary(join(folder, 'missing.csv'))).rejects.toThrow('cannot be read (ENOENT)')
  const { problems } = await readVocabulary(await put(folder, 'd.json', '[{"term": "A"}, {"name": "B"}, {"term": "C", "from": "old"}]')) // prettier-ignore
  expect(problems.map(({ place }) => place)).toEqual(['term 2', 'term 3'])
})
