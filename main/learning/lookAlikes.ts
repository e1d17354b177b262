import type { Groups, GroupBy } from '#preload/api.ts'
import { labelTable } from '../catalogue/labels.ts'
import { queueQuery } from '../catalogue/queue.ts'
import { runTable } from '../catalogue/runs.ts'
import type { OpenCollection } from '../collection/openCollection.ts'
import { gathered, lookAlikes, type Doubt, type LookAlikes } from '../evidence/lookAlikes.ts'
import { readNeighbours } from './evidenceNeighbours.ts'
import { creatorsFor } from './evidenceUnseen.ts'

const mostGroups = 200

/**
 * Labels that wait for a verdict, in groups for which the same is suggested: works that look alike, works of one artist, works of
 * one label. Only labels less likely than what is suggested are among them. `below`: the score under which a label is looked at. Empty where nothing has been learned.
 */
export async function groupQueue({ db, folder }: OpenCollection, attribute: string, by: GroupBy, below: number): Promise<Groups> {
  const id = labelTable(db).findAttribute(attribute)
  const run = runTable(db).current()
  if (id === undefined || !run) return []
  const rows = queueQuery(db).waiting(id, below, 100_000, 0).filter((row) => row.suggestion !== row.label && row.suggestionProbability > row.labelProbability)
  const terms = numbered(rows.flatMap(({ label, suggestion }) => [label, suggestion]))
  const doubts = rows.map((row): Doubt => ({ work: row.artwork - 1, given: terms.of(row.label), suggestion: terms.of(row.suggestion), score: row.score }))
  const creators = by === 'artist' ? creatorsFor(db, attribute)?.of : undefined
  const found = await grouped()
  const labelOf = new Map(rows.map(({ artwork, label }) => [artwork, label]))
  return found.slice(0, mostGroups).map(({ suggestion, works }) => {
    const artworks = works.map((work) => work + 1)
    return {
      suggestion: terms.names[suggestion]!,
      artworks,
      labels: counted(artworks.map((artwork) => labelOf.get(artwork)!)),
      artist: creators?.get(artworks[0]!) ?? null,
    }
  })

  async function grouped(): Promise<LookAlikes[]> {
    if (by === 'artist') return gathered(doubts, ({ work }) => creators?.get(work + 1) ?? null)
    if (by === 'label') return gathered(doubts, ({ given }) => given)
    const highest = doubts.reduce((most, { work }) => Math.max(most, work + 1), 0)
    const neighbours = await readNeighbours({ db, collectionFolder: folder, key: run!.backbone }, highest)
    return neighbours ? lookAlikes(doubts, neighbours) : []
  }
} // prettier-ignore

function numbered(words: readonly string[]) {
  const names = [...new Set(words)]
  const index = new Map(names.map((name, at) => [name, at]))
  return { names, of: (name: string) => index.get(name)! }
}

/** Most frequent first. */
const counted = (labels: readonly string[]) =>
  [...Map.groupBy(labels, (label) => label)].map(([term, { length: works }]) => ({ term, works })).toSorted((a, b) => b.works - a.works) // prettier-ignore
