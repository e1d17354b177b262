import { termsOf } from '../engine/training/namedTerms.ts'
import { frequencies } from './artistShare.ts'
import { usualShare } from './agreement.ts'
import { namedBy, sumOf } from './severalTerms.ts'
import { dynamicsOf, leastProbability, weightsOf, type Combination, type Judgement, type WitnessName, type Witnesses } from './combination.ts' // prettier-ignore

/** What a witness says of a label and of the suggestion, and how much it counts. Probabilities in [0, 1]. */
export type Hearing = { witness: WitnessName; weight: number; given: number; suggestion: number }

/** What the score would be if something were otherwise, in [0, 1]; terms by number. */
export type WhatIf =
  /** If this witness were not heard; 'batch': the artist's works with this label together. */
  | { kind: 'without'; witness: Excepted; score: number }
  /** If so many of the artist's other works, or of the works most like it, that are not labelled so were labelled so. */
  | { kind: 'more'; witness: 'artist' | 'neighbours'; works: number; of: number; score: number }

type Excepted = WitnessName | 'batch' | 'rules' | 'dynamics'
type Rows = Partial<Record<WitnessName, Float64Array>>
type Asked = {
  witnesses: Witnesses
  combination: Combination
  judgement: Pick<Judgement, 'work' | 'given' | 'further' | 'suggestion' | 'batch'>
  /** The factor by which contradictions in the record lower the score, in [0, 1]. */
  rules: number
}

export type Heard = { hearings: Hearing[]; whatIf: WhatIf[]; score: number }

/** Takes the judgement of one label apart. `doubtful`: a score below it flags a label. */
export function hearLabel(asked: Asked, doubtful: number): Heard {
  const { witnesses, combination, judgement } = asked
  const { suggestion, work } = judgement
  const own = namedBy(judgement)
  const rows = rowsOf(witnesses, work)
  const weights = weightsOf(combination)
  const score = scoreOf(asked, rows)
  const hearings = combination.witnesses.map((witness, index): Hearing => {
    const row = rows[witness]
    return { witness, weight: weights[index]!, given: row ? sumOf(row, own) : 0, suggestion: row?.[suggestion] ?? 0 }
  })
  const without = (['picture', 'artist', 'neighbours', 'batch', 'dynamics', 'rules'] as const)
    .filter((witness) =>
      witness === 'batch'
        ? judgement.batch < 0.999
        : witness === 'rules'
          ? asked.rules < 1
          : witness === 'dynamics'
            ? dynamicsOf(witnesses, work, combination) < 1
            : rows[witness] !== undefined,
    ) // prettier-ignore
    .map((witness): WhatIf => ({ kind: 'without', witness, score: scoreOf(asked, rows, witness) }))
  const more = (['artist', 'neighbours'] as const).flatMap(
    (witness) => fewestMore(asked, rows, witness, doubtful) ?? [],
  )
  return { hearings, whatIf: [...without, ...more], score }
}

/** The fewest works that would have to be labelled so for the label to be no longer doubtful; null: no number is enough. */
function fewestMore(asked: Asked, rows: Rows, witness: 'artist' | 'neighbours', doubtful: number): WhatIf | null {
  if (rows[witness] === undefined || scoreOf(asked, rows) >= doubtful) return null
  const labels = witness === 'artist' ? ofArtist(asked) : ofNeighbours(asked)
  const own = namedBy(asked.judgement)
  const others = [...labels.keys()].filter((at) => !labels[at]!.labels.some((label) => own.includes(label)))
  for (let works = 1; works <= others.length; works++) {
    const changed = new Set(others.slice(0, works))
    const row = share(labels.map((one, at) => (changed.has(at) ? { ...one, labels: [asked.judgement.given] } : one)), asked.witnesses, witness) // prettier-ignore
    const score = scoreOf(asked, { ...rows, [witness]: row })
    if (score >= doubtful) return { kind: 'more', witness, works, of: labels.length, score }
  }
  return null
}

function scoreOf({ witnesses, combination, judgement, rules }: Asked, rows: Rows, except?: Excepted) {
  const weights = weightsOf(combination)
  const heard = combination.witnesses.filter((name) => name !== except)
  const terms = Object.values(rows)[0]!.length
  const logs = Float64Array.from(
    { length: terms },
    (_, term) =>
    heard.reduce((sum, name) => sum + weights[combination.witnesses.indexOf(name)]! * Math.log(Math.max(leastProbability, rows[name]![term]!)), 0), // prettier-ignore
  )
  const highest = Math.max(...logs)
  const total = logs.reduce((sum, log) => sum + Math.exp(log - highest), 0)
  const foretold = namedBy(judgement).reduce((sum, term) => sum + Math.exp(logs[term]! - highest), 0) / total
  const { rate } = combination.single
  const single = ((1 - rate) * foretold) / ((1 - rate) * foretold + rate)
  const held = except === 'dynamics' ? 1 : dynamicsOf(witnesses, judgement.work, combination)
  return single * (except === 'batch' ? 1 : judgement.batch) * held * (except === 'rules' ? 1 : rules)
}

function rowsOf(witnesses: Witnesses, work: number): Rows {
  const { picture, terms, artists, neighbours } = witnesses
  const asked = { witnesses, judgement: { work } }
  return {
    picture: Float64Array.from(picture.subarray(work * terms, (work + 1) * terms)),
    ...(artists ? { artist: share(ofArtist(asked), witnesses, 'artist') } : {}),
    ...(neighbours ? { neighbours: share(ofNeighbours(asked), witnesses, 'neighbours') } : {}),
  }
}

/** A labelled work: the terms that it shares, and how much it counts. */
type One = { labels: readonly number[]; weight: number }
type About = { witnesses: Witnesses; judgement: { work: number } }

/** The labelled works of the same artist, the work itself left out, the most frequent labels first. */
function ofArtist({ witnesses, judgement: { work } }: About): One[] {
  const { labels, artists, closeness } = witnesses
  const artist = artists![work]!
  if (artist < 0) return []
  const all: number[] = []
  for (let other = 0; other < labels.length; other++) if (artists![other] === artist) all.push(other)
  const counts = new Map<number, number>()
  for (const other of all) if (labels[other]! >= 0) counts.set(labels[other]!, (counts.get(labels[other]!) ?? 0) + 1)
  const countOf = ({ labels: [first] }: One) => counts.get(first!) ?? 0
  return all
    .filter((other) => other !== work && termsOf(witnesses, other).length > 0)
    .map((other) => ({ labels: termsOf(witnesses, other), weight: closeness?.[other] ?? 1 }))
    .toSorted((a, b) => countOf(b) - countOf(a) || a.labels[0]! - b.labels[0]!)
}

/** The labelled works most like it, the most similar first. */
function ofNeighbours({ witnesses, judgement: { work } }: About): One[] {
  const { count, positions, similarities } = witnesses.neighbours!
  return Array.from({ length: count }, (_, i) => work * count + i)
    .filter((i) => positions[i]! >= 0 && termsOf(witnesses, positions[i]!).length > 0)
    .map((i) => ({ labels: termsOf(witnesses, positions[i]!), weight: Math.max(0, similarities[i]!) }))
}

/** Shares of the terms as the witness reckons them: see otherWorks and agreement. */
function share(ones: readonly One[], witnesses: Witnesses, witness: 'artist' | 'neighbours'): Float64Array {
  const usual = frequencies(witnesses, witnesses.terms)
  const sums = new Float64Array(witnesses.terms)
  for (const { labels, weight } of ones) for (const label of labels) sums[label]! += weight / labels.length
  const total = sums.reduce((sum, value) => sum + value, 0)
  if (witness === 'artist') return sums.map((value, term) => (usual[term]! + value) / (1 + total))
  return sums.map((value, term) => (total > 0 ? (1 - usualShare) * (value / total) + usualShare * usual[term]! : usual[term]!)) // prettier-ignore
}
