import type { CollectionMap, MapGroups } from '#preload/api.ts'
import { slug, type Figure } from '../figure.ts'
import { legend } from '../legend.ts'
import type { Look } from '../look.ts'
import { el } from '../svg.ts'

export type MapDrawing = {
  map: Pick<CollectionMap, 'network' | 'works' | 'fitted'>
  groups: MapGroups
  by: string
  /** The points, painted: an address that needs no network, and the colours of the first groups. */
  picture: string
  colours: readonly string[]
  width: number
}

/** The map as a figure: its points are a picture, because 100,000 of them are too many for marks. */
export function mapFigure({ map, groups, by, picture, colours, width }: MapDrawing, look: Look): Figure {
  const { say, count, works } = look.speech
  const height = Math.round(width * 0.75)
  const named = groups.groups.slice(0, colours.length)
  const keys = named.map(({ name }, index) => ({ name, colour: colours[index]!, kind: 'block' as const }))
  const rest = groups.groups.length > named.length || groups.of.includes(-1)
  const names = legend([...keys, ...(rest ? [{ name: say('others, or none'), colour: look.bar, kind: 'block' as const }] : [])], { x: 4, y: height + 20, width: width - 8 }, look) // prettier-ignore
  return {
    id: `map-${slug(by)}`,
    title: say('Map of the collection, coloured by {1}', by),
    summary: say(
      '{1} as {2} sees them: works that look alike lie close together; what is far apart says little. {3} of them were laid out by UMAP.',
      works(map.works.length),
      map.network,
      count(map.fitted),
    ),
    width,
    height: height + 16 + names.height,
    body: el('rect', { x: 0, y: 0, width, height, fill: '#ffffff', stroke: look.line }) + el('image', { href: picture, x: 0, y: 0, width, height }) + names.body, // prettier-ignore
    table: {
      columns: [say('group'), say('works')],
      rows: groups.groups.map(({ name, works: number }) => [name, number]),
    },
  }
}
