import { createRandom } from '../engine/training/random.ts'

type Data = { rows: Float32Array; dimension: number }
type Options = { trees?: number; sample?: number; seed?: number }
/** Nodes of a tree side by side; a leaf has feature -1 and its depth, with what its works would add, in `threshold`. */
type Tree = { feature: Int32Array; threshold: Float64Array; below: Int32Array }

const euler = 0.5772156649015329

/**
 * Isolation forest (Liu, Ting and Zhou 2008): works that few random cuts set apart are unlike the others. Each tree sees
 * `sample` works and cuts a random feature between its least and greatest value, to a depth of log2(sample). Returns 1 - 2^(-mean
 * depth / usual depth) for each row, in [0, 1], low is more unusual: one less scikit-learn's -score_samples.
 */
export function isolationScores({ rows, dimension }: Data, { trees = 200, sample = 256, seed = 0 }: Options = {}) {
  const works = rows.length / dimension
  const random = createRandom('isolation forest', seed)
  const taken = Math.min(sample, works)
  const depths = new Float64Array(works)
  for (let index = 0; index < trees; index++) {
    const tree = grow({ rows, dimension }, draw(works, taken, random), random)
    for (let work = 0; work < works; work++) depths[work]! += depthOf(tree, rows, work * dimension)
  }
  const usual = usualDepth(taken)
  return depths.map((depth) => (usual === 0 ? 0.5 : 1 - 2 ** (-depth / trees / usual)))
}

/** `count` of `works` without repetition: the beginning of a shuffle. */
function draw(works: number, count: number, random: () => number): Int32Array {
  const all = Int32Array.from({ length: works }, (_, work) => work)
  for (let i = 0; i < count; i++) {
    const other = i + Math.floor(random() * (works - i))
    ;[all[i], all[other]] = [all[other]!, all[i]!]
  }
  return all.slice(0, count)
}

function grow({ rows, dimension }: Data, sample: Int32Array, random: () => number): Tree {
  const deepest = Math.ceil(Math.log2(Math.max(2, sample.length)))
  const feature: number[] = []
  const threshold: number[] = []
  const below: number[] = []
  const build = (works: Int32Array, depth: number): number => {
    const node = feature.push(-1) - 1
    threshold.push(depth + usualDepth(works.length))
    below.push(-1)
    const cut = depth < deepest && works.length > 1 ? chooseCut({ rows, dimension }, works, random) : null
    if (!cut) return node
    const isBelow = (work: number) => rows[work * dimension + cut.feature]! <= cut.at
    feature[node] = cut.feature
    threshold[node] = cut.at
    build(works.filter(isBelow), depth + 1) // always node + 1
    below[node] = build(works.filter((work) => !isBelow(work)), depth + 1) // prettier-ignore
    return node
  }
  build(sample, 0)
  return { feature: Int32Array.from(feature), threshold: Float64Array.from(threshold), below: Int32Array.from(below) }
}

/** A random feature that differs among the works, cut between its least and greatest value. Null: they are all alike. */
function chooseCut({ rows, dimension }: Data, works: Int32Array, random: () => number) {
  for (let attempt = 0; attempt < 50; attempt++) {
    const feature = Math.floor(random() * dimension)
    let [least, most] = [Infinity, -Infinity]
    for (const work of works) {
      const value = rows[work * dimension + feature]!
      if (value < least) least = value
      if (value > most) most = value
    }
    if (most > least) return { feature, at: Math.min(least + random() * (most - least), most - (most - least) * 1e-12) }
  }
  return null
}

function depthOf({ feature, threshold, below }: Tree, rows: Float32Array, start: number): number {
  let node = 0
  while (feature[node]! >= 0) node = rows[start + feature[node]!]! <= threshold[node]! ? node + 1 : below[node]!
  return threshold[node]!
}

/** Mean depth of an unsuccessful search in a binary tree of so many works. */
function usualDepth(works: number): number {
  if (works <= 1) return 0
  if (works === 2) return 1
  return 2 * (Math.log(works - 1) + euler) - (2 * (works - 1)) / works
}
