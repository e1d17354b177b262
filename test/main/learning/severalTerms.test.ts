import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makePictures, newAppOn, type TestApp } from '#test/fixtures/app.ts'

const timeout = 90_000
const attribute = 'style'
/** Works by the number of their picture: its colour, and so what it is, is the number modulo four. */
const right = [4, 5, 8, 9, 12, 13] // of the first or of the second style
const wrong = [6, 11] // of the third and of the fourth
const own = (i: number) => `Style ${i % 19 === 0 ? (i + 1) % 4 : i % 4}`

/** What stands in the table instead of a label; null: the label. */
type Say = (style: string, i: number) => string | null
/** Some labels name two styles, of which one holds, and two such labels are wrong. */
const someBoth: Say = (_, i) => (right.includes(i) || wrong.includes(i) ? 'Style 0/Style 1' : null)

/** Pictures of four colours. */
async function importPictures({ handlers, ended, base }: TestApp, say: Say) {
  const folder = join(base, 'pictures')
  const table = await makePictures(folder, 64)
  const said = new Map(Array.from({ length: 64 }, (_, i) => [`${i}.png,${own(i)}\n`, `${i}.png,${say(own(i), i) ?? own(i)}\n`])) // prettier-ignore
  const lines = (await readFile(table, 'utf8')).split(/(?<=\n)/)
  await writeFile(table, lines.map((line) => said.get(line) ?? line).join(''))
  await handlers.collections.create({ folder: base, name: 'Several' })
  await handlers.imports.start({ folder, table, folderAttribute: null })
  await ended('import')
  await ended('embedding')
}

async function collection(kept = 'several', say = someBoth) {
  const app = await newAppOn(kept, (made) => importPictures(made, say))
  const { handlers, ended } = app
  const learn = async () => {
    await handlers.learning.start({ recipe: 'probe', seed: 1 })
    const job = await ended('learning')
    if (job.result?.kind !== 'learning') throw new Error(JSON.stringify(job.error))
    return job.result.run
  }
  const queue = () => handlers.queue.list({ attribute, limit: 1000, offset: 0, flaggedOnly: false })
  const allow = (separator: string | null) => handlers.vocabulary.allowSeveral({ attribute, separator })
  return { ...app, learn, queue, allow }
}

test('labels with two styles are found before they are allowed, with an example', { timeout }, async () => {
  const { handlers } = await collection()
  expect(await handlers.vocabulary.severalTerms({ attribute })).toEqual({
    attribute,
    separator: null,
    marks: [
      {
        separator: '/',
        works: 8,
        labels: 1,
        example: 'Style 0/Style 1',
        parts: ['Style 0', 'Style 1'],
        isLikely: true,
      },
    ],
  })
})

test(
  'labels with two styles are learned as a style of their own until they are allowed; then the same run judges them by both styles',
  { timeout },
  async () => {
    const { handlers, learn, queue, allow } = await collection()
    const run = await learn()
    expect(run.attributes[0]!.terms).toEqual(['Style 0', 'Style 0/Style 1', 'Style 1', 'Style 2', 'Style 3'])
    const before = await queue()
    const work = before.find(({ file }) => file === '8.png')!
    const was = (await handlers.artworks.get({ id: work.artwork })).predictions[attribute]!
    await allow('/')
    const after = await queue()
    expect(after.length).toBe(before.length)
    expect(after.map(({ suggestion }) => suggestion)).not.toContain('Style 0/Style 1')
    const of = (term: string) => was.find((one) => one.term === term)!.probability
    const now = after.find(({ file }) => file === '8.png')!
    expect(now.label).toBe('Style 0/Style 1')
    expect(now.labelProbability).toBeCloseTo(of('Style 0') + of('Style 1') + of('Style 0/Style 1'), 5)
    const predictions = (await handlers.artworks.get({ id: work.artwork })).predictions[attribute]!
    expect(predictions.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 4)
    expect(predictions.find(({ term }) => term === 'Style 0')!.probability).toBeCloseTo(of('Style 0') + of('Style 0/Style 1') / 2, 5) // prettier-ignore
    await handlers.history.undo()
    expect(await queue()).toEqual(before)
    await handlers.history.redo()
    expect(await queue()).toEqual(after)
  },
)

test(
  'labels with two styles teach both of them, and are no style of their own; those of which one style holds are not doubted, those of which none does are',
  { timeout },
  async () => {
    const { handlers, learn, queue, allow } = await collection()
    await allow('/')
    const run = await learn()
    expect(run.attributes[0]!.terms).toEqual(['Style 0', 'Style 1', 'Style 2', 'Style 3'])
    expect(run.attributes[0]!.leftOut).toEqual([])
    const plan = await handlers.learning.plan({ recipe: 'probe', seed: 1 })
    expect(plan.attributes[0]).toMatchObject({ works: 64, teaching: 64, terms: 4 })
    const entries = new Map((await queue()).map((entry) => [Number.parseInt(entry.file, 10), entry]))
    for (const i of right) expect([i, entries.get(i)!.flagged]).toEqual([i, false])
    for (const i of wrong) {
      const entry = entries.get(i)!
      expect([entry.flagged, entry.suggestion, entry.label]).toEqual([true, `Style ${i % 4}`, 'Style 0/Style 1'])
      expect(entry.reasons.join(' ')).toContain('Style 0/Style 1')
    }
    for (const i of right) expect(entries.get(i)!.labelProbability).toBeGreaterThan(0.5)
    const { artwork } = entries.get(6)!
    const proof = await handlers.queue.proof({ artwork, attribute, count: 4 })
    expect(proof.ofLabel.length).toBe(4)
    for (const card of proof.ofLabel)
      expect(['Style 0', 'Style 1', 'Style 0/Style 1']).toContain(card.labels[attribute])
    const card = await handlers.evidence.card({ artwork, attribute })
    expect(card.score).toBeCloseTo(entries.get(6)!.score, 9)
    expect(card.uncalibrated.label).toBeCloseTo(entries.get(6)!.labelProbability, 9)
    const picture = card.hearings.find(({ witness }) => witness === 'picture')!
    expect(picture.label).toBeCloseTo(entries.get(6)!.labelProbability, 4)
    const findings = await handlers.evidence.findings({ attribute })
    expect(findings.judged).toBe(64)
    const guide = await handlers.vocabulary.guide({ attribute, terms: ['Style 0/Style 1', 'Style 1'], count: 2 })
    expect(guide.map(({ name }) => name)).toEqual(['Style 0', 'Style 1'])
  },
)

test(
  'labels with two styles are corrected by adding and removing a style, whatever is between them, and exported as they were imported',
  { timeout },
  async () => {
    const { handlers, queue, allow, learn } = await collection()
    await allow('/')
    await learn()
    const entries = new Map((await queue()).map((entry) => [Number.parseInt(entry.file, 10), entry]))
    const decide = (i: number, term: string) => handlers.verdicts.decide({ artwork: entries.get(i)!.artwork, attribute, kind: 'relabel', term }) // prettier-ignore
    expect((await decide(6, 'Style 0 / Style 1 / Style 2')).after).toBe('Style 0/Style 1/Style 2')
    expect((await decide(2, ' Style 0 /Style 1')).after).toBe('Style 0/Style 1')
    expect((await decide(11, 'Style 3')).after).toBe('Style 3')
    const find = async (term: string) => (await handlers.artworks.find({ attribute, term, conditions: [] })).length
    const count = (term: string) => [...Array(64).keys()].filter((i) => own(i) === term && !right.includes(i) && !wrong.includes(i)).length // prettier-ignore
    // All six right ones, work 6 and work 2 have the first style beside another.
    expect(await find('Style 0')).toBe(count('Style 0') + 8)
    expect(await find('Style 0/Style 1')).toBe(7)
    const listed = (await handlers.attributes.list())[0]!
    expect(listed.separator).toBe('/')
    for (const { name, works } of listed.terms) expect([name, works]).toEqual([name, await find(name)])
    expect(listed.terms.find(({ name }) => name === 'Style 0/Style 1')!.parts).toEqual(['Style 0', 'Style 1'])
    const { changes } = await handlers.exports.preview({ kind: 'original', bom: false, renames: true })
    expect(changes.map(({ file, before, after }) => [file, before, after]).toSorted()).toEqual([
      ['11.png', 'Style 0/Style 1', 'Style 3'],
      ['2.png', 'Style 2', 'Style 0/Style 1'],
      ['6.png', 'Style 0/Style 1', 'Style 0/Style 1/Style 2'],
    ])
    await allow(null)
    expect(await find('Style 0')).toBe(count('Style 0'))
    expect((await handlers.exports.preview({ kind: 'original', bom: false, renames: true })).changes).toEqual(changes)
    await handlers.history.undo()
    expect(await find('Style 0')).toBe(count('Style 0') + 8)
  },
)

test(
  'a style that no label names alone is learned from labels that name it beside another; a recipe may leave such labels out',
  { timeout },
  async () => {
    const { learn, queue, allow, handlers } = await collection('shared labels', (style) => (style === 'Style 3' ? 'Style 2/Style 3' : style)) // prettier-ignore
    await allow('/')
    const run = await learn()
    expect(run.attributes[0]!.terms).toEqual(['Style 0', 'Style 1', 'Style 2', 'Style 3'])
    const named = (await queue()).filter(({ label }) => label === 'Style 2/Style 3')
    expect(named.length).toBeGreaterThan(10)
    // Style 2 has works of its own, which part the two: what is left for these is style 3.
    const card = await handlers.artworks.get({ id: named[0]!.artwork })
    const of = (term: string) => card.predictions[attribute]!.find((one) => one.term === term)!.probability
    expect(of('Style 3')).toBeGreaterThan(of('Style 0') + of('Style 1'))
    for (const { labelProbability } of named) expect(labelProbability).toBeGreaterThan(0.5)
    const without = await handlers.learning.plan({ recipe: 'probe', seed: 1, draft: { id: 'single', kind: 'probe', name: 'Single', summary: '', folds: 5, groupBy: null, balance: 0, fewestWorks: 5, l2: [0.1], preparation: { severalTerms: 'exclude' } } }) // prettier-ignore
    expect(without.attributes[0]).toMatchObject({
      terms: 3,
      works: 64 - named.length,
      leftOut: [{ because: 'several-terms', works: named.length }],
    })
  },
)
