import type { Figure } from '#charts/figure.ts'
import { svgOf } from '#charts/figure.ts'
import { calibrationFigure, confidenceFigure } from '#charts/figures/certainty.ts'
import { confusionFigure } from '#charts/figures/confusion.ts'
import { precisionRecallFigure, rocFigure } from '#charts/figures/curves.ts'
import { labelsFigure } from '#charts/figures/labels.ts'
import { accuracyFigure, lossFigure } from '#charts/figures/learning.ts'
import { colourFigure, lightFigure } from '#charts/figures/pictures.ts'
import { runsFigure } from '#charts/figures/runs.ts'
import { dotColours, screenLook } from '#charts/look.ts'
import { pixelOf, side, wholeSquare, wholeView } from '#charts/dots.ts'
import { dotIndex } from '#charts/dotIndex.ts'
import { dotCanvas } from '#renderer/evaluate/dotCanvas.ts'
import { groupRows } from '#renderer/evaluate/mapStatistics.ts'
import { chartData, mapData } from './data.ts'

const stage = document.getElementById('stage')!
const width = 760

/** Ready to draw each chart: from the numbers to boxes on the page. */
function prepare(terms: number): Record<string, () => Figure> {
  const { evaluation, curves, calibration, overview, pictures, runs, learning } = chartData(terms)
  return {
    labels: () => labelsFigure(overview, { width, most: null }, screenLook),
    'confusion matrix, all terms': () => confusionFigure(evaluation, { most: null, as: 'works', width: 1100 }, screenLook), // prettier-ignore
    ROC: () => rocFigure(curves, { width, term: null }, screenLook),
    'precision and recall': () => precisionRecallFigure(curves, { width, term: null }, screenLook),
    certainty: () => confidenceFigure(curves, width, screenLook),
    reliability: () => calibrationFigure(calibration, width, screenLook),
    light: () => lightFigure(pictures, { width, most: null }, screenLook),
    colour: () => colourFigure(pictures, { width, most: null }, screenLook),
    loss: () => lossFigure(learning, width, screenLook)!,
    'labels right': () => accuracyFigure(learning, width, screenLook)!,
    runs: () => runsFigure(runs, width, screenLook),
  }
}

let figures: Record<string, () => Figure> = {}

function ready(terms: number): string[] {
  figures = prepare(terms)
  return Object.keys(figures)
}

/** Milliseconds by the clock: script, style and layout. */
function drawOne(name: string): number {
  stage.replaceChildren()
  const begun = performance.now()
  stage.innerHTML = svgOf(figures[name]!(), screenLook)
  stage.getBoundingClientRect()
  return performance.now() - begun
}

/** Of a map that is moved for `frames` frames: milliseconds between frames, and of script in each. */
async function pan(works: number, frames: number, density: number) {
  const canvas = document.querySelector('canvas')!
  canvas.width = 1100 * density
  canvas.height = 620 * density
  const { map, groups } = mapData(works)
  const group = Int16Array.from(groups.of, (value) => (value < 12 ? value : -1))
  const palette = Uint32Array.from(['#a6a6a6', ...dotColours.light].map((colour) => pixelOf(colour)))
  const begun = performance.now()
  const painter = dotCanvas(canvas)
  painter.show({ dots: { x: map.x, y: map.y, group }, palette, chosen: null, ground: palette[0]! })
  const whole = wholeView(wholeSquare, canvas.width, canvas.height, 24)
  const view = { scale: whole.scale * 2, left: -canvas.width / 2, top: -canvas.height / 2 }
  painter.draw(view, 1.25 * density)
  const first = performance.now() - begun
  const [between, script]: [number[], number[]] = [[], []]
  let last = performance.now()
  for (let frame = 0; frame < frames; frame++) {
    const now = await new Promise<number>(requestAnimationFrame)
    if (frame > 0) between.push(now - last)
    last = now
    const start = performance.now()
    const angle = (frame / frames) * 2 * Math.PI
    painter.draw({ ...view, left: view.left + Math.sin(angle) * 500 * density, top: view.top + Math.cos(angle) * 200 * density }, 1.25 * density) // prettier-ignore
    script.push(performance.now() - start)
  }
  const indexing = performance.now()
  const index = dotIndex(map)
  const indexed = performance.now()
  for (let i = 0; i < 1000; i++) index.nearest((i * 61) % side, (i * 131) % side, side / 50)
  const hovered = performance.now()
  groupRows(map, groups)
  return {
    first,
    between,
    script,
    index: indexed - indexing,
    hover: (hovered - indexed) / 1000,
    table: performance.now() - hovered,
  }
}

Object.assign(globalThis, { benchReady: ready, benchDraw: drawOne, benchPan: pan })
