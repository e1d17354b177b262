import { randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import { ApiError } from '#preload/rpc.ts'
import { labelTable } from '../catalogue/labels.ts'
import { opinionTable } from '../catalogue/opinions.ts'
import { placeOf } from '../catalogue/placeOf.ts'
import { propertyTable } from '../catalogue/properties.ts'
import { queueQuery } from '../catalogue/queue.ts'
import { suggestionQuery } from '../catalogue/suggestion.ts'
import { termTable } from '../catalogue/terms.ts'
import type { Catalogue } from '../catalogue/open.ts'
import type { Work } from '../jobs.ts'
import { writeWhole } from '../exporting/writeWhole.ts'
import { makeThumbnail } from '../images/thumbnail.ts'
import { knownAttribute } from '../vocabulary/edits.ts'
import type { Package } from './files.ts'

export type Asking = { attribute: string; artworks: readonly number[] | null; limit: number; blind: boolean; pictures: boolean; path: string } // prettier-ignore
export type Asker = { actor: string; at: string }
type Asked = { id: number; rows: { work: number; label: string }[] }

/** Longest side of a picture in a package, in pixels, and its quality as a JPEG: large enough to judge by, small enough to send. */
const size = 1000
const quality = 82
const mostWorks = 2000

/** Which works are asked about, at most 2,000, with the labels they have. Throws ApiError 'no-works', 'unknown-attribute'. */
export function worksToAsk(db: Catalogue, asking: Asking, threshold: number): Asked {
  const id = knownAttribute(db, asking.attribute)
  const labels = labelTable(db)
  const works = chosen(db, id, asking, threshold).slice(0, Math.min(asking.limit, mostWorks))
  const rows = works.flatMap((work) => {
    const label = labels.current(work, asking.attribute)?.term
    return label === undefined ? [] : [{ work, label }]
  })
  if (rows.length === 0) throw new ApiError('no-works', `There is no work with a label for ${asking.attribute} to ask about. Choose others.`) // prettier-ignore
  return { id, rows }
}

/**
 * Writes a package of questions, and keeps which label each work had. A picture that cannot be read is left out of its question.
 * Cancelled, nothing is written. Throws ApiError 'export-unwritable', 'disk-full'.
 */
export async function writePackage(
  db: Catalogue,
  { id: attribute, rows, ...asking }: Asking & Asked,
  { actor, at }: Asker,
  { signal, progress }: Parameters<Work>[0],
) {
  const { findTerm } = labelTable(db)
  const describe = db.prepare<[number], { file: string; title: string; sha256: string }>(`select file, title, sha256 from artwork where id = ?`) // prettier-ignore
  const suggestion = suggestionQuery(db)
  const questions: Package['questions'] = []
  for (const { work, label } of rows) {
    signal.throwIfAborted()
    progress({ stage: 'asking', done: questions.length, total: rows.length })
    const picture = asking.pictures ? await pictureOf(placeOf(db)(work)) : null
    const told = asking.blind ? { label: null, suggestion: null } : { label, suggestion: suggestion(work, attribute)?.suggestion ?? null } // prettier-ignore
    questions.push({ work, ...describe.get(work)!, ...told, picture })
  }
  progress({ stage: 'asking', done: rows.length, total: rows.length })
  const id = randomUUID()
  const terms = termTable(db).all(attribute).filter(({ mergedInto, retiredAt }) => mergedInto === null && retiredAt === null).map(({ name }) => name) // prettier-ignore
  const content: Package = { format: 'connoisseur-questions', version: 1, id, collection: propertyTable(db).get('name') ?? '', from: actor, at, attribute: asking.attribute, blind: asking.blind, terms, questions } // prettier-ignore
  await writeWhole(resolve(asking.path), [JSON.stringify(content)], signal, 'package')
  db.transaction(() => {
    for (const { work, label } of rows) opinionTable(db).ask({ package: id, artwork: work, attribute, term: findTerm(attribute, label)! }) // prettier-ignore
  })()
  return { kind: 'package' as const, path: asking.path, id, works: questions.length }
}

/** The works asked for, or the doubtful ones, worst first. */
const chosen = (db: Catalogue, attribute: number, { artworks, limit }: Asking, threshold: number) =>
  artworks ?? queueQuery(db).waiting(attribute, threshold, limit, 0).map(({ artwork }) => artwork) // prettier-ignore

const pictureOf = (path: string) => makeThumbnail(path, size, quality).then((jpeg) => jpeg.toString('base64'), () => null) // prettier-ignore
