import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makePictures } from '#test/fixtures/app.ts'
import { connoisseur, rowsOf, type Said } from '#test/fixtures/commandLine.ts'

/** Commands build on each other: labels of two styles, allowed, learned, corrected and exported. */
let base = ''
const both = 'Style 0/Style 1'
const right = [4, 5, 8, 9] // of the first or of the second style
const wrong = 6 // of the third

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'connoisseur-'))
  const table = await makePictures(join(base, 'pictures'), 48)
  const text = await readFile(table, 'utf8')
  await writeFile(table, text.replaceAll(/^(\d+)\.png,.*$/gm, (line, i) => ([...right, wrong].includes(Number(i)) ? `${i}.png,${both}` : line))) // prettier-ignore
  expect(await run('import', join(base, 'pictures'), '--labels', table)).toMatchObject({ status: 0 })
}, 60_000)
afterAll(() => rm(base, { recursive: true, force: true }))

const run = (...words: string[]) => connoisseur(...words, '--collection', join(base, 'Several.connoisseur'))
const lastLine = ({ stdout }: Said) => JSON.parse(stdout.trimEnd().split('\n').at(-1)!) as Record<string, unknown>

test(
  'several tells which labels name several terms, allows them, and refuses what cannot stand between',
  { timeout: 60_000 },
  async () => {
    const before = await run('several', '--attribute', 'style')
    expect(before).toMatchObject({
      status: 0,
      stdout: `style: a work has one term.\n  /  5 works, 1 labels, such as ${both}\n`,
    })
    const allowed = await run('several', '--attribute', 'style', '--separator', '/', '--json')
    expect(lastLine(allowed)).toMatchObject({ ok: true, command: 'several', attribute: 'style', separator: '/', marks: [{ separator: '/', works: 5, labels: 1, example: both, parts: ['Style 0', 'Style 1'] }] }) // prettier-ignore
    expect(await run('several', '--attribute', 'style', '--separator', 'x')).toMatchObject({ status: 1, stderr: expect.stringContaining('cannot stand between terms') }) // prettier-ignore
    expect((await run('several', '--attribute', 'style', '--separator', '/', '--single')).status).toBe(2)
    expect((await run('several', '--attribute', 'mood')).status).toBe(1)
  },
)

test(
  'what is learned knows single terms; queue and predict write the label of several and judge it by each',
  { timeout: 60_000 },
  async () => {
    const { run: made } = lastLine(await run('train', '--seed', '1', '--json')) as { run: { attributes: { terms: string[] }[] } } // prettier-ignore
    expect(made.attributes[0]!.terms).toEqual(['Style 0', 'Style 1', 'Style 2', 'Style 3'])
    const queue = rowsOf((await run('queue', '--attribute', 'style')).stdout)
    expect(queue.length).toBe(48)
    const entry = (i: number) => queue.find(({ file }) => file === `${i}.png`)!
    expect(entry(wrong)).toMatchObject({ label: both, suggestion: 'Style 2' })
    expect(Number(entry(wrong)['score'])).toBeLessThan(0.3)
    for (const i of right) expect(Number(entry(i)['score'])).toBeGreaterThan(0.5)
    const predicted = rowsOf((await run('predict', '--attribute', 'style')).stdout)
    expect(Object.keys(predicted[0]!)).toEqual(['file', 'label', 'predicted', 'probability', 'p:Style 0', 'p:Style 1', 'p:Style 2', 'p:Style 3']) // prettier-ignore
    expect(predicted.filter(({ label }) => label === both).length).toBe(5)
  },
)

test(
  'relabel takes several terms, find finds each of them, and the export differs in that cell alone',
  { timeout: 60_000 },
  async () => {
    const said = lastLine(await run('relabel', '--file', `${wrong}.png`, '--attribute', 'style', '--term', 'Style 2 / Style 3', '--json')) // prettier-ignore
    expect(said).toMatchObject({ before: both, changed: true })
    const found = rowsOf((await run('find', '--filter', 'style:"Style 3"')).stdout)
    expect(found.find(({ file }) => file === `${wrong}.png`)).toMatchObject({ style: 'Style 2/Style 3' })
    const out = join(base, 'out.csv')
    expect((await run('export', '--out', out, '--renames')).status).toBe(0)
    const [was, is] = [await readFile(join(base, 'pictures', 'labels.csv'), 'utf8'), await readFile(out, 'utf8')]
    expect(is).toBe(was.replace(`${wrong}.png,${both}`, `${wrong}.png,Style 2/Style 3`))
    expect(await run('several', '--attribute', 'style', '--single')).toMatchObject({ status: 0, stdout: expect.stringContaining('a work has one term') }) // prettier-ignore
  },
)
