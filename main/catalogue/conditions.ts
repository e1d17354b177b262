import type { Condition } from '#preload/api.ts'
import { currentRun, isDecided, isOfLabel, split } from './flagged.ts'
import { fold } from './fold.ts'
import type { Catalogue } from './open.ts'

type Values = Record<string, string | number>
/** A part of a `where` about `artwork`, with the values of its parameters. Needs the table `flagged`. */
export type Clause = { sql: string; values: Values }
/** Gives a value its own parameter and returns its name. */
type Bind = (value: string | number) => string

/** Shorter than this a text has no trigram. */
const trigram = 3
const attributeId = (name: string) => `(select id from attribute where name = ${name})`

/** What conditions ask, in SQL. Each is a set of works that is made once, never a question asked of every work. */
export function clausesOf(db: Catalogue, conditions: readonly Condition[]): Clause[] {
  return conditions.flatMap((condition, index) => {
    const values: Values = {}
    const bind: Bind = (value) => {
      const name = `c${index}_${Object.keys(values).length}`
      values[name] = value
      return `:${name}`
    }
    const sql = clauseOf(db, condition, bind)
    return sql === null ? [] : [{ sql: condition.not ? `not ${sql}` : sql, values }]
  })
}

/** In one pair of brackets; null: it asks nothing. */
function clauseOf(db: Catalogue, condition: Condition, bind: Bind): string | null {
  const inAttribute = (about: string, attribute: string | null) =>
    attribute === null ? '' : ` and ${about}.attribute = ${attributeId(bind(attribute))}`
  switch (condition.kind) {
    case 'text':
      return textClause(condition.text, bind)
    case 'label':
      return condition.term === null
        ? `(artwork.id not in (select artwork from current_label where attribute = ${attributeId(bind(condition.attribute))}))`
        : `(artwork.id in (select artwork from current_label where attribute = ${attributeId(bind(condition.attribute))}
            and term in ${labelTerms(condition.attribute, condition.term, bind)}))`
    case 'suggested':
      return `(artwork.id in (select artwork from evidence where run = ${currentRun} and attribute = ${attributeId(bind(condition.attribute))}
        and suggestion in ${termIds(condition.attribute, condition.term, bind)} and ${isOfLabel}
        and (suggestion_probability > given_probability or score < :threshold)))`
    case 'flagged':
      return `(artwork.id in (select artwork from flagged where true${inAttribute('flagged', condition.attribute)}))`
    case 'reviewed':
      return `(artwork.id in (select artwork from decision where ${isDecided('decision')}${inAttribute('decision', condition.attribute)}))`
    case 'verdict':
      return `(artwork.id in (select decision.artwork from decision join verdict on verdict.id = decision.verdict
        where verdict.kind = ${bind(condition.verdict)}))`
    case 'by':
      return byClause(bind(fold(condition.actor.trim())))
    case 'field':
      return fieldClause(condition.field, bind(fold(condition.text.trim())), bind)
    case 'year':
      return yearClause(condition, condition.field ?? dateField(db), bind)
    case 'size':
      return `(min(artwork.width, artwork.height) ${condition.is === 'below' ? '<' : '>'} ${bind(condition.pixels)})`
    case 'copies':
      return `(artwork.sha256 in (select sha256 from artwork group by sha256 having count(*) > 1))`
    case 'marked':
      return `(artwork.id in (select artwork from current_mark where kind = ${bind(condition.mark)}))`
    case 'split':
      return `((${split}) = ${bind(condition.split)})`
  }
}

/** The term of that name; where there is none, those whose name differs only in capitals and accents. */
function termIds(attribute: string, term: string, bind: Bind) {
  const [a, exact] = [attributeId(bind(attribute)), bind(term)]
  return `(select id from term where attribute = ${a} and (name = ${exact}
    or (fold(name) = ${bind(fold(term))} and not exists (select 1 from term where attribute = ${a} and name = ${exact}))))`
}

/** The same, and the terms that are several at once, one of them it. */
function labelTerms(attribute: string, term: string, bind: Bind) {
  const ids = termIds(attribute, term, bind)
  return `(select id from ${ids} union all select term_part.term from term_part where part in ${ids})`
}

/** Every word, or quoted words as they stand, somewhere about the work. */
function textClause(text: string, bind: Bind): string | null {
  const words = searchedWords(text)
  if (words.length === 0) return null
  const each = words.map((word) => {
    const folded = bind(word)
    const inText =
      [...word].length < trigram
        ? `select artwork from work_text where instr(text, ${folded})`
        : `select rowid from work_search where work_search match ${bind(`"${word.replaceAll('"', '""')}"`)}`
    return `artwork.id in (${inText}
      union all select artwork from current_label where term in (select id from term where instr(fold(name), ${folded})
        union all select term from term_name where instr(fold(name), ${folded}))
      union all select artwork from verdict where reason <> '' and instr(fold(reason), ${folded})
      union all select mark.artwork from current_mark join mark on mark.id = current_mark.mark where instr(fold(mark.text), ${folded}))`
  })
  return `(${each.join(' and ')})`
}

/** Folded; what stands in double quotes is one. */
export function searchedWords(text: string): string[] {
  const found = [...text.matchAll(/"([^"]+)"|(\S+)/g)].map(([, quoted, word]) => fold((quoted ?? word!).trim()))
  return [...new Set(found)].filter((word) => word !== '' && word !== '"')
}

const byClause = (actor: string) => `(artwork.id in (
  select decision.artwork from decision join verdict on verdict.id = decision.verdict where fold(verdict.actor) = ${actor}
  union all select artwork from label where ground <> 'import' and fold(actor) = ${actor}
    and id in (select label from current_label)))`

/** Only what is as it was imported has a column of its own; title and file are not in the record. */
function fieldClause(field: string, text: string, bind: Bind) {
  if (field === 'title' || field === 'file') return `(instr(fold(artwork.${field}), ${text}) > 0)`
  return `(artwork.id in (select artwork from work_field where field = (select id from field where name = ${bind(field)})
    and instr(text, ${text})))`
}

/** A work that may lie there is in: "17th century" may be before 1650, and after it. */
function yearClause({ is, year }: { is: 'before' | 'after'; year: number }, field: string | null, bind: Bind) {
  if (field === null) return '(false)'
  const side = is === 'before' ? `year_from < ${bind(year)}` : `year_to > ${bind(year)}`
  return `(artwork.id in (select artwork from work_field where field = (select id from field where name = ${bind(field)}) and ${side}))`
}

/** The column of the record with most dates; null: there is none. */
export function dateField(db: Catalogue): string | null {
  const query = db.prepare<[], string>(`
    select name from (select field, count(year_from) as dates from work_field group by field) as counted
    join field on field.id = counted.field where dates > 0 order by dates desc, field.id limit 1`).pluck() // prettier-ignore
  return query.get() ?? null
}
