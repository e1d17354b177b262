import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clamped, inFrame, panned, placed, zoomed, type Turn } from '#renderer/viewer/geometry.ts'

const side = fc.integer({ min: 50, max: 5000 })
const size = fc.record({ width: side, height: side })
const unit = fc.double({ min: 0, max: 1, noNaN: true })
const view = fc.record({
  scale: fc.double({ min: 1, max: 40, noNaN: true }),
  x: unit,
  y: unit,
  turn: fc.constantFrom<Turn>(0, 1, 2, 3),
})

test('however it is turned, a picture at scale 1 fits into its frame and touches it', () => {
  fc.assert(
    fc.property(size, size, fc.constantFrom<Turn>(0, 1, 2, 3), (picture, frame, turn) => {
      const { shown } = placed(picture, frame, turn)
      const [across, down] = [shown.width / frame.width, shown.height / frame.height]
      expect(Math.max(across, down)).toBeCloseTo(1, 6)
      const ratio = turn % 2 === 0 ? picture.width / picture.height : picture.height / picture.width
      expect(shown.width / shown.height / ratio).toBeCloseTo(1, 6)
    }),
  )
})

test('zooming leaves what is under the pointer where it is', () => {
  fc.assert(
    fc.property(size, size, view, fc.double({ min: 0.2, max: 5, noNaN: true }), unit, unit, (picture, frame, from, factor, px, py) => {
      const lies = placed(picture, frame, from.turn)
      const at = { x: (px - 0.5) * frame.width, y: (py - 0.5) * frame.height }
      const to = zoomed(from, factor, 40, at, lies)
      const under = ({ scale, x, y }: typeof from) => [x + at.x / (lies.shown.width * scale), y + at.y / (lies.shown.height * scale)]
      for (const [index, value] of under(from).entries()) expect(under(to)[index]).toBeCloseTo(value, 6)
    }),
  )
}) // prettier-ignore

test('a clamped view never leaves the frame empty where the picture is larger, and centres it where it is smaller', () => {
  fc.assert(
    fc.property(size, size, view, (picture, frame, from) => {
      const lies = placed(picture, frame, from.turn)
      const { x, y, scale } = clamped(panned(from, { x: 9999, y: -9999 }, lies), lies, frame)
      for (const [middle, length, room] of [[x, lies.shown.width * scale, frame.width], [y, lies.shown.height * scale, frame.height]] as const) {
        if (length <= room) expect(middle).toBe(0.5)
        else expect(Math.min(middle, 1 - middle) * length).toBeGreaterThanOrEqual(room / 2 - 1e-6)
      }
    }),
  )
}) // prettier-ignore

test('the part in the frame turns with the picture', () => {
  const [picture, frame] = [{ width: 400, height: 200 }, { width: 400, height: 400 }] // prettier-ignore
  const part = (turn: Turn) => inFrame({ scale: 4, x: 0.25, y: 0.375, turn }, placed(picture, frame, turn), frame).map((value) => Math.round(value * 1000) / 1000) // prettier-ignore
  expect(part(0)).toEqual([0.125, 0.125, 0.375, 0.625])
  expect(part(2)).toEqual([0.625, 0.375, 0.875, 0.875])
  // Turned by a quarter, its left edge is at the top: what is at the left of the frame is the foot of the picture.
  expect(part(1)).toEqual([0.25, 0.5, 0.5, 1])
  expect(part(3)).toEqual([0.5, 0, 0.75, 0.5])
})
