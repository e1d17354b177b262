import type { Translation } from './language.ts'
import { actions } from './es/actions.ts'
import { articles } from './es/articles.ts'
import { charts } from './es/charts.ts'
import { collection, work } from './es/collection.ts'
import { common, errors, jobs } from './es/common.ts'
import { evidence, looked } from './es/evidence.ts'
import { evaluate } from './es/evaluate.ts'
import { contactSheet } from './es/contactSheet.ts'
import { exporting } from './es/exporting.ts'
import { findings } from './es/findings.ts'
import { filters } from './es/filters.ts'
import { help } from './es/help.ts'
import { history } from './es/history.ts'
import { importing } from './es/importing.ts'
import { keys } from './es/keys.ts'
import { learn } from './es/learn.ts'
import { looks } from './es/looks.ts'
import { marks } from './es/marks.ts'
import { networks } from './es/networks.ts'
import { overview } from './es/overview.ts'
import { nextStep } from './es/nextStep.ts'
import { recipeNames } from './es/recipeNames.ts'
import { recipes } from './es/recipes.ts'
import { review } from './es/review.ts'
import { runs } from './es/runs.ts'
import { said } from './es/said.ts'
import { settings } from './es/settings.ts'
import { severalTerms } from './es/severalTerms.ts'
import { splits } from './es/splits.ts'
import { start } from './es/start.ts'
import { opinions } from './es/opinions.ts'
import { trail } from './es/trail.ts'
import { attribution, vocabulary } from './es/vocabulary.ts'
import { viewer } from './es/viewer.ts'
import { summary } from './es/summary.ts'

export const es: Translation = {
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
