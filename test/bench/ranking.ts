/**
 * What a run says of one labelled work, out of sample. `given`: probability of the label; `bestOther`: of the likeliest
 * other term; `meanOfTerm`: mean of `given` over the works of this label.
 */
export type Judged = { file: string; given: number; bestOther: number; meanOfTerm: number }

/** Ways to order a queue, lower is worse. */
export const scores = {
  'given (the app)': ({ given }: Judged) => given,
  'given - best other': ({ given, bestOther }: Judged) => given - bestOther,
  'given / (given + best other)': ({ given, bestOther }: Judged) => given / (given + bestOther || 1),
  'given - mean of the term': ({ given, meanOfTerm }: Judged) => given - meanOfTerm,
  'given / mean of the term': ({ given, meanOfTerm }: Judged) => given / (meanOfTerm || 1),
} as const
export type ScoreName = keyof typeof scores

export type Ranking = { auroc: number; firstN: number }

/** How well low scores find the planted ones; N of `firstN` is their number. */
export function rank(judged: readonly Judged[], planted: ReadonlySet<string>, score: (one: Judged) => number): Ranking {
  const ordered = judged
    .map((one) => ({ score: score(one), wrong: planted.has(one.file) }))
    .toSorted((a, b) => a.score - b.score)
  const wrong = ordered.filter((one) => one.wrong).length
  const found = ordered.slice(0, wrong).filter((one) => one.wrong).length
  return { auroc: auroc(ordered), firstN: found / wrong }
}

/** Chance that a wrong one stands before a right one, half of it where their scores are equal (Mann and Whitney). */
function auroc(ordered: readonly { score: number; wrong: boolean }[]): number {
  let before = 0
  let wrong = 0
  for (let start = 0; start < ordered.length;) {
    let end = start
    while (end < ordered.length && ordered[end]!.score === ordered[start]!.score) end++
    const tied = ordered.slice(start, end)
    const bad = tied.filter((one) => one.wrong).length
    before += (tied.length - bad) * (wrong + bad / 2)
    wrong += bad
    start = end
  }
  return before / (wrong * (ordered.length - wrong))
}
