import { readFile } from 'node:fs/promises'
import path from 'node:path'
import * as v from 'valibot'
import type { Term, TermDetails, TermName, VocabularyFilePreview } from '#preload/api.ts'
import { ApiError } from '#preload/rpc.ts'
import { cellValue, readTable, shownRow } from '../tables/read.ts'
import { tableLine } from '../tables/write.ts'
import { checkedDetails, termName } from './checkTerm.ts'

/** A term as a file says it: its parent by name; what the file does not speak of is left out. */
export type FileTerm = { place: string; name: string; parent?: string | null; details: Partial<Omit<TermDetails, 'parent' | 'examples'>> } // prettier-ignore
export type VocabularyFile = { terms: FileTerm[]; problems: VocabularyFilePreview['problems'] }

const columns = ['term', 'parent', 'description', 'from', 'to', 'uri', 'synonyms'] as const
/** Several names in one cell. */
const separator = '|'

const jsonTerm = v.object({
  term: v.string(),
  parent: v.optional(v.nullable(v.string())),
  description: v.optional(v.string()),
  from: v.optional(v.nullable(v.number())),
  to: v.optional(v.nullable(v.number())),
  uri: v.optional(v.string()),
  synonyms: v.optional(v.array(v.string())),
  translations: v.optional(v.record(v.string(), v.union([v.string(), v.array(v.string())]))),
})

/** Terms for a spreadsheet: a column a language, several names in a cell with | between them. RFC 4180, UTF-8 with a mark. */
export function vocabularyCsv(terms: readonly Omit<Term, 'attribution'>[]): string {
  const languages = [...new Set(terms.flatMap(({ translations }) => translations.map(({ language }) => language)))].toSorted() // prettier-ignore
  const nameOf = new Map(terms.map(({ id, name }) => [id, name]))
  const lines = terms.map((term) =>
    tableLine([
      term.name,
      term.parent === null ? '' : (nameOf.get(term.parent) ?? ''),
      term.description,
      term.from?.toString() ?? '',
      term.to?.toString() ?? '',
      term.uri,
      term.synonyms.join(separator),
      ...languages.map((code) => term.translations.filter(({ language }) => language === code).map(({ name }) => name).join(separator)), // prettier-ignore
    ]),
  )
  return `\ufeff${tableLine([...columns, ...languages.map((code) => `name:${code}`)])}${lines.join('')}`
}

export function vocabularyJson(attribute: string, terms: readonly Omit<Term, 'attribution'>[]): string {
  const nameOf = new Map(terms.map(({ id, name }) => [id, name]))
  const said = terms.map(({ name, parent, description, from, to, uri, synonyms, translations, retired }) => ({
    term: name,
    parent: parent === null ? null : nameOf.get(parent),
    description,
    from,
    to,
    uri,
    synonyms,
    translations: Object.fromEntries([...Map.groupBy(translations, ({ language }) => language)].map(([code, names]) => [code, names.map((each) => each.name)])), // prettier-ignore
    ...(retired ? { retired } : {}),
  }))
  return `${JSON.stringify({ attribute, terms: said }, null, 2)}\n`
}

/** Reads a vocabulary. What is wrong with single terms is told; throws ApiError where the file as a whole cannot be read. */
export async function readVocabulary(file: string): Promise<VocabularyFile> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new ApiError('vocabulary-unreadable', `${path.basename(file)} cannot be read (${error.code}). Choose another file.`) // prettier-ignore
  })
  return file.toLowerCase().endsWith('.json') ? fromJson(bytes.toString('utf8'), path.basename(file)) : fromCsv(bytes, file) // prettier-ignore
}

function fromJson(text: string, name: string): VocabularyFile {
  let parsed: unknown
  try {
    parsed = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (error) {
    throw new ApiError('vocabulary-unreadable', `${name} is no JSON: ${(error as Error).message}. Correct it, or choose another file.`) // prettier-ignore
  }
  const list = Array.isArray(parsed) ? parsed : (parsed as { terms?: unknown } | null)?.terms
  if (!Array.isArray(list)) throw new ApiError('vocabulary-unreadable', `${name} has no list of terms. It needs {"terms": [{"term": "Baroque"}]}.`) // prettier-ignore
  return gather(list.map((given: unknown, index) => ({ place: `term ${index + 1}`, read: () => jsonDetails(given) })))
}

function jsonDetails(given: unknown): Omit<FileTerm, 'place'> {
  const read = v.safeParse(jsonTerm, given)
  if (!read.success)
    throw new ApiError('bad-term', `${v.getDotPath(read.issues[0]) ?? 'It'}: ${read.issues[0].message}`)
  const { term, parent, translations, ...details } = read.output
  const named: TermName[] = Object.entries(translations ?? {}).flatMap(([language, names]) => [names].flat().map((name) => ({ language, name }))) // prettier-ignore
  return { name: term, ...(parent === undefined ? {} : { parent }), details: { ...withoutUndefined(details), ...(translations ? { translations: named } : {}) } } // prettier-ignore
}

function fromCsv(bytes: Uint8Array, file: string): VocabularyFile {
  const table = readTable(bytes, file)
  const column = (name: string) => table.columns.findIndex((each) => each.toLowerCase() === name)
  if (column('term') < 0) throw new ApiError('vocabulary-unreadable', `${path.basename(file)} has no column "term". Its first row names the columns: ${columns.join(', ')}, name:de, name:fr.`) // prettier-ignore
  const languages = table.columns.flatMap((name, index) => (/^name:/i.test(name) ? [{ language: name.slice(5).trim(), index }] : [])) // prettier-ignore
  return gather(
    table.data.map((_, row) => {
      const cell = (name: string) =>
        column(name) < 0 ? undefined : undefuse(cellValue(table, row, column(name)).trim())
      const read = (): Omit<FileTerm, 'place'> => {
        const parent = cell('parent')
        const details = withoutUndefined({ description: cell('description'), uri: cell('uri'), from: yearCell(cell('from')), to: yearCell(cell('to')), synonyms: cell('synonyms') === undefined ? undefined : names(cell('synonyms')!) }) // prettier-ignore
        const translations = languages.flatMap(({ language, index }) => names(undefuse(cellValue(table, row, index))).map((name) => ({ language, name }))) // prettier-ignore
        return { name: cell('term')!, ...(parent === undefined ? {} : { parent: parent === '' ? null : parent }), details: { ...details, ...(languages.length > 0 ? { translations } : {}) } } // prettier-ignore
      }
      return { place: `row ${shownRow(table, row)}`, read }
    }),
  )
}

const names = (text: string) => text.split(separator).map((name) => name.trim()).filter((name) => name !== '') // prettier-ignore

/** The apostrophe that a spreadsheet was kept from running a formula by. */
const undefuse = (text: string) => text.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, '')

function yearCell(text: string | undefined): number | null | undefined {
  if (text === undefined || text === '') return text === '' ? null : undefined
  if (!/^-?\d{1,4}$/.test(text))
    throw new ApiError('bad-term', `“${text}” is no year. Write whole years, such as 1600.`)
  return Number(text)
}

function withoutUndefined<T extends object>(given: T) {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> } // prettier-ignore
}

function gather(rows: readonly { place: string; read(): Omit<FileTerm, 'place'> }[]): VocabularyFile {
  const out: VocabularyFile = { terms: [], problems: [] }
  const seen = new Set<string>()
  for (const { place, read } of rows)
    try {
      const given = read()
      const name = termName(given.name)
      if (seen.has(name)) throw new ApiError('bad-term', `“${name}” stands here a second time. Leave one of them out.`)
      seen.add(name)
      const parent = given.parent === undefined || given.parent === null ? given.parent : termName(given.parent)
      out.terms.push({
        place,
        name,
        ...(parent === undefined ? {} : { parent }),
        details: checkedDetails(given.details),
      })
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      out.problems.push({ place, message: error.message })
    }
  return out
}
