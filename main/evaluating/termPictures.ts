import type { TermPictures } from '#preload/api.ts'
import { ApiError } from '#preload/rpc.ts'
import { labelTable } from '../catalogue/labels.ts'
import { learningSetQuery } from '../catalogue/learningSet.ts'
import { measureTable } from '../catalogue/measures.ts'
import type { Catalogue } from '../catalogue/open.ts'
import { hueSteps, steps } from '../images/colourShares.ts'
import { createBreath } from './breathe.ts'

const width = 4 * steps + hueSteps + 1
type Sum = { works: number; shares: Float64Array }

/** Mean light and colour of the pictures of each term: each work counts the same. Throws ApiError 'unknown-attribute'. */
export async function termPictures(db: Catalogue, attribute: string): Promise<TermPictures> {
  const id = labelTable(db).findAttribute(attribute)
  if (id === undefined) throw new ApiError('unknown-attribute', `This collection has no attribute "${attribute}".`)
  const sums = new Map<number, Sum>()
  const all = newSum()
  let works = 0
  const breathe = createBreath()
  for (const { term, shares } of measureTable(db).shares(id)) {
    works++
    if (!shares) continue
    const sum = sums.get(term) ?? newSum()
    sums.set(term, sum)
    add(sum, shares)
    add(all, shares)
    await breathe()
  }
  const terms = learningSetQuery(db)
    .terms(id)
    .flatMap(({ id: term, name }) =>
      sums.has(term) ? [{ term: name, works: sums.get(term)!.works, ...meanOf(sums.get(term)!) }] : [],
    ) // prettier-ignore
    .toSorted((a, b) => b.works - a.works)
  const hueDegrees = [...Array.from({ length: hueSteps }, (_, hue) => (hue * 360) / hueSteps), null]
  return { attribute, measured: all.works, works, terms, all: meanOf(all), hueDegrees }
}

const newSum = (): Sum => ({ works: 0, shares: new Float64Array(width) })

function add(sum: Sum, stored: Buffer) {
  for (let at = 0; at < width; at++) sum.shares[at]! += stored.readUInt16LE(2 * at)
  sum.works++
}

function meanOf({ shares }: Sum): TermPictures['all'] {
  const group = (start: number, end: number) => {
    const part = shares.slice(start, end)
    const total = part.reduce((sum, value) => sum + value, 0)
    return Array.from(part, (value) => (total === 0 ? 0 : value / total))
  }
  return {
    light: group(0, steps),
    red: group(steps, 2 * steps),
    green: group(2 * steps, 3 * steps),
    blue: group(3 * steps, 4 * steps),
    hues: group(4 * steps, width),
  }
}
