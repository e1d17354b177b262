import { describe, expect, test } from 'vitest'
import { augment, changesNothing, noAugmentation, warp, type Augmentation } from '#main/engine/training/augment.ts'

const size = 8
type Paint = (x: number, y: number) => readonly [number, number, number]
const image = (paint: Paint) =>
  Uint8Array.from({ length: size * size * 3 }, (_, i) => paint(Math.floor(i / 3) % size, Math.floor(i / 3 / size))[i % 3]!) // prettier-ignore
/** No two places alike: red is x, green is y. */
const places = image((x, y) => [x * 30, y * 30, 0])
const only = (change: Partial<Augmentation>): Augmentation => ({ ...noAugmentation, ...change })
const keys = Array.from({ length: 40 }, (_, i) => `work ${i}`)
const same = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0

test('what changes nothing leaves the bytes alone', () => {
  expect(changesNothing(noAugmentation)).toBe(true)
  expect(augment(places, size, noAugmentation, 'a', 1)).toEqual(places)
  for (const name of Object.keys(noAugmentation) as (keyof Augmentation)[])
    expect(changesNothing(only({ [name]: name === 'flip' ? true : 0.5 }))).toBe(false)
})

test('a flip is the mirror image, for about half of the works', () => {
  const mirrored = image((x, y) => [(size - 1 - x) * 30, y * 30, 0])
  const made = keys.map((key) => augment(places, size, only({ flip: true }), key, 5))
  for (const variant of made) expect(same(variant, mirrored) || same(variant, places)).toBe(true)
  const flipped = made.filter((variant) => same(variant, mirrored)).length
  expect(flipped).toBeGreaterThan(8)
  expect(flipped).toBeLessThan(32)
})

describe('a warp', () => {
  test('by a quarter turn moves every pixel to its place', () => {
    // (x, y) of the result comes from (y, 7 - x): a quarter turn clockwise about the middle.
    const turned = image((x, y) => [y * 30, (size - 1 - x) * 30, 0])
    expect(warp(places, size, [0, 1, 0, -1, 0, size - 1])).toEqual(turned)
  })
  test('between two pixels takes their mean', () => {
    const shifted = warp(places, size, [1, 0, 0.5, 0, 1, 0])
    expect(shifted[3 * (3 * size + 2)]).toBe(75)
  })
  test('beyond the edge repeats it', () => {
    const shifted = warp(places, size, [1, 0, 6, 0, 1, 0])
    expect([0, 1, 2, 7].map((x) => shifted[x * 3])).toEqual([180, 210, 210, 210])
  })
})

/** Red and green of the four corners, and of the middle, say where the result was taken from. */
const spanOf = (variant: Uint8Array) => {
  const red = (x: number, y: number) => variant[(y * size + x) * 3]! / 30
  const green = (x: number, y: number) => variant[(y * size + x) * 3 + 1]! / 30
  return { red, green, width: red(size - 1, 4) - red(0, 4), height: green(4, size - 1) - green(4, 0) }
}

test('a crop keeps a part between the smallest share and all of the image, as wide as high', () => {
  const spans = keys.map((key) => spanOf(augment(places, size, only({ crop: 0.5 }), key, 2)))
  for (const { width, height } of spans) {
    expect(width).toBeGreaterThanOrEqual(3.4)
    expect(width).toBeLessThanOrEqual(7)
    expect(Math.abs(width - height)).toBeLessThan(0.1)
  }
  expect(new Set(spans.map(({ width }) => width.toFixed(1))).size).toBeGreaterThan(10)
  expect(new Set(spans.map(({ red }) => red(0, 4).toFixed(1))).size).toBeGreaterThan(5) // not always the middle
})

test('a zoom stays within its share and keeps the middle in its place', () => {
  for (const key of keys) {
    const { red, width } = spanOf(augment(places, size, only({ zoom: 0.25 }), key, 2))
    expect(width).toBeGreaterThanOrEqual(7 / 1.25 - 0.1)
    expect((red(0, 4) + red(size - 1, 4)) / 2).toBeCloseTo(3.5, 1)
  }
})

test('a rotation stays within its degrees to either side', () => {
  const slopes = keys.map((key) => {
    const { red, green } = spanOf(augment(places, size, only({ rotation: 20 }), key, 2))
    return (Math.atan2(green(5, 4) - green(2, 4), red(5, 4) - red(2, 4)) * 180) / Math.PI
  })
  expect(Math.max(...slopes.map(Math.abs))).toBeLessThan(21)
  expect(Math.min(...slopes)).toBeLessThan(-5)
  expect(Math.max(...slopes)).toBeGreaterThan(5)
})

test('brightness moves all channels alike, colour each by itself, contrast away from the middle', () => {
  const grey = image(() => [100, 100, 100])
  for (const key of keys.slice(0, 10)) {
    const [red, green, blue] = augment(grey, size, only({ brightness: 0.2 }), key, 3)
    expect(red).toBe(green)
    expect(green).toBe(blue)
    expect(Math.abs(red! - 100)).toBeLessThanOrEqual(51)
  }
  const coloured = augment(grey, size, only({ colour: 0.3 }), 'a', 3)
  expect(new Set(coloured.subarray(0, 3)).size).toBe(3)
  for (const value of coloured.subarray(0, 3)) expect(Math.abs(value - 100)).toBeLessThanOrEqual(30)
  const middle = image(() => [128, 128, 128])
  expect(augment(middle, size, only({ contrast: 0.9 }), 'a', 3)).toEqual(middle)
})

test('noise has the standard deviation that was asked for', () => {
  const grey = image(() => [128, 128, 128])
  const values = keys.flatMap((key) => [...augment(grey, size, only({ noise: 10 }), key, 3)])
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)
  expect(mean).toBeCloseTo(128, 0)
  expect(deviation).toBeGreaterThan(9.5)
  expect(deviation).toBeLessThan(10.5)
})

test('erasing hides one grey rectangle no larger than its share', () => {
  const white = image(() => [255, 255, 255])
  const areas = keys.map((key) => {
    const variant = augment(white, size, only({ erasing: 0.5 }), key, 3)
    const hidden = Array.from({ length: size * size }, (_, at) => at).filter((at) => variant[at * 3] === 128)
    const columns = new Set(hidden.map((at) => at % size)).size
    const rows = new Set(hidden.map((at) => Math.floor(at / size))).size
    expect(hidden).toHaveLength(columns * rows)
    return hidden.length
  })
  expect(Math.max(...areas)).toBeLessThanOrEqual(size * size * 0.5 + size)
  expect(Math.max(...areas)).toBeGreaterThan(8)
})

test('the same key and seed make the same variant, others make others', () => {
  const all: Augmentation = { flip: true, rotation: 10, zoom: 0.1, translation: 0.1, crop: 0.8, brightness: 0.1, contrast: 0.1, colour: 0.1, noise: 3, erasing: 0.2 } // prettier-ignore
  const make = (key: string, seed: number) => augment(places, size, all, key, seed)
  expect(make('a', 1)).toEqual(make('a', 1))
  expect(same(make('a', 1), make('b', 1))).toBe(false)
  expect(same(make('a', 1), make('a', 2))).toBe(false)
})
