/** The different words, most frequent first, at most five: enough for a sentence. */
export function mostFrequent(words: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].toSorted(([, a], [, b]) => b - a).slice(0, 5).map(([word]) => word) // prettier-ignore
}
