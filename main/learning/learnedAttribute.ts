import { ApiError } from '#preload/rpc.ts'
import { labelTable } from '../catalogue/labels.ts'
import { learnedTermTable } from '../catalogue/learnedTerms.ts'
import type { Catalogue } from '../catalogue/open.ts'
import { runTable } from '../catalogue/runs.ts'
import { asRun } from './runView.ts'

/** The run asked for, or the current one, with what it learned of the attribute: terms as they are called now. Throws 'not-learned'. */
export function learnedAttribute(db: Catalogue, attribute: string, run: number | null) {
  const runs = runTable(db)
  const row = run === null ? runs.current() : runs.get(run)
  const id = labelTable(db).findAttribute(attribute)
  const learned = row && asRun(row).attributes.find(({ name }) => name === attribute)
  if (!row || !learned || id === undefined)
    throw new ApiError('not-learned', `"${attribute}" has not been learned yet. Learn first, then ask again.`)
  const { names, columns, indexOf, partsOf } = learnedTermTable(db).of(row.id, id)
  return { run: row.id, id, learned: { ...learned, terms: names }, columns, indexOf, partsOf }
}
