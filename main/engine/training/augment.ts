import { createRandom } from './random.ts'

/** How far a training image may differ from the work. Zero or false: not at all. */
export type Augmentation = {
  readonly flip: boolean
  /** Degrees to either side. */
  readonly rotation: number
  /** Largest share by which it is enlarged or made smaller. */
  readonly zoom: number
  /** Largest shift as a share of the side. */
  readonly translation: number
  /** Smallest share of the side that a random crop keeps; 1: no crop. */
  readonly crop: number
  /** Largest change of brightness and contrast, as shares. */
  readonly brightness: number
  readonly contrast: number
  /** Largest change of a colour channel's strength. */
  readonly colour: number
  /** Standard deviation of added noise, of 255. */
  readonly noise: number
  /** Largest share of the area that a grey rectangle hides (random erasing, Zhong et al. 2017). */
  readonly erasing: number
}

export const noAugmentation: Augmentation = {
  flip: false,
  rotation: 0,
  zoom: 0,
  translation: 0,
  crop: 1,
  brightness: 0,
  contrast: 0,
  colour: 0,
  noise: 0,
  erasing: 0,
}

export const changesNothing = (augmentation: Augmentation) =>
  Object.entries(noAugmentation).every(([name, value]) => augmentation[name as keyof Augmentation] === value)

/** Where pixel (x, y) of the result comes from: [a, b, c, d, e, f] for (a x + b y + c, d x + e y + f). */
export type Affine = readonly [number, number, number, number, number, number]

/** One variant of an image [size, size, 3] of bytes. `key` names the work and the variant: the same key, the same variant. */
export function augment(
  pixels: Uint8Array,
  size: number,
  options: Augmentation,
  key: string,
  seed: number,
): Uint8Array {
  const random = createRandom(key, seed)
  const around = (extent: number) => (random() * 2 - 1) * extent
  const out = warp(pixels, size, drawAffine(size, options, random, around))
  const gain = 1 + around(options.contrast)
  const shift = 255 * around(options.brightness)
  const channels = [0, 1, 2].map(() => 1 + around(options.colour))
  for (let i = 0; i < out.length; i++) {
    const noise = options.noise > 0 ? (random() + random() + random() - 1.5) * 2 * options.noise : 0
    out[i] = clampByte(((out[i]! - 128) * gain + 128 + shift) * channels[i % 3]! + noise)
  }
  if (options.erasing > 0) erase(out, size, options.erasing, random)
  return out
}

/** Flip, rotation about the middle, zoom, crop and translation in one map. */
function drawAffine(
  size: number,
  options: Augmentation,
  random: () => number,
  around: (extent: number) => number,
): Affine {
  const angle = (around(options.rotation) * Math.PI) / 180
  const kept = 1 - random() * (1 - options.crop)
  const scale = kept / (1 + around(options.zoom))
  const free = ((1 - kept) * size) / 2
  const shiftX = around(options.translation) * size + around(free)
  const shiftY = around(options.translation) * size + around(free)
  const mirror = options.flip && random() < 0.5 ? -1 : 1
  const [cos, sin] = [Math.cos(angle) * scale, Math.sin(angle) * scale]
  const middle = (size - 1) / 2
  return [
    cos * mirror,
    -sin,
    middle + shiftX - cos * mirror * middle + sin * middle,
    sin * mirror,
    cos,
    middle + shiftY - sin * mirror * middle - cos * middle,
  ]
}

/** Bilinear; what lies outside the image repeats its edge. */
export function warp(pixels: Uint8Array, size: number, [a, b, c, d, e, f]: Affine): Uint8Array {
  const out = new Uint8Array(pixels.length)
  const last = size - 1
  for (let y = 0, target = 0; y < size; y++) {
    for (let x = 0; x < size; x++, target += 3) {
      const sourceX = Math.min(last, Math.max(0, a * x + b * y + c))
      const sourceY = Math.min(last, Math.max(0, d * x + e * y + f))
      const left = Math.floor(sourceX)
      const top = Math.floor(sourceY)
      const partX = sourceX - left
      const partY = sourceY - top
      const at = (top * size + left) * 3
      const right = left < last ? 3 : 0
      const below = top < last ? size * 3 : 0
      for (let channel = 0; channel < 3; channel++) {
        const upper = pixels[at + channel]! * (1 - partX) + pixels[at + right + channel]! * partX
        const lower = pixels[at + below + channel]! * (1 - partX) + pixels[at + below + right + channel]! * partX
        out[target + channel] = upper * (1 - partY) + lower * partY + 0.5
      }
    }
  }
  return out
}

function erase(pixels: Uint8Array, size: number, most: number, random: () => number) {
  const area = random() * most
  const shape = Math.exp((random() * 2 - 1) * Math.log(2))
  const width = Math.min(size, Math.round(size * Math.sqrt(area * shape)))
  const height = Math.min(size, Math.round(size * Math.sqrt(area / shape)))
  const left = Math.floor(random() * (size - width + 1))
  const top = Math.floor(random() * (size - height + 1))
  for (let y = top; y < top + height; y++) pixels.fill(128, (y * size + left) * 3, (y * size + left + width) * 3)
}

const clampByte = (value: number) => (value < 0 ? 0 : value > 255 ? 255 : Math.round(value))
