import type { CurvePoint, EvaluationOptions, Run } from '#preload/api.ts'
import type { Figure } from '#charts/figure.ts'
import { calibrationFigure, confidenceFigure } from '#charts/figures/certainty.ts'
import { confusionFigure } from '#charts/figures/confusion.ts'
import { precisionRecallFigure, rocFigure } from '#charts/figures/curves.ts'
import { labelsFigure } from '#charts/figures/labels.ts'
import { accuracyFigure, lossFigure } from '#charts/figures/learning.ts'
import { colourFigure, lightFigure } from '#charts/figures/pictures.ts'
import { runsFigure } from '#charts/figures/runs.ts'
import { screenLook } from '#charts/look.ts'
import { runTable } from '../catalogue/runs.ts'
import type { OpenCollection } from '../collection/openCollection.ts'
import { calibrate } from '../evaluating/calibrate.ts'
import { compareMany } from '../evaluating/compareMany.ts'
import { evaluate } from '../evaluating/evaluate.ts'
import { evaluationCurves } from '../evaluating/evaluationCurves.ts'
import { splits } from '../evaluating/splits.ts'
import { termPictures } from '../evaluating/termPictures.ts'
import { asRun } from '../learning/runView.ts'
import { overview } from '../overview/overview.ts'

/** In pixels of the page. */
export const figureWidth = 720
const falseAlarms = 0.05
const usualTerms = 10
/** Terms in a figure with a row a term. */
const mostRows = 40
/** Runs that are held against each other, the newest. */
const mostRuns = 4

/** All figures about one attribute of a run, in the order in which they are read. */
export async function attributeFigures(collection: OpenCollection, options: EvaluationOptions & { terms: string[] }) {
  const evaluation = await evaluate(collection, options)
  const curves = await evaluationCurves(collection, options)
  const calibration = await calibrate(collection, { ...options, falseAlarms })
  const compared = await comparedRuns(collection, options)
  const width = figureWidth
  const isLarge = evaluation.terms.length > usualTerms
  const matrix = (most: number | null): Figure => {
    const figure = confusionFigure(evaluation, { most, as: 'works', width }, screenLook)
    return most === null && isLarge
      ? { ...figure, id: `${figure.id}-all`, title: `${figure.title}, all terms` }
      : figure
  }
  const about = overview(collection.db).attributes.find(({ name }) => name === options.attribute)
  const pictures = await termPictures(collection.db, options.attribute)
  const drawn = { width, most: mostRows }
  const figures = [
    ...(about ? [labelsFigure(about, drawn, screenLook)] : []),
    ...(isLarge ? [matrix(usualTerms)] : []),
    matrix(null),
    rocFigure(curves, { width, term: null }, screenLook),
    precisionRecallFigure(curves, { width, term: null }, screenLook),
    confidenceFigure(curves, width, screenLook),
    calibrationFigure(calibration, width, screenLook),
    lightFigure(pictures, drawn, screenLook),
    colourFigure(pictures, drawn, screenLook),
    ...(compared ? [runsFigure(compared, width, screenLook)] : []),
  ]
  return { evaluation, figures, splits: await splits(collection, options) }
}

/** The run beside the newest others that have learned the attribute; null: there is none, or they share no work. */
async function comparedRuns(collection: OpenCollection, { attribute, run }: EvaluationOptions) {
  const all: Run[] = runTable(collection.db).all().map(asRun)
  const others = all.filter(({ id, attributes }) => id !== run && attributes.some(({ name }) => name === attribute))
  if (others.length === 0) return null
  const runs = [run!, ...others.map(({ id }) => id)].slice(0, mostRuns).toSorted((a, b) => a - b)
  return compareMany(collection, { runs, attribute }).catch((error: { code?: string }) => {
    if (error.code === 'nothing-in-common' || error.code === 'run-damaged') return null
    throw error
  })
}

export function learningFigures(curve: readonly CurvePoint[]): Figure[] {
  const drawn = [lossFigure(curve, figureWidth, screenLook), accuracyFigure(curve, figureWidth, screenLook)]
  return drawn.filter((figure) => figure !== null)
}
