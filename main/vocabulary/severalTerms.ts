import type { ChangeFacts, SeveralTerms } from '#preload/api.ts'
import { ApiError } from '#preload/rpc.ts'
import { labelTable } from '../catalogue/labels.ts'
import type { OpenCollection } from '../collection/openCollection.ts'
import { judgeAnew } from '../learning/judgeAnew.ts'
import type { Step } from '../catalogue/changes.ts'
import type { Catalogue } from '../catalogue/open.ts'
import { severalLabelsQuery } from '../catalogue/severalLabels.ts'
import { namesWithin, separators, termParts } from '../catalogue/termParts.ts'
import { termTable } from '../catalogue/terms.ts'
import { record } from '../history/history.ts'
import { vocabularyChanges } from './changes.ts'
import type { Who } from './deeds.ts'
import type { TermEdit } from './edit.ts'
import { addEdit, knownAttribute } from './edits.ts'

type Facts = Extract<ChangeFacts, { kind: 'several-terms' }>

/** Which labels of an attribute name several terms, by each mark that may stand between them. Throws ApiError 'unknown-attribute'. */
export function severalTerms(db: Catalogue, attribute: string): SeveralTerms {
  const id = knownAttribute(db, attribute)
  return { attribute, separator: termParts(db).separator(id), marks: severalLabelsQuery(db)(id) }
}

/**
 * Lets the works of an attribute have several terms, or one alone: one change of the history. Parts that were no terms become
 * some. Returns whether anything changed. Throws ApiError 'unknown-attribute', 'bad-separator'.
 */
export function allowSeveral(db: Catalogue, attribute: string, separator: string | null, { actor, at }: Who): boolean {
  const id = knownAttribute(db, attribute)
  if (separator !== null && !separators.includes(separator as (typeof separators)[number]))
    throw new ApiError('bad-separator', `“${separator}” cannot stand between terms. Choose one of ${separators.join(' ')}`) // prettier-ignore
  const before = termParts(db).separator(id)
  if (before === separator) return false
  const several = severalLabelsQuery(db)(id).find((mark) => mark.separator === (separator ?? before))
  const facts: Facts = { kind: 'several-terms', attribute, before, after: separator, works: several?.works ?? 0, terms: several?.labels ?? 0 } // prettier-ignore
  record(db, facts, actor, at, (step) => {
    vocabularyChanges(db).write(newParts(db, id, separator), step)
    setSeparator(db, id, separator)
  })
  return true
}

/** The same of attributes that were imported just now: one that the table did not have is left out, and so is one that allows several already. */
export async function allowImported(collection: OpenCollection, several: Readonly<Record<string, string>>, who: Who) {
  const { db } = collection
  for (const [attribute, separator] of Object.entries(several)) {
    const id = labelTable(db).findAttribute(attribute)
    if (id === undefined || termParts(db).separator(id) !== null) continue
    if (allowSeveral(db, attribute, separator, who)) await judgeAnew(collection, attribute)
  }
}

/** How the history takes it back and does it again. */
export const severalTermsKind = {
  takeBack(db: Catalogue, done: number, step: Step, { attribute, before }: Facts) {
    const id = knownAttribute(db, attribute)
    setSeparator(db, id, null) // parts name terms that go
    vocabularyChanges(db).takeBack(done, step)
    setSeparator(db, id, before)
  },
  repeat(db: Catalogue, done: number, step: Step, { attribute, after }: Facts) {
    vocabularyChanges(db).repeat(done, step)
    setSeparator(db, knownAttribute(db, attribute), after)
  },
}

function setSeparator(db: Catalogue, attribute: number, separator: string | null) {
  termParts(db).setSeparator(attribute, separator)
  termParts(db).find(attribute)
}

/** Names within labels that are no terms yet, as terms. */
function newParts(db: Catalogue, attribute: number, separator: string | null): TermEdit[] {
  if (separator === null) return []
  const known = new Set(termTable(db).all(attribute).flatMap(({ name, formerNames }) => [name, ...formerNames])) // prettier-ignore
  const standing = termTable(db).all(attribute).filter(({ mergedInto }) => mergedInto === null) // prettier-ignore
  const within = standing.map(({ name }) => namesWithin(name, separator)).filter((names) => names.length > 1)
  const missing = [...new Set(within.flat())].filter((name) => !known.has(name))
  const first = termTable(db).nextId()
  return missing.map((name, index) => addEdit(db, attribute, name, {}, first + index))
}
