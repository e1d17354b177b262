import { artworkTable } from '../catalogue/artworks.ts'
import { labelTable } from '../catalogue/labels.ts'
import type { Catalogue } from '../catalogue/open.ts'
import { standingLabelQuery } from '../catalogue/standingLabel.ts'
import { standingVerdictQuery } from '../catalogue/standingVerdict.ts'
import type { Statement } from './tableStatements.ts'

/**
 * Enters what a table or a folder says. A label that a person has decided, kept, changed or removed stays, whatever the
 * table says; one from an import follows the table. Returns the number of labels entered or removed.
 */
export function createEntry(db: Catalogue) {
  const artworks = artworkTable(db)
  const labels = labelTable(db)
  const standingLabel = standingLabelQuery(db)
  const standingVerdict = standingVerdictQuery(db)

  return db.transaction((statements: readonly Statement[], at: string): number => {
    let changed = 0
    for (const { artwork, title, record, labels: stated } of statements) {
      if (title !== null || record !== null) artworks.describe(artwork, { title, record })
      for (const [attribute, term] of stated) {
        const attributeRow = labels.attribute(attribute)
        const meant = term === null ? null : labels.nameNow(attributeRow, term)
        const standing = standingLabel(artwork, attributeRow)
        if ((standing && standing.ground !== 'import') || (standing?.term ?? null) === meant) continue
        if (standing && standingVerdict(artwork, attributeRow)?.kind === 'keep') continue
        labels.append({ artwork, attribute, term, ground: 'import', actor: 'import', at })
        changed++
      }
    }
    return changed
  })
}
