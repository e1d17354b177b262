import { Tensor } from 'onnxruntime-node'
import type { Builder } from '../graph/build.ts'

/** What works teach one head. `labels`: the term of each work, -1 for none; `several`: the terms of labels that name more than one. */
export type Targets = { labels: Int32Array; several?: ReadonlyMap<number, readonly number[]> }

const none: readonly number[] = []

/** The terms that a work's label names: an equal part of the target each. None: it has no label. */
export const termsOf = ({ labels, several }: Targets, work: number): readonly number[] =>
  labels[work]! >= 0 ? [labels[work]!] : (several?.get(work) ?? none)

/** How many terms a label names at the most. */
export function mostTerms({ several }: Targets): number {
  let most = 1
  for (const terms of several?.values() ?? []) most = Math.max(most, terms.length)
  return most
}

/** The terms of some works [works], or [works, most] where a label may name more than one; -1 where there are fewer. */
export function targetTensor(targets: Targets, works: readonly number[], most: number): Tensor {
  const values = new BigInt64Array(works.length * most).fill(-1n)
  for (const [index, work] of works.entries())
    for (const [place, term] of termsOf(targets, work).entries()) values[index * most + place] = BigInt(term)
  return new Tensor('int64', values, most === 1 ? [works.length] : [works.length, most])
}

/** Such a tensor as an input of a graph, and the target [works, terms] that it stands for: rows of zeros where there is no label. */
export function targetInput(b: Builder, name: string, terms: number, most = 1) {
  const labels = b.input(name, 'int64', most === 1 ? ['n'] : ['n', most])
  const given = b.oneHot(b.where(b.less(labels, b.int64([0])), b.int64([terms]), labels), terms)
  if (most === 1) return { labels, target: given }
  const named = b.reduceSum(given, [1])
  return { labels, target: b.div(named, b.max(b.reduceSum(named, [1], true), 1)) }
}

/** Mean of a value of the terms that a work's label names; 0 where there is no label. */
export function meanOfTerms(terms: readonly number[], valueOf: (term: number) => number): number {
  let sum = 0
  for (const term of terms) sum += valueOf(term)
  return sum / Math.max(1, terms.length)
}
