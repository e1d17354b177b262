import { readFileSync } from 'node:fs'
import sharp, { type Sharp } from 'sharp'
import { expect, test } from 'vitest'
import { distance, fingerprint } from '#main/images/fingerprint.ts'
import { measurePixels, measureThumbnail, type Measure } from '#main/images/measure.ts'
import { isNear, nearCopies, type Printed } from '#main/images/nearCopies.ts'
import { noise } from '#test/fixtures/pictures.ts'
import { randomNumbers } from '#test/fixtures/syntheticWorks.ts'

type Picture = [width: number, height: number, a: number, b: number, c: number]
type Expected = { picture: Picture; shares: number[] } & Record<'light' | 'contrast' | 'sharpness' | 'colour', number>
const expected = JSON.parse(readFileSync(new URL('../../fixtures/reference/measure.json', import.meta.url), 'utf8')) as Expected[] // prettier-ignore

const pixels = ([width, height, a, b, c]: Picture) =>
  Uint8Array.from({ length: width * height * 3 }, (_, at) => {
    const [k, x, y] = [at % 3, Math.floor(at / 3) % width, Math.floor(at / 3 / width)]
    return (x * a + y * b + k * c + ((x * y) % 17) * 7) % 256
  })

test.each(expected)(
  'light, contrast, sharpness and colours of $picture are those of numpy and scipy',
  ({ picture, shares, ...numbers }) => {
    const found = measurePixels(pixels(picture), picture[0], picture[1])
    for (const [name, value] of Object.entries(numbers))
      expect(Math.abs(found[name as 'light'] - value) / Math.max(1, value), name).toBeLessThan(1e-6)
    for (const [bin, share] of shares.entries()) expect(found.shares[bin], `bin ${bin}`).toBeCloseTo(share, 9)
  },
)

const painting = (seed: number) => noise(seed, 12, 9).resize(360, 270, { kernel: 'cubic' })
const measured = async (picture: Sharp) => measureThumbnail(await picture.jpeg().toBuffer())
const printed = ({ fingerprint: print, contrast, light }: Measure, sha256 = ''): Printed => ({ sha256, fingerprint: print, contrast, light }) // prettier-ignore

test('a picture of another size, compression, tint or light is a near copy of itself; others are not', async () => {
  const original = printed(await measured(painting(1)))
  const whole = await painting(1).png().toBuffer()
  const copies = {
    smaller: sharp(whole).resize(200),
    'badly compressed': sharp(await sharp(whole).jpeg({ quality: 20 }).toBuffer()),
    grey: sharp(whole).greyscale(),
    lighter: sharp(whole).modulate({ brightness: 1.1 }),
    'cut by two pixels': sharp(whole).extract({ left: 2, top: 2, width: 356, height: 266 }),
  }
  for (const [name, copy] of Object.entries(copies)) expect(isNear(original, printed(await measured(copy))), name).toBe(true) // prettier-ignore
  for (const seed of [2, 3, 4, 5, 6]) expect(isNear(original, printed(await measured(painting(seed)))), String(seed)).toBe(false) // prettier-ignore
  expect(isNear(original, printed(await measured(sharp(whole).flop())))).toBe(false)
})

test('blur, a margin, darkness and plainness are told apart from a picture that has none', async () => {
  const base = await sharp(await noise(3, 90, 70).resize(360, 280).png().toBuffer())
    .png()
    .toBuffer()
  const plain = await measured(sharp(base))
  expect(plain.border).toBe(0)
  expect((await measured(sharp(base).blur(6))).sharpness).toBeLessThan(plain.sharpness / 5)
  const framed = await measured(sharp(base).extend({ top: 40, bottom: 40, left: 40, right: 40, background: '#fff' }))
  expect(framed.border).toBeCloseTo(1 - (360 * 280) / (440 * 360), 1)
  const even = await measured(sharp({ create: { width: 200, height: 100, channels: 3, background: '#0a0a0a' } }))
  expect(even).toMatchObject({ border: 0, colour: 0, sharpness: 0 })
  expect(even.light).toBeCloseTo(10 / 255, 2)
  expect(even.contrast).toBeLessThan(0.01)
  const grey = await measureThumbnail(await sharp(base).toColourspace('b-w').jpeg().toBuffer())
  expect(grey.colour).toBe(0)
  expect(grey.light).toBeCloseTo(plain.light, 1)
})

test('near copies among thousands are those that comparing every two finds', async () => {
  const random = randomNumbers(8)
  const prints: Printed[] = []
  const add = (fingerprintOf: Uint8Array) => prints.push({ sha256: String(prints.length).padStart(5, '0'), fingerprint: fingerprintOf, contrast: random() < 0.05 ? 0.001 : 0.2, light: 0.4 + 0.2 * random() }) // prettier-ignore
  for (let work = 0; work < 2500; work++) {
    const print = prints.length > 0 && random() < 0.2 ? prints[Math.floor(random() * prints.length)]!.fingerprint.slice() : Uint8Array.from({ length: 16 }, () => Math.floor(random() * 256)) // prettier-ignore
    for (let flips = Math.floor(random() * 14); flips > 0; flips--) print[Math.floor(random() * 16)]! ^= 1 << Math.floor(random() * 8) // prettier-ignore
    add(print)
  }
  const found = await nearCopies(prints, async () => {})
  const leader = prints.map((_, at) => at)
  const root = (at: number): number => (leader[at] === at ? at : root(leader[at]!))
  for (const [one, print] of prints.entries())
    for (let other = one + 1; other < prints.length; other++)
      if (print.contrast >= 0.02 && prints[other]!.contrast >= 0.02 && isNear(print, prints[other]!)) {
        const [first, second] = [root(one), root(other)]
        leader[Math.max(first, second)] = Math.min(first, second)
      }
  const sets = new Map<number, number[]>()
  for (const at of prints.keys()) sets.set(root(at), [...(sets.get(root(at)) ?? []), at])
  const wanted = [...sets].filter(([, members]) => members.length > 1).flatMap(([first, members]) => members.map((at) => [prints[at]!.sha256, prints[first]!.sha256] as const)) // prettier-ignore
  expect(wanted.length).toBeGreaterThan(300)
  expect([...found].toSorted()).toEqual(wanted.toSorted())
})

test('a fingerprint has as many bits of either kind as chance gives, and its distance is that of its bits', () => {
  const random = randomNumbers(2)
  const values = Float32Array.from({ length: 90 * 90 }, () => random() * 255)
  const print = fingerprint({ values, width: 90, height: 90 })
  const ones = distance(print, new Uint8Array(16))
  expect(ones).toBeGreaterThan(40)
  expect(ones).toBeLessThan(88)
  expect(distance(print, print)).toBe(0)
  expect(
    distance(
      print,
      print.map((byte) => ~byte),
    ),
  ).toBe(128)
})
