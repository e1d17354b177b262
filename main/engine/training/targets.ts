import { Tensor } from 'onnxruntime-node'
import type { Builder } from '../graph/build.ts'
import { termsOf, type Targets } from './namedTerms.ts'

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
