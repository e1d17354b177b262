import { spanOf } from './movements.ts'

/** What the record says of a work, as far as it says it. Years of our era. */
export type RecordFacts = {
  label: string
  /** The terms of a label that names several; left out: it names one. */
  terms?: readonly string[]
  artist: string | null
  title: string
  /** The same bytes, the same name. */
  image: string
  born: number | null
  died: number | null
  year: number | null
}
/** score in [0, 1], low is worse. */
export type RuleHit = { score: number; sentence: string }

/** A contradiction leaves hardly a way out; a difference may have a reason. */
const contradiction = 0.1
const copy = 0.3
const difference = 0.5
const oddity = 0.8
/** An artist is not at work before this age. */
const youngest = 10
/** A title that so many artists gave says nothing: portrait, landscape, untitled. */
const commonTitle = 3

/**
 * The artist's life and the work's date against each other and against the span of the movement that the label names; where it
 * names several, all must be contradicted.
 */
export function dateHits({ label, terms = [label], born, died, year }: RecordFacts): RuleHit[] {
  const hits: RuleHit[] = []
  if (year !== null && died !== null && year > died)
    hits.push({ score: oddity, sentence: `The work is dated ${year}, but the artist died in ${died}.` })
  if (year !== null && born !== null && year < born + youngest)
    hits.push({ score: oddity, sentence: `The work is dated ${year}, but the artist was born in ${born}.` })
  const ofTerms = terms.map((term) => spanHits(term, { born, died, year }))
  return ofTerms.some(({ length }) => length === 0) ? hits : [...hits, ...ofTerms.flat()]
}

function spanHits(label: string, { born, died, year }: Pick<RecordFacts, 'born' | 'died' | 'year'>): RuleHit[] {
  const hits: RuleHit[] = []
  const span = spanOf(label)
  if (!span) return hits
  if (died !== null && died < span.from)
    hits.push({ score: contradiction, sentence: `The artist died in ${died}; ${label} began about ${span.from}.` })
  else if (year !== null && year < span.from)
    hits.push({ score: copy, sentence: `The work is dated ${year}; ${label} began about ${span.from}.` })
  if (born !== null && born > span.to)
    hits.push({ score: contradiction, sentence: `The artist was born in ${born}; ${label} ended about ${span.to}.` })
  else if (year !== null && year > span.to)
    hits.push({ score: copy, sentence: `The work is dated ${year}; ${label} ended about ${span.to}.` })
  return hits
}

/** Copies of one image with different labels. One list of hits a record. */
export function duplicateHits(records: readonly RecordFacts[]): RuleHit[][] {
  return twoLabels(
    records.map(({ image }) => image),
    records,
    (others) => ({ score: copy, sentence: `The same image is also here as ${list(others)}.` }),
  )
}

/** Pictures that are nearly the same with different labels; `nearly`: which pictures are, null: none. Copies are told as such. */
export function nearCopyHits(records: readonly RecordFacts[], nearly: readonly (string | null)[]): RuleHit[][] {
  const copies = duplicateHits(records)
  const near = twoLabels(nearly, records, (others) => ({
    score: difference,
    sentence: `A picture that is nearly the same is labelled ${list(others)}.`,
  }))
  return near.map((hits, index) => (copies[index]!.length > 0 ? [] : hits))
}

/** One artist and title with different labels; titles that many artists gave are left out. */
export function pairHits(records: readonly RecordFacts[]): RuleHit[][] {
  const artists = new Map<string, Set<string>>()
  for (const { artist, title } of records)
    if (artist) artists.set(plain(title), (artists.get(plain(title)) ?? new Set()).add(plain(artist)))
  const keys = records.map(({ artist, title }) => {
    const isTelling = artist !== null && plain(title) !== '' && artists.get(plain(title))!.size < commonTitle
    return isTelling ? `${plain(artist)}\n${plain(title)}` : null
  })
  return twoLabels(keys, records, (others) => ({
    score: difference,
    sentence: `Another work by this artist with the same title is labelled ${list(others)}.`,
  }))
}

function twoLabels(
  keys: readonly (string | null)[],
  records: readonly RecordFacts[],
  hit: (others: string[]) => RuleHit,
) {
  // prettier-ignore
  const labels = new Map<string, Map<string, readonly string[]>>()
  const termsOf = ({ label, terms }: RecordFacts) => terms ?? [label]
  for (const [index, key] of keys.entries()) {
    const { label } = records[index]!
    if (key !== null) labels.set(key, (labels.get(key) ?? new Map<string, readonly string[]>()).set(label, termsOf(records[index]!))) // prettier-ignore
  }
  return keys.map((key, index) => {
    const own = termsOf(records[index]!)
    // Labels that have a term in common do not contradict each other.
    const others = key === null ? [] : [...labels.get(key)!].filter(([, terms]) => !terms.some((term) => own.includes(term))) // prettier-ignore
    return others.length === 0 ? [] : [hit(others.map(([label]) => label).toSorted())]
  })
}

const plain = (text: string) => text.normalize('NFKC').trim().toLowerCase()
const list = (names: readonly string[]) => names.join(' and ')

/** A year, or null: "1889", "c. 1889", "1889-90", "geb. 1850"; of several the first. */
export function yearOf(text: string): number | null {
  const found = /(?<!\d)(1[0-9]{3}|20[0-9]{2})(?!\d)/.exec(text)
  return found ? Number(found[1]) : null
}

/** "Rembrandt (1606-1669)": the years of a life, as they often stand behind a name. */
export function lifeOf(text: string): { born: number | null; died: number | null } {
  const found = /(?<!\d)(\d{4})\s*[-–—]\s*(\d{4})?(?!\d)/.exec(text)
  return { born: found ? Number(found[1]) : null, died: found?.[2] ? Number(found[2]) : null }
}
