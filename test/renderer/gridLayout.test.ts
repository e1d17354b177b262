import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inView, layOut, reveal, step, touched } from '#renderer/lib/gridLayout.ts'

const grids = fc.record({
  count: fc.integer({ min: 1, max: 1_000_000 }),
  width: fc.integer({ min: 200, max: 3000 }),
  height: fc.integer({ min: 200, max: 2000 }),
  minimum: fc.integer({ min: 80, max: 600 }),
})

test('any cell that is to be shown comes wholly into view, if the window is high enough for it', () => {
  fc.assert(
    fc.property(grids, fc.double({ min: 0, max: 1, noNaN: true }), ({ count, width, height, minimum }, share) => {
      const layout = layOut(count, width, height, minimum, 40)
      fc.pre(layout.cellHeight <= height)
      const index = Math.min(count - 1, Math.floor(share * count))
      const top = reveal(layout, index, 0, height)
      const [first, last] = inView(layout, count, top, height)
      expect(index).toBeGreaterThanOrEqual(first)
      expect(index).toBeLessThan(last)
      expect(top).toBeLessThanOrEqual(Math.max(0, layout.sheet - height) + 1)
      expect(reveal(layout, index, top, height)).toBeCloseTo(top, 3)
    }),
  )
})

test('every key stays within the grid', () => {
  const keys = fc.constantFrom('ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End')
  fc.assert(
    fc.property(keys, fc.nat(10_000), fc.nat(10_000), fc.integer({ min: 1, max: 20 }), (key, extra, index, columns) => {
      const count = index + extra + 1
      const next = step(key, index, count, columns, 4)!
      expect(next).toBeGreaterThanOrEqual(0)
      expect(next).toBeLessThan(count)
    }),
  )
})

test('down from above the short last row goes to its last cell, and up from the first row stays', () => {
  expect(step('ArrowDown', 5, 8, 3, 2)).toBe(7)
  expect(step('ArrowDown', 7, 8, 3, 2)).toBe(7)
  expect(step('ArrowUp', 1, 8, 3, 2)).toBe(1)
  expect(step('a', 1, 8, 3, 2)).toBeNull()
  expect(step('End', 0, 0, 3, 2)).toBeNull()
})

test('a frame touches the cells that it overlaps, in whichever row, and none beyond the last', () => {
  const layout = layOut(10, 400, 300, 100, 20) // four columns of 100 x 120
  expect(touched(layout, 10, [0, 0, 99, 119])).toEqual([0])
  expect(touched(layout, 10, [50, 100, 150, 130])).toEqual([0, 1, 4, 5])
  expect(touched(layout, 10, [-20, 230, 900, 900])).toEqual([4, 5, 6, 7, 8, 9])
  expect(touched(layout, 10, [250, 250, 390, 300])).toEqual([])
})
