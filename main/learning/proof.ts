import type { Card, Proof } from '#preload/api.ts'
import { ApiError } from '#preload/rpc.ts'
import { confirmedQuery } from '../catalogue/confirmed.ts'
import { embeddedOfTermQuery } from '../catalogue/embeddedOfTerm.ts'
import type { Catalogue } from '../catalogue/open.ts'
import { queueQuery } from '../catalogue/queue.ts'
import { runTable } from '../catalogue/runs.ts'
import { pickRows } from '../engine/rowFile.ts'
import { mostProbable } from '../evidence/confidence.ts'
import { nearest } from '../evidence/nearest.ts'
import { backboneOfRun, type KnownBackbone } from './backbones.ts'
import { embeddingFile } from './embedWorks.ts'
import { keptRowFile } from './keptRowFile.ts'
import { learnedAttribute } from './learnedAttribute.ts'
import { foldColumns, predictionFile, readPrediction } from './predictions.ts'

type Options = { artwork: number; attribute: string; count: number }
/** `backbone`: the bundled one. */
type Place = { db: Catalogue; collectionFolder: string; backbone: KnownBackbone }

/** Works of one term that are compared: the nearest of so many are near enough, and the answer stays quick. */
const mostCandidates = 4000
/** Among so many of a term a work whose label a person has confirmed is close enough to be shown first. */
const closeEnough = 50

/**
 * The closest works of the given and of the suggested term in the eyes of the network that the run learned with, and the most
 * probable terms. Where that network is not there any more, no work is close. Throws 'not-learned', 'no-evidence'.
 */
export async function proof(place: Place, options: Options, cards: (ids: number[]) => Card[]): Promise<Proof> {
  const { db, collectionFolder } = place
  const { run, id, learned, columns } = learnedAttribute(db, options.attribute, null)
  const entry = queueQuery(db).one(id, options.artwork)
  if (!entry) throw new ApiError('no-evidence', 'There is no evidence about this label yet. Learn again to get it.')
  const file = predictionFile(collectionFolder, run, id)
  const kept = await readPrediction(file, options.artwork, columns.width)
  const network = await backboneOfRun(collectionFolder, place.backbone, runTable(db).get(run)!.backbone)
  const terms = [entry.label, entry.suggestion]
  const similar = network ? await mostSimilar({ ...place, backbone: network }, id, options, terms) : []
  const show = (found: { candidate: number; similarity: number }[]) => {
    const byId = new Map(cards(found.map(({ candidate }) => candidate)).map((card) => [card.id, card]))
    const confirmed = confirmedQuery(db)(id, [...byId.keys()])
    return found.map(({ candidate, similarity }) => ({ ...byId.get(candidate)!, similarity, confirmed: confirmed.get(candidate) ?? null })) // prettier-ignore
  }
  return {
    label: entry.label,
    suggestion: entry.suggestion,
    ofLabel: show(similar[0] ?? []),
    ofSuggestion: show(similar[1] ?? []),
    probabilities: kept ? topTerms(foldColumns(kept, columns), learned.terms, 5) : [],
  }
}

/** Most probable first. */
export function topTerms(row: Float32Array, terms: readonly string[], count: number) {
  const left = row.slice()
  return Array.from({ length: Math.min(count, terms.length) }, () => {
    const best = mostProbable(left)
    const probability = row[best]!
    left[best] = -1
    return { term: terms[best]!, probability }
  })
}

type Found = { candidate: number; similarity: number }[]

/** Works whose label a person has confirmed stand first, the most similar first among them. */
const confirmedFirst = (found: Found, confirmed: ReadonlyMap<number, unknown>, count: number): Found =>
  [...found.filter(({ candidate }) => confirmed.has(candidate)), ...found.filter(({ candidate }) => !confirmed.has(candidate))].slice(0, count) // prettier-ignore

async function mostSimilar(place: Place, attribute: number, { artwork, count }: Options, terms: string[]) {
  const { db, collectionFolder, backbone } = place
  const embedded = embeddedOfTermQuery(db)
  if (!embedded.has(backbone.key, artwork)) return []
  const stored = await keptRowFile(embeddingFile(collectionFolder, backbone.key))
  const rows = (ids: number[]) => pickRows(stored, backbone.backbone.dimension, ids.map((id) => id - 1)) // prettier-ignore
  const self = rows([artwork])
  return terms.map((term) => {
    const candidates = embedded.of({ attribute, term, backbone: backbone.key, but: artwork, limit: mostCandidates })
    const close = nearest(self, rows(candidates), candidates, closeEnough)
    const confirmed = confirmedQuery(db)(attribute, close.map(({ candidate }) => candidate)) // prettier-ignore
    return confirmedFirst(close, confirmed, count)
  })
}
