import type { Concern } from '#preload/api.ts'
import { concerns, type PictureConcern } from './concerns.ts'
import { split } from './flagged.ts'
import type { Catalogue } from './open.ts'

/** isSeveral: a label with several terms, which is none to learn but teaches its parts. among: works that have the term beside others. */
export type TermCount = {
  term: string
  works: number
  among: number
  isSeveral: 0 | 1
  train: number
  validation: number
  test: number
}
export type CopySet = { leader: string; images: number; artworks: number[] }
export type DataCounts = ReturnType<typeof dataCountsQuery>

const examples = 8
const mostSets = 50
const kinds = Object.keys(concerns) as PictureConcern[]
/** Pictures that are the same, or nearly, have the same. */
const copySet = /* sql */ `coalesce((select leader from near_copy where near_copy.sha256 = artwork.sha256), artwork.sha256)`

/** What there is to learn from, in numbers. */
export function dataCountsQuery(db: Catalogue) {
  const one = (sql: string) => db.prepare<[], number>(sql).pluck()
  const works = one(`select count(*) from artwork`)
  const measured = one(`select count(*) from artwork where sha256 in (select sha256 from measure)`)
  const problems = one(`select count(*) from problem`)
  const attributes = db.prepare<[], { id: number; name: string; labelled: number }>(`
    select attribute.id, attribute.name, count(*) as labelled from current_label
    join attribute on attribute.id = current_label.attribute group by attribute.id
    order by case attribute.name when 'style' then 1 when 'genre' then 2 when 'artist' then 3 else 4 end, attribute.id`)
  const terms = db.prepare<[number], TermCount>(`
    select term.name as term, count(*) as works,
      (select count(*) from term_part join current_label on current_label.term = term_part.term where term_part.part = term.id) as among,
      exists (select 1 from term_part where term_part.term = term.id) as isSeveral, sum(part = 'train') as train, sum(part = 'validation') as validation,
      sum(part = 'test') as test
    from (select current_label.term, ${split} as part from current_label
      join artwork on artwork.id = current_label.artwork where current_label.attribute = ?) as labelled
    join term on term.id = labelled.term group by term.id order by works desc, term.name`)
  const ofConcern = kinds.map((kind) => {
    const where = concerns[kind]
    return {
      kind,
      count: one(`select count(*) from artwork where ${where}`),
      examples: db.prepare<[number], number>(`select id from artwork where ${where} order by id limit ?`).pluck(),
    }
  })
  const sets = db.prepare<[], { leader: string; images: number; artworks: string }>(`
    select ${copySet} as leader, count(distinct sha256) as images, json_group_array(id) as artworks from artwork
    group by leader having count(*) > 1 order by count(*) desc, leader`)
  const differing = db.prepare<[number], string>(`
    select ${copySet} as leader from artwork join current_label on current_label.artwork = artwork.id
    where current_label.attribute = ? group by leader having count(distinct current_label.term) > 1`).pluck() // prettier-ignore
  const sides = db.prepare<[], { side: number; works: number }>(`
    select min(width, height) as side, count(*) as works from artwork group by side`)
  const formats = db.prepare<[], { format: string; works: number }>(`
    select format, count(*) as works from artwork group by format order by works desc, format`)
  return {
    works: () => works.get()!,
    measured: () => measured.get()!,
    problems: () => problems.get()!,
    attributes: () => attributes.all(),
    terms: (attribute: number) => terms.all(attribute),
    /** How many works each concern is about, and the first of them. */
    concerns: (): { concern: Concern; works: number; examples: number[] }[] =>
      ofConcern.map(({ kind, count, examples: first }) => ({
        concern: kind,
        works: count.get()!,
        examples: first.all(examples),
      })),
    /** Sets of works whose pictures are the same, or nearly; all counted, the largest listed. */
    copySets() {
      const all = sets.all()
      const listed = all.slice(0, mostSets).map((set): CopySet => ({ ...set, artworks: (JSON.parse(set.artworks) as number[]).toSorted((a, b) => a - b) })) // prettier-ignore
      const exact = all.filter(({ images }) => images === 1).length
      return { listed, exact, near: all.length - exact, sizes: new Map(all.map((set) => [set.leader, (JSON.parse(set.artworks) as number[]).length])) } // prettier-ignore
    },
    /** Leaders of the sets whose works do not have the same label. */
    differing: (attribute: number) => differing.all(attribute),
    /** Works by the shorter side of their picture, in pixels. */
    sides: () => sides.all(),
    formats: () => formats.all(),
  }
}
