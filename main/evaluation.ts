import type { Api } from '#preload/api.ts'
import type { Handlers } from '#preload/rpc.ts'
import type { App } from './app.ts'
import { calibrate } from './evaluating/calibrate.ts'
import { compareMany } from './evaluating/compareMany.ts'
import { evaluate } from './evaluating/evaluate.ts'
import { evaluationCurves } from './evaluating/evaluationCurves.ts'
import { splits } from './evaluating/splits.ts'
import { termPictures } from './evaluating/termPictures.ts'
import { worksOfCell } from './evaluating/worksOfCell.ts'

/** How good a run is. */
export function evaluationHandlers({ session }: Pick<App, 'session'>): Handlers<Api>['evaluation'] {
  const collection = () => session.current()
  return {
    figures: (options) => evaluate(collection(), options),
    curves: (options) => evaluationCurves(collection(), options),
    calibration: (options) => calibrate(collection(), options),
    splits: (options) => splits(collection(), options),
    works: (options) => worksOfCell(collection(), options),
    compare: (options) => compareMany(collection(), options),
    pictures: ({ attribute }) => termPictures(collection().db, attribute),
  }
}
