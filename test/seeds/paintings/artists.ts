import type { Colour } from './colour.ts'
import { fromHex } from './colour.ts'
import type { Palette } from './scene.ts'

export const genres = ['landscape', 'seascape', 'still life', 'portrait', 'abstract'] as const
export type Genre = (typeof genres)[number]

export type Artist = {
  readonly name: string
  /** Years of birth and death. */
  readonly life: readonly [number, number]
  /** Movements with the share of the work, the main one first. */
  readonly movements: readonly (readonly [string, number])[]
  /** A preference; every artist paints every genre now and then. */
  readonly genres: readonly Genre[]
  readonly palette: Palette
  readonly touch: number
  readonly horizon: number
  readonly fullness: number
  /** Width by height of the usual canvas. */
  readonly format: readonly number[]
}

const list = (hexes: string): Colour[] => hexes.split(' ').map(fromHex)

/** Each argument a row of hex colours; the sky in pairs from zenith to horizon. */
function palette(sky: string, land: string, water: string, accent: string, rest: string): Palette {
  const tones = list(sky)
  const [lit, shade, dark, light] = list(rest) as [Colour, Colour, Colour, Colour]
  const pairs = Array.from({ length: tones.length / 2 }, (_, i): [Colour, Colour] => [tones[2 * i]!, tones[2 * i + 1]!])
  return { sky: pairs, land: list(land), water: list(water), accent: list(accent), skin: [lit, shade], dark, light }
}

export const artists: readonly Artist[] = [
  {
    name: 'Odile Marchetti',
    life: [1861, 1938],
    movements: [
      ['Pulverism', 0.85],
      ['Tempestism', 0.15],
    ],
    genres: ['landscape', 'still life'],
    touch: 1,
    horizon: 0.36,
    fullness: 0.8,
    format: [1.35, 1.25, 0.8],
    palette: palette(
      '7fb2d9 f6e3b4 a9c9e8 f9d9c0',
      '8fae6b b9c26a 6f9a55 3f7a4e',
      '5b93bf 3d74a8 2c5a8c',
      'e8743b f2b134 d9486a 8a5aa8',
      'f3c9a3 b8765a 2b2f55 fdf3d9',
    ),
  },
  {
    name: 'Bastien Korhel',
    life: [1868, 1929],
    movements: [
      ['Pulverism', 0.7],
      ['Tesserism', 0.3],
    ],
    genres: ['seascape', 'portrait'],
    touch: 1.3,
    horizon: 0.48,
    fullness: 0.4,
    format: [1.5, 1.3],
    palette: palette(
      '34507f e9a06b 50628f f0c39a',
      'a08a6e 7c7f6b 5a6a5f 3d4f4e',
      '486f8f 2f5575 1f3d5c',
      'f08a4b e6c25a c24f4a 5f7fb0',
      'e6b48f 9a6048 1d2440 f6e5c8',
    ),
  },
  {
    name: 'Ilse Vandervelde',
    life: [1877, 1951],
    movements: [['Tesserism', 1]],
    genres: ['portrait', 'still life', 'abstract'],
    touch: 1,
    horizon: 0.42,
    fullness: 0.7,
    format: [0.82, 1, 1.2],
    palette: palette(
      '1f4e79 6fb1b5 2a3f6e c9a24a',
      '5f8f6b 3f7358 2f5a4c c2a05a',
      '2f8f9a 1f6f86 174f6e',
      'd9a62e b23a48 2e7f8f e07b39',
      'eac08f ad7247 16263a f7ebc9',
    ),
  },
  {
    name: 'Teodor Wray',
    life: [1859, 1921],
    movements: [['Tempestism', 1]],
    genres: ['landscape', 'seascape'],
    touch: 1.15,
    horizon: 0.42,
    fullness: 0.6,
    format: [1.28, 1.4, 0.8],
    palette: palette(
      '1f3f77 5f93c2 2c5aa0 f2c14e',
      '6f8f3f c9a227 8a9a3a 2f5f3f',
      '2f6f9f 1f4f86 163a6a',
      'f2b705 e2711d 3f7fbf c8553d',
      'e9b872 a8683a 141f3d fff1c2',
    ),
  },
  {
    name: 'Marit Solheim-Roux',
    life: [1871, 1959],
    movements: [
      ['Tempestism', 0.75],
      ['Silentism', 0.25],
    ],
    genres: ['portrait', 'abstract', 'landscape'],
    touch: 0.9,
    horizon: 0.55,
    fullness: 0.5,
    format: [0.78, 0.85, 1.2],
    palette: palette(
      '8f3b4f e58f65 5a3a5f d98f8f',
      '7a4f4f 9a6a4a 5f4a5a 3f3a4a',
      '6a5f8f 4a4a7a 33355f',
      'e4572e f3a712 b23a6f 5f8f7f',
      'f0b79a a85a4f 2a1a2f f9e2cf',
    ),
  },
  {
    name: 'Casimir Doane',
    life: [1882, 1957],
    movements: [
      ['Splinterism', 0.85],
      ['Rectilism', 0.15],
    ],
    genres: ['still life', 'portrait'],
    touch: 1,
    horizon: 0.4,
    fullness: 0.6,
    format: [0.8, 1.15, 1],
    palette: palette(
      '8f8f86 d9cba8 6f7f86 c9b99a',
      '9a8566 7a6a4f 5f5a4a 4a4f44',
      '5f7a86 47626f 334b5a',
      'b5763a 8f4f3a c9a86a 5a7f7a',
      'd9b48a 8f6647 231f1c efe4c8',
    ),
  },
  {
    name: 'Renata Ostrow',
    life: [1890, 1968],
    movements: [
      ['Splinterism', 0.7],
      ['Rectilism', 0.3],
    ],
    genres: ['landscape', 'seascape', 'abstract'],
    touch: 0.85,
    horizon: 0.5,
    fullness: 0.7,
    format: [1.25, 1.4, 0.9],
    palette: palette(
      '4f86a8 bfe0d9 6f6fa8 e8c9d9',
      '5f9a86 86ae6a 3f7a7a 2f5f6a',
      '3f8fae 2f6f9a 234f80',
      'e86f51 f0c05a 9a5fa8 3fa89a',
      'eebfa0 a86f62 1c2640 f4f0de',
    ),
  },
  {
    name: 'Joost Pellewaard',
    life: [1893, 1964],
    movements: [['Rectilism', 1]],
    genres: ['abstract', 'landscape', 'still life'],
    touch: 1.1,
    horizon: 0.52,
    fullness: 0.4,
    format: [1, 1, 0.85, 1.3],
    palette: palette(
      'e9e4d4 f6f1e2 b9d0dd f2ead2',
      'e3d9b8 c9b98f b0a078 8f8a72',
      '2f62a8 24508f 1b3a6e',
      'd8342b f2c230 2856a6 e98a2b',
      'f0d2ae c49a70 17171a f8f4e6',
    ),
  },
  {
    name: 'Amparo Luz Quintero',
    life: [1904, 1987],
    movements: [['Scissor School', 1]],
    genres: ['still life', 'abstract', 'portrait'],
    touch: 1,
    horizon: 0.5,
    fullness: 0.9,
    format: [0.8, 1.25, 1],
    palette: palette(
      'f2668b f9c6b0 3fa0b5 f6e3a1',
      '2f9a6f 8fbf3f 1f7a5f f0a03f',
      '1f7fae 145f9a 0f3f7a',
      'f2545b ffb52e 1f9e89 7a4fa3',
      'f2b184 b8693f 1b2a4a fff4dc',
    ),
  },
  {
    name: 'Hanne Birkedal',
    life: [1911, 1993],
    movements: [
      ['Scissor School', 0.8],
      ['Rectilism', 0.2],
    ],
    genres: ['seascape', 'landscape'],
    touch: 1.2,
    horizon: 0.4,
    fullness: 0.4,
    format: [1.4, 1.2, 0.75],
    palette: palette(
      'c9dfe6 f4eedc f0c8a0 f7e9cf',
      '7fa88f 4f8577 c9b37a 35605f',
      '3f7fa0 2a6286 1c4668',
      'e2725b f2c14e 2f5d7c 9cc5a1',
      'edc7a4 b07f60 20303f fbf7ea',
    ),
  },
  {
    name: 'Edmund Fairlie',
    life: [1832, 1909],
    movements: [['Lacustrine School', 1]],
    genres: ['landscape', 'seascape'],
    touch: 1,
    horizon: 0.45,
    fullness: 0.5,
    format: [1.45, 1.35, 1.5],
    palette: palette(
      '8fb0cc f2dfc4 a9b7d0 f4cfb8',
      '9aa878 7f966a 6a8a6a 4f6f5f',
      '7fa3b8 5f8aa6 466f8f',
      'd98a5a e3b76a b5657a 7f86b0',
      'efc9ab ba8468 3a4358 fbf4e4',
    ),
  },
  {
    name: 'Sœur Apolline',
    life: [1848, 1917],
    movements: [
      ['Lacustrine School', 0.75],
      ['Neo-Burinism', 0.25],
    ],
    genres: ['still life', 'portrait'],
    touch: 0.85,
    horizon: 0.5,
    fullness: 0.8,
    format: [0.75, 0.8, 1.1],
    palette: palette(
      'bfd0c9 f0e8d6 d0c4dc f6ead8',
      'a3b58a 86a07a 6a8f78 c9b68f',
      '8fb5b0 6a9a9f 4f7f8f',
      'd65f7a e8a0a8 8f6fae e0b04f',
      'f3d0b8 c48f7a 3f3a4f fdf8ec',
    ),
  },
  {
    name: 'Gottfried Amsel',
    life: [1843, 1922],
    movements: [['Neo-Burinism', 1]],
    genres: ['landscape', 'portrait', 'still life'],
    touch: 0.9,
    horizon: 0.45,
    fullness: 0.7,
    format: [0.78, 1.3, 1.2],
    palette: palette(
      'b8b4a6 f0e6d0 8f9a9f e6dcc8',
      'a8946a 86784f 6a6447 4a4c3c',
      '6f8286 52686f 3a4f58',
      'a8553a c9954f 5f6f4a 7a3f3f',
      'e6c8a6 9f7657 1d1a18 f5ecd8',
    ),
  },
  {
    name: 'Utagami Seiran',
    life: [1806, 1874],
    movements: [['Lantern Prints', 1]],
    genres: ['seascape', 'landscape'],
    touch: 1,
    horizon: 0.45,
    fullness: 0.5,
    format: [1.48, 1.48, 0.68],
    palette: palette(
      '5f8fb0 f0dfb8 d99a7a f3e3c0',
      '8fa37a b8a678 6a8a72 4f6a62',
      '5a8fb0 35699a 1f4a7f',
      'c8492f e0a33f 3f6a8f 8fae8a',
      'f0d6b0 c9946a 1f2840 f7eed6',
    ),
  },
  {
    name: 'Kobai Rin',
    life: [1835, 1902],
    movements: [
      ['Lantern Prints', 0.8],
      ['Neo-Burinism', 0.2],
    ],
    genres: ['portrait', 'still life'],
    touch: 0.85,
    horizon: 0.5,
    fullness: 0.6,
    format: [0.68, 0.68, 1],
    palette: palette(
      'e0b8a8 f4e6cc 9fb5a8 f0e2c4',
      'b5a06a 94966a 77865f 5a6a55',
      '6f9a9f 4f7f8f 3a5f7a',
      'd9506a 7a4f86 e2a84a 3f8a77',
      'f5dfc2 d0a07c 2a2030 faf1dc',
    ),
  },
  {
    name: 'Lev Abramow',
    life: [1908, 1979],
    movements: [['Silentism', 1]],
    genres: ['abstract', 'landscape', 'seascape'],
    touch: 1.1,
    horizon: 0.5,
    fullness: 0.3,
    format: [0.75, 0.82, 1.1],
    palette: palette(
      '5f1f2a c8452f 20264a 5f4a7a',
      '8f2f2a b5502f 5a2a33 3a2030',
      '2a3a6a 1f2a55 161d3f',
      'e8622c f2a33a a8243a 2f4a8f',
      'e8a878 9a4f3a 190f18 f6dcb8',
    ),
  },
]
