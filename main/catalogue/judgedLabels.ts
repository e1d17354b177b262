import { currentRun } from './flagged.ts'
import type { Catalogue } from './open.ts'

/** A label that the run in use has judged, and what a person has said of it. */
export type JudgedLabel = {
  artwork: number
  file: string
  sha256: string
  source: number
  folder: string
  addedAt: string
  /** Columns of the table, as JSON. */
  record: string
  score: number
  /** Of the score: this label alone, and the artist's works with it together; null: the run is older. */
  single: number | null
  batch: number | null
  /** By how much the way it was learned lowers the score; null: not at all. */
  dynamics: number | null
  /** The label was wrong (1), was right (0), or nobody has said so (-1): unsure, skipped, a wrong image. */
  verdict: -1 | 0 | 1
}

/** Every label that the run in use has judged, as it was then, by work. */
export function judgedLabelsQuery(db: Catalogue) {
  const query = db.prepare<[{ attribute: number }], JudgedLabel>(`
    select artwork.id as artwork, artwork.file, artwork.sha256, artwork.source, source.folder, artwork.added_at as addedAt,
      artwork.record, evidence.score, evidence.parts ->> 'single' as single, evidence.parts ->> 'batch' as batch,
      evidence.parts ->> '$.dynamics.factor' as dynamics,
      case
        when verdict.kind = 'relabel' and verdict.before = evidence.given and verdict.after <> evidence.given then 1
        when verdict.kind in ('keep', 'relabel') and verdict.after = evidence.given then 0
        else -1 end as verdict
    from evidence join artwork on artwork.id = evidence.artwork join source on source.id = artwork.source
    left join decision on decision.artwork = evidence.artwork and decision.attribute = evidence.attribute
    left join verdict on verdict.id = decision.verdict
    where evidence.run = ${currentRun} and evidence.attribute = :attribute order by artwork.id`)
  return (attribute: number) => query.all({ attribute })
}
