import { expect, onTestFinished, test } from 'vitest'
import { createReading, type Asked } from '#main/reading/reading.ts'
import { questions, type Question } from '#main/reading/questions.ts'
import { ApiError } from '#preload/rpc.ts'
import { makePictures, newApp } from '#test/fixtures/app.ts'

const timeout = 120_000
const attribute = 'style'

/** Pictures of four colours, learned; `read`: how threads answer for them. */
async function learned() {
  const app = await newApp()
  const { handlers, ended, base, internals } = app
  const table = await makePictures(`${base}/pictures`, 60)
  await handlers.collections.create({ folder: base, name: 'Reading' })
  await handlers.imports.start({ folder: `${base}/pictures`, table, folderAttribute: null })
  await ended('embedding')
  await handlers.learning.start({ recipe: 'probe' })
  await ended('learning')
  const reading = createReading({ collection: () => internals.session.current(), threshold: () => 0.3, from: 0 })
  onTestFinished(() => reading.close())
  return { ...app, reading }
}

test('threads answer every question as it is answered on the spot, and know of each verdict', { timeout }, async () => {
  const { handlers, internals, reading } = await learned()
  const backbone = await internals.backbone()
  const all = await handlers.queue.list({ attribute, limit: 60, offset: 0, flaggedOnly: false })
  const artwork = all[0]!.artwork
  const asked: { [Q in Question]: Asked<Q>[] } = {
    find: [[{ sort: 'suspicion' }], [{ attribute, predicted: all[0]!.suggestion }]],
    attributes: [[]],
    proof: [[{ artwork, attribute, count: 4, backbone }]],
    groups: [[{ attribute, by: 'label', flaggedOnly: false }]],
    card: [[{ artwork, attribute }]],
    budget: [[{ attribute }]],
    control: [[{ attribute }]],
    findings: [[{ attribute }]],
    overview: [[]],
    judge: [[{ about: { run: 1, backbone: backbone.key, attribute: { id: 1, name: attribute } }, artworks: [artwork, all[1]!.artwork] }]],
  }
  const compare = async () => {
    const found: unknown[] = []
    for (const [question, wanted] of Object.entries(asked))
      for (const given of wanted) {
        const open = { ...internals.session.current(), threshold: 0.3 }
        const here = await (questions[question as Question] as (...args: unknown[]) => unknown)(open, ...given)
        expect(await (reading.ask as (...args: unknown[]) => unknown)(question, ...given), question).toEqual(here)
        found.push(here)
      }
    return found
  }
  const before = await compare()
  for (const { artwork: id } of all.slice(0, 3)) await handlers.verdicts.decide({ artwork: id, attribute, kind: 'keep' })
  await handlers.artworks.relabel({ ids: [all[4]!.artwork], attribute, term: all[4]!.suggestion })
  const after = await compare()
  expect(after).not.toEqual(before)
}) // prettier-ignore

test(
  'what a thread refuses has its code, and what is asked while the collection closes ends with a sentence',
  { timeout },
  async () => {
    const { reading, handlers } = await learned()
    await expect(reading.ask('card', { artwork: 9999, attribute })).rejects.toMatchObject({ code: 'no-evidence' })
    await expect(reading.ask('findings', { attribute: 'genre' })).rejects.toMatchObject({ code: 'not-learned' })
    const waiting = reading.ask('findings', { attribute }).catch((error: unknown) => error)
    await reading.close()
    const error = await waiting
    expect(error).toBeInstanceOf(ApiError)
    expect((error as ApiError).message).toContain('the collection was closed')
    expect((await reading.ask('budget', { attribute })).reviewed).toBe(0)
    await handlers.collections.close()
    await expect(reading.ask('budget', { attribute })).rejects.toMatchObject({ code: 'no-collection' })
  },
)
