import { foretell, mostForetold, weigh, type Testimony, type Weighing } from './weighing.ts'

/** Works of one artist with one label stand together, as a block. [works], -1: no label, no artist. */
type Blocks = {
  labels: Int32Array
  artists: Int32Array
  /** By a model that has seen no work of the same artist, [works, terms]. */
  unseen: Float32Array
  terms: number
}

/** correlation: how much of what one picture of an artist says the next one says again, in [0, 1]. */
export type BlockWeighing = Weighing & { correlation: number }

const correlations = [0.05, 0.1, 0.2, 0.3, 0.5, 1]
const leastProbability = 1e-4

/**
 * How much the pictures of a block count together: n pictures that repeat each other weigh as n / (1 + (n - 1) correlation)
 * (Kish's effective size). `trust`: the chance that each label alone is right, [works]; a block counts as its mean trust,
 * so that single errors are not taken for batches.
 */
export function weighBlocks(given: Blocks & { trust: Float64Array }): BlockWeighing {
  const { sizes, testimony } = gatherBlocks(given, given.trust)
  let best: { found: BlockWeighing; likelihood: number } | undefined
  for (const correlation of correlations) {
    const scaled = scale(testimony, sizes, correlation)
    const found = { ...weigh(scaled), correlation }
    const likelihood = logLikelihood(scaled, found)
    if (!best || likelihood > best.likelihood) best = { found, likelihood }
  }
  return best!.found
}

/**
 * The chance that the block of each work is rightly labelled, in [0, 1], 1 for works that are in none; and the term that its
 * pictures speak for most, other than the given one, -1 for none. [works]
 */
export function judgeBlocks(given: Blocks, { weights, rate, correlation }: BlockWeighing) {
  const { terms } = given
  const { blockOf, sizes, testimony } = gatherBlocks(given, null)
  const foretold = foretell(scale(testimony, sizes, correlation), weights)
  const chances = new Float64Array(blockOf.length).fill(1)
  const suggestions = new Int32Array(blockOf.length).fill(-1)
  for (const [work, block] of blockOf.entries()) {
    if (block < 0) continue
    const label = testimony.labels[block]!
    const right = (1 - rate) * foretold[block * terms + label]!
    chances[work] = right / (right + rate / terms)
    suggestions[work] = mostForetold(foretold.subarray(block * terms, (block + 1) * terms), [label])
  }
  return { chances, suggestions }
}

function gatherBlocks({ labels, artists, unseen, terms }: Blocks, trust: Float64Array | null) {
  const indexOf = new Map<string, number>()
  const members: number[][] = []
  const blockOf = Int32Array.from(labels, (label, work) => {
    const row = unseen.subarray(work * terms, (work + 1) * terms)
    if (label < 0 || artists[work]! < 0 || row.every((p) => p === 0)) return -1
    const key = `${artists[work]} ${label}`
    const block = indexOf.get(key) ?? members.push([]) - 1
    indexOf.set(key, block)
    members[block]!.push(work)
    return block
  })
  const values = new Float32Array(members.length * terms)
  for (const [block, works] of members.entries())
    for (const work of works)
      for (let term = 0; term < terms; term++)
        values[block * terms + term]! +=
          Math.log(Math.max(leastProbability, unseen[work * terms + term]!)) / works.length
  const testimony: Testimony = {
    values,
    labels: Int32Array.from(members, ([first]) => labels[first!]!),
    weights: Float64Array.from(members, (works) => works.reduce((sum, work) => sum + (trust?.[work] ?? 1), 0) / works.length), // prettier-ignore
    terms,
    witnesses: 1,
  }
  return { blockOf, sizes: Float64Array.from(members, ({ length }) => length), testimony }
}

function scale(testimony: Testimony, sizes: Float64Array, correlation: number): Testimony {
  const { terms } = testimony
  const values = testimony.values.map((value, cell) => {
    const size = sizes[Math.floor(cell / terms)]!
    return (value * size) / (1 + (size - 1) * correlation)
  })
  return { ...testimony, values }
}

function logLikelihood(testimony: Testimony, { weights, rate }: Weighing): number {
  const { terms } = testimony
  const foretold = foretell(testimony, weights)
  let sum = 0
  for (const [block, label] of testimony.labels.entries())
    sum += testimony.weights[block]! * Math.log((1 - rate) * foretold[block * terms + label]! + rate / terms)
  return sum
}
