/** Red, green, blue in [0, 255]. */
export type Colour = readonly [number, number, number]

export const fromHex = (hex: string): Colour => [
  Number.parseInt(hex.slice(-6, -4), 16),
  Number.parseInt(hex.slice(-4, -2), 16),
  Number.parseInt(hex.slice(-2), 16),
]

const byte = (value: number) => Math.max(0, Math.min(255, Math.round(value)))

export function toHex(colour: Colour): string {
  return '#' + colour.map((value) => byte(value).toString(16).padStart(2, '0')).join('')
}

/** Rounded to 32 steps a channel, so that marks of one colour can share one SVG path. */
export function coarseHex(colour: Colour): string {
  return toHex([(byte(colour[0]) >> 3) * 8.22, (byte(colour[1]) >> 3) * 8.22, (byte(colour[2]) >> 3) * 8.22])
}

export function mix(a: Colour, b: Colour, share: number): Colour {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share]
}

/** In [0, 1]. */
export const luminance = (c: Colour) => (0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2]) / 255

export const distance = (a: Colour, b: Colour) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])

/** Lightness in [-1, 1] added, saturation multiplied, hue turned by radians; in YIQ, which is enough for paint. */
export function shift(colour: Colour, lightness: number, saturation = 1, turn = 0): Colour {
  const [r, g, b] = colour
  const y = 0.299 * r + 0.587 * g + 0.114 * b
  const i = (0.596 * r - 0.274 * g - 0.322 * b) * saturation
  const q = (0.211 * r - 0.523 * g + 0.312 * b) * saturation
  const cos = Math.cos(turn)
  const sin = Math.sin(turn)
  const light = y + lightness * 255
  const i2 = i * cos - q * sin
  const q2 = i * sin + q * cos
  return [light + 0.956 * i2 + 0.621 * q2, light - 0.272 * i2 - 0.647 * q2, light - 1.106 * i2 + 1.703 * q2]
}
