import type { Random } from '../random.ts'
import type { Palette, Scene } from '../scene.ts'

/** An invented way of painting: the visual family behind one term of the attribute style. */
export type Movement = {
  readonly name: string
  /** First and last year. */
  readonly span: readonly [number, number]
  readonly media: readonly string[]
  /** The movement that it is most easily taken for. */
  readonly neighbour: string
  readonly surface: Surface
  /** A whole SVG document of the scene's size. */
  readonly paint: (easel: Easel) => string
}

/** What the raster adds to the drawing: much cheaper there than as SVG filters. */
export type Surface = {
  readonly ground: 'canvas' | 'paper' | 'wood'
  /** How much of the ground shows, 0 to 1. */
  readonly grain: number
  /** How thick the paint stands, 0 to 1. */
  readonly relief: number
  /** How far edges run, in px: a little by a hand that is not a machine's, much by water. */
  readonly wobble?: number
  /** Thin paint: how far it lightens in clouds or in streaks of the brush, 0 to 1. */
  readonly veil?: { readonly kind: 'cloud' | 'streak'; readonly strength: number }
}

export type Easel = {
  readonly scene: Scene
  readonly palette: Palette
  readonly random: Random
  /** The artist's size of stroke; 1 is usual. */
  readonly touch: number
  /** How far this work leans to the neighbouring movement, 0 to 1. */
  readonly drift: number
}

export function svg(scene: Scene, defs: string, body: string): string {
  const { width, height } = scene
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><defs>${defs}</defs>${body}</svg>`
}

/** Marks of one colour share a path; `add` keeps them apart by colour. */
export function createMarks(attributes: string) {
  const byColour = new Map<string, string[]>()
  return {
    add(colour: string, d: string): void {
      const list = byColour.get(colour)
      if (list) list.push(d)
      else byColour.set(colour, [d])
    },
    /** In an order of chance, so that no colour always lies on top. */
    svg(random: Random, paint: 'fill' | 'stroke'): string {
      return random
        .shuffle([...byColour])
        .map(([colour, d]) => `<path ${paint}="${colour}" ${attributes} d="${d.join('')}"/>`)
        .join('')
    },
  }
}

export const fill = (d: string, colour: string, more = '') => `<path d="${d}" fill="${colour}" ${more}/>`
