import type { Catalogue } from './open.ts'

type Row = { id: number; title: string; file: string; width: number; height: number; record: string }

/** What is known of each work, by name: its record, its labels, title, file, width and height. */
export function workFieldsQuery(db: Catalogue) {
  const works = db.prepare<[], Row>(`select id, title, file, width, height, record from artwork`)
  const labels = db.prepare<[], { artwork: number; attribute: string; term: string }>(`
    select artwork, attribute.name as attribute, term.name as term from current_label
    join attribute on attribute.id = current_label.attribute join term on term.id = current_label.term`)
  return (): ((artwork: number) => Record<string, string>) => {
    const rows = new Map(works.all().map((row) => [row.id, row]))
    const given = Map.groupBy(labels.all(), ({ artwork }) => artwork)
    return (artwork) => {
      const row = rows.get(artwork)
      if (!row) return {}
      const { title, file, width, height, record } = row
      const ofLabels = (given.get(artwork) ?? []).map(({ attribute, term }) => [attribute, term])
      const own = { title, file, width: String(width), height: String(height) }
      return { ...(JSON.parse(record) as Record<string, string>), ...Object.fromEntries(ofLabels), ...own }
    }
  }
}
