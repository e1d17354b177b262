import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cohensKappa } from '#main/evidence/kappa.ts'
import { makePictures, newApp } from '#test/fixtures/app.ts'

test('kappa and its interval are those of the literature, and of the delta method done by numbers', () => {
  const pairs = (counts: number[][]) => counts.flatMap((row, i) => row.flatMap((count, j) => Array.from({ length: count }, () => [`t${i}`, `t${j}`] as const))) // prettier-ignore
  expect(cohensKappa(pairs([[20, 5], [10, 15]]))!.value).toBeCloseTo(0.4, 12) // prettier-ignore
  const table = fc.array(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 }) // prettier-ignore
  fc.assert(
    fc.property(table, (counts) => {
      const n = counts.flat().reduce((sum, count) => sum + count, 0)
      const p = counts.map((row) => row.map((count) => count / n))
      const kappa = (shares: number[][]) => {
        const rows = shares.map((row) => row.reduce((a, b) => a + b, 0))
        const columns = shares.map((_, j) => shares.reduce((sum, row) => sum + row[j]!, 0))
        const chance = rows.reduce((sum, row, i) => sum + row * columns[i]!, 0)
        return (shares.reduce((sum, row, i) => sum + row[i]!, 0) - chance) / (1 - chance)
      }
      // Multinomial shares: variance = (Σ p g² − (Σ p g)²) / n, with the gradient g by central differences.
      const gradient = p.map((row, i) => row.map((_, j) => {
        const moved = (by: number) => kappa(p.map((other, a) => other.map((share, b) => share + (a === i && b === j ? by : 0))))
        return (moved(1e-6) - moved(-1e-6)) / 2e-6
      })) // prettier-ignore
      const flat = p.flat().map((share, cell) => [share, gradient.flat()[cell]!] as const)
      const mean = flat.reduce((sum, [share, g]) => sum + share * g, 0)
      const variance = (flat.reduce((sum, [share, g]) => sum + share * g * g, 0) - mean ** 2) / n
      const found = cohensKappa(pairs(counts))!
      expect(found.value).toBeCloseTo(kappa(p), 10)
      if (found.high < 1 && found.low > -1) expect((found.high - found.low) / 2).toBeCloseTo(1.959964 * Math.sqrt(variance), 5) // prettier-ignore
    }),
    { numRuns: 100, seed: 5 },
  )
  expect([cohensKappa([]), cohensKappa([['a', 'a']]), cohensKappa([['a', 'a'], ['a', 'a']])]).toEqual([null, null, null]) // prettier-ignore
  expect(cohensKappa([['a', 'a'], ['b', 'b']])).toEqual({ value: 1, low: 1, high: 1 }) // prettier-ignore
})

test(
  'questions go out, a colleague without the collection answers them, and the answers come back as agreement and conflicts',
  { timeout: 60_000 },
  async () => {
    const mine = await newApp()
    const hers = await newApp()
    const { handlers, ended, base } = mine
    const table = await makePictures(join(base, 'pictures'), 12)
    await handlers.collections.create({ folder: base, name: 'Mine' })
    await handlers.imports.start({ folder: join(base, 'pictures'), table, folderAttribute: null })
    await ended('import')
    await ended('embedding')
    await handlers.app.changeSettings({ reviewer: 'Ada' })
    await hers.handlers.app.changeSettings({ reviewer: 'Ben' })
    const path = join(base, 'questions.json')
    const ids = await handlers.artworks.find({})
    const options = { attribute: 'style', artworks: ids.slice(0, 6), limit: 100, pictures: true, path }
    await expect(handlers.opinions.package({ ...options, artworks: [], blind: true })).rejects.toThrow(
      'no work with a label',
    )
    await handlers.opinions.package({ ...options, blind: true })
    expect(await ended('package')).toMatchObject({
      state: 'done',
      total: 6,
      result: { kind: 'package', path, works: 6 },
    })
    expect(await readFile(path, 'utf8')).not.toMatch(/"label":"Style/)
    expect((await hers.handlers.opinions.open({ path })).questions[0]).toMatchObject({ label: null, suggestion: null })
    await handlers.opinions.package({ ...options, blind: false })
    await ended('package')
    const task = await hers.handlers.opinions.open({ path })
    expect(task).toMatchObject({ collection: 'Mine', from: 'Ada', attribute: 'style', blind: false, terms: ['Style 0', 'Style 1', 'Style 2', 'Style 3'] }) // prettier-ignore
    const picture = await hers.image(new Request(`http://x/${task.questions[2]!.picture}`))
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    const said = task.questions.map(({ label }, index) => (index === 1 ? 'Style 0' : index === 2 ? 'Style 3' : label!))
    for (const [index, term] of said.entries())
    await hers.handlers.opinions.answer({ id: task.id, index, answer: index === 5 ? { kind: 'unsure', term: '', reason: '' } : { kind: 'term', term, reason: index === 1 ? 'The sky' : '' } }) // prettier-ignore
    // Closed and opened again, the answers are there.
    expect((await hers.handlers.opinions.open({ path })).questions.map(({ answer }) => answer?.term)).toEqual([...said.slice(0, 5), '']) // prettier-ignore
    const answers = join(base, 'answers.json')
    expect(await hers.handlers.opinions.saveAnswers({ id: task.id, path: answers })).toBe(6)
    await expect(handlers.opinions.import({ path })).rejects.toThrow('has the questions, not the answers')
    expect(await handlers.opinions.import({ path: answers })).toEqual({ reviewer: 'Ben', attribute: 'style', answers: 6, unknown: 0 }) // prettier-ignore
    expect((await handlers.opinions.import({ path: answers })).answers).toBe(0)
    const [agreement] = await handlers.opinions.agreements()
    expect(agreement).toMatchObject({ reviewer: 'Ben', works: 5, same: 3, unsure: 1, wrongImage: 0 })
    const labels = task.questions.slice(0, 5).map(({ label }) => label!)
    expect(agreement!.kappa).toEqual(cohensKappa(labels.map((label, index) => [label, said[index]!] as const)))
    expect(agreement!.conflicts.map(({ mine: own, theirs, reason }) => [own, theirs, reason])).toEqual([[labels[1], 'Style 0', 'The sky'], [labels[2], 'Style 3', '']]) // prettier-ignore
    // Deciding settles a conflict, taking that back opens it again; the agreement stays that of the time of asking.
    const [first, second] = agreement!.conflicts
    await handlers.verdicts.decide({
      artwork: first!.artwork,
      attribute: 'style',
      kind: 'relabel',
      term: first!.theirs,
    })
    await handlers.verdicts.decide({ artwork: second!.artwork, attribute: 'style', kind: 'keep' })
    expect((await handlers.opinions.agreements())[0]).toMatchObject({ same: 3, conflicts: [] })
    await handlers.history.undo()
    expect((await handlers.opinions.agreements())[0]!.conflicts.map(({ artwork }) => artwork)).toEqual([
      second!.artwork,
    ])
    const broken = join(base, 'broken.json')
    await writeFile(broken, (await readFile(answers, 'utf8')).slice(0, 50))
    await expect(handlers.opinions.import({ path: broken })).rejects.toThrow('or only a part of one')
  },
)
