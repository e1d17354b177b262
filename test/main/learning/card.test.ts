import { expect, test } from 'vitest'
import { newAppOnSample } from '#test/fixtures/sample.ts'

const timeout = 120_000

async function learnedSample() {
  const app = await newAppOnSample()
  const { handlers } = app
  const queue = () => handlers.queue.list({ attribute: 'style', limit: 500, offset: 0, flaggedOnly: false })
  return { ...app, queue, card: (artwork: number) => handlers.evidence.card({ artwork, attribute: 'style' }) }
}

test('a score is told number by number, its factors give it, and works that a person has confirmed come first', { timeout }, async () => {
  const { handlers, queue, card, internals } = await learnedSample()
  // Learning keeps the weights: a verdict on a work whose card nobody has opened knows them.
  const weighed = internals.session.current().db.prepare<[], string>(`select weights from weighing where run = 1 order by attribute`).pluck().all() // prettier-ignore
  expect(weighed.map((weights) => Object.keys(JSON.parse(weights) as object)).every((names) => names.includes('picture') && names.includes('rate'))).toBe(true) // prettier-ignore
  expect(weighed.length).toBe((await handlers.attributes.list()).length)
  const [worst, second] = await queue()
  for (const entry of (await queue()).slice(0, 20)) {
    const { single, batch, rules, score, hearings, uncalibrated, dynamics } = await card(entry.artwork)
    expect(score).toBe(entry.score)
    const scale = Math.max(score, 1e-4)
    expect(Math.abs(single * (batch?.chance ?? 1) * rules.factor - score) / scale).toBeLessThan(0.01)
    // The artists are known: how a label was learned is told, and does not count.
    if (dynamics.state === 'none') throw new Error('The probe has kept nothing of how labels were learned.')
    expect([dynamics.factor, dynamics.weight, dynamics.moments]).toEqual([1, 0, 8])
    expect(dynamics.unseen.mean).toBeLessThanOrEqual(1)
    expect(dynamics.learned.mean).toBeGreaterThan(0)
    expect(dynamics.sentence).toMatch(/^(The|Though)/)
    expect(hearings.map(({ witness }) => witness)).toEqual(['picture', 'artist', 'neighbours'])
    expect(hearings[0]!.label).toBeCloseTo(entry.labelProbability, 5)
    expect(uncalibrated).toMatchObject({ label: entry.labelProbability, suggestion: entry.suggestionProbability })
    expect(rules.sentences.every((sentence) => entry.reasons.includes(sentence))).toBe(true)
  }
  const told = await card(worst!.artwork)
  expect(told.whatIf.some(({ kind, score }) => kind === 'without' && score !== told.score)).toBe(true)
  expect(told.uncalibrated.temperature).toBeGreaterThan(0.1)

  const before = await handlers.queue.proof({ artwork: worst!.artwork, attribute: 'style', count: 4 })
  expect(before.ofSuggestion.every(({ confirmed }) => confirmed === null)).toBe(true)
  const last = before.ofSuggestion.at(-1)!
  await handlers.app.changeSettings({ reviewer: 'Anna' })
  await handlers.verdicts.decide({ artwork: last.id, attribute: 'style', kind: 'keep' })
  const after = await handlers.queue.proof({ artwork: worst!.artwork, attribute: 'style', count: 4 })
  expect(after.ofSuggestion.map(({ id }) => id).toSorted()).toEqual(before.ofSuggestion.map(({ id }) => id).toSorted())
  expect(after.ofSuggestion[0]).toMatchObject({ id: last.id, confirmed: { actor: 'Anna' } })

  await handlers.verdicts.decide({ artwork: second!.artwork, attribute: 'style', kind: 'keep' })
  const stored = internals.session.current().db.prepare<[], { evidence: string; run: number }>(`select evidence, run from verdict order by id desc limit 1`).get()! // prettier-ignore
  const { score, witnesses } = JSON.parse(stored.evidence) as { score: number; witnesses: { neighbours: { nearest: number[] } } } // prettier-ignore
  expect(stored.run).toBe(1)
  expect(score).toBe(second!.score)
  expect(witnesses.neighbours.nearest.length).toBe(5)
  await expect(card(9999)).rejects.toThrow('no evidence')
}) // prettier-ignore

test('weights that a user changes order the queue anew at once, stay with the run, and give the old order when set back', { timeout }, async () => {
  const { handlers, ended, queue, card } = await learnedSample()
  const order = async () => (await queue()).map(({ artwork, score }) => `${artwork} ${score}`)
  const before = await order()
  const { witnesses } = await handlers.evidence.weighing({ attribute: 'style' })
  expect(witnesses.map(({ witness, factor }) => [witness, factor])).toEqual([['picture', 1], ['artist', 1], ['neighbours', 1], ['batch', 1], ['dynamics', 0]]) // prettier-ignore
  const changed = await handlers.evidence.weigh({ attribute: 'style', factors: { artist: 0, batch: 0 } })
  expect(changed.witnesses.map(({ factor }) => factor)).toEqual([1, 0, 1, 0, 0])
  const other = await order()
  expect(other).not.toEqual(before)
  const [first] = await queue()
  expect((await card(first!.artwork)).hearings[1]!.weight).toBe(0)
  expect(await handlers.evidence.weighing({ attribute: 'style' })).toEqual(changed)
  await handlers.learning.restore({ run: 1 })
  expect(await order()).toEqual(other)
  await handlers.evidence.weigh({ attribute: 'style', factors: {} })
  expect(await order()).toEqual(before)

  // A verdict keeps the weights that it was taken by, though its run is deleted.
  await handlers.evidence.weigh({ attribute: 'style', factors: { artist: 0.5, dynamics: 2 } })
  const [worst] = await queue()
  const { hearings, rate } = await card(worst!.artwork)
  await handlers.verdicts.decide({ artwork: worst!.artwork, attribute: 'style', kind: 'keep' })
  await handlers.learning.start({ recipe: 'probe' })
  await ended('learning')
  await handlers.learning.remove({ run: 1 })
  const [verdict] = await handlers.trail.list({ limit: 1, offset: 0 })
  expect(verdict).toMatchObject({ file: worst!.file, verdict: 'keep', run: 1 })
  const told = new Map(verdict!.weights.split(', ').map((text) => text.split(' ') as [string, string]))
  for (const { witness, weight } of hearings) expect(Number(told.get(witness))).toBeCloseTo(weight, 3)
  expect(Number(told.get('dynamics'))).toBe(1)
  expect(Number(told.get('rate'))).toBeCloseTo(rate, 3)
  await expect(handlers.evidence.weigh({ attribute: 'style', factors: { picture: 9 } })).rejects.toThrow('between 0 and 3') // prettier-ignore
}) // prettier-ignore
