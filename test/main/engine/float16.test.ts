import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fromFloat16, toFloat16 } from '#main/engine/float16.ts'

const isNumber = (half: number) => (half & 0x7fff) <= 0x7c00

/** What IEEE 754 says 16 bits are. */
function meaning(half: number): number {
  const [sign, exponent, fraction] = [half >> 15 ? -1 : 1, (half >> 10) & 31, half & 1023]
  if (exponent === 31) return fraction ? Number.NaN : sign * Infinity
  return sign * (exponent === 0 ? fraction * 2 ** -24 : (1024 + fraction) * 2 ** (exponent - 25))
}

test('all 65,536 values widen to what IEEE 754 says and narrow back to themselves', () => {
  const wide = fromFloat16(Uint16Array.from({ length: 65536 }, (_, index) => index))
  const narrowed = toFloat16(wide)
  for (let half = 0; half < 65536; half++) {
    if (!Object.is(wide[half], meaning(half))) expect.fail(`${half} widens to ${wide[half]}`)
    const isBack = isNumber(half) ? narrowed[half] === half : !isNumber(narrowed[half]!)
    if (!isBack) expect.fail(`${half} comes back as ${narrowed[half]}`)
  }
})

test("rounding is numpy's: ties to even, subnormals, overflow to infinity", () => {
  const file = new URL('../../fixtures/reference/float16.json', import.meta.url)
  const { float32, float16 } = JSON.parse(readFileSync(file, 'utf8')) as { float32: number[]; float16: number[] }
  const values = new Float32Array(Uint32Array.from(float32).buffer)
  const halves = toFloat16(values)
  expect(float16.length).toBeGreaterThan(3000)
  for (const [index, expected] of float16.entries()) {
    const isRight = isNumber(expected) ? halves[index] === expected : !isNumber(halves[index]!)
    if (!isRight) expect.fail(`${values[index]} becomes ${halves[index]}, not ${expected}`)
  }
})
