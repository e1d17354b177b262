import type { Catalogue } from '../catalogue/open.ts'
import { reopenedTable, type KeptLabel } from '../catalogue/reopened.ts'
import { runTable, type EvidenceRow } from '../catalogue/runs.ts'
import { newEvidence, type Known } from '../evidence/newEvidence.ts'
import type { Parts } from '../evidence/parts.ts'

type About = { run: number; attribute: number; threshold: number }
type Seen = { score?: number; witnesses?: Partial<Parts> }

/** Kept labels that a run finds new evidence against, with the sentence that says so. A label that is not doubtful stays kept. */
export function keptInDoubt(db: Catalogue, { run, attribute, threshold }: About, rows: readonly EvidenceRow[]) {
  const judged = new Map(rows.map((row) => [row.artwork, row]))
  const models = new Map<number | null, string>()
  const modelOf = (id: number | null) => {
    if (!models.has(id)) models.set(id, describeModel(db, id))
    return models.get(id)!
  }
  return reopenedTable(db).kept(attribute).flatMap((kept) => {
    const row = judged.get(kept.artwork)
    if (!row || row.given !== kept.term || row.score >= threshold) return []
    const then = knownThen(kept, modelOf(kept.run))
    const now = { score: row.score, parts: JSON.parse(row.parts ?? '{}') as Parts, model: modelOf(run) }
    const reason = then && newEvidence(then, now)
    return reason ? [{ verdict: kept.verdict, reason }] : []
  }) // prettier-ignore
}

/** Null: nothing was known of the label when it was kept. */
function knownThen({ evidence }: KeptLabel, model: string): Known | null {
  const { score, witnesses } = JSON.parse(evidence) as Seen
  return score === undefined ? null : { score, parts: witnesses ?? {}, model }
}

/** A run that has been deleted still says what it was. */
function describeModel(db: Catalogue, run: number | null): string {
  const row = run === null ? undefined : (runTable(db).get(run) ?? removed(db, run))
  if (!row) return ''
  const { id, kind } = JSON.parse(row.recipe) as { id?: string; kind?: string }
  return [row.backbone, kind, id].join(' ')
}

const removed = (db: Catalogue, run: number) =>
  db.prepare<[number], { recipe: string; backbone: string }>(`select recipe, backbone from run where id = ?`).get(run)
