import type { Attribute, Filter, GroupBy, QueueEntry } from '#preload/api.ts'
import { attributeQuery } from '../catalogue/attributes.ts'
import { cardQuery } from '../catalogue/cards.ts'
import { findWorks } from '../catalogue/findWorks.ts'
import { judgedLabelsQuery } from '../catalogue/judgedLabels.ts'
import { queueQuery } from '../catalogue/queue.ts'
import type { EvidenceRow } from '../catalogue/runs.ts'
import type { OpenCollection } from '../collection/openCollection.ts'
import { takenFor } from '../evaluating/samples.ts'
import type { KnownBackbone } from '../learning/backbones.ts'
import { evidenceCard } from '../learning/card.ts'
import { openJudge, type Learned } from '../learning/evidenceJudge.ts'
import { budgetOf, controlSample, reckonFindings } from '../learning/findings.ts'
import { learnedAttribute } from '../learning/learnedAttribute.ts'
import { learnedNow } from '../learning/learnedNow.ts'
import { groupQueue } from '../learning/lookAlikes.ts'
import { proof } from '../learning/proof.ts'
import { asEntry } from '../learning/queueEntry.ts'
import { overview } from '../overview/overview.ts'

/** `threshold`: of the settings, below which a label is doubtful. */
export type Open = OpenCollection & { threshold: number }

type About = { attribute: string }
type Label = About & { artwork: number }

/**
 * What reads much of a collection and changes nothing of what it says. Question and answer are plain data, so that any thread
 * can give the answer: see reading.ts.
 */
export const questions = {
  /** Ids in order. */
  async find(open: Open, { predicted, run, ...filter }: Filter): Promise<Int32Array> {
    const { db, threshold } = open
    if (predicted === undefined || filter.attribute === undefined)
      return Int32Array.from(findWorks(db, filter, threshold))
    const taken = await takenFor(open, { attribute: filter.attribute, run: run ?? null, predicted })
    const wanted = filter.ids && new Set(filter.ids)
    const ids = wanted ? taken.filter((id) => wanted.has(id)) : taken
    return Int32Array.from(findWorks(db, { ...filter, ids }, threshold))
  },
  attributes({ db, threshold }: Open): Attribute[] {
    const byName = new Map(learnedNow(db).map(({ name, names }) => [name, new Set(names)]))
    return attributeQuery(db)(threshold, byName)
  },
  proof: (open: Open, { backbone, ...wanted }: Label & { count: number; backbone: KnownBackbone }) =>
    proof({ db: open.db, collectionFolder: open.folder, backbone }, wanted, cardsOf(open)),
  groups: (open: Open, { attribute, by, flaggedOnly }: { attribute: string; by: GroupBy; flaggedOnly: boolean }) =>
    groupQueue(open, attribute, by, flaggedOnly ? open.threshold : 2),
  card: (open: Open, wanted: Label) => evidenceCard(open, wanted, open.threshold),
  budget(open: Open, { attribute }: About) {
    const { judged, terms } = labelsOf(open, attribute)
    return budgetOf(judged, { threshold: open.threshold, terms })
  },
  control(open: Open, { attribute }: About): QueueEntry[] {
    const { id, judged } = labelsOf(open, attribute)
    const query = queueQuery(open.db)
    return controlSample(judged, open.threshold).flatMap(({ artwork }, index) => {
      const row = query.one(id, artwork)
      return row && (row.decided === null || row.decided === 'skip') ? asEntry(row, attribute, index + 1, open.threshold) : [] // prettier-ignore
    })
  },
  findings: (open: Open, { attribute }: About) =>
    reckonFindings(open, { attribute, threshold: open.threshold }, cardsOf(open)),
  overview: ({ db }: Open) => overview(db),
  /** What a run says of the labels that these works have now. */
  async judge(
    open: Open,
    { about, artworks }: { about: Learned; artworks: readonly number[] },
  ): Promise<EvidenceRow[]> {
    const wanted = new Set(artworks)
    return (await openJudge(open, about)).rows().filter(({ artwork }) => wanted.has(artwork))
  },
}

export type Questions = typeof questions
export type Question = keyof Questions

const cardsOf =
  ({ db, threshold }: Open) =>
  (ids: number[]) =>
    cardQuery(db)(ids, threshold)

function labelsOf({ db }: Open, attribute: string) {
  const { id, learned } = learnedAttribute(db, attribute, null)
  return { id, judged: judgedLabelsQuery(db)(id), terms: learned.terms.length }
}
