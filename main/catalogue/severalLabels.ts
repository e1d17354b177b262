import type { SeveralTerms } from '#preload/api.ts'
import type { Catalogue } from './open.ts'
import { namesWithin, separators } from './termParts.ts'

type Mark = SeveralTerms['marks'][number]

/** Marks that hardly stand in the name of one term: "Art Deco, late" and "Arts & Crafts" are one. */
const telling: readonly string[] = ['/', ';', '|']

/** Labels that name several terms, by each mark that may stand between them; most works first. `labels`: each once, most works first. */
export function marksIn(labels: readonly { name: string; works: number }[]): Mark[] {
  const names = new Set(labels.map(({ name }) => name))
  const marks = separators.flatMap((separator): Mark[] => {
    const found = labels.filter(({ name }) => namesWithin(name, separator).length > 1)
    const [most] = found
    if (!most) return []
    const works = found.reduce((sum, label) => sum + label.works, 0)
    const isLikely = telling.includes(separator) && found.some(({ name }) => namesWithin(name, separator).some((part) => names.has(part))) // prettier-ignore
    return [{ separator, works, labels: found.length, example: most.name, parts: namesWithin(most.name, separator), isLikely }] // prettier-ignore
  })
  return marks.toSorted((a, b) => b.works - a.works)
}

/** The same of the labels of an attribute. */
export function severalLabelsQuery(db: Catalogue) {
  const query = db.prepare<[{ attribute: number }], { name: string; works: number }>(`
    select term.name, count(current_label.artwork) as works from term
    left join current_label on current_label.attribute = :attribute and current_label.term = term.id
    where term.attribute = :attribute and term.merged_into is null group by term.id order by works desc, term.name`)
  return (attribute: number): Mark[] => marksIn(query.all({ attribute }))
}
