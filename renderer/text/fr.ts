import type { Translation } from './language.ts'
import { actions } from './fr/actions.ts'
import { articles } from './fr/articles.ts'
import { charts } from './fr/charts.ts'
import { collection, work } from './fr/collection.ts'
import { common, errors, jobs } from './fr/common.ts'
import { evidence, looked } from './fr/evidence.ts'
import { evaluate } from './fr/evaluate.ts'
import { contactSheet } from './fr/contactSheet.ts'
import { exporting } from './fr/exporting.ts'
import { findings } from './fr/findings.ts'
import { filters } from './fr/filters.ts'
import { help } from './fr/help.ts'
import { history } from './fr/history.ts'
import { importing } from './fr/importing.ts'
import { keys } from './fr/keys.ts'
import { learn } from './fr/learn.ts'
import { looks } from './fr/looks.ts'
import { marks } from './fr/marks.ts'
import { networks } from './fr/networks.ts'
import { overview } from './fr/overview.ts'
import { nextStep } from './fr/nextStep.ts'
import { recipeNames } from './fr/recipeNames.ts'
import { recipes } from './fr/recipes.ts'
import { review } from './fr/review.ts'
import { runs } from './fr/runs.ts'
import { said } from './fr/said.ts'
import { settings } from './fr/settings.ts'
import { severalTerms } from './fr/severalTerms.ts'
import { splits } from './fr/splits.ts'
import { start } from './fr/start.ts'
import { opinions } from './fr/opinions.ts'
import { trail } from './fr/trail.ts'
import { attribution, vocabulary } from './fr/vocabulary.ts'
import { viewer } from './fr/viewer.ts'
import { summary } from './fr/summary.ts'

export const fr: Translation = {
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
