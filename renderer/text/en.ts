import { actions } from './en/actions.ts'
import { articles } from './en/articles.ts'
import { charts } from './en/charts.ts'
import { collection, work } from './en/collection.ts'
import { common, errors, jobs } from './en/common.ts'
import { evidence, looked } from './en/evidence.ts'
import { evaluate } from './en/evaluate.ts'
import { contactSheet } from './en/contactSheet.ts'
import { exporting } from './en/exporting.ts'
import { findings } from './en/findings.ts'
import { filters } from './en/filters.ts'
import { help } from './en/help.ts'
import { history } from './en/history.ts'
import { importing } from './en/importing.ts'
import { keys } from './en/keys.ts'
import { learn } from './en/learn.ts'
import { looks } from './en/looks.ts'
import { marks } from './en/marks.ts'
import { networks } from './en/networks.ts'
import { overview } from './en/overview.ts'
import { nextStep } from './en/nextStep.ts'
import { recipes } from './en/recipes.ts'
import { review } from './en/review.ts'
import { runs } from './en/runs.ts'
import { said } from './en/said.ts'
import { settings } from './en/settings.ts'
import { severalTerms } from './en/severalTerms.ts'
import { splits } from './en/splits.ts'
import { start } from './en/start.ts'
import { opinions } from './en/opinions.ts'
import { trail } from './en/trail.ts'
import { attribution, vocabulary } from './en/vocabulary.ts'
import { viewer } from './en/viewer.ts'
import { summary } from './en/summary.ts'

/** English, the source of all keys. `{name}` is filled in; a text by number has its forms after Intl.PluralRules. */
export const en = {
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
  said,
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
} as const
