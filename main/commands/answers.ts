import path from 'node:path'
import type { QueueEntry } from '#preload/api.ts'
import { ApiError } from '#preload/rpc.ts'
import { embeddingTable } from '../catalogue/embeddings.ts'
import { labelTable } from '../catalogue/labels.ts'
import { runTable } from '../catalogue/runs.ts'
import { worksByFile } from '../catalogue/worksByFile.ts'
import { mostProbable } from '../evidence/confidence.ts'
import { evaluate } from '../evaluating/evaluate.ts'
import { learnedAttribute } from '../learning/learnedAttribute.ts'
import { foldColumns, predictionFile, readPredictions } from '../learning/predictions.ts'
import { wholeQueue } from '../learning/wholeQueue.ts'
import { quoted } from '../tables/replaceCells.ts'
import { UsageError } from './arguments.ts'
import type { Command, Context } from './run.ts'

/** Every labelled work: those with a verdict after the others, those that cannot be judged last. */
export const queueCommand: Command = async ({ app, args }) => {
  const { session, settings } = app.internals
  const attribute = args.needed('attribute')
  const limit = args.whole('limit', 1)
  const format = formatOf(args, 'csv')
  const queue = (await wholeQueue(session.current(), attribute, settings.get().threshold)).slice(0, limit)
  const text = format === 'json' ? `${JSON.stringify(queue)}\n` : queueCsv(queue)
  return { text, json: { attribute, queue } }
}

function queueCsv(queue: QueueEntry[]): string {
  const header = ['rank', 'file', 'label', 'suggestion', 'score', 'reasons']
  const rows = queue.map(({ rank, file, label, suggestion, score, reasons }) =>
    csvLine([String(rank), file, label, suggestion, decimal(score), reasons.join(' ')]),
  )
  return csvLine(header) + rows.join('')
}

/** For programs: values as they are, lines end with a line feed. What a spreadsheet may open is made by `export`. */
const csvLine = (values: readonly string[]) => `${values.map((value) => quoted(value, ',', false)).join(',')}\n`

/**
 * Every work that the run's network has looked at: file, label, predicted, probability, and a column p:TERM a learned term. Empty
 * but for the file and the label: the works that a fixed split has learned from.
 */
export const predictCommand: Command = async ({ app, args }) => {
  const { db, folder } = app.internals.session.current()
  const attribute = args.needed('attribute')
  const format = formatOf(args, 'csv')
  const { run, id, learned, columns } = learnedAttribute(db, attribute, null)
  const key = runTable(db).get(run)!.backbone
  const { terms } = learned
  const embedded = new Set(embeddingTable(db).ids(key))
  const works = worksByFile(db)
    .withLabels(id)
    .filter(({ artwork }) => embedded.has(artwork))
  const ids = works.map(({ artwork }) => artwork)
  const probabilities = foldColumns(await readPredictions(predictionFile(folder, run, id), ids, columns.width), columns)
  const rows = works.map(({ file, label }, index) => {
    const row = probabilities.subarray(index * terms.length, (index + 1) * terms.length)
    const best = mostProbable(row)
    const isSaid = row[best]! > 0
    return { file, label: label ?? '', predicted: isSaid ? terms[best]! : '', probability: isSaid ? row[best]! : null, row } // prettier-ignore
  })
  if (format === 'json' || args.flag('json')) {
    const predictions = rows.map(({ row, ...rest }) => ({
      ...rest,
      probabilities: Object.fromEntries(terms.map((term, i) => [term, rest.probability === null ? null : row[i]!])),
    }))
    return { text: `${JSON.stringify(predictions)}\n`, json: { attribute, predictions } }
  }
  const header = ['file', 'label', 'predicted', 'probability', ...terms.map((term) => `p:${term}`)]
  const lines = rows.map(
    ({ file, label, predicted, probability, row }) =>
    csvLine([file, label, predicted, ...(probability === null ? Array(1 + row.length).fill('') : [probability, ...row].map(decimal))]), // prettier-ignore
  )
  return { text: csvLine(header) + lines.join(''), json: {} }
}

export const evaluateCommand: Command = async ({ app, args }) => {
  formatOf(args, 'json')
  const options = { attribute: args.needed('attribute'), run: null }
  const evaluation = await evaluate(app.internals.session.current(), options)
  return { text: `${JSON.stringify(evaluation)}\n`, json: { ...evaluation } }
}

export const overviewCommand: Command = async ({ app, args, finish }) => {
  if (args.flag('measure')) await finish(await app.handlers.overview.measure())
  const found = await app.handlers.overview.get()
  return { text: `${JSON.stringify(found)}\n`, json: { ...found } }
}

export const relabelCommand: Command = async ({ app, args }) => {
  const { db } = app.internals.session.current()
  const file = args.needed('file')
  const attribute = args.needed('attribute')
  const term = args.needed('term').trim() || null
  const found = worksByFile(db).find(file)
  if (found.length !== 1)
    throw new ApiError(
      'unknown-file',
      found.length === 0
        ? `No work of this collection has the file "${file}". Write it as in the imported table.`
        : `${found.length} works have the file "${file}". Write its whole path.`,
    )
  if (labelTable(db).findAttribute(attribute) === undefined)
    throw new ApiError('unknown-attribute', `This collection has no attribute "${attribute}".`)
  const before = labelTable(db).current(found[0]!, attribute)?.term ?? null
  const changed = await app.handlers.artworks.relabel({ ids: [found[0]!], attribute, term })
  const said = changed === 0 ? 'unchanged' : `${before ?? 'no label'} → ${term ?? 'no label'}`
  return { text: `${file}: ${attribute}: ${said}\n`, json: { file, attribute, before, term, changed: changed > 0 } }
}

export const exportCommand: Command = async ({ app, args, finish }) => {
  const { session, work } = app.internals
  const out = path.resolve(args.needed('out'))
  const kind = args.flag('new') || !(await hasTable(app)) ? 'new' : 'original'
  const options = { kind, bom: args.flag('bom'), renames: args.flag('renames'), path: out } as const
  const { result } = await finish(work.export(session.current(), options))
  if (result?.kind !== 'export') throw new Error('The export gave no result')
  const { rows, changed } = result
  return { text: `${out}: ${rows} rows, ${changed} cells changed.\n`, json: { path: out, kind, rows, changed } }
}

const hasTable = async (app: Context['app']) =>
  (await app.handlers.exports.preview({ kind: 'new', bom: false })).tables.length > 0

function formatOf(args: Context['args'], usual: 'csv' | 'json'): 'csv' | 'json' {
  const format = args.text('format') ?? usual
  if (format !== 'csv' && format !== 'json') throw new UsageError(`--format takes csv or json, not "${format}".`)
  return format
}

/** As a number that reads back to the same float32. */
const decimal = (value: number) => String(Number(value.toPrecision(9)))
