/**
 * Minimises many strictly convex losses at once, one a model: L-BFGS (Nocedal and Wright, Numerical Optimization, 7.2)
 * from a fixed diagonal preconditioner (the bound on the curvature of softmax regression is Böhning's, 1992), with a
 * step halved where it does not lower the loss. No learning rate to choose, and the same result bit for bit every time.
 */
export type Problem = {
  /** Rows of the weights, the last of which is the bias: it is not regularised. */
  rows: number
  /** Model of each column. [columns] */
  modelOf: Int32Array
  models: number
  /** Strength of L2 of each model. [models] */
  l2: Float64Array
  /** Bound on the curvature along each row. [rows] */
  curvature: Float64Array
  /** Data loss of each model and its gradient at the weights [rows, columns]. */
  evaluate(weights: Float32Array): Promise<{ loss: Float64Array; gradient: Float32Array }>
  /** Called after every step with the weights so far, which the next step changes; false ends the search. */
  onStep(step: number, meanLoss: number, weights: Float32Array): boolean
}

/** How long to look: at most `steps` evaluations, fewer when two in a row gain less than `tolerance` of every loss. */
export type Search = { steps: number; tolerance: number }

/** Movements and changes of the gradient that the curvature is told from. */
const remembered = 8
/** Share of the promised decrease that a step must bring. */
const enough = 1e-4
/** Losses are sums in single precision: a rise of this share is noise. */
const noise = 1e-6

/** One past step of all models: `scale` is 1 / (moved · turned), 0 for a model that did not take it. */
type Pair = { moved: Float32Array; turned: Float32Array; scale: Float64Array }
type State = {
  weights: Float32Array
  gradient: Float32Array
  loss: Float64Array
  direction: Float32Array
  /** gradient · direction, negative. [models] */
  slope: Float64Array
  step: Float64Array
  pairs: Pair[]
}

/** The weights [rows, columns] found. */
export async function minimise(problem: Problem, search: Search): Promise<Float32Array> {
  const { models } = problem
  let point: Float32Array = new Float32Array(problem.rows * problem.modelOf.length)
  let state: State | undefined
  let calm = 0
  for (let count = 1; count <= search.steps; count++) {
    const { loss, gradient } = await problem.evaluate(point)
    addRegularisation(problem, point, loss, gradient)
    let gain = Number.POSITIVE_INFINITY
    if (state) gain = take(problem, state, { point, loss, gradient })
    else state = { weights: point, gradient, loss, direction: point, slope: new Float64Array(models), step: new Float64Array(models).fill(1), pairs: [] } // prettier-ignore
    if (!problem.onStep(count, state.loss.reduce((sum, value) => sum + value, 0) / models, state.weights)) break
    calm = gain < search.tolerance ? calm + 1 : 0
    if (calm >= 2) break
    aim(problem, state)
    point = combined(problem, state.weights, state.step, state.direction)
  }
  return state?.weights ?? point
}

function addRegularisation(
  { rows, modelOf, l2 }: Problem,
  point: Float32Array,
  loss: Float64Array,
  gradient: Float32Array,
) {
  const columns = modelOf.length
  for (let column = 0; column < columns; column++) {
    const strength = l2[modelOf[column]!]!
    let squares = 0
    for (let index = column; index < (rows - 1) * columns; index += columns) {
      const value = point[index]!
      squares += value * value
      gradient[index]! += strength * value
    }
    loss[modelOf[column]!]! += (strength / 2) * squares
  }
}

type Seen = { point: Float32Array; loss: Float64Array; gradient: Float32Array }

/** Each model goes to the point, or halves its step where that is no better. Returns the largest relative change of a loss. */
function take(problem: Problem, state: State, { point, loss, gradient }: Seen): number {
  const { models, modelOf } = problem
  const accepted = new Uint8Array(models)
  let gain = 0
  for (let model = 0; model < models; model++) {
    const last = state.loss[model]!
    const promised = enough * state.step[model]! * state.slope[model]!
    accepted[model] = Number(loss[model]! <= last + promised + noise * Math.abs(last))
    gain = Math.max(gain, Math.abs(last - loss[model]!) / Math.max(1e-9, Math.abs(loss[model]!)))
    state.step[model] = accepted[model] ? 1 : state.step[model]! / 2
    if (accepted[model]) state.loss[model] = loss[model]!
  }
  const moved = new Float32Array(point.length)
  const turned = new Float32Array(point.length)
  const columns = modelOf.length
  for (let start = 0; start < point.length; start += columns)
    for (let column = 0, index = start; column < columns; column++, index++) {
      if (!accepted[modelOf[column]!]) continue
      moved[index] = point[index]! - state.weights[index]!
      turned[index] = gradient[index]! - state.gradient[index]!
      state.weights[index] = point[index]!
      state.gradient[index] = gradient[index]!
    }
  const scale = dots(problem, moved, turned).map((product) => (product > 0 ? 1 / product : 0))
  state.pairs.push({ moved, turned, scale })
  if (state.pairs.length > remembered) state.pairs.shift()
  return gain
}

/** The direction from the gradient and what is remembered: the two loops of Nocedal and Wright, algorithm 7.4. */
function aim(problem: Problem, state: State) {
  const direction = state.gradient.map((value) => -value)
  const shares: Float64Array[] = []
  for (const { moved, turned, scale } of state.pairs.toReversed()) {
    const share = dots(problem, moved, direction).map((product, model) => product * scale[model]!)
    addScaled(problem, direction, share.map((value) => -value), turned) // prettier-ignore
    shares.unshift(share)
  }
  precondition(problem, direction, state.pairs.at(-1))
  for (const [index, { moved, turned, scale }] of state.pairs.entries()) {
    const back = dots(problem, turned, direction)
    const share = shares[index]!.map((value, model) => value - back[model]! * scale[model]!)
    addScaled(problem, direction, share, moved)
  }
  state.direction = direction
  state.slope = dots(problem, state.gradient, direction)
}

/** Divides by the bound on the curvature, held to the curvature of the last step (Nocedal and Wright, 7.20). */
function precondition(problem: Problem, vector: Float32Array, last: Pair | undefined) {
  divide(problem, vector)
  if (!last) return
  const divided = last.turned.slice()
  divide(problem, divided)
  const against = dots(problem, last.turned, divided)
  const factors = against.map((value, model) => (last.scale[model]! > 0 ? 1 / (last.scale[model]! * value) : 1))
  addScaled(problem, vector, factors.map((factor) => factor - 1), vector) // prettier-ignore
}

function divide({ rows, modelOf, l2, curvature }: Problem, vector: Float32Array) {
  const columns = modelOf.length
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      vector[row * columns + column]! /= curvature[row]! + (row === rows - 1 ? 0 : l2[modelOf[column]!]!)
}

/** Inner products, one a model. */
function dots({ modelOf, models }: Problem, a: Float32Array, b: Float32Array): Float64Array {
  const columns = modelOf.length
  const byColumn = new Float64Array(columns)
  for (let start = 0; start < a.length; start += columns)
    for (let column = 0; column < columns; column++) byColumn[column]! += a[start + column]! * b[start + column]!
  const out = new Float64Array(models)
  for (let column = 0; column < columns; column++) out[modelOf[column]!]! += byColumn[column]!
  return out
}

function addScaled({ modelOf }: Problem, target: Float32Array, factors: Float64Array, vector: Float32Array) {
  const columns = modelOf.length
  const byColumn = Float64Array.from(modelOf, (model) => factors[model]!)
  for (let start = 0; start < target.length; start += columns)
    for (let column = 0; column < columns; column++)
      target[start + column]! += byColumn[column]! * vector[start + column]!
}

function combined(problem: Problem, weights: Float32Array, steps: Float64Array, direction: Float32Array): Float32Array {
  const out = weights.slice()
  addScaled(problem, out, steps, direction)
  return out
}
