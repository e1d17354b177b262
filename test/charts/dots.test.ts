import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dotIndex, within } from '#charts/dotIndex.ts'
import { boundsOf, drawDots, drawingOrder, pixelOf, side, wholeSquare, wholeView } from '#charts/dots.ts'

const point = fc.tuple(fc.integer({ min: 0, max: side }), fc.integer({ min: 0, max: side }))
const columns = (points: readonly (readonly [number, number])[]) => ({
  x: points.map(([x]) => x),
  y: points.map(([, y]) => y),
})

test('the nearest point is the one that looking at all finds', () => {
  fc.assert(
    fc.property(
      fc.array(point, { maxLength: 60 }),
      point,
      fc.integer({ min: 1, max: side }),
      (points, [x, y], reach) => {
        const found = dotIndex(columns(points)).nearest(x, y, reach)
        const distances = points.map(([px, py]) => Math.hypot(px - x, py - y))
        const least = Math.min(...distances)
        expect(found < 0 ? Infinity : distances[found]).toBe(least <= reach ? least : Infinity)
      },
    ),
  )
})

test('the points within a triangle are those on the inner side of its three lines', () => {
  const corners = [[1000, 1000], [60_000, 9000], [20_000, 50_000]] as const // prettier-ignore
  const side3 = ([ax, ay]: readonly [number, number], [bx, by]: readonly [number, number], x: number, y: number) => (bx - ax) * (y - ay) - (by - ay) * (x - ax) // prettier-ignore
  fc.assert(
    fc.property(fc.array(point, { maxLength: 80 }), (points) => {
      const inside = points.flatMap(([x, y], index) => {
        const sides = corners.map((corner, i) => side3(corner, corners[(i + 1) % 3]!, x, y))
        return sides.every((value) => value > 0) ? [index] : sides.some((value) => value < 0) ? [] : [-1]
      })
      if (!inside.includes(-1)) expect(within(columns(points), corners)).toEqual(inside)
    }),
  )
})

test('a disc lies where its point is, in the colour of its group, later ones above', () => {
  const [width, height] = [41, 41]
  const picture = { pixels: new Uint32Array(width * height), width, height }
  const dots = { x: [side / 2, side / 2, 0], y: [side / 2, side / 2, side], group: [1, -1, 0] }
  const palette = Uint32Array.from(['#808080', '#ff0000', '#0000ff'].map((colour) => pixelOf(colour)))
  const order = drawingOrder(dots.group)
  expect([...order]).toEqual([1, 0, 2])
  drawDots(picture, dots, order, wholeView(wholeSquare, width, height, 6), palette, 3)
  const at = (x: number, y: number) => picture.pixels[y * width + x]
  expect(at(20, 20)).toBe(0xffff0000) // blue as it lies in memory
  expect(at(6, 35)).toBe(0xff0000ff)
  expect(at(20, 27)).toBe(0)
  const painted = [...picture.pixels].filter((pixel) => pixel !== 0).length
  expect(painted).toBeGreaterThan(2 * Math.PI * 3 ** 2)
  expect(painted).toBeLessThan(2 * Math.PI * 4.5 ** 2)
})

test('points outside of the picture are left out and change nothing', () => {
  const picture = { pixels: new Uint32Array(100), width: 10, height: 10 }
  const dots = { x: [0, side, side / 2], y: [0, side, 0], group: [0, 0, 0] }
  drawDots(picture, dots, drawingOrder(dots.group), { scale: 1, left: -5, top: -5 }, Uint32Array.from([1, 2]), 2)
  expect(picture.pixels.every((pixel) => pixel === 0)).toBe(true)
})

test('all points fit into the picture, centred, and touch its margin on two sides', () => {
  fc.assert(
    fc.property(fc.array(point, { minLength: 1, maxLength: 60 }), (points) => {
      const bounds = boundsOf(columns(points))
      const view = wholeView(bounds, 300, 200, 10)
      const at = points.map(([x, y]) => [view.left + x * view.scale, view.top + y * view.scale] as const)
      const [west, east] = [Math.min(...at.map(([x]) => x)), Math.max(...at.map(([x]) => x))]
      const [north, south] = [Math.min(...at.map(([, y]) => y)), Math.max(...at.map(([, y]) => y))]
      expect(west + east).toBeCloseTo(300, 6)
      expect(north + south).toBeCloseTo(200, 6)
      expect(Math.min(west, north)).toBeGreaterThanOrEqual(10 - 1e-6)
      if (bounds.right - bounds.left > side / 16 && bounds.bottom - bounds.top > side / 16) expect(Math.min(west, north)).toBeCloseTo(10, 6) // prettier-ignore
    }),
  )
})
