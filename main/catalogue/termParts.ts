import type { Catalogue } from './open.ts'

/** Marks that may stand between several terms of one label. */
export const separators = ['/', ';', '|', ',', '&', '+'] as const

/** What stands between two names where no label shows it. */
const usualJoints: Record<string, string> = { ';': '; ', ',': ', ', '&': ' & ', '+': ' + ' }

/** The names in a label, each once, in their order; a name that holds no others stands alone. `separator` null: it never does. */
export function namesWithin(name: string, separator: string | null): string[] {
  if (separator === null || !name.includes(separator)) return [name]
  const names = name.split(separator).map((part) => part.trim()) // prettier-ignore
  const distinct = [...new Set(names.filter((part) => part !== ''))]
  return distinct.length > 1 ? distinct : [name]
}

/**
 * Terms that are several at once ("Symbolism/Expressionism"), where an attribute allows them. Such a combination is a term like
 * any other, with a row of its own, so that labels, the history and the export know nothing of it; `term_part` has the terms it
 * names, as they stand now. It is derived, never said: whoever changes terms or the separator has it found anew.
 */
export function termParts(db: Catalogue) {
  const separatorOf = db.prepare<[number], string | null>(`select separator from attribute where id = ?`).pluck()
  const setSeparator = db.prepare(`update attribute set separator = ? where id = ?`)
  const all = db.prepare<[number], { id: number; name: string }>(`
    select id, name from term where attribute = ? and merged_into is null order by id`) // prettier-ignore
  const id = db.prepare<{ attribute: number; name: string }, number>(findByName).pluck()
  const standing = db.prepare<[number], { id: number; name: string }>(`
    select now.id, now.name from term join term as now on now.id = coalesce(term.standing, term.id) where term.id = ?`) // prettier-ignore
  const addTerm = db.prepare<[number, string]>(`insert into term (attribute, name) values (?, ?)`)
  const clear = db.prepare(`delete from term_part where term in (select id from term where attribute = ?)`)
  const insert = db.prepare(`insert into term_part (term, place, part) values (?, ?, ?)`)
  const rows = db.prepare<[number], { term: number; part: number }>(`
    select term, part from term_part where term in (select id from term where attribute = ?) order by term, place`) // prettier-ignore

  /** The term that a name stands for now; one that nobody knows is added. */
  const termOf = (attribute: number, name: string) =>
    standing.get(id.get({ attribute, name }) ?? Number(addTerm.run(attribute, name).lastInsertRowid))!

  /** A part that was renamed to, or merged into, a combination stands for its parts; where that comes back to itself it ends. */
  function partsOf(attribute: number, name: string, separator: string, above: readonly string[]): number[] {
    return namesWithin(name, separator).flatMap((part) => {
      const term = termOf(attribute, part)
      if (namesWithin(term.name, separator).length === 1) return [term.id]
      return above.includes(term.name) ? [] : partsOf(attribute, term.name, separator, [...above, term.name])
    })
  }

  function write(attribute: number, term: { id: number; name: string }, separator: string) {
    if (namesWithin(term.name, separator).length === 1) return
    const parts = new Set(partsOf(attribute, term.name, separator, [term.name]))
    for (const [place, part] of [...parts].entries()) insert.run(term.id, place, part)
  }

  return {
    /** The mark between the terms of a label; null: the attribute allows one term alone. */
    separator: (attribute: number) => separatorOf.get(attribute) ?? null,
    /** Ids of the parts of every combination of an attribute, in their order. */
    of(attribute: number): Map<number, number[]> {
      const found = new Map<number, number[]>()
      for (const { term, part } of rows.all(attribute)) found.set(term, [...(found.get(term) ?? []), part])
      return found
    },
    /** Call it in a transaction. */
    setSeparator: (attribute: number, separator: string | null) => void setSeparator.run(separator, attribute),
    /** Finds the parts of a term that is new. */
    add(attribute: number, term: { id: number; name: string }) {
      const separator = separatorOf.get(attribute) ?? null
      if (separator !== null) write(attribute, term, separator)
    },
    /** Finds the parts of all terms anew; parts that are no terms yet become some. Call it in a transaction. */
    find(attribute: number) {
      clear.run(attribute)
      const separator = separatorOf.get(attribute) ?? null
      if (separator !== null) for (const term of all.all(attribute)) write(attribute, term, separator)
    },
    /**
     * What a label is written as: several names as the vocabulary has them already, whatever the spaces; else joined as most
     * of its combinations are.
     */
    written(attribute: number, name: string): string {
      const separator = separatorOf.get(attribute) ?? null
      const names = namesWithin(name, separator)
      if (separator === null || names.length === 1 || id.get({ attribute, name }) !== undefined) return name
      const others = all.all(attribute).filter((term) => namesWithin(term.name, separator).length > 1)
      const same = others.find((term) => isSame(namesWithin(term.name, separator), names))
      return same?.name ?? names.join(jointOf(others.map((term) => term.name), separator)) // prettier-ignore
    },
  }
}

/** What a term was called before comes after what one is called now. */
export const findByName = /* sql */ `
  select id from (
    select id, 0 as place from term where attribute = :attribute and name = :name
    union all select term.id, 1 from term_name join term on term.id = term_name.term
    where term_name.name = :name and term_name.kind = 'former' and term.attribute = :attribute)
  order by place, id limit 1`

const isSame = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((name, i) => name === b[i]) // prettier-ignore

/** The separator with the spaces that most names have around it. */
function jointOf(names: readonly string[], separator: string): string {
  const counts = new Map<string, number>()
  for (const name of names)
    for (const at of name.matchAll(new RegExp(`\\s*\\${separator}\\s*`, 'g')))
      counts.set(at[0], (counts.get(at[0]) ?? 0) + 1)
  const [usual] = [...counts].toSorted(([, a], [, b]) => b - a)
  return usual?.[0] ?? usualJoints[separator] ?? separator
}
