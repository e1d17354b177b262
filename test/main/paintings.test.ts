import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { artists, genres } from '#test/seeds/paintings/artists.ts'
import { errorsCsv, labelsCsv, makePaintings } from '#test/seeds/paintings/make.ts'
import { movements } from '#test/seeds/paintings/movements/all.ts'
import { paint } from '#test/seeds/paintings/paint.ts'
import { plantErrors, planWorks } from '#test/seeds/paintings/plan.ts'

describe('the invented paintings', () => {
  test('the same seed gives the same table, the same errors and the same pictures', () => {
    const [one, two] = [planWorks(40, 'a'), planWorks(40, 'a')]
    const [first, second] = [plantErrors(one, 0.1, 'a'), plantErrors(two, 0.1, 'a')]
    expect(labelsCsv(two, second)).toBe(labelsCsv(one, first))
    expect(errorsCsv(second)).toBe(errorsCsv(first))
    for (const i of [0, 13, 27, 39]) expect(paint(two[i]!, 'a')).toBe(paint(one[i]!, 'a'))
  })

  test('another seed gives other works', () => {
    const [one, two] = [planWorks(40, 'a'), planWorks(40, 'b')]
    expect(labelsCsv(two, [])).not.toBe(labelsCsv(one, []))
    expect(paint({ ...one[0]! }, 'b')).not.toBe(paint(one[0]!, 'a'))
  })

  test('a collection of 160 has every movement, every artist and every genre, each movement 16 times', () => {
    const works = planWorks(160, '1')
    const styles = works.map((work) => work.style)
    for (const { name } of movements) expect(styles.filter((style) => style === name)).toHaveLength(16)
    expect(new Set(works.map((work) => work.artist.name)).size).toBe(artists.length)
    for (const genre of genres) expect(works.filter((work) => work.genre === genre).length).toBeGreaterThanOrEqual(16)
  })

  test.each([
    [160, 0.08, 13],
    [1000, 0.2, 200],
    [200, 0, 0],
  ])('of %i works a share of %f has a wrong style: exactly %i', (count, share, expected) => {
    const works = planWorks(count, '7')
    const errors = plantErrors(works, share, '7')
    const wrong = errors.filter((error) => error.attribute === 'style')
    expect(wrong).toHaveLength(expected)
    expect(errors).toHaveLength(expected + 2 * Math.round(expected / 8))
    expect(new Set(errors.map((error) => error.file)).size).toBe(errors.length)
    for (const error of errors) expect(error.given).not.toBe(error.true)
  })

  test('the table holds the planted errors as if they were true, and nothing else is changed', () => {
    const works = planWorks(200, '3')
    const errors = plantErrors(works, 0.1, '3')
    const [truth, given] = [labelsCsv(works, []), labelsCsv(works, errors)].map((text) => text.split('\n'))
    const changed = given!.filter((line, i) => line !== truth![i])
    expect(changed).toHaveLength(errors.length)
    for (const error of errors) {
      expect(changed.find((line) => line.startsWith(`${error.file},`))).toContain(error.given)
    }
  })

  test('no artist has two works of one title, and no two works share a number, in 3,000 works', () => {
    const works = planWorks(3000, '5')
    const rows = labelsCsv(works, plantErrors(works, 0.08, '5'))
      .trim()
      .split('\n')
      .slice(1)
    const pairs = rows.map((row) =>
      row
        .match(/^[^,]*,("[^"]*"|[^,]*),([^,]*),/)!
        .slice(1)
        .join('\n'),
    )
    expect(new Set(pairs).size).toBe(3000)
    expect(new Set(works.map((work) => work.accession)).size).toBe(3000)
    expect(new Set(works.map((work) => work.file)).size).toBe(3000)
  })

  test('every work was made in the lifetime of its artist and of its movement', () => {
    for (const work of planWorks(400, '2')) {
      const { span } = movements.find((one) => one.name === work.style)!
      expect(work.year).toBeGreaterThanOrEqual(Math.max(span[0], work.artist.life[0] + 21))
      expect(work.year).toBeLessThanOrEqual(Math.min(span[1], work.artist.life[1]))
    }
  })

  test('the folder holds a readable JPEG for each row, of the size asked for', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'paintings-'))
    try {
      const { works } = await makePaintings({ folder, works: 20, seed: '9', size: 160 })
      expect(readdirSync(join(folder, 'images')).toSorted()).toEqual(works.map((work) => work.file.slice(7)).toSorted())
      expect(readFileSync(join(folder, 'labels.csv'), 'utf8').trim().split('\n')).toHaveLength(21)
      for (const work of works) {
        const { format, width, height } = await sharp(join(folder, work.file)).metadata()
        const { channels } = await sharp(join(folder, work.file)).stats()
        expect(format).toBe('jpeg')
        expect(Math.max(width, height)).toBeGreaterThanOrEqual(150)
        expect(Math.max(width, height)).toBeLessThanOrEqual(160)
        expect(Math.max(...channels.map((channel) => channel.stdev))).toBeGreaterThan(3)
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }, 60_000)

  test('the shipped sample is what seed 1 gives, with a picture for each row, in at most 9 MB', () => {
    const sample = join(import.meta.dirname, '../../resources/sample')
    const works = planWorks(160, '1')
    const errors = plantErrors(works, 0.08, '1')
    const fixture = join(import.meta.dirname, '../fixtures/sample-errors.csv')
    expect(readFileSync(join(sample, 'labels.csv'), 'utf8')).toBe(labelsCsv(works, errors))
    expect(readFileSync(fixture, 'utf8')).toBe(errorsCsv(errors))
    const files = readdirSync(join(sample, 'images'))
    expect(files.toSorted()).toEqual(works.map((work) => work.file.slice(7)).toSorted())
    const bytes = files.reduce((sum, file) => sum + statSync(join(sample, 'images', file)).size, 0)
    expect(bytes).toBeLessThan(9e6)
  })
})
