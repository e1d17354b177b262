import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makePictures, newApp } from '#test/fixtures/app.ts'
import { connoisseur, rowsOf, type Said } from '#test/fixtures/commandLine.ts'

/** One collection, learned once: what goes out for a second opinion, what comes back, and what was decided. */
let base = ''
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'connoisseur-'))
  const table = await makePictures(join(base, 'pictures'), 48)
  expect(await run('import', join(base, 'pictures'), '--labels', table)).toMatchObject({ status: 0 })
  expect(await run('train', '--seed', '1')).toMatchObject({ status: 0 })
}, 90_000)
afterAll(() => rm(base, { recursive: true, force: true }))

const collection = () => join(base, 'Opinions.connoisseur')
const run = (...words: string[]) => connoisseur(...words, '--collection', collection())
const lastLine = ({ stdout }: Said) => JSON.parse(stdout.trimEnd().split('\n').at(-1)!) as Record<string, unknown>

type Package = { id: string; blind: boolean; terms: string[]; questions: { work: number; sha256: string; file: string; label: string | null; suggestion: string | null; picture: string | null }[] } // prettier-ignore

test(
  'a package asks about the most doubtful labels; the answers that come back give agreement and conflicts',
  { timeout: 90_000 },
  async () => {
    const out = join(base, 'questions.json')
    const doubtful = rowsOf((await run('queue', '--attribute', 'style', '--limit', '2')).stdout)
    const said = lastLine(await run('package', '--attribute', 'style', '--limit', '2', '--no-pictures', '--out', out, '--json')) // prettier-ignore
    const asked = JSON.parse(await readFile(out, 'utf8')) as Package
    expect(said).toMatchObject({ ok: true, command: 'package', id: asked.id, works: 2 })
    expect(asked.questions.map(({ file, label, suggestion, picture }) => ({ file, label, suggestion, picture }))).toEqual(doubtful.map(({ file, label, suggestion }) => ({ file, label, suggestion, picture: null }))) // prettier-ignore
    expect(asked.terms).toEqual(['Style 0', 'Style 1', 'Style 2', 'Style 3'])

    // A colleague agrees with the first label and not with the second.
    const [first, second] = asked.questions as [Package['questions'][0], Package['questions'][0]]
    const answer = ({ work, sha256, file }: typeof first, term: string) => ({ work, sha256, file, kind: 'term', term, reason: '', at: '2026-03-01T00:00:00.000Z' }) // prettier-ignore
    const answers = join(base, 'answers.json')
    await writeFile(answers, JSON.stringify({ format: 'connoisseur-answers', version: 1, package: asked.id, collection: 'Opinions', attribute: 'style', blind: false, reviewer: 'Ben', answers: [answer(first, first.label!), answer(second, second.suggestion!)] })) // prettier-ignore
    const taken = lastLine(await run('opinions', answers, '--json'))
    expect(taken).toMatchObject({ reviewer: 'Ben', attribute: 'style', answers: 2, unknown: 0, agreement: { works: 2, same: 1, conflicts: [{ file: second.file, mine: second.label, theirs: second.suggestion }] } }) // prettier-ignore
    const again = await run('opinions', answers)
    expect(again.stdout).toContain('0 answers by Ben taken in')
    expect(again.stdout).toContain(`${second.file}: ${second.label} / ${second.suggestion}\n`)
    expect(await run('opinions', out)).toMatchObject({ status: 1, stdout: '' })
  },
)

test(
  'a blind package tells neither label nor suggestion, and has pictures unless they are left out',
  { timeout: 60_000 },
  async () => {
    const out = join(base, 'blind.json')
    expect(await run('package', '--attribute', 'style', '--limit', '1', '--blind', '--out', out)).toMatchObject({ status: 0, stdout: `${out}: 1 questions.\n` }) // prettier-ignore
    const [question] = (JSON.parse(await readFile(out, 'utf8')) as Package).questions
    expect(question).toMatchObject({ label: null, suggestion: null })
    expect([...Buffer.from(question!.picture!, 'base64').subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff])
  },
)

test(
  'trail has a row a decision; export --renames also writes names that only the vocabulary has changed',
  { timeout: 90_000 },
  async () => {
    // In the app somebody keeps a label, changes another, and renames a term.
    const { handlers } = await newApp()
    await handlers.collections.open({ folder: collection() })
    await handlers.app.changeSettings({ reviewer: 'Ada' })
    const [kept, changed] = await handlers.queue.list({ attribute: 'style', limit: 2, offset: 0, flaggedOnly: false })
    await handlers.verdicts.decide({ artwork: kept!.artwork, attribute: 'style', kind: 'keep', reason: 'Seen it' })
    await handlers.verdicts.decide({ artwork: changed!.artwork, attribute: 'style', kind: 'relabel', term: changed!.suggestion }) // prettier-ignore
    const term = (await handlers.vocabulary.list({ attribute: 'style' })).find(({ name }) => name === 'Style 1')!
    await handlers.vocabulary.rename({ term: term.id, name: 'Green' })
    await handlers.collections.close()

    // Both tell terms as they are called now.
    const name = (style: string) => (style === 'Style 1' ? 'Green' : style)
    const trail = join(base, 'trail.csv')
    expect(lastLine(await run('trail', '--out', trail, '--json'))).toMatchObject({ ok: true, command: 'trail', path: trail, rows: 2 }) // prettier-ignore
    const rows = rowsOf((await readFile(trail, 'utf8')).replace('\ufeff', ''))
    expect(rows.length).toBe(2)
    for (const [work, part] of [
      [kept!, 'Seen it'],
      [changed!, name(changed!.label)],
    ] as const) {
      const row = rows.find((one) => Object.values(one).includes(work.file))!
      expect(Object.values(row)).toEqual(expect.arrayContaining(['Ada', 'style', part]))
    }

    const [plain, renamed] = [join(base, 'plain.csv'), join(base, 'renamed.csv')]
    expect((await run('export', '--out', plain)).status).toBe(0)
    expect((await run('export', '--out', renamed, '--renames')).status).toBe(0)
    const original = await readFile(join(base, 'pictures', 'labels.csv'), 'utf8')
    const corrected = original.replace(`\n${changed!.file},${changed!.label}\n`, `\n${changed!.file},${name(changed!.suggestion)}\n`) // prettier-ignore
    expect(corrected).not.toBe(original)
    expect(await readFile(plain, 'utf8')).toBe(corrected)
    expect(await readFile(renamed, 'utf8')).toBe(corrected.replaceAll(/Style 1$/gm, 'Green'))
  },
)
