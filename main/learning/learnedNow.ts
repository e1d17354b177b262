import { labelTable } from '../catalogue/labels.ts'
import { learnedTermTable } from '../catalogue/learnedTerms.ts'
import type { Catalogue } from '../catalogue/open.ts'
import { runTable } from '../catalogue/runs.ts'
import { asRun } from './runView.ts'

/** What the current run has learned, as its terms are called now. */
export function learnedNow(db: Catalogue) {
  const run = runTable(db).current()
  return (run ? asRun(run).attributes : []).map(({ name }) => {
    const attribute = labelTable(db).findAttribute(name)!
    return { run: run!.id, attribute, name, ...learnedTermTable(db).of(run!.id, attribute) }
  })
}
