import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connoisseur, rowsOf, type Said } from '#test/fixtures/commandLine.ts'
import { makePaintings } from '#test/seeds/paintings/make.ts'

let base = ''
const works = 48
const timeout = 90_000

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'connoisseur-'))
  await makePaintings({ folder: base, works, seed: 'recipes', size: 64 })
  const imported = await run('import', base, '--labels', join(base, 'labels.csv'))
  expect(imported.status, imported.stderr).toBe(0)
}, 120_000)
afterAll(() => rm(base, { recursive: true, force: true }))

const run = (...words: string[]) => connoisseur(...words, '--collection', join(base, 'p.connoisseur'))
const lastLine = ({ stdout }: Said) => JSON.parse(stdout.trimEnd().split('\n').at(-1)!) as Record<string, any>
const write = async (name: string, recipe: unknown) => {
  await writeFile(join(base, name), typeof recipe === 'string' ? recipe : JSON.stringify(recipe))
  return join(base, name)
}

test('a recipe is kept, listed, shown, run by its name, written out and removed', { timeout }, async () => {
  const split = { kind: 'fixed', training: 0.6, validation: 0.15, test: 0.25 }
  const file = await write('mine.json', { id: 'mine', name: 'My split', summary: 'Mine.', fewestWorks: 3, preparation: { split } }) // prettier-ignore
  expect(await run('recipes', '--save', file)).toMatchObject({ status: 0, stdout: 'Saved as "mine".\n' })
  const listed = lastLine(await run('recipes', '--json'))['recipes'] as { id: string; origin: string; isDefault: boolean }[] // prettier-ignore
  expect(listed.map(({ id }) => id)).toEqual(expect.arrayContaining(['probe', 'thorough', 'two-stage', 'soft-vote', 'mine'])) // prettier-ignore
  expect(listed.filter(({ isDefault }) => isDefault)).toHaveLength(1)
  expect(listed.at(-1)).toMatchObject({ id: 'mine', origin: 'own' })
  const shown = JSON.parse((await run('recipes', '--show', 'mine')).stdout) as { preparation: { split: unknown }; folds: number } // prettier-ignore
  expect(shown.preparation.split).toEqual({ ...split, stratify: null })

  const trained = await run('train', '--recipe', 'mine', '--attribute', 'style')
  expect(trained.status, trained.stderr).toBe(0)
  expect(trained.stdout).toContain('One fixed split: only its test works are judged')
  const predicted = rowsOf((await run('predict', '--attribute', 'style')).stdout)
  expect(predicted).toHaveLength(works)
  const judged = predicted.filter((row) => row['predicted'] !== '')
  expect(judged.length).toBeGreaterThan(5)
  expect(judged.length).toBeLessThan(works / 2)
  for (const row of predicted) {
    const cells = Object.entries(row).filter(([name]) => name === 'probability' || name.startsWith('p:'))
    expect(cells.every(([, value]) => (value === '') === (row['predicted'] === ''))).toBe(true)
  }
  const evaluated = JSON.parse((await run('evaluate', '--attribute', 'style')).stdout) as { works: number }
  expect(evaluated.works).toBe(judged.length)

  const out = join(base, 'out.json')
  expect((await run('recipes', '--export', 'mine', '--out', out)).status).toBe(0)
  expect(JSON.parse(await readFile(out, 'utf8'))).toEqual(shown)
  // A second one of the same name gets a short name of its own.
  expect((await run('recipes', '--save', out)).stdout).toBe('Saved as "mine-2".\n')
  expect((await run('recipes', '--remove', 'mine')).status).toBe(0)
  expect((await run('train', '--recipe', 'mine')).stderr).toContain('There is no recipe "mine". Known: probe, ')
})

test('a recipe that is not right is refused with the place and what is allowed there', { timeout }, async () => {
  const file = await write('wrong.json', { kind: 'probe', folds: 20, l2: 'strong' })
  const refused = await run('train', '--recipe', file)
  expect(refused).toMatchObject({ status: 1, stdout: '' })
  expect(refused.stderr).toContain(`${file} is not usable: folds must be a whole number from 2 to 10, not 20; l2 must be a list of at least 1 and at most 12, not "strong".`) // prettier-ignore
  expect((await run('train', '--recipe', await write('half.json', '{"id":'))).stderr).toContain('is not valid JSON')
  expect((await run('train', '--recipe', join(base, 'none.json'))).stderr).toContain('cannot be read. Check that the file is there.') // prettier-ignore
  expect((await run('recipes', '--remove', 'probe')).stderr).toContain('"probe" comes with the app and stays as it is.')
  expect(await run('recipes', '--show', 'probe', '--remove', 'probe')).toMatchObject({ status: 2 })
  expect((await run('recipes', '--fields')).stdout).toContain(
    'phases[].optimiser.beta1\n    must be a number from 0 to 1.',
  )
})

test('two runs vote', { timeout }, async () => {
  for (const recipe of [
    { id: 'one', name: 'One', summary: '', fewestWorks: 3 },
    { id: 'two', name: 'Two', summary: '', fewestWorks: 3, l2: [1] },
  ]) {
    // prettier-ignore
    const trained = await run('train', '--recipe', await write(`${recipe.id}.json`, recipe), '--attribute', 'style')
    expect(trained.status, trained.stderr).toBe(0)
  }
  const voted = await run('train', '--recipe', 'soft-vote', '--json')
  expect(voted.status, voted.stderr).toBe(0)
  const { run: made } = lastLine(voted) as { run: { votes: { weights: Record<string, number> }[]; attributes: { top3: number }[] } } // prettier-ignore
  expect(made.votes).toHaveLength(2)
  expect(made.votes.reduce((sum, { weights }) => sum + weights['style']!, 0)).toBeCloseTo(1, 9)
  expect(made.attributes[0]!.top3).toBeGreaterThan(0)
  expect(rowsOf((await run('queue', '--attribute', 'style')).stdout)).toHaveLength(works)
})
