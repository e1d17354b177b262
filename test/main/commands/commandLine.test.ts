import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { temporaryFolder } from '#test/fixtures/folder.ts'
import { connoisseur, rowsOf, type Said } from '#test/fixtures/commandLine.ts'
import { makePaintings } from '#test/seeds/paintings/make.ts'

/** Commands build on each other: one collection, imported and learned once, read by most tests. */
let base = ''
let collection = ''
let table = ''
let imported: Said
let trained: Said
const works = 60

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'connoisseur-'))
  collection = join(base, 'paintings.connoisseur')
  await makePaintings({ folder: base, works, seed: 'commands', size: 96 })
  table = join(base, 'labels.csv')
  // One style too rare to be learned, a term that a spreadsheet would run, a work without a label.
  const lines = (await readFile(table, 'utf8')).trimEnd().split('\n')
  const style = (line: number, term: string) => {
    const cells = lines[line]!.split(',')
    const known = new Set(lines.slice(1).map((text) => text.split(',').at(-5)))
    expect(known.has(cells.at(-5))).toBe(true)
    lines[line] = [...cells.slice(0, -5), term, ...cells.slice(-4)].join(',')
  }
  style(1, '=Odd')
  style(2, '=Odd')
  style(3, '')
  await writeFile(table, `${lines.join('\n')}\n`)
  imported = await run('import', base, '--labels', table, '--json')
  trained = await run('train', '--seed', '3', '--json')
}, 120_000)
afterAll(() => rm(base, { recursive: true, force: true }))

const run = (...words: string[]) => connoisseur(...words, '--collection', collection)
const lastLine = ({ stdout }: Said) => JSON.parse(stdout.trimEnd().split('\n').at(-1)!) as Record<string, unknown>
const styles = async () => rowsOf(await readFile(table, 'utf8')).filter((row) => row['style'] !== '')

test('import says what it found; progress goes to stderr, one JSON object to stdout', () => {
  expect(imported.status, imported.stderr).toBe(0)
  expect(imported.stdout.trimEnd().split('\n').length).toBe(1)
  expect(lastLine(imported)).toMatchObject({ ok: true, command: 'import', added: works, known: 0, duplicates: 0, unmatched: 0, problems: [] }) // prettier-ignore
  expect(imported.stderr).toContain(`embedding ${works} of ${works}`)
})

test('import again adds nothing and says so in a sentence', { timeout: 60_000 }, async () => {
  const again = await run('import', base, '--labels', table)
  expect(again).toMatchObject({ status: 0, stdout: expect.stringContaining(`0 works added, ${works} known already`) })
})

test('train learns every attribute and gives the run with its seed', () => {
  expect(trained.status, trained.stderr).toBe(0)
  expect(trained.stdout.trimEnd().split('\n').length).toBe(1)
  const { run: made } = lastLine(trained) as { run: { seed: number; recipe: string; attributes: { name: string; tooRare: { term: string; works: number }[] }[] } } // prettier-ignore
  expect(made).toMatchObject({ seed: 3, recipe: 'probe' })
  const style = made.attributes.find(({ name }) => name === 'style')!
  expect(style.tooRare).toContainEqual({ term: '=Odd', works: 2 })
})

describe('queue', () => {
  test('has one row a labelled work, worst first, those that cannot be judged last', async () => {
    const { status, stdout, stderr } = await run('queue', '--attribute', 'style')
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).not.toContain('\r')
    expect(stdout.split('\n')[0]).toBe('rank,file,label,suggestion,score,reasons')
    const rows = rowsOf(stdout)
    const labelled = await styles()
    expect(rows.map(({ file }) => file).toSorted()).toEqual(labelled.map(({ file }) => file).toSorted())
    const labelOf = new Map(labelled.map(({ file, style }) => [file, style]))
    for (const { file, label } of rows) expect(label).toBe(labelOf.get(file!))
    expect(rows.map(({ rank }) => Number(rank))).toEqual(rows.map((_, i) => i + 1))
    const scores = rows.map(({ score }) => Number(score))
    expect(scores).toEqual(scores.toSorted((a, b) => a - b))
    const rare = rows.filter(({ suggestion }) => suggestion === '')
    expect(rare.length).toBeGreaterThanOrEqual(2)
    expect(rows.slice(-rare.length)).toEqual(rare)
    for (const row of rare) expect(row).toMatchObject({ score: '1', reasons: 'Cannot be judged: fewer than five works have this label.' }) // prettier-ignore
    expect(rare.filter(({ label }) => label === '=Odd').length).toBe(2)
    for (const { label, suggestion, score } of rows.slice(0, -rare.length)) {
      expect(suggestion).not.toBe(label)
      expect(Number(score)).toBeGreaterThanOrEqual(0)
      expect(Number(score)).toBeLessThanOrEqual(1)
    }
  })

  test('as JSON is the same list, and --limit keeps its head', async () => {
    const csv = rowsOf((await run('queue', '--attribute', 'style')).stdout)
    const json = JSON.parse((await run('queue', '--attribute', 'style', '--format', 'json')).stdout) as { file: string; score: number; label: string }[] // prettier-ignore
    expect(json.map(({ file, label }) => [file, label])).toEqual(csv.map(({ file, label }) => [file, label]))
    for (const [at, { score }] of json.entries()) expect(score).toBeCloseTo(Number(csv[at]!['score']), 6)
    const head = rowsOf((await run('queue', '--attribute', 'style', '--limit', '4')).stdout)
    expect(head).toEqual(csv.slice(0, 4))
    const { queue } = lastLine(await run('queue', '--attribute', 'style', '--limit', '4', '--json'))
    expect(queue).toEqual(json.slice(0, 4))
  })
})

test('predict has a row for every work, probabilities of the learned terms that sum to 1', async () => {
  const { status, stdout } = await run('predict', '--attribute', 'style')
  expect(status).toBe(0)
  expect(stdout).not.toContain('\r')
  const rows = rowsOf(stdout)
  expect(rows.length).toBe(works)
  const odd = rows.filter(({ label }) => label === '=Odd')
  expect(odd.length).toBe(2)
  expect(rows.filter(({ label }) => label === '').length).toBe(1)
  for (const row of rows) {
    const p = Object.entries(row).filter(([name]) => name.startsWith('p:'))
    expect(p.reduce((sum, [, value]) => sum + Number(value), 0)).toBeCloseTo(1, 5)
    expect(row['probability']).toBe(row[`p:${row['predicted']}`])
    expect(Number(row['probability'])).toBe(Math.max(...p.map(([, value]) => Number(value))))
  }
  const json = JSON.parse((await run('predict', '--attribute', 'style', '--format', 'json')).stdout) as { file: string; probabilities: Record<string, number> }[] // prettier-ignore
  expect(json.map(({ file }) => file)).toEqual(rows.map(({ file }) => file))
})

test('evaluate counts what queue and predict say', async () => {
  const evaluation = JSON.parse((await run('evaluate', '--attribute', 'style')).stdout) as { works: number; accuracy: number; confusion: number[][]; terms: { term: string; support: number }[] } // prettier-ignore
  const rows = rowsOf((await run('predict', '--attribute', 'style')).stdout)
  const learned = new Set(evaluation.terms.map(({ term }) => term))
  const judged = rows.filter(({ label }) => learned.has(label!))
  expect(evaluation.works).toBe(judged.length)
  expect(evaluation.accuracy).toBeCloseTo(judged.filter(({ label, predicted }) => label === predicted).length / judged.length, 9) // prettier-ignore
  expect(evaluation.confusion.flat().reduce((sum, n) => sum + n, 0)).toBe(judged.length)
})

test('overview tells counts, rare terms and what to mend', { timeout: 60_000 }, async () => {
  const found = lastLine(await run('overview', '--measure', '--json')) as { works: number; measured: number; attributes: { name: string; missing: number; tooRare: { terms: number; works: number } }[]; advice: { kind: string }[] } // prettier-ignore
  expect([found.works, found.measured]).toEqual([works, works])
  const counts = new Map<string, number>()
  for (const { style } of await styles()) counts.set(style!, (counts.get(style!) ?? 0) + 1)
  const rare = [...counts.values()].filter((count) => count < 5)
  expect(rare).toContain(2)
  const tooRare = { terms: rare.length, works: rare.reduce((sum, count) => sum + count, 0) }
  expect(found.attributes.find(({ name }) => name === 'style')).toMatchObject({ missing: 1, tooRare })
  expect(found.advice.map(({ kind }) => kind)).toContain('rare-terms')
})

test('runs lists what was learned', async () => {
  expect((await run('runs')).stdout).toMatch(/^\* 1 {2}\S+ {2}probe \(seed 3\)/)
  const { runs } = lastLine(await run('runs', '--json'))
  expect(runs).toEqual([lastLine(trained)['run']])
})

test('a run is brought back, compared, described and deleted by its number', { timeout: 60_000 }, async () => {
  const other = join(await temporaryFolder(), 'runs.connoisseur')
  await cp(collection, other, { recursive: true })
  const there = (...words: string[]) => connoisseur(...words, '--collection', other)
  expect((await there('train', '--seed', '8')).status).toBe(0)
  const listed = (await there('runs')).stdout.split('\n')
  expect(listed[0]).toMatch(/^\* 2 {2}\S+ {2}probe \(seed 8\)/)
  expect(listed[1]).toMatch(/^ {2}1 {2}\S+ {2}probe \(seed 3\)/)

  const compared = await there('runs', '--compare', '1,2', '--attribute', 'style', '--json')
  const { comparison } = lastLine(compared) as { comparison: { runs: number[]; works: number; accuracy: { values: number[] }; differences: { predictions: string[] }[] } } // prettier-ignore
  const evaluation = JSON.parse((await there('evaluate', '--attribute', 'style')).stdout) as { accuracy: number; works: number } // prettier-ignore
  expect(comparison).toMatchObject({ runs: [1, 2], works: evaluation.works })
  expect(comparison.accuracy.values[1]).toBeCloseTo(evaluation.accuracy, 9)
  const { stdout } = await there('runs', '--compare', '1,2', '--attribute', 'style')
  expect(stdout).toContain(`style, ${evaluation.works} works that both have judged\n`)
  expect(stdout).toMatch(new RegExp(`^accuracy +${comparison.accuracy.values.map((value) => value.toFixed(4)).join(' +')} `, 'm')) // prettier-ignore

  const card = await there('runs', '--card', '2')
  expect(card.stdout).toMatch(/^---\nlibrary_name: onnx\n/)
  expect(lastLine(await there('runs', '--card', '2', '--json'))).toMatchObject({ card: card.stdout })

  const queueOf = async (folder: string) => (await connoisseur('queue', '--attribute', 'style', '--collection', folder)).stdout // prettier-ignore
  const [first, second] = [await queueOf(collection), await queueOf(other)]
  expect(second).not.toBe(first)
  expect(await there('runs', '--restore', '1')).toMatchObject({
    status: 0,
    stdout: 'Run 1 is in use again.\n',
    stderr: '',
  })
  expect(await queueOf(other)).toBe(first)
  expect(lastLine(await there('runs', '--remove', '2', '--json'))).toEqual({ ok: true, command: 'runs', removed: 2 })
  expect((await there('runs')).stdout).toMatch(/^\* 1 [^\n]*\n$/)
  expect(await there('runs', '--remove', '1')).toMatchObject({ status: 1, stderr: 'Run 1 is the one in use. Use another one first, then delete it.\n' }) // prettier-ignore
})

test('a mistake in the words ends with 2 and the usage, a failure with 1 and a sentence, both on stderr only', async () => {
  const missing = join(base, 'missing.connoisseur')
  const cases: [words: string[], status: number, sentence: string][] = [
    [[], 2, ''],
    [['polish'], 2, 'There is no command "polish".'],
    [['queue', '--attribute', 'style'], 2, 'queue needs --collection.'],
    [['queue', '--collection', collection], 2, 'queue needs --attribute.'],
    [['queue', '--attribute', 'style', '--limit', '0', '--collection', collection], 2, '--limit takes a whole number of at least 1'],
    [['queue', '--attribute', 'style', '--format', 'xml', '--collection', collection], 2, '--format takes csv or json, not "xml".'],
    [['train', '--seed', 'x', '--collection', collection], 2, '--seed takes a whole number of at least 0'],
    [['train', '--speed', '9', '--collection', collection], 2, "Unknown option '--speed'"],
    [['import', '--collection', collection], 2, 'import needs FOLDER.'],
    [['runs', 'twice', '--collection', collection], 2, '"twice" is one word too many.'],
    [['runs', '--restore', 'x', '--collection', collection], 2, '--restore takes a whole number'],
    [['runs', '--compare', '1', '--attribute', 'style', '--collection', collection], 2, '--compare takes the numbers of two runs, as 1,2, not "1".'],
    [['runs', '--compare', '1,2', '--collection', collection], 2, 'runs needs --attribute.'],
    [['runs', '--card', '1', '--restore', '1', '--collection', collection], 2, 'Give --restore or --card, not both.'],
    [['runs', '--restore', '9', '--collection', collection], 1, 'There is no run 9 in this collection. There are: 1.'],
    [['runs', '--remove', '0', '--collection', collection], 1, 'There is no run 0 in this collection.'],
    [['runs', '--card', '2', '--collection', collection], 1, 'There is no run 2 in this collection.'],
    [['runs', '--compare', '1,2', '--attribute', 'style', '--collection', collection], 1, 'There is no run 2 in this collection.'],
    [['runs', '--compare', '1,1', '--attribute', 'style', '--collection', collection], 1, 'Choose two different runs'],
    [['queue', '--attribute', 'style', '--collection', missing], 1, 'is not a Connoisseur collection.'],
    [['queue', '--attribute', 'colour', '--collection', collection], 1, '"colour" has not been learned yet.'],
    [['train', '--attribute', 'colour', '--collection', collection], 1, 'There is nothing to learn for "colour"'],
    [['train', '--recipe', 'oven', '--collection', collection], 1, 'There is no recipe "oven".'],
    [['train', '--recipe', 'oven.json', '--collection', collection], 1, 'oven.json cannot be read.'],
    [['relabel', '--file', 'no.jpg', '--attribute', 'style', '--term', 'X', '--collection', collection], 1, 'No work of this collection has the file "no.jpg".'],
    [['relabel', '--file', 'images/1.jpg', '--attribute', 'colour', '--collection', collection], 2, 'relabel needs --term.'],
    [['import', join(base, 'nowhere'), '--collection', join(base, 'other.connoisseur')], 1, ''],
    [['export', '--out', join(base, 'no', 'folder', 'x.csv'), '--collection', collection], 1, ''],
  ] // prettier-ignore
  for (let i = 0; i < cases.length; i += 3)
    await Promise.all(
      cases.slice(i, i + 3).map(async ([words, status, sentence]) => {
        const said = await connoisseur(...words)
        expect(said.status, `${words.join(' ')}: ${said.stderr}`).toBe(status)
        if (words.length > 0) expect(said.stdout, words.join(' ')).toBe('')
        expect(said.stderr, words.join(' ')).toContain(sentence)
        expect(said.stderr).not.toMatch(/ {4}at |Something went wrong|ENOENT/)
      }),
    )
}, 60_000)

test('--help is an answer, not a mistake', async () => {
  const [all, one] = await Promise.all([connoisseur('--help'), connoisseur('queue', '--help')])
  expect(all).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining('evaluate') })
  expect(one).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining('--limit') })
})

test('the same seed gives the same queue bit for bit, in another collection too', { timeout: 60_000 }, async () => {
  const other = join(await temporaryFolder(), 'again.connoisseur')
  await connoisseur('import', base, '--labels', table, '--collection', other)
  await connoisseur('train', '--seed', '3', '--collection', other)
  for (const attribute of ['style', 'genre']) {
    const [here, there] = await Promise.all([run('queue', '--attribute', attribute), connoisseur('queue', '--attribute', attribute, '--collection', other)]) // prettier-ignore
    expect(there).toEqual(here)
    expect(here.stdout.length).toBeGreaterThan(500)
  }
})

test('a corrected label leaves the table changed in exactly its cell', { timeout: 60_000 }, async () => {
  const before = rowsOf((await run('queue', '--attribute', 'style')).stdout)
  const { file, label, suggestion } = before[0]!
  const said = await run('relabel', '--file', file!, '--attribute', 'style', '--term', suggestion!)
  expect(said).toMatchObject({ status: 0, stdout: `${file}: style: ${label} → ${suggestion}\n`, stderr: '' })
  expect((await run('relabel', '--file', file!, '--attribute', 'style', '--term', suggestion!)).stdout).toContain('unchanged') // prettier-ignore
  const after = rowsOf((await run('queue', '--attribute', 'style')).stdout)
  expect(after.find((row) => row['file'] === file)).toMatchObject({ label: suggestion })
  expect(after.length).toBe(before.length)

  const out = join(base, 'corrected.csv')
  const exported = await run('export', '--out', out, '--json')
  expect(lastLine(exported)).toMatchObject({ ok: true, kind: 'original', rows: works, changed: 1 })
  const [old, now] = [await readFile(table, 'utf8'), await readFile(out, 'utf8')].map((text) => text.split('\n'))
  const changed = old!.flatMap((line, i) => (line === now![i] ? [] : [i]))
  expect(now!.length).toBe(old!.length)
  expect(changed.length).toBe(1)
  expect(now![changed[0]!]).toBe(old![changed[0]!]!.replace(`,${label},`, `,${suggestion},`))
  expect(old![changed[0]!]).toContain(file)

  const typo = await run('relabel', '--file', file!, '--attribute', 'stile', '--term', 'X')
  expect(typo).toMatchObject({ status: 1, stderr: 'This collection has no attribute "stile".\n' })
})

test('find lists the works that a filter names, and the day is summed up', { timeout: 60_000 }, async () => {
  const all = rowsOf((await run('find', '--filter', '')).stdout)
  expect(all.length).toBe(works)
  const style = all[0]!['style']!
  const found = rowsOf((await run('find', '--filter', `style:"${style}"`)).stdout)
  expect(found.map(({ file }) => file)).toEqual(all.filter((row) => row['style'] === style).map(({ file }) => file))
  const others = lastLine(await run('find', '--filter', `not style:"${style}"`, '--limit', '1000', '--json'))
  expect((others['works'] as unknown[]).length).toBe(works - found.length)
  expect(await run('find', '--filter', 'is:blue')).toMatchObject({ status: 1, stderr: expect.stringContaining('"is:blue" is no condition') }) // prettier-ignore
  expect(await run('find', '--list', 'Mine')).toMatchObject({ status: 1, stderr: 'This collection has no list "Mine".\n' }) // prettier-ignore
  expect((await run('find')).stdout).toBe('')
  expect((await run('summary')).stdout).toBe('') // relabel is no verdict
})

test('the new table has a row for every work and defuses what a spreadsheet would run', async () => {
  const out = join(base, 'new.csv')
  expect((await run('export', '--new', '--bom', '--out', out)).status).toBe(0)
  const text = await readFile(out, 'utf8')
  expect(text.startsWith('\uFEFF')).toBe(true)
  const rows = rowsOf(text.slice(1))
  expect(rows.length).toBe(works)
  expect(text).toContain("'=Odd")
})
