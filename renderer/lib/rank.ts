const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** The entries whose name holds what was typed, accents and case aside; those that begin with it come first. */
export function rank<T>(entries: readonly T[], typed: string, name: (entry: T) => string): T[] {
  const wanted = plain(typed.trim())
  if (wanted === '') return [...entries]
  const place = (entry: T) => {
    const text = plain(name(entry))
    if (text.startsWith(wanted)) return 0
    if (text.includes(` ${wanted}`) || text.includes(`-${wanted}`)) return 1
    return text.includes(wanted) ? 2 : 3
  }
  return entries
    .map((entry) => ({ entry, place: place(entry) }))
    .filter((found) => found.place < 3)
    .toSorted((a, b) => a.place - b.place)
    .map((found) => found.entry)
}
