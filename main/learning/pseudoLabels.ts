/** Works that may be taken in, by position, with what a model says of them, [works, terms]. */
export type Candidates = { works: readonly number[]; probabilities: Float32Array; terms: number }
export type Choosing = { confidence: number; perTerm: number }

/** No term takes in more than so many times what the rarest term takes in. */
const mostOfRarest = 2

/**
 * Labels for works without one (Lee 2013, Pseudo-Label): of each term the surest works, those of at least the confidence, at
 * most `perTerm`; terms that are found easily do not crowd out the others (as class-balanced self-training, Zou et al. 2018).
 * By position in all works.
 */
export function choosePseudoLabels(
  { works, probabilities, terms }: Candidates,
  { confidence, perTerm }: Choosing,
): Map<number, number> {
  const byTerm = Array.from({ length: terms }, () => [] as { work: number; p: number }[])
  for (const work of works) {
    const row = probabilities.subarray(work * terms, (work + 1) * terms)
    const best = row.indexOf(Math.max(...row))
    if (row[best]! >= confidence && row[best]! > 0) byTerm[best]!.push({ work, p: row[best]! })
  }
  const found = byTerm.map(({ length }) => Math.min(length, perTerm)).filter((size) => size > 0)
  const most = Math.min(perTerm, mostOfRarest * Math.min(...found, Number.POSITIVE_INFINITY))
  const surest = (candidates: { work: number; p: number }[]) =>
    candidates.toSorted((a, b) => b.p - a.p || a.work - b.work).slice(0, most)
  return new Map(byTerm.flatMap((candidates, term) => surest(candidates).map(({ work }) => [work, term] as const)))
}
