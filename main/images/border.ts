import type { Grey } from './measure.ts'

/** How much the pixels of a line may differ to be an even margin, and how far lines may differ from the outermost, in 0..255. */
const [evenness, drift] = [4, 6]
/** A margin takes less than this share of the picture on each side: what is even beyond is a plain ground. */
const deepest = 0.45

/**
 * Share of the area that is an even margin: lines from each edge inwards that are all of one tone. A picture that is even
 * throughout has none.
 */
export function borderShare(grey: Grey): number {
  const { width, height } = grey
  const top = margin(height, (line) => toneOf(grey, line * width, 1, width))
  const bottom = margin(height, (line) => toneOf(grey, (height - 1 - line) * width, 1, width))
  const left = margin(width, (line) => toneOf(grey, line, width, height))
  const right = margin(width, (line) => toneOf(grey, width - 1 - line, width, height))
  if (top === null || bottom === null || left === null || right === null) return 0
  return 1 - ((width - left - right) * (height - top - bottom)) / (width * height)
}

/** Even lines from an edge; null: they do not end. */
function margin(length: number, toneAt: (line: number) => { mean: number; deviation: number }): number | null {
  const first = toneAt(0).mean
  for (let line = 0; line < length * deepest; line++) {
    const { mean, deviation } = toneAt(line)
    if (deviation > evenness || Math.abs(mean - first) > drift) return line
  }
  return null
}

function toneOf({ values }: Grey, start: number, step: number, count: number) {
  let [sum, squares] = [0, 0]
  for (let at = 0; at < count; at++) {
    const value = values[start + at * step]!
    sum += value
    squares += value * value
  }
  const mean = sum / count
  return { mean, deviation: Math.sqrt(Math.max(0, squares / count - mean * mean)) }
}
