import { expect, test } from 'vitest'
import { toFloat16 } from '#main/engine/float16.ts'
import { principalBasis, project } from '#main/engine/training/basis.ts'
import { openOrthonormal } from '#main/engine/training/orthonormal.ts'
import { randomNumbers } from '#test/fixtures/syntheticWorks.ts'

const dimension = 24

/** Works that differ mostly along three ways, as float16. */
function stored(works: number, shift = 0) {
  const random = randomNumbers(3)
  const noise = () => random() - 0.5
  const ways = [4, 2, 1].map((size) => Float32Array.from({ length: dimension }, () => noise() * size))
  const values = new Float32Array(works * dimension)
  for (let work = 0; work < works; work++) {
    const shares = ways.map(noise)
    for (let i = 0; i < dimension; i++)
      values[work * dimension + i] =
        shift + ways.reduce((sum, way, k) => sum + shares[k]! * way[i]!, 0) + 0.05 * noise()
  }
  return { values: toFloat16(values), rows: Int32Array.from({ length: works }, (_, row) => row), dimension }
}

function inner(rows: Float32Array, a: number, b: number): number {
  let sum = 0
  for (let i = 0; i < dimension; i++) sum += rows[a * dimension + i]! * rows[b * dimension + i]!
  return sum
}

test('rows become orthonormal, and one that depends on those before it becomes zero', async () => {
  const random = randomNumbers(5)
  const rows = Float32Array.from({ length: 6 * dimension }, () => random() - 0.5)
  for (let i = 0; i < dimension; i++) rows[3 * dimension + i] = rows[i]! - 2 * rows[dimension + i]!
  const orthonormal = await openOrthonormal(dimension)
  const found = await orthonormal.of(rows)
  await orthonormal.close()
  for (let a = 0; a < 6; a++)
    for (let b = 0; b <= a; b++) expect(inner(found, a, b)).toBeCloseTo(a === b && a !== 3 ? 1 : 0, 5)
  // The first keeps its direction, as in Gram and Schmidt.
  expect(found[0]! / found[1]!).toBeCloseTo(rows[0]! / rows[1]!, 4)
})

test.each([
  ['features of both signs as they are', 0, false],
  ['features without negative ones by their square roots', 4, true],
])('coordinates have mean 0 and the variance that the basis says: %s', async (_, shift, roots) => {
  const works = stored(400, shift)
  const basis = await principalBasis(works, 'cpu')
  expect(basis.roots).toBe(roots)
  const u = await project(works, basis, 'cpu')
  for (let axis = 0; axis < basis.rank; axis++) {
    const column = Float64Array.from({ length: 400 }, (_each, work) => u[work * basis.rank + axis]!)
    const mean = column.reduce((sum, value) => sum + value, 0) / 400
    const variance = column.reduce((sum, value) => sum + value ** 2, 0) / 400
    expect(Math.abs(mean)).toBeLessThan(2e-3)
    expect(variance / Math.max(1e-3, basis.variance[axis]!)).toBeCloseTo(1, 1)
  }
  expect(basis.variance[0]!).toBeGreaterThan(3 * basis.variance[3]!)
})

test('copies of one work and works without features have coordinates too', async () => {
  const { values, rows } = stored(12)
  for (let work = 2; work < 12; work++) values.copyWithin(work * dimension, 0, dimension)
  values.fill(0, 11 * dimension)
  const basis = await principalBasis({ values, rows, dimension }, 'cpu')
  const u = await project({ values, rows, dimension }, basis, 'cpu')
  expect(u.every(Number.isFinite)).toBe(true)
  expect(u.subarray(0, basis.rank)).toEqual(u.subarray(2 * basis.rank, 3 * basis.rank))
})
