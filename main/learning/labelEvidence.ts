import type { EvidenceRow } from '../catalogue/runs.ts'
import { confidence, type Predictions } from '../evidence/confidence.ts'

/** Out-of-sample predictions with the artworks of their rows and the ids of their terms. */
type Judged = { predictions: Predictions; artworks: readonly number[]; terms: readonly number[] }

/** What the predictions say about each label, as the catalogue keeps it. */
export const labelEvidence = ({ predictions, artworks, terms }: Judged): EvidenceRow[] =>
  confidence(predictions).map(({ work, given, suggestion, ...rest }) => ({
    artwork: artworks[work]!,
    given: terms[given]!,
    suggestion: terms[suggestion]!,
    ...rest,
  }))
