import { luminance, mix, shift, toHex } from '../colour.ts'
import type { Shape } from '../scene.ts'
import type { Easel, Movement } from './movement.ts'
import { svg } from './movement.ts'

/** What is left of a view when one waits long enough: a few breathing fields. With drift their edges run. */
export const silentism: Movement = {
  name: 'Silentism',
  span: [1946, 1974],
  media: ['oil on canvas', 'acrylic on canvas', 'tempera on linen'],
  neighbour: 'Lacustrine School',
  surface: { ground: 'canvas', grain: 0.9, relief: 0.15, wobble: 7, veil: { kind: 'streak', strength: 0.22 } },
  paint(easel) {
    const { scene, palette, random, drift, touch } = easel
    const ground = shift(
      mix(scene.shapes[0]!.paint.from, random.pick([palette.dark, ...palette.accent]), random.range(0.15, 0.5)),
      -0.03,
      1.15,
    )
    const soft = random.range(5, 11) * touch * (1 + drift)
    const fields = chosen(easel).map((one, i) => field(easel, one, i, ground))
    const defs = `<filter id="breath" color-interpolation-filters="sRGB" x="-5%" y="-5%" width="110%" height="110%"><feGaussianBlur stdDeviation="${soft.toFixed(1)}"/></filter>`
    const body = `<rect width="100%" height="100%" fill="${toHex(ground)}"/><g filter="url(#breath)">${fields.join('')}</g>`
    return svg(scene, defs, body)
  },
}

/** The few largest things, in the order in which they stand. */
function chosen({ scene, random }: Easel): Shape[] {
  const size = (one: Shape) => {
    const { left, right, top, bottom } = one.box
    const wide = Math.min(scene.width, right) - Math.max(0, left)
    const tall = Math.min(scene.height, bottom) - Math.max(0, top)
    return wide * tall
  }
  const count = random.int(3, 6)
  const whole = scene.width * scene.height
  const worth = (one: Shape) =>
    (size(one) / whole) * (0.6 + one.detail) * (['face', 'sun', 'vessel', 'dress', 'hair'].includes(one.name) ? 6 : 1)
  const kept = new Set(
    scene.shapes
      .slice(1)
      .filter((one) => size(one) > whole * 0.008 && !['shadow', 'cheek', 'cloud'].includes(one.name))
      .toSorted((a, b) => worth(b) - worth(a))
      .slice(0, count),
  )
  return scene.shapes.filter((one) => kept.has(one))
}

function field({ scene, random }: Easel, one: Shape, i: number, ground: readonly [number, number, number]): string {
  const inset = Math.min(scene.width, scene.height) * random.range(0.035, 0.06)
  const left = Math.max(inset, one.box.left)
  const right = Math.min(scene.width - inset, one.box.right)
  const top = Math.max(inset, one.box.top + i * 2)
  const bottom = Math.min(scene.height - inset, one.box.bottom)
  const flat = mix(one.paint.from, one.paint.to, 0.5)
  const close = Math.abs(luminance(flat) - luminance(ground)) < 0.06
  const colour = shift(flat, close ? 0.09 : 0, 1.3)
  const round = ['face', 'sun', 'fruit', 'flower', 'disc', 'hair'].includes(one.name)
    ? Math.min(right - left, bottom - top) / 2
    : 10
  const rect = (grow: number, opacity: number, tone: string) =>
    `<rect x="${(left - grow).toFixed(0)}" y="${(top - grow).toFixed(0)}" width="${Math.max(4, right - left + 2 * grow).toFixed(0)}" height="${Math.max(4, bottom - top + 2 * grow).toFixed(0)}" rx="${(round + grow).toFixed(0)}" fill="${tone}" opacity="${opacity}"/>`
  return (
    rect(5, 0.35, toHex(shift(colour, -0.06))) +
    rect(0, 0.8, toHex(colour)) +
    rect(-14, 0.4, toHex(shift(colour, 0.04)))
  )
}
