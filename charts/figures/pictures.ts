import type { TermPictures } from '#preload/api.ts'
import { rounded, slug, type Figure } from '../figure.ts'
import type { Look } from '../look.ts'
import { profileFigure, stripFigure } from '../profiles.ts'

type Options = { width: number; most: number | null }

const shownOf = ({ terms }: TermPictures, most: number | null) =>
  terms.toSorted((a, b) => b.works - a.works).slice(0, most ?? terms.length)

/** Mean lightness in [0, 1] of a distribution from black to white. */
const meanOf = (light: readonly number[]) => {
  const sum = light.reduce((total, part) => total + part, 0) || 1
  return light.reduce((total, part, bin) => total + part * (bin + 0.5), 0) / (sum * light.length)
}

/** Where the pixels of the pictures of each term lie between black and white. */
export function lightFigure(pictures: TermPictures, { width, most }: Options, look: Look): Figure {
  const { say, share } = look.speech
  const { attribute, terms, all } = pictures
  const shown = shownOf(pictures, most)
  const byLight = terms.filter(({ works }) => works > 0).toSorted((a, b) => meanOf(a.light) - meanOf(b.light))
  const [darkest, lightest] = [byLight[0], byLight.at(-1)]
  return profileFigure(
    {
      id: `light-${slug(attribute)}`,
      title: say('Light of the pictures of each term: {1}', attribute),
      summary: darkest && lightest ? say('From black to white, the outline is that of all works. Darkest: {1} (mean {2} of white); lightest: {3} ({4}).', darkest.term, share(meanOf(darkest.light)), lightest.term, share(meanOf(lightest.light))) : say('No picture has been measured yet.'), // prettier-ignore
      width,
      rows: shown.map(({ term, light }) => ({ name: term, shares: light })),
      all: all.light,
      ends: [say('Black'), say('White')],
      table: {
        columns: [say('term'), say('works'), say('mean light'), ...all.light.map((_, bin) => say('bin {1}', bin + 1))],
        rows: terms.map(({ term, works, light }) => [term, works, rounded(meanOf(light)), ...light.map(rounded)]),
      },
    },
    look,
  )
}

/** Which hues the pictures of each term have, and how much of them is grey. */
export function colourFigure(pictures: TermPictures, { width, most }: Options, look: Look): Figure {
  const { say, share } = look.speech
  const { attribute, terms, hueDegrees } = pictures
  const grey = hueDegrees.indexOf(null)
  const greyest = terms.filter(({ works }) => works > 0).toSorted((a, b) => (b.hues[grey] ?? 0) - (a.hues[grey] ?? 0))[0] // prettier-ignore
  const names = hueDegrees.map((degrees) => (degrees === null ? say('grey') : say('hue {1}°', Math.round(degrees))))
  return stripFigure(
    {
      id: `colour-${slug(attribute)}`,
      title: say('Colours of the pictures of each term: {1}', attribute),
      summary: greyest ? say('A strip a term, divided by the share of each hue; grey is without colour. Least coloured: {1} ({2} grey).', greyest.term, share(greyest.hues[grey] ?? 0)) : say('No picture has been measured yet.'), // prettier-ignore
      width,
      rows: shownOf(pictures, most).map(({ term, hues }) => ({ name: term, shares: hues })),
      colours: hueDegrees.map((degrees) => (degrees === null ? null : `hsl(${Math.round(degrees)} 58% 52%)`)),
      table: {
        columns: [say('term'), say('works'), ...names],
        rows: terms.map(({ term, works, hues }) => [term, works, ...hues.map(rounded)]),
      },
    },
    look,
  )
}
