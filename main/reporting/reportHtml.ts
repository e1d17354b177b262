import type { Evaluation, Interval, Run, Splits } from '#preload/api.ts'
import { svgOf, type Figure, type Table } from '#charts/figure.ts'
import { english } from '#charts/speech.ts'
import { screenLook } from '#charts/look.ts'
import { escaped } from '#charts/svg.ts'
import { reportStyle } from './reportStyle.ts'
import type { Example, Sheet } from './sheets.ts'
import { splitsHtml } from './splitsHtml.ts'

const { count, decimal, exactShare, works } = english

export type ReportFacts = {
  collection: { name: string; works: number; embedded: number; labels: number; verdicts: number; problems: number }
  version: string
  writtenAt: Date
  run: Run
  /** As JSON, indented. */
  recipe: string
  model: { file: string; folder: string; sha256: string; bytes: number } | null
  network: { name: string; sha256: string; licence: string; origin: string } | null
  learning: Figure[]
  attributes: {
    evaluation: Evaluation
    splits: Splits
    figures: Figure[]
    sheets: Sheet[]
    pairs: (Sheet & { works: number })[]
  }[]
  map: Figure | null
  /** Markdown; null: taken away. */
  card: string | null
}

/** Rows of a table in the page; a figure's CSV in the app has all of them. */
const mostRows = 300

/** A page of one file that asks for nothing: no script, no address but pictures within it. */
export function reportHtml(facts: ReportFacts): string {
  const { collection, run } = facts
  const title = `${collection.name}: evaluation of run ${run.id}`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${reportStyle}</style>
</head>
<body>
<main>
<header>
<h1>${escaped(title)}</h1>
<p>Written on ${day(facts.writtenAt)} by Connoisseur ${escaped(facts.version)}. ${headline(facts)}</p>
</header>
${contents(facts)}
${factsSection(facts)}
${facts.attributes.map(attributeSection).join('\n')}
${facts.learning.length > 0 ? section('learning', 'While it learned', facts.learning.map(figureHtml).join('\n')) : ''}
${facts.map ? section('map', 'Map of the collection', figureHtml(facts.map)) : ''}
${section('limits', 'What these figures cannot say', limits)}
${cardSection(facts)}
</main>
</body>
</html>
`
}

const day = (date: Date) => date.toISOString().slice(0, 10)
const section = (id: string, title: string, content: string) => `<section id="${id}"><h2>${escaped(title)}</h2>\n${content}\n</section>` // prettier-ignore

const headline = ({ attributes }: ReportFacts) =>
  attributes.map(({ evaluation: e }) => `For ${escaped(e.attribute)} it agrees with ${exactShare(e.accuracy)} of ${count(e.works)} labels.`).join(' ') // prettier-ignore

const idOf = (attribute: string) => `attribute-${attribute.replaceAll(/\W+/g, '-')}`

function contents({ attributes, learning, map }: ReportFacts): string {
  const links = [
    ['facts', 'What was learned from, and how'],
    ...attributes.map(({ evaluation }) => [idOf(evaluation.attribute), evaluation.attribute]),
    ...(learning.length > 0 ? [['learning', 'While it learned']] : []),
    ...(map ? [['map', 'Map of the collection']] : []),
    ['limits', 'What these figures cannot say'],
    ['card', 'Model card'],
  ]
  return `<nav aria-label="Contents"><ul>${links.map(([id, name]) => `<li><a href="#${id}">${escaped(name!)}</a></li>`).join('')}</ul></nav>` // prettier-ignore
}

function factsSection({ collection, run, recipe, model, network }: ReportFacts): string {
  const rows: [string, string][] = [
    ['Collection', collection.name],
    ['Works', `${count(collection.works)}, ${count(collection.embedded)} of them looked at, ${count(collection.problems)} files that could not be read`], // prettier-ignore
    ['Labels', `${count(collection.labels)}, ${count(collection.verdicts)} decided by a person`],
    ['Run', `${run.id}, learned on ${run.startedAt.slice(0, 10)} from ${works(run.works)} in ${count(Math.round(run.seconds))} seconds, seed ${run.seed}`], // prettier-ignore
    ['Network', network ? `${network.name} (licence: ${network.licence || 'not known'}; origin: ${network.origin || 'not known'})` : run.network], // prettier-ignore
    ...(network ? [['Network, sha256', network.sha256] as [string, string]] : []),
    ...(model
      ? ([['Model', `${model.file} in ${model.folder}, ${count(model.bytes)} bytes`], ['Model, sha256', model.sha256]] as [string, string][]) // prettier-ignore
      : []),
  ]
  const table = `<table class="facts">${rows.map(([name, value]) => `<tr><th scope="row">${escaped(name)}</th><td>${escaped(value)}</td></tr>`).join('')}</table>` // prettier-ignore
  return section('facts', 'What was learned from, and how', `${table}\n<h3>Recipe: ${escaped(run.recipeName)}</h3>\n<pre>${escaped(recipe)}</pre>`) // prettier-ignore
}

function attributeSection({ evaluation, splits, figures, sheets, pairs }: ReportFacts['attributes'][number]): string {
  const mixed = pairs.map((pair) => `<h4>${escaped(pair.title)}: ${works(pair.works)}</h4>${sheetHtml(pair.examples)}`)
  const drawn = sheets.map((sheet) => `<h4>${escaped(sheet.title)}</h4>${sheetHtml(sheet.examples)}`)
  const parts = [
    `<p>Every work was judged by what had not seen its label. The labels count as right here, though some are wrong.</p>`,
    figuresTable(evaluation),
    splitsHtml(splits),
    '<h3>Each term</h3>',
    termsTable(evaluation),
    ...figures.map(figureHtml),
    `<figure data-figure="pairs-${idOf(evaluation.attribute)}"><h3>Most often mixed up</h3>${mixed.join('') || '<p>No work is taken for another term.</p>'}</figure>`, // prettier-ignore
    `<figure data-figure="samples-${idOf(evaluation.attribute)}"><h3>Examples</h3>${drawn.join('')}</figure>`,
  ]
  return section(idOf(evaluation.attribute), evaluation.attribute, parts.join('\n'))
}

const range = (interval: Interval | null, show: (value: number) => string) => interval === null ? '–' : `${show(interval.low)} to ${show(interval.high)}` // prettier-ignore

const figureRow = (name: string, value: number | null, interval: Interval | null, show: (value: number) => string = exactShare) => [name, value === null ? '–' : show(value), range(interval, show)] // prettier-ignore

function figuresTable({ intervals: i, ...e }: Evaluation): string {
  return tableHtml({
    columns: ['figure', 'value', '95 % range'],
    rows: [
      figureRow('Accuracy', e.accuracy, i.accuracy),
      figureRow('Top-3 accuracy', e.top3, i.top3),
      figureRow('Balanced accuracy', e.balancedAccuracy, i.balancedAccuracy),
      figureRow('Macro F1', e.macroF1, i.macroF1),
      figureRow('Weighted F1', e.weightedF1, i.weightedF1),
      figureRow('Macro precision', e.averages.macro.precision, i.macroPrecision),
      figureRow('Macro recall', e.averages.macro.recall, i.macroRecall),
      figureRow('Cohen’s kappa', e.kappa, i.kappa, decimal),
      figureRow('Macro area under ROC', e.auc.macro, i.macroAuc, decimal),
      figureRow('Macro average precision', e.averagePrecision.macro, i.macroAveragePrecision, decimal),
      figureRow('Log-loss (nats)', e.logLoss, i.logLoss, decimal),
      figureRow('Brier score', e.brier, i.brier, decimal),
      figureRow('Expected calibration error', e.calibrationError, i.calibrationError),
    ],
  })
}

const termsTable = ({ terms, tooRare }: Evaluation) =>
  tableHtml({
    columns: ['term', 'works', 'precision', 'recall', 'F1', 'area under ROC'],
    rows: terms.map((t) => (t.canJudge ? [t.term, t.support, exactShare(t.precision), exactShare(t.recall), exactShare(t.f1), t.auc === null ? '–' : decimal(t.auc)] : [t.term, t.support, 'cannot judge', 'cannot judge', 'cannot judge', '–'])), // prettier-ignore
  }) + (tooRare.length === 0 ? '' : `<p>Not learned, because too rare: ${tooRare.map(({ term, works: n }) => `${escaped(term)} (${count(n)})`).join(', ')}.</p>`) // prettier-ignore

const figureHtml = (figure: Figure) => `<figure>
<h3>${escaped(figure.title)}</h3>
<p>${escaped(figure.summary)}</p>
${svgOf(figure, screenLook)}
<details><summary>The numbers</summary>${tableHtml(figure.table)}</details>
</figure>`

const cells = (row: Table['rows'][number]) => row.map((value, at) => at === 0 ? `<th scope="row">${escaped(String(value))}</th>` : `<td>${value === null ? '–' : escaped(String(value))}</td>`).join('') // prettier-ignore

function tableHtml({ columns, rows }: Table): string {
  const body = rows.slice(0, mostRows).map((row) => `<tr>${cells(row)}</tr>`)
  const more = rows.length > mostRows ? `<p>The first ${mostRows} of ${count(rows.length)} rows.</p>` : ''
  return `<table><thead><tr>${columns.map((column) => `<th scope="col">${escaped(column)}</th>`).join('')}</tr></thead><tbody>${body.join('')}</tbody></table>${more}` // prettier-ignore
}

const sheetHtml = (examples: readonly Example[]) =>
  `<ul class="sheet">${examples
    .map(
      ({ name, label, predicted, probability, picture }) =>
        `<li>${picture === '' ? '' : `<img src="${picture}" alt="">`}<strong>${escaped(name)}</strong><span>Label: ${escaped(label)}</span><span>Says: ${escaped(predicted)}, ${exactShare(probability)} sure</span></li>`, // prettier-ignore
    )
    .join('')}</ul>`

const limits = `<ul>
<li>The labels are those of a collection in use, partly wrong. An error made throughout looks right to a model that has learned from it.</li>
<li>It sees photographs, not works: frames, light and colour charts count as much as the work does.</li>
<li>Unless the recipe keeps the works of an artist together, works of one artist were on both sides of the evaluation; on artists it has never seen it is right less often.</li>
<li>What holds for this collection need not hold for another.</li>
</ul>`

const cardSection = ({ card, model }: ReportFacts) =>
  section(
    'card',
    'Model card',
    card === null
      ? '<p>This run has no model card any more.</p>'
      : `<p>In the form of the machine-learning community; it lies as README.md beside the model${model ? ` in ${escaped(model.folder)}` : ''}.</p><details><summary>The model card</summary><pre>${escaped(card)}</pre></details>`, // prettier-ignore
  )
