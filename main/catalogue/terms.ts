import type { TermName } from '#preload/api.ts'
import type { Catalogue } from './open.ts'

/** All that the vocabulary says of a term: a change keeps it as it was and as it became. Terms by id. */
export type TermState = {
  id: number
  attribute: number
  name: string
  parent: number | null
  description: string
  uri: string
  from: number | null
  to: number | null
  retiredAt: string | null
  mergedInto: number | null
  synonyms: string[]
  translations: TermName[]
  formerNames: string[]
  examples: number[]
}

type Row = Omit<TermState, 'synonyms' | 'translations' | 'formerNames' | 'examples'>
type NameRow = { kind: 'synonym' | 'translation' | 'former'; language: string; name: string }

const columns = `id, attribute, name, parent, description, uri, year_from as "from", year_to as "to",
  retired_at as retiredAt, merged_into as mergedInto from term`

/** Terms with everything that is said of them, read and written whole. */
export function termTable(db: Catalogue) {
  const get = db.prepare<[number], Row>(`select ${columns} where id = ?`)
  const all = db.prepare<[number], Row>(`select ${columns} where attribute = ? order by name`)
  const names = db.prepare<[number], NameRow>(`select kind, language, name from term_name where term = ? order by language, name`) // prettier-ignore
  const examples = db.prepare<[number], number>(`select artwork from term_example where term = ? order by artwork`).pluck() // prettier-ignore
  const standing = db.prepare<[number], number>(`select coalesce(standing, id) from term where id = ?`).pluck()
  const put = db.prepare<[Row]>(`
    insert into term (id, attribute, name, parent, description, uri, year_from, year_to, retired_at, merged_into)
    values (:id, :attribute, :name, :parent, :description, :uri, :from, :to, :retiredAt, :mergedInto)
    on conflict (id) do update set name = excluded.name, parent = excluded.parent, description = excluded.description,
      uri = excluded.uri, year_from = excluded.year_from, year_to = excluded.year_to, retired_at = excluded.retired_at,
      merged_into = excluded.merged_into`)
  const unname = db.prepare(`delete from term_name where term = ?`)
  const addName = db.prepare(`insert into term_name (term, kind, language, name) values (?, ?, ?, ?) on conflict do nothing`) // prettier-ignore
  const unshow = db.prepare(`delete from term_example where term = ?`)
  const addExample = db.prepare(`insert into term_example (term, artwork) values (?, ?) on conflict do nothing`)
  const remove = db.prepare(`delete from term where id = ?`)
  const next = db.prepare<[], number>(`select coalesce(max(id), 0) + 1 from term`).pluck()

  const withNames = (row: Row): TermState => {
    const said = names.all(row.id)
    const of = (kind: NameRow['kind']) => said.filter((each) => each.kind === kind)
    return {
      ...row,
      synonyms: of('synonym').map(({ name }) => name),
      translations: of('translation').map(({ language, name }) => ({ language, name })),
      formerNames: of('former').map(({ name }) => name),
      examples: examples.all(row.id),
    }
  }

  return {
    get: (id: number): TermState | undefined => {
      const row = get.get(id)
      return row && withNames(row)
    },
    /** Every term of an attribute, merged ones too, by name. */
    all: (attribute: number): TermState[] => all.all(attribute).map(withNames),
    /** The term that speaks for this one after mergers: mostly itself. */
    standing: (id: number) => standing.get(id)!,
    nextId: () => next.get()!,
    /** Terms as they are to be. Names may be exchanged between them. The standing terms must be found anew afterwards. */
    put(states: readonly TermState[]) {
      for (const state of states) put.run({ ...state, parent: null, mergedInto: null, name: `\u0001${state.id}` })
      for (const state of states) {
        put.run(state)
        unname.run(state.id)
        unshow.run(state.id)
        for (const name of state.synonyms) addName.run(state.id, 'synonym', '', name)
        for (const name of state.formerNames) addName.run(state.id, 'former', '', name)
        for (const { language, name } of state.translations) addName.run(state.id, 'translation', language, name)
        for (const artwork of state.examples) addExample.run(state.id, artwork)
      }
    },
    /** False: something still names it. */
    remove(id: number): boolean {
      try {
        return remove.run(id).changes > 0
      } catch (error) {
        if ((error as { code?: string }).code === 'SQLITE_CONSTRAINT_FOREIGNKEY') return false
        throw error
      }
    },
  }
}
