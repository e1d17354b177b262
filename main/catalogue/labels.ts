import type { LabelEvent } from '#preload/api.ts'
import type { Catalogue } from './open.ts'
import { findByName, termParts } from './termParts.ts'

export type NewLabel = {
  artwork: number
  /** Name of the attribute. */
  attribute: string
  /** Name of the term; null removes the label. */
  term: string | null
  ground: LabelEvent['ground']
  actor: string
  /** ISO 8601, UTC. */
  at: string
  verdict?: number | null
  /** The row of the history that writes it; none for an import. */
  change?: number | null
}

/** The same by ids. `undoes`: the label event that it takes back. */
export type NewLabelRow = Omit<NewLabel, 'attribute' | 'term' | 'verdict' | 'change'> & {
  attribute: number
  term: number | null
  verdict: number | null
  change: number | null
  undoes: number | null
}

/** Attributes, their terms, and the labels as events; `current_label` follows in the same transaction. */
export function labelTable(db: Catalogue) {
  const addAttribute = db.prepare<[string]>(`insert into attribute (name) values (?) on conflict do nothing`)
  const attributeId = db.prepare<[string], number>(`select id from attribute where name = ?`).pluck()
  const addTerm = db.prepare<[number, string]>(`insert into term (attribute, name) values (?, ?)`)
  const termId = db.prepare<{ attribute: number; name: string }, number>(findByName).pluck()
  const parts = termParts(db)
  const standing = db.prepare<[number], number>(`select coalesce(standing, id) from term where id = ?`).pluck()
  const nameOf = db.prepare<[number], string>(`select name from term where id = ?`).pluck()
  const insert = db.prepare(`
    insert into label (artwork, attribute, term, ground, verdict, actor, at, change, undoes)
    values (:artwork, :attribute, :term, :ground, :verdict, :actor, :at, :change, :undoes)`)
  const setCurrent = db.prepare(`
    insert into current_label (artwork, attribute, term, label) values (:artwork, :attribute, :term, :label)
    on conflict do update set term = excluded.term, label = excluded.label`)
  const removeCurrent = db.prepare(`delete from current_label where artwork = :artwork and attribute = :attribute`)
  const current = db.prepare<[number, string], { term: string; ground: LabelEvent['ground'] }>(`
    select term.name as term, label.ground from current_label
    join term on term.id = current_label.term join label on label.id = current_label.label
    where current_label.artwork = ? and current_label.attribute = (select id from attribute where name = ?)`)

  const attribute = (name: string) => {
    addAttribute.run(name)
    return attributeId.get(name)!
  }
  const findTerm = (attributeRow: number, name: string) => termId.get({ attribute: attributeRow, name })
  function term(attributeRow: number, name: string): number {
    const found = findTerm(attributeRow, name)
    if (found !== undefined) return found
    const id = Number(addTerm.run(attributeRow, name).lastInsertRowid)
    parts.add(attributeRow, { id, name })
    return id
  }

  function appendRow(row: NewLabelRow): number {
    const id = Number(insert.run(row).lastInsertRowid)
    const key = { artwork: row.artwork, attribute: row.attribute }
    if (row.term === null) removeCurrent.run(key)
    else setCurrent.run({ ...key, term: standing.get(row.term)!, label: id })
    return id
  }

  return {
    attribute,
    term,
    /** Undefined where no attribute has that name. */
    findAttribute: (name: string) => attributeId.get(name),
    /** By its name or one that it had before; it may have been merged or retired. */
    findTerm,
    /** What a label is written as where it may name several terms; see termParts. */
    written: parts.written,
    /** What a name means now, after renaming and merging; the name itself where no term has it. */
    nameNow: (attributeRow: number, name: string): string => {
      const found = findTerm(attributeRow, name)
      return found === undefined ? name : nameOf.get(standing.get(found)!)!
    },
    /** The label that stands, with its ground; undefined where there is none. */
    current: (artwork: number, attributeName: string) => current.get(artwork, attributeName),
    /** Appends the event and makes it the current label. Returns the event's id. */
    append: db.transaction((label: NewLabel): number => {
      const attributeRow = attribute(label.attribute)
      const termRow = label.term === null ? null : term(attributeRow, label.term)
      const { verdict = null, change = null } = label
      return appendRow({ ...label, attribute: attributeRow, term: termRow, verdict, change, undoes: null })
    }),
    /** The same by ids, in the transaction of the caller. */
    appendRow,
  }
}
