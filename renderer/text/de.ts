import type { Translation } from './language.ts'
import { actions } from './de/actions.ts'
import { articles } from './de/articles.ts'
import { charts } from './de/charts.ts'
import { collection, work } from './de/collection.ts'
import { common, errors, jobs } from './de/common.ts'
import { evidence, looked } from './de/evidence.ts'
import { evaluate } from './de/evaluate.ts'
import { contactSheet } from './de/contactSheet.ts'
import { exporting } from './de/exporting.ts'
import { findings } from './de/findings.ts'
import { filters } from './de/filters.ts'
import { help } from './de/help.ts'
import { history } from './de/history.ts'
import { importing } from './de/importing.ts'
import { keys } from './de/keys.ts'
import { learn } from './de/learn.ts'
import { looks } from './de/looks.ts'
import { marks } from './de/marks.ts'
import { networks } from './de/networks.ts'
import { overview } from './de/overview.ts'
import { nextStep } from './de/nextStep.ts'
import { recipeNames } from './de/recipeNames.ts'
import { recipes } from './de/recipes.ts'
import { review } from './de/review.ts'
import { runs } from './de/runs.ts'
import { said } from './de/said.ts'
import { settings } from './de/settings.ts'
import { severalTerms } from './de/severalTerms.ts'
import { splits } from './de/splits.ts'
import { start } from './de/start.ts'
import { opinions } from './de/opinions.ts'
import { trail } from './de/trail.ts'
import { attribution, vocabulary } from './de/vocabulary.ts'
import { viewer } from './de/viewer.ts'
import { summary } from './de/summary.ts'

export const de: Translation = {
  actions,
  articles,
  attribution,
  charts,
  collection,
  common,
  contactSheet,
  errors,
  evidence,
  evaluate,
  exporting,
  findings,
  filters,
  help,
  history,
  importing,
  jobs,
  keys,
  learn,
  looked,
  looks,
  marks,
  networks,
  nextStep,
  overview,
  recipes,
  review,
  runs,
  said: { ...recipeNames, ...said },
  settings,
  severalTerms,
  splits,
  start,
  opinions,
  trail,
  vocabulary,
  viewer,
  summary,
  work,
}
