import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCatalogue } from '#main/catalogue/open.ts'
import { connoisseur } from '#test/fixtures/commandLine.ts'
import { randomNumbers } from '#test/fixtures/syntheticWorks.ts'
import type { Verdict } from '#preload/api.ts'
import { makeCollection, runApp } from './killable.ts'

let collection: Awaited<ReturnType<typeof makeCollection>>
beforeAll(async () => {
  collection = await makeCollection(60)
  await connoisseur('train', '--collection', collection.original)
}, 120_000)
afterAll(() => collection.remove())

type Stored = {
  id: number
  artwork: number
  kind: string
  before: string
  after: string
  at: string
  undoes: number | null
  change: number
}

function stored(folder: string) {
  const db = openCatalogue(join(folder, 'catalogue.sqlite'))
  const verdicts = db.prepare<[], Stored>(`
    select verdict.id, verdict.artwork, kind, before.name as before, after.name as after, at, undoes, change from verdict
    left join term as before on before.id = before left join term as after on after.id = after order by verdict.id`).all() // prettier-ignore
  const labels = db.prepare<[], { artwork: number; term: string }>(`
    select artwork, name as term from current_label join term on term.id = term order by artwork`).all() // prettier-ignore
  const decisions = db.prepare<[], { artwork: number; verdict: number }>(`select artwork, verdict from decision order by artwork`).all() // prettier-ignore
  const integrity = [db.pragma('integrity_check', { simple: true }), ...(db.pragma('foreign_key_check') as unknown[])]
  db.close()
  return { verdicts, labels, decisions, integrity }
}

/** What must stand now, from the labels of the beginning and the verdicts alone. */
function replay(first: { artwork: number; term: string }[], verdicts: readonly Stored[]) {
  const labels = new Map(first.map(({ artwork, term }) => [artwork, term]))
  const undone = new Set(verdicts.flatMap(({ undoes }) => undoes ?? []))
  const decisions = new Map<number, number>()
  for (const { id, artwork, kind, after } of verdicts) {
    if (kind === 'relabel' || kind === 'undo') labels.set(artwork, after)
    if (kind !== 'undo' && !undone.has(id)) decisions.set(artwork, id)
  }
  return { labels, decisions }
}

test(
  'killed at 20 random moments of a review, every acknowledged verdict is there exactly once',
  { timeout: 120_000 },
  async () => {
    const folder = collection.original
    const { labels: first } = stored(folder)
    const random = randomNumbers(41)
    const acknowledged: (Verdict | { undone: number })[] = []
    for (let kills = 0; kills < 20; kills++) {
      const { lines, wasKilled } = await runApp(folder, 'review', 20 + random() * 400, {
        seed: Math.floor(random() * 2 ** 31),
      })
      expect(wasKilled).toBe(true)
      for (const line of lines as { decided?: Verdict; undone?: number | null }[]) {
        if (line.decided) acknowledged.push(line.decided)
        else if (line.undone) acknowledged.push({ undone: line.undone })
      }
      const { verdicts, labels, decisions, integrity } = stored(folder)
      expect(integrity).toEqual(['ok'])
      const byId = new Map(verdicts.map((verdict) => [verdict.id, verdict]))
      for (const one of acknowledged) {
        if ('undone' in one) expect(verdicts.filter(({ undoes }) => undoes !== null && byId.get(undoes)!.change === one.undone).length).toBe(1) // prettier-ignore
      else expect(byId.get(one.id)).toMatchObject({ artwork: one.artwork, kind: one.kind, before: one.before, after: one.after, at: one.at }) // prettier-ignore
      }
      // At most the one that was being written when each kill came was not acknowledged.
      expect(verdicts.length - acknowledged.length).toBeLessThanOrEqual(kills + 1)
      const expected = replay(first, verdicts)
      expect(labels).toEqual([...expected.labels].map(([artwork, term]) => ({ artwork, term })))
      expect(decisions).toEqual([...expected.decisions].toSorted(([a], [b]) => a - b).map(([artwork, verdict]) => ({ artwork, verdict }))) // prettier-ignore
    }
    expect(acknowledged.length).toBeGreaterThan(100)
  },
)
