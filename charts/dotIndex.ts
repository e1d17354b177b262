import { side } from './dots.ts'

const cells = 256
const cellOf = (value: number) => Math.min(cells - 1, Math.max(0, Math.floor((value / (side + 1)) * cells)))

type Points = { x: ArrayLike<number>; y: ArrayLike<number> }

/** Points sorted into squares, so that the nearest is found without looking at all. */
export function dotIndex({ x, y }: Points) {
  const starts = new Uint32Array(cells * cells + 1)
  for (let i = 0; i < x.length; i++) starts[cellOf(y[i]!) * cells + cellOf(x[i]!) + 1]!++
  for (let cell = 0; cell < cells * cells; cell++) starts[cell + 1]! += starts[cell]!
  const filled = starts.slice()
  const points = new Uint32Array(x.length)
  for (let i = 0; i < x.length; i++) points[filled[cellOf(y[i]!) * cells + cellOf(x[i]!)]!++] = i

  return {
    /** The point nearest to a place and within `reach` of it, `except` one; -1: none. */
    nearest(atX: number, atY: number, reach: number, except = -1): number {
      let best = -1
      let least = reach * reach
      const [column, row] = [cellOf(atX), cellOf(atY)]
      const rings = Math.ceil((reach / side) * cells) + 1
      for (let ring = 0; ring <= rings; ring++) {
        // What lies in this ring is at least so far away.
        const away = ((ring - 1) * (side + 1)) / cells
        if (ring > 0 && away > 0 && away * away > least) break
        for (let r = Math.max(0, row - ring); r <= Math.min(cells - 1, row + ring); r++) {
          const isEdge = Math.abs(r - row) === ring
          const step = isEdge ? 1 : Math.max(1, 2 * ring)
          for (let c = column - ring; c <= column + ring; c += step) if (c >= 0 && c < cells) look(r * cells + c)
        }
      }
      return best

      function look(cell: number) {
        for (let i = starts[cell]!; i < starts[cell + 1]!; i++) {
          const point = points[i]!
          if (point === except) continue
          const distance = (x[point]! - atX) ** 2 + (y[point]! - atY) ** 2
          if (distance > least || (distance === least && best >= 0)) continue
          least = distance
          best = point
        }
      }
    },
  }
}

/** Points within a closed outline, by the even-odd rule. */
export function within({ x, y }: Points, outline: readonly (readonly [x: number, y: number])[]): number[] {
  if (outline.length < 3) return []
  const [low, high] = [Math.min(...outline.map((corner) => corner[1])), Math.max(...outline.map((corner) => corner[1]))]
  const out: number[] = []
  for (let i = 0; i < x.length; i++) {
    if (y[i]! < low || y[i]! > high) continue
    let inside = false
    for (let a = 0, b = outline.length - 1; a < outline.length; b = a++) {
      const [ax, ay] = outline[a]!
      const [bx, by] = outline[b]!
      if (ay > y[i]! !== by > y[i]! && x[i]! < ((bx - ax) * (y[i]! - ay)) / (by - ay) + ax) inside = !inside
    }
    if (inside) out.push(i)
  }
  return out
}
