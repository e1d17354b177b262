import { join } from 'node:path'
import { expect, test } from 'vitest'
import { layMap } from '#main/engine/map.ts'
import { openRowFile } from '#main/engine/rowFile.ts'
import { createRandom } from '#main/engine/training/random.ts'
import { temporaryFolder } from '#test/fixtures/folder.ts'

const dimension = 24
const kinds = 3

/** Works of three kinds, each around a direction of its own; work i is of kind i % 3. */
async function embeddings(works: number) {
  const random = createRandom('clusters', 1)
  const centres = Array.from({ length: kinds }, () => Array.from({ length: dimension }, () => random() - 0.5))
  const values = Float32Array.from({ length: works * dimension }, (_, i) => {
    const kind = Math.floor(i / dimension) % kinds
    return centres[kind]![i % dimension]! + (random() - 0.5) * 0.3
  })
  const file = join(await temporaryFolder(), 'e.f16')
  const rows = await openRowFile(file, dimension)
  await rows.write(Array.from({ length: works }, (_, i) => i), values) // prettier-ignore
  await rows.close()
  return { embeddings: { file, dimension }, rows: Int32Array.from({ length: works }, (_, i) => i) }
}

const settings = { neighbours: 10, rounds: 60, seed: 3 }
const quiet = { progress: () => {}, cancelled: () => false }

/** The work nearest to each on the map. */
function nearestOnMap(places: Float32Array): number[] {
  const works = places.length / 2
  return Array.from({ length: works }, (_, one) => {
    let best = -1
    let least = Infinity
    for (let other = 0; other < works; other++) {
      const distance = Math.hypot(places[one * 2]! - places[other * 2]!, places[one * 2 + 1]! - places[other * 2 + 1]!)
      if (other !== one && distance < least) [best, least] = [other, distance]
    }
    return best
  })
}

test.each([
  ['all works fitted', 160, 200, 160],
  ['every second work fitted, the others put between them', 160, 80, 80],
])(
  'works of one kind lie together: %s',
  async (_, works, mostFitted, fitted) => {
    const given = await embeddings(works)
    const found = await layMap({ ...given, ...settings, mostFitted }, quiet)
    expect(found.fitted).toBe(fitted)
    expect(found.places.length).toBe(works * 2)
    expect(Math.min(...found.places)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...found.places)).toBe(1)
    const strangers = nearestOnMap(found.places).filter((other, work) => other % kinds !== work % kinds)
    expect(strangers).toEqual([])
  },
  60_000,
)

test('the same works and seed give the same map', async () => {
  const given = await embeddings(80)
  const [first, second] = [await layMap({ ...given, ...settings, mostFitted: 40 }, quiet), await layMap({ ...given, ...settings, mostFitted: 40 }, quiet)] // prettier-ignore
  expect(first.places).toEqual(second.places)
}, 60_000)

test('a map of a few works is drawn, too', async () => {
  for (const works of [2, 3, 11, 13]) {
    const { places } = await layMap({ ...(await embeddings(works)), ...settings, mostFitted: 100 }, quiet)
    expect(places.length).toBe(works * 2)
    expect(places.every((value) => value >= 0 && value <= 1)).toBe(true)
    expect(new Set(Array.from({ length: works }, (_, i) => `${places[i * 2]} ${places[i * 2 + 1]}`)).size).toBe(works)
  }
}, 60_000)

test('it tells how far it is and ends at the next round when it is cancelled', async () => {
  const given = await embeddings(60)
  const heard: string[] = []
  const report = {
    progress: (stage: string, done: number, total: number) => heard.push(`${stage} ${done}/${total}`),
    cancelled: () => heard.includes('mapping 5/60'),
  }
  await expect(layMap({ ...given, ...settings, mostFitted: 100 }, report)).rejects.toThrow('cancelled')
  expect(heard.at(-1)).toBe('mapping 5/60')
  expect(heard).toContain('comparing 60/60')
}, 60_000)
