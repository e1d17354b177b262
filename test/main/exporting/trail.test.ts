import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { trailQuery } from '#main/catalogue/trail.ts'
import { writeTrail } from '#main/exporting/trailTable.ts'
import { decide } from '#main/history/decide.ts'
import { undo } from '#main/history/history.ts'
import { vocabularyDeeds } from '#main/vocabulary/deeds.ts'
import { cellValue, readTable } from '#main/tables/read.ts'
import { reviewCatalogue } from '#test/fixtures/catalogue.ts'
import { temporaryFolder } from '#test/fixtures/folder.ts'

const three = ['Baroque', '=1+2', 'Rococo'].map((label) => ({ label, suggestion: 'Mannerism', score: 0.1 }))

function decided() {
  const it = reviewCatalogue(three)
  const { db, byHand, now } = it
  const take = (artworks: number[], kind: 'relabel' | 'keep' | 'skip', reason: string, actor: string, term?: string) =>
    decide(db, { artworks, attribute: 'style', kind, reason, ...(term ? { term } : {}) }, actor, now())
  take([1], 'relabel', '@SUM(A1), "so"', 'Ada', 'Mannerism')
  take([2, 3], 'keep', '', 'Ben Øye')
  byHand(3, 'Mannerism')
  undo(db, 'Ada', now())
  undo(db, 'Ada', now())
  return it
}

test('the trail has every verdict, label set by hand and undo: who, when, why, what was shown, by which run', () => {
  const { db } = decided()
  const trail = trailQuery(db).list(100, 0)
  expect(trail.map(({ actor, file, verdict, before, after, takenBackBy }) => [actor, file, verdict, before, after, takenBackBy])).toEqual([
    ['Ada', '1.jpg', 'relabel', 'Baroque', 'Mannerism', ''],
    ['Ben Øye', '2.jpg', 'keep', '=1+2', '=1+2', 'Ada'],
    ['Ben Øye', '3.jpg', 'keep', 'Rococo', 'Rococo', 'Ada'],
    ['me', '3.jpg', 'by-hand', 'Rococo', 'Mannerism', 'Ada'],
    ['Ada', '3.jpg', 'undo', 'Mannerism', 'Rococo', ''],
    ['Ada', '3.jpg', 'undo', 'Rococo', 'Rococo', ''],
    ['Ada', '2.jpg', 'undo', '=1+2', '=1+2', ''],
  ]) // prettier-ignore
  expect(trail[0]).toMatchObject({ attribute: 'style', reason: '@SUM(A1), "so"', suggestion: 'Mannerism', labelProbability: 0.1, suggestionProbability: 0.9, score: 0.1, run: 1 }) // prettier-ignore
  expect(trail[0]!.evidence).toContain('It looks more like Mannerism')
  expect(trail[0]!.model).toMatch(/^b, 2026-01-02T/)
  expect(trailQuery(db).list(2, 1).map(({ file }) => file)).toEqual(['2.jpg', '3.jpg']) // prettier-ignore
  expect(trailQuery(db).reviewers()).toEqual([{ name: 'Ben Øye', decisions: 2 }, { name: 'Ada', decisions: 1 }, { name: 'me', decisions: 1 }]) // prettier-ignore
})

test('a term that was renamed since is told by both names, through undo and redo', () => {
  const it = reviewCatalogue(three)
  const { db, style, labels, now, redo } = it
  const deeds = () => vocabularyDeeds(db, { actor: 'Ada', at: now() })
  const id = labels.findTerm(style, 'Mannerism')!
  it.decide(1, 'relabel', 'Mannerism') // before anything was renamed
  deeds().rename(id, 'Maniera')
  it.decide(2, 'relabel', 'Maniera')
  it.undo() // the second verdict
  it.undo() // the name
  it.decide(3, 'relabel', 'Mannerism')
  deeds().rename(id, 'Late Renaissance')
  it.byHand(3, 'Rococo')
  it.undo()
  it.undo() // the last name
  redo()
  deeds().describe(id, { description: 'Of Florence and Rome' })
  const trail = trailQuery(db).list(100, 0)
  expect(trail.map(({ verdict, after }) => [verdict, after])).toEqual([
    ['relabel', 'Late Renaissance'],
    ['relabel', 'Late Renaissance'],
    ['undo', '=1+2'],
    ['relabel', 'Late Renaissance'],
    ['by-hand', 'Rococo'],
    ['undo', 'Late Renaissance'],
  ])
  expect(trail.map(({ afterThen }) => afterThen)).toEqual(['Mannerism', 'Maniera', '=1+2', 'Mannerism', 'Rococo', 'Late Renaissance']) // prettier-ignore
  expect(trail.map(({ suggestionThen }) => suggestionThen)).toEqual(['Mannerism', 'Maniera', 'Maniera', 'Mannerism', '', '']) // prettier-ignore
  expect(trail[0]!.evidence).toContain('It looks more like Mannerism')
  expect(trail[1]!.evidence).toContain('It looks more like Maniera')
})

test('as CSV nothing in it is run by a spreadsheet, and all of it reads back', async () => {
  const { db } = decided()
  const path = join(await temporaryFolder(), 'trail.csv')
  expect(await writeTrail(db, path)).toBe(7)
  const bytes = await readFile(path)
  expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
  const table = readTable(bytes, path)
  const cell = (row: number, name: string) => cellValue(table, row, table.columns.indexOf(name))
  expect(table.data.length).toBe(7)
  expect([cell(0, 'reason'), cell(1, 'before'), cell(1, 'actor'), cell(0, 'score')]).toEqual(["'@SUM(A1), \"so\"", "'=1+2", 'Ben Øye', '0.1000']) // prettier-ignore
  for (let row = 0; row < 7; row++)
    for (const name of table.columns) expect(cell(row, name)).not.toMatch(/^[=+\-@\t\r]/)
})
