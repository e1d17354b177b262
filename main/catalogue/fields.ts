import type { RecordField } from '#preload/api.ts'
import type { Catalogue } from './open.ts'

type Row = { name: string; works: number; dates: number; yearFrom: number | null; yearTo: number | null }

/** The columns of the records, in the order in which they came in. */
export function fieldQuery(db: Catalogue) {
  const query = db.prepare<[], Row>(`
    select field.name, counted.works, counted.dates, counted.yearFrom, counted.yearTo
    from (select field, count(*) as works, count(year_from) as dates, min(year_from) as yearFrom, max(year_to) as yearTo
      from work_field group by field) as counted
    join field on field.id = counted.field order by field.id`)
  return (): RecordField[] =>
    query.all().map(({ name, works, dates, yearFrom, yearTo }) => ({
      name,
      works,
      isDate: dates * 2 >= works,
      years: yearFrom === null || yearTo === null ? null : { from: yearFrom, to: yearTo },
    }))
}
