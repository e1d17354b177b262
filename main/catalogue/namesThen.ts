import type { Catalogue } from './open.ts'
import type { TermState } from './terms.ts'

/** A name that a term took by a change of the history. */
type Naming = { change: number; before: string; after: string }

type Edit = { before: Pick<TermState, 'id' | 'name'> | null; after: Pick<TermState, 'id' | 'name'> }

/**
 * What terms were called when something was said, by the changes of the vocabulary, undone and done again as they were. Give it the term and the
 * change of the history that said it, null: before there was one. Null: the term has always been called as it is.
 */
export function namesThen(db: Catalogue): (term: number, change: number | null) => string | null {
  const namings = new Map<number, Naming[]>()
  const note = (change: number, { before, after }: Edit, isBack: boolean) => {
    if (before === null || before.name === after.name) return
    const [from, to] = isBack ? [after.name, before.name] : [before.name, after.name]
    namings.set(after.id, [...(namings.get(after.id) ?? []), { change, before: from, after: to }])
  }
  for (const { id, kind, edits } of steps(db))
    for (const edit of JSON.parse(edits) as Edit[]) note(id, edit, kind === 'undo')
  return (term, change) => {
    const own = namings.get(term) ?? []
    const last = own.findLast((naming) => naming.change <= (change ?? 0))
    return last?.after ?? own[0]?.before ?? null
  }
}

/** Every change of terms in its order; one that is taken back has the edits of what it takes back. */
const steps = (db: Catalogue) =>
  db
    .prepare<[], { id: number; kind: string; edits: string }>(
      /* sql */ `
    select change.id, change.kind, vocabulary_change.edits from change
    join vocabulary_change on vocabulary_change.change = iif(change.kind = 'undo', change.about, change.id) order by change.id`,
    )
    .all()
