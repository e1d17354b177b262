import { createHash } from 'node:crypto'

/**
 * Deals labelled works to folds so that every term is spread evenly and copies of an image stay together, else a model
 * would be judged on an image it has learned. Order within a term is by hash of image and seed: the same works give the
 * same folds, on every machine. Returns a fold in [0, folds) for each work.
 */
export function dealFolds(works: readonly { term: number; sha256: string }[], folds: number, seed: number): Int8Array {
  const groups = new Map<string, number[]>()
  for (const [index, { sha256 }] of works.entries()) groups.set(sha256, [...(groups.get(sha256) ?? []), index])
  const ordered = [...groups]
    .map(([sha256, members]) => ({ members, term: works[members[0]!]!.term, key: shuffleKey(sha256, seed) }))
    .toSorted((a, b) => a.term - b.term || (a.key < b.key ? -1 : 1))
  const out = new Int8Array(works.length)
  let term = Number.NaN
  let next = 0
  for (const group of ordered) {
    if (group.term !== term) {
      term = group.term
      next = Number.parseInt(shuffleKey(String(term), seed).slice(0, 6), 16)
    }
    for (const member of group.members) out[member] = next % folds
    next++
  }
  return out
}

const shuffleKey = (text: string, seed: number) => createHash('sha256').update(`${seed} ${text}`).digest('hex')
