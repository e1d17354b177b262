/**
 * Cosine similarities of one work to others. rows: [works, dimension] float16-widened features; returns positions of the
 * `count` most similar among `candidates`, most similar first.
 */
export function nearest(
  query: Float32Array,
  rows: Float32Array,
  candidates: readonly number[],
  count: number,
): { candidate: number; similarity: number }[] {
  const dimension = query.length
  const queryLength = Math.hypot(...query) || 1
  const scored = candidates.map((candidate, index) => {
    let dot = 0
    let squares = 0
    for (let i = 0, at = index * dimension; i < dimension; i++, at++) {
      dot += query[i]! * rows[at]!
      squares += rows[at]! ** 2
    }
    return { candidate, similarity: dot / (queryLength * Math.sqrt(squares) || 1) }
  })
  return scored.toSorted((a, b) => b.similarity - a.similarity || a.candidate - b.candidate).slice(0, count)
}
