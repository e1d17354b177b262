import type { Catalogue } from '../catalogue/open.ts'
import { standingLabelQuery } from '../catalogue/standingLabel.ts'
import { standingVerdictQuery } from '../catalogue/standingVerdict.ts'
import { suggestionQuery } from '../catalogue/suggestion.ts'
import { tableLine } from '../tables/write.ts'

/** Columns of each attribute, after its own. */
const details = ['decided by', 'decided at', 'previous label', 'suggestion', 'suggestion probability'] as const

/** A new table, a line at a time: the header, then every artwork by id with what stands for each attribute and why. */
export function createNewTable(db: Catalogue) {
  const attributes = db.prepare<[], { id: number; name: string }>(`select id, name from attribute order by id`).all()
  // With several sources a relative name may mean two files.
  const works = db.prepare<[number, number], { id: number; file: string }>(`
    select artwork.id, iif((select count(*) from source) > 1, source.folder || '/', '') || artwork.file as file
    from artwork join source on source.id = artwork.source where artwork.id > ? order by artwork.id limit ?`)
  const count = db.prepare<[], number>(`select count(*) from artwork`).pluck()
  const label = standingLabelQuery(db)
  const verdict = standingVerdictQuery(db)
  const suggestion = suggestionQuery(db)

  function cells(artwork: number, attribute: number): string[] {
    const standing = label(artwork, attribute)
    const decision = verdict(artwork, attribute)
    const decided = decision?.kind === 'keep' ? decision : standing // who keeps a label has decided it
    const model = decision?.suggestion != null ? decision : suggestion(artwork, attribute)
    return [
      standing?.term ?? '',
      decided?.actor ?? '',
      decided?.at ?? '',
      standing?.previous ?? '',
      model?.suggestion ?? '',
      model?.suggestionProbability?.toFixed(4) ?? '',
    ]
  }

  return {
    works: () => count.get()!,
    header: () => tableLine(['file', ...attributes.flatMap(({ name }) => [name, ...details.map((detail) => `${name} ${detail}`)])]), // prettier-ignore
    /** At most `limit` works after the one with id `after`; `last` is the id to go on from, null at the end. */
    lines(after: number, limit: number): { text: string; rows: number; last: number | null } {
      const page = works.all(after, limit)
      const lines = page.map(({ id, file }) => tableLine([file, ...attributes.flatMap((each) => cells(id, each.id))]))
      return { text: lines.join(''), rows: page.length, last: page.at(-1)?.id ?? null }
    },
  }
}
