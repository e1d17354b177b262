import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { otherWorks } from '#main/evidence/artistShare.ts'
import { attributionOf, closenessOf, isInLifetime } from '#main/evidence/attribution.ts'

const forms = (await readFile(new URL('../../fixtures/attributions.csv', import.meta.url), 'utf8'))
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(';') as [cell: string, qualifier: string, artist: string])

test('cells as museums write them, in five languages, are read as how the work stands to whom', () => {
  expect(forms.length).toBeGreaterThan(100)
  for (const [cell, qualifier, artist] of forms)
    expect(attributionOf(cell), cell).toEqual({ qualifier: qualifier || null, artist })
})

test('capitals, doubled spaces and years of life behind the name change nothing', () => {
  for (const [cell, qualifier, artist] of forms) {
    const given = `  ${cell.replaceAll(' ', '  ')}${/[)?]$|zugeschrieben$|Werkstatt$|attributed to$|atelier$|taller$|bottega$|workshop$/.test(cell) ? '' : ' (1600–1650)'} `
    expect(attributionOf(given), given).toEqual({ qualifier: qualifier || null, artist })
  }
})

test('a name that was found has no qualifier any more, and is never empty where the cell is not', () => {
  const words = fc.constantFrom('after', 'workshop of', 'Rembrandt', 'van', 'Rijn', '(?)', 'nach', 'der', ',', 'd’après', 'copy', 'attributed to', '(1606–1669)', '?', '', 'zugeschrieben', '\u0301') // prettier-ignore
  const cell = fc.oneof(
    fc.string(),
    fc.array(words, { maxLength: 8 }).map((parts) => parts.join(' ')),
  )
  fc.assert(
    fc.property(cell, (text) => {
      const { artist, qualifier } = attributionOf(text)
      if (text.trim() !== '') expect(artist).not.toBe('')
      if (qualifier !== null) expect(attributionOf(artist).qualifier).toBeNull()
      expect(closenessOf(qualifier)).toBeGreaterThan(0)
      expect(closenessOf(qualifier)).toBeLessThanOrEqual(1)
    }),
    { numRuns: 3000, seed: 3 },
  )
})

test('a work by the artist alone counts wholly, and only such a work is held against the artist’s life', () => {
  expect([closenessOf(null), closenessOf('workshop') > closenessOf('follower'), closenessOf('attributed') > closenessOf('formerly')]).toEqual([1, true, true]) // prettier-ignore
  expect([null, 'attributed', 'workshop', 'after', 'follower', 'copy', 'formerly'].filter((each) => isInLifetime(each as never))).toEqual([null, 'attributed']) // prettier-ignore
})

test('what the workshop’s works are called counts less for the master’s than his own do; rows still sum to one', () => {
  const labels = Int32Array.from([0, 0, 1, 1, 1, -1])
  const groups = Int32Array.from([0, 0, 0, 0, 1, 0])
  const wholly = otherWorks({ labels, groups, terms: 2 })
  const softly = otherWorks({ labels, groups, terms: 2, closeness: Float32Array.from([1, 1, 0.4, 0.4, 1, 1]) })
  for (const rows of [wholly, softly])
    for (let work = 0; work < 6; work++) expect(rows[work * 2]! + rows[work * 2 + 1]!).toBeCloseTo(1, 6)
  expect(softly[0]!).toBeGreaterThan(wholly[0]!)
  // By hand: the usual shares are 2/5 and 3/5; besides work 0 there are one work of term 0 and 0.8 of term 1.
  expect(softly[0]!).toBeCloseTo((0.4 + 1) / (1 + 1.8), 6)
  expect(softly[5 * 2]!).toBeCloseTo((0.4 + 2) / (1 + 2.8), 6)
})
