const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** Where each name begins, then at the beginning of a word, then anywhere; 3: not at all. */
function placeIn(text: string, wanted: string): number {
  if (text.startsWith(wanted)) return 0
  const at = text.indexOf(wanted)
  if (at < 0) return 3
  return text.includes(` ${wanted}`) || text.includes(`-${wanted}`) ? 1 : 2
}

/**
 * Finds the entries one of whose names holds what was typed, accents and case aside; those that begin with it come first.
 * The names are read once, so that thousands of entries are searched at every key.
 */
export function createFinder<T>(entries: readonly T[], names: (entry: T) => readonly string[]): (typed: string) => T[] {
  const read = entries.map((entry) => ({ entry, names: names(entry).map(plain) }))
  return (typed) => {
    const wanted = plain(typed.trim())
    if (wanted === '') return [...entries]
    const places: T[][] = [[], [], []]
    for (const { entry, names: own } of read) {
      let place = 3
      for (const name of own) place = Math.min(place, placeIn(name, wanted))
      places[place]?.push(entry)
    }
    return places.flat()
  }
}

/** The same for a single search. */
export const rank = <T>(entries: readonly T[], typed: string, name: (entry: T) => string): T[] =>
  createFinder(entries, (entry) => [name(entry)])(typed)
