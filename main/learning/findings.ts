import path from 'node:path'
import type { Card, Findings, GroupKind, ReviewBudget } from '#preload/api.ts'
import { judgedLabelsQuery, type JudgedLabel } from '../catalogue/judgedLabels.ts'
import { runTable } from '../catalogue/runs.ts'
import type { OpenCollection } from '../collection/openCollection.ts'
import { hash } from '../engine/training/random.ts'
import { budget } from '../evidence/budget.ts'
import type { Witnesses } from '../evidence/combination.ts'
import { confidentLearning } from '../evidence/confidentLearning.ts'
import { groupErrors, stretches, type Group } from '../evidence/groupErrors.ts'
import { chanceWrong, rateError } from '../evidence/chanceWrong.ts'
import { meanChance } from '../evidence/proportions.ts'
import { confusedPairs } from '../evidence/termPairs.ts'
import { leastAlike } from '../evidence/unlike.ts'
import { creatorsFor } from './evidenceUnseen.ts'
import { openHearing } from './evidenceJudge.ts'
import { judgedTerms } from './judgedTerms.ts'
import { learnedAttribute } from './learnedAttribute.ts'

/** Labels of the control sample: with none wrong among them, at most 7 % of the others are. */
const controlSize = 50
/** A column with more values than this share of the works, or with fewer than two, groups nothing. */
const mostValues = 0.5
const longestStretch = 25
const outliers = 10
const numberColumn =
  /accession|inventar|inventory|^inv\b|object.?(id|no|number)|objekt.?nr|catalog(ue)?.?(id|no|number)|signatur/i

type Asked = { attribute: string; threshold: number }

/**
 * What the whole collection says of an attribute. `cards`: as the grid shows works. Takes seconds at 100,000 works, and lets
 * nothing else run: see reading.ts. Throws ApiError 'not-learned'.
 */
export async function reckonFindings(
  collection: OpenCollection,
  { attribute, threshold }: Asked,
  cards: (ids: number[]) => Card[],
): Promise<Findings> {
  const { db } = collection
  const { run, id, learned } = learnedAttribute(db, attribute, null)
  const about = { run, backbone: runTable(db).get(run)!.backbone, attribute: { id, name: attribute } }
  const { witnesses, combination } = await openHearing(collection, about)
  const heard = witnesses()
  const { names } = judgedTerms(db, run, about.attribute)
  const labels = judgedLabelsQuery(db)(id)
  const review = budgetOf(labels, { threshold, terms: names.length })
  const chances = labels.map((label) => (label.verdict >= 0 ? label.verdict : Math.min(1, chanceWrong(label, names.length) * review.correction))) // prettier-ignore
  const share = meanChance(chances, rateError(labels, combination.single.rate, names.length) * review.correction)
  return {
    attribute,
    run,
    judged: labels.length,
    doubtful: labels.filter(({ score }) => score < threshold).length,
    wrong: {
      expected: share.mean * labels.length,
      share,
      confidentLearning: offDiagonal(heard),
      blind: combination.single.rate,
    },
    budget: review,
    groups: systematic(db, attribute, labels, threshold),
    pairs: pairsOf(heard, names),
    tooRare: learned.tooRare,
    outliers: outliersOf(heard, labels, cards),
  }
}

/** terms: how many the run has learned. */
type Judging = { threshold: number; terms: number }

/** What further review would find, by the labels that the run in use has judged. */
export function budgetOf(labels: readonly JudgedLabel[], { threshold, terms }: Judging): ReviewBudget {
  const order = labels.toSorted((a, b) => a.score - b.score || a.artwork - b.artwork)
  const sample = controlSample(labels, threshold)
  const looked = sample.filter(({ verdict }) => verdict >= 0)
  return budget(
    order.map((label) => ({ chance: chanceWrong(label, terms), verdict: label.verdict })),
    {
      size: sample.length,
      looked: looked.length,
      wrong: looked.filter(({ verdict }) => verdict > 0).length,
      population: labels.filter(({ score }) => score >= threshold).length,
    },
  )
}

const drawn = (label: JudgedLabel) => hash(`control ${label.sha256} ${label.artwork}`)

/** Labels that are not doubtful, drawn by a hash of the image: the same for as long as they are not doubtful. */
export function controlSample(labels: readonly JudgedLabel[], threshold: number): JudgedLabel[] {
  return labels
    .filter(({ score }) => score >= threshold)
    .map((label) => ({ label, key: drawn(label) }))
    .toSorted((a, b) => a.key - b.key || a.label.artwork - b.label.artwork)
    .slice(0, controlSize)
    .map(({ label }) => label)
}

function offDiagonal({ picture: probabilities, labels, terms }: Witnesses): number {
  const judged = labels.map((label, work) => (probabilities.subarray(work * terms, (work + 1) * terms).some((p) => p > 0) ? label : -1)) // prettier-ignore
  const { joint } = confidentLearning({ probabilities, labels: judged, terms })
  const all = joint.flat().reduce((sum, count) => sum + count, 0)
  const right = joint.reduce((sum, row, term) => sum + row[term]!, 0)
  return all === 0 ? 0 : (all - right) / all
}

const pairsOf = ({ picture: probabilities, labels, terms }: Witnesses, names: readonly string[]) =>
  confusedPairs({ probabilities, labels, terms }).map(({ terms: [a, b], crossed, ...pair }) => ({ ...pair, crossed: crossed.map((work) => work + 1), terms: [names[a]!, names[b]!] as [string, string] })) // prettier-ignore

/** The works least like others, the least first. */
function outliersOf(
  { neighbours }: Witnesses,
  labels: readonly JudgedLabel[],
  cards: (ids: number[]) => Card[],
): Findings['outliers'] {
  if (!neighbours) return []
  const judged = labels.map(({ artwork }) => artwork - 1)
  const likeness = new Map(leastAlike(neighbours, judged, outliers).map((one) => [one.work + 1, one.likeness]))
  return cards([...likeness.keys()]).map((card) => ({ ...card, likeness: likeness.get(card.id)! }))
}

/** A label is wrong where a person said so, and doubtful where nobody has. */
function systematic(
  db: OpenCollection['db'],
  attribute: string,
  labels: readonly JudgedLabel[],
  threshold: number,
): Findings['groups'] {
  // prettier-ignore
  const wrong = Int8Array.from(labels, ({ verdict, score }) => (verdict >= 0 ? verdict : Number(score < threshold)))
  const creators = creatorsFor(db, attribute)
  const groups: (Group & { kind: GroupKind })[] = [
    ...grouped('folder', '', labels.map(({ folder, file }) => path.join(path.basename(folder), path.dirname(file)))),
    ...grouped('import', '', labels.map(({ addedAt }) => addedAt.slice(0, 10))),
    ...(creators ? grouped('artist', creators.name, labels.map(({ artwork }) => creators.of.get(artwork) ?? '')) : []),
    ...byColumns(labels, [attribute, creators?.name ?? '']),
  ] // prettier-ignore
  const kinds = new Map(groups.map(({ kind, by }) => [by, kind]))
  return groupErrors(groups, wrong).map(({ by, works, ...found }) => ({
    ...found,
    by: kinds.get(by)!,
    column: by.slice(by.indexOf(':') + 1),
    works: works.map((work) => labels[work]!.artwork),
  }))
}

/** Works with the same value; '' is none. Names of kinds and columns are kept apart by a colon. */
function grouped(kind: GroupKind, column: string, values: readonly string[]): (Group & { kind: GroupKind })[] {
  const works = new Map<string, number[]>()
  for (const [work, value] of values.entries()) {
    const own = works.get(value)
    if (own) own.push(work)
    else if (value) works.set(value, [work])
  }
  if (works.size < 2 && kind !== 'import') return []
  return [...works].map(([value, own]) => ({ kind, by: `${kind}:${column}`, value, works: own }))
}

function byColumns(labels: readonly JudgedLabel[], known: readonly string[]): (Group & { kind: GroupKind })[] {
  const records = labels.map(({ record }) => JSON.parse(record) as Record<string, string>)
  const columns = new Set(records.flatMap(Object.keys))
  return [...columns].flatMap((column) => {
    if (known.some((name) => name.toLowerCase() === column.toLowerCase())) return []
    const values = records.map((record) => record[column]?.trim() ?? '')
    if (numberColumn.test(column)) {
      const keys = new Map([...values.entries()].filter(([, value]) => value !== ''))
      return stretches(`stretch:${column}`, keys, longestStretch).map((group) => ({ ...group, kind: 'stretch' as const })) // prettier-ignore
    }
    const distinct = new Set(values.filter(Boolean))
    return distinct.size < 2 || distinct.size > mostValues * labels.length ? [] : grouped('column', column, values)
  })
}
