import { creatorsQuery, isCreatorName } from '../catalogue/creators.ts'
import { learningSetQuery } from '../catalogue/learningSet.ts'
import type { Catalogue } from '../catalogue/open.ts'
import { termParts } from '../catalogue/termParts.ts'
import { attributionOf, isInLifetime } from '../evidence/attribution.ts'
import {
  dateHits,
  duplicateHits,
  lifeOf,
  nearCopyHits,
  pairHits,
  yearOf,
  type RecordFacts,
  type RuleHit,
} from '../evidence/rules.ts'
import { shiftHits, swapHits } from '../evidence/rows.ts'

/** Columns that say when an artist lived and when a work was made, in the languages of those who have asked. */
const columns = {
  born: /^(artist|artist's|creator|maker)?[ _-]*(birth|born|begin|geboren|geburtsjahr|naissance)([ _-]*(year|date))?$/i,
  died: /^(artist|artist's|creator|maker)?[ _-]*(death|died|end|gestorben|todesjahr|d[ée]c[èe]s)([ _-]*(year|date))?$/i,
  life: /^(artist|artist's|creator|maker)?[ _-]*(life|lifespan|dates|life[ _-]?dates|lebensdaten|bio)$/i,
  year: /^(year|date|dated|datierung|jahr|ann[ée]e|created|(creation|object|work|production)[ _-]*(date|year))$/i,
}

type Labelled = {
  artwork: number
  term: number
  label: string
  title: string
  image: string
  near: string | null
  record: string
}

/** What in the records speaks against the labels of an attribute, by artwork. */
export function recordHits(db: Catalogue, attribute: { id: number; name: string }): Map<number, RuleHit[]> {
  const works = db
    .prepare<[number], Labelled>(
      `
    select artwork.id as artwork, term.id as term, term.name as label, artwork.title, artwork.sha256 as image, artwork.record,
      near_copy.leader as near from current_label
    join artwork on artwork.id = current_label.artwork join term on term.id = current_label.term
    left join near_copy on near_copy.sha256 = artwork.sha256
    where current_label.attribute = ? order by artwork.id`,
    )
    .all(attribute.id)
    // "Workshop of Rembrandt" beside "Rembrandt" is no contradiction.
    .map((work) => (isCreatorName(attribute.name) ? { ...work, label: attributionOf(work.label).artist } : work))
  const several = termNames(db, attribute)
  const creators = creatorsQuery(db)()
  const isCreator = creators?.name.toLowerCase() === attribute.name.toLowerCase()
  const facts = works.map((work) => {
    const artist = isCreator ? null : (creators?.of.get(work.artwork) ?? null)
    const outlives = !isInLifetime(creators?.qualified.get(work.artwork) ?? null)
    const terms = several.get(work.term)
    return { ...factsOf(work, artist), ...(terms ? { terms } : {}), ...(outlives ? { born: null, died: null } : {}) }
  })
  const nearly = nearCopyHits(facts, works.map(({ near }) => near)) // prettier-ignore
  const [copies, pairs] = [duplicateHits(facts), pairHits(facts)]
  return new Map(
    works.map(({ artwork }, index) => [
      artwork,
      [...dateHits(facts[index]!), ...copies[index]!, ...nearly[index]!, ...pairs[index]!],
    ]),
  )
}

/** Names of the terms of each combination, as labels are compared by them. */
function termNames(db: Catalogue, { id, name }: { id: number; name: string }): Map<number, string[]> {
  const names = new Map(
    learningSetQuery(db)
      .terms(id)
      .map((term) => [term.id, term.name]),
  )
  const named = (term: number) => (isCreatorName(name) ? attributionOf(names.get(term)!).artist : names.get(term)!)
  return new Map([...termParts(db).of(id)].map(([term, parts]) => [term, parts.map(named)]))
}

function factsOf({ label, title, image, record }: Labelled, artist: string | null): RecordFacts {
  const fields = Object.entries(JSON.parse(record) as Record<string, string>)
  const value = (column: RegExp) => fields.find(([name, text]) => column.test(name) && text.trim() !== '')?.[1] ?? ''
  const life = lifeOf(value(columns.life) || (artist ?? ''))
  const [born, died] = [yearOf(value(columns.born)) ?? life.born, yearOf(value(columns.died)) ?? life.died]
  return { label, title, image, artist, born, died, year: yearOf(value(columns.year)) }
}

type Place = { table: number; row: number; artwork: number }

/** Rows of the imported tables whose labels look swapped or moved, by artwork. labels and foretold by row (artwork's id - 1). */
export function rowHits(
  db: Catalogue,
  judged: { labels: Int32Array; foretold: Float64Array; terms: number; names: readonly string[] },
): Map<number, RuleHit[]> {
  const places = db
    .prepare<[], Place>(`select imported_table as "table", row, artwork from table_row order by imported_table, row`)
    .all()
  const { terms } = judged
  const known = withGaps(places.filter(({ artwork }) => artwork <= judged.labels.length))
  const labels = Int32Array.from(known, (place) => (place ? judged.labels[place.artwork - 1]! : -1))
  const foretold = new Float64Array(known.length * terms)
  for (const [index, place] of known.entries())
    if (place) foretold.set(judged.foretold.subarray((place.artwork - 1) * terms, place.artwork * terms), index * terms)
  const rows = { labels, foretold, terms, names: judged.names }
  const hits = new Map<number, RuleHit[]>()
  for (const [row, hit] of [...swapHits(rows), ...shiftHits(rows)]) {
    const { artwork } = known[row]!
    hits.set(artwork, [...(hits.get(artwork) ?? []), hit])
  }
  return hits
}

/** Null between rows that do not follow each other. */
const withGaps = (places: readonly Place[]): (Place | null)[] =>
  places.flatMap((place, index) => {
    const before = places[index - 1]
    const follows = before !== undefined && before.table === place.table && before.row + 1 === place.row
    return follows ? [place] : [null, place]
  })
