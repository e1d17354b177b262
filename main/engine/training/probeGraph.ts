import { createBuilder, type Builder } from '../graph/build.ts'
import type { Graph } from '../graph/graph.ts'
import { coordinates, type Basis } from './basis.ts'
import { targetInput } from './targets.ts'

/** Number of learned terms of each attribute, in the order of the heads, and how many a label names at the most; left out: one. */
export type Heads = readonly { terms: number; most?: number }[]

/**
 * Many softmax regressions at once: `models` of them (folds, or strengths of regularisation) share the works and
 * differ in the weight each gives to a work, so that one product serves all. Columns of the weights [rank, columns] are
 * ordered attribute, model, term.
 */
export const columnsOf = (heads: Heads, models: number) => heads.reduce((sum, { terms }) => sum + terms * models, 0)

/**
 * Inputs u [n, rank], w, b, labels.A (targets.ts), weights.A [n, models]; outputs loss.A [models], gradients of w and b. A label that
 * names k terms has the loss of k works with one of them each that count 1 / k: cross-entropy with a target shared out evenly.
 */
export function lossGraph(rank: number, heads: Heads, models: number): Graph {
  const b = createBuilder({ name: 'probe loss' })
  const columns = columnsOf(heads, models)
  const u = b.input('u', 'float32', ['n', rank])
  const logits = b.gemm(u, b.input('w', 'float32', [rank, columns]), b.input('b', 'float32', [columns]))
  const parts = splitHeads(b, logits, heads, models)
  const errors = heads.map(({ terms, most }, index) => {
    const weights = b.input(`weights.${index}`, 'float32', ['n', models])
    const scores = b.reshape(parts[index]!, [-1, models, terms])
    const given = b.unsqueeze(targetInput(b, `labels.${index}`, terms, most).target, [1])
    const logP = b.logSoftmax(scores)
    b.output(`loss.${index}`, b.neg(b.reduceSum(b.mul(b.reduceSum(b.mul(logP, given), [2]), weights), [0])))
    const error = b.mul(b.sub(b.exp(logP), given), b.unsqueeze(weights, [2]))
    return b.reshape(error, [-1, models * terms])
  })
  const error = errors.length === 1 ? errors[0]! : b.concat(errors, 1)
  b.output('grad.w', b.gemm(u, error, undefined, { transA: true }))
  b.output('grad.b', b.reduceSum(error, [0]))
  return b.finish()
}

/** Inputs u, w, b and pick.A [n, models] (which model speaks for each work); outputs p.A [n, terms]. */
export function predictionGraph(rank: number, heads: Heads, models: number): Graph {
  const b = createBuilder({ name: 'probe prediction' })
  const columns = columnsOf(heads, models)
  const u = b.input('u', 'float32', ['n', rank])
  const logits = b.gemm(u, b.input('w', 'float32', [rank, columns]), b.input('b', 'float32', [columns]))
  const parts = splitHeads(b, logits, heads, models)
  for (const [index, { terms }] of heads.entries()) {
    const pick = b.unsqueeze(b.input(`pick.${index}`, 'float32', ['n', models]), [2])
    const p = b.softmax(b.reshape(parts[index]!, [-1, models, terms]))
    b.output(`p.${index}`, b.reduceSum(b.mul(p, pick), [1]))
  }
  return b.finish()
}

/**
 * Inputs u, w, b, labels.A [n] (-1: none) and pick.A [n, models]; outputs d.A [n, 4]: the probabilities of the label and of the
 * likeliest other term by the model picked, then both by the last model.
 */
export function dynamicsGraph(rank: number, heads: Heads, models: number): Graph {
  const b = createBuilder({ name: 'probe dynamics' })
  const columns = columnsOf(heads, models)
  const u = b.input('u', 'float32', ['n', rank])
  const logits = b.gemm(u, b.input('w', 'float32', [rank, columns]), b.input('b', 'float32', [columns]))
  const parts = splitHeads(b, logits, heads, models)
  for (const [index, { terms }] of heads.entries()) {
    const given = targetInput(b, `labels.${index}`, terms).target
    const pick = b.unsqueeze(b.input(`pick.${index}`, 'float32', ['n', models]), [2])
    const p = b.softmax(b.reshape(parts[index]!, [-1, models, terms]))
    const [unseen, learned] = [
      b.reduceSum(b.mul(p, pick), [1]),
      b.squeeze(b.slice(p, [models - 1], [models], [1]), [1]),
    ]
    const said = [unseen, learned].flatMap((row) => [
      b.reduceSum(b.mul(row, given), [1], true),
      b.reduceMax(b.mul(row, b.sub(1, given)), [1], true),
    ])
    b.output(`d.${index}`, b.concat(said, 1))
  }
  return b.finish()
}

/** The trained heads as a network of their own: features [n, dimension] to probabilities, an output an attribute. */
export function headsGraph(
  basis: Basis,
  heads: readonly { name: string; terms: readonly string[]; w: Float32Array; b: Float32Array }[],
): Graph {
  const b = createBuilder({ name: 'Connoisseur heads' })
  const u = coordinates(b, b.input('features', 'float32', ['n', basis.dimension]), basis)
  for (const head of heads) {
    const count = head.terms.length
    const w = b.initializer(`${head.name}.w`, { type: 'float32', shape: [basis.rank, count], data: head.w })
    const bias = b.initializer(`${head.name}.b`, { type: 'float32', shape: [count], data: head.b })
    b.output(head.name, b.softmax(b.gemm(u, w, bias)), 'float32', ['n', count])
  }
  const metadata = Object.fromEntries(heads.map(({ name, terms }) => [`terms.${name}`, JSON.stringify(terms)]))
  return { ...b.finish(), metadata }
}

function splitHeads(b: Builder, logits: string, heads: Heads, models: number): string[] {
  if (heads.length === 1) return [logits]
  return b.split(
    logits,
    heads.map(({ terms }) => terms * models),
    1,
  )
}
