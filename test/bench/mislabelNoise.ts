import { createRandom } from '#main/engine/training/random.ts'
import type { Noise } from './noise.ts'
import { countValues, type Row } from './table.ts'

/**
 * All works of whole artists get one term that none of them had, until a share of the works is reached: artists with two works
 * or more in random order, those that would go over the share by more than a fiftieth left out.
 */
export function plantArtists(
  rows: readonly Row[],
  column: string,
  { share, seed }: { share: number; seed: number },
): Noise {
  const random = createRandom(`whole artists ${column}`, seed)
  const terms = countValues(rows, column).map(([term]) => term)
  const artists = countValues(rows, 'artist')
    .filter(([name, works]) => name !== '' && works >= 2)
    .map(([name]) => ({ name, key: random() }))
    .toSorted((a, b) => a.key - b.key)
  const wanted = Math.round(rows.length * share)
  const changed = rows.map((row) => ({ ...row }))
  const planted = new Set<string>()
  for (const { name } of artists) {
    const works = changed.filter((row) => row['artist'] === name)
    if (planted.size + works.length > wanted * 1.02) continue
    const before = new Set(works.map((row) => row[column]!))
    const others = terms.filter((term) => !before.has(term))
    const to = others[Math.floor(random() * others.length)]
    if (to === undefined) continue
    for (const row of works) {
      row[column] = to
      planted.add(row['file']!)
    }
    if (planted.size >= wanted) break
  }
  return { name: 'whole artists', rows: changed, planted }
}
