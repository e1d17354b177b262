import type { Filter } from '#preload/api.ts'
import { ApiError } from '#preload/rpc.ts'
import { conditionsOf, parseQuery, writeQuery } from '#preload/query.ts'
import { attributeQuery } from '../catalogue/attributes.ts'
import { fieldQuery } from '../catalogue/fields.ts'
import { savedFilterTable } from '../catalogue/savedFilters.ts'
import { quoted } from '../tables/replaceCells.ts'
import { UsageError } from './arguments.ts'
import type { Command } from './run.ts'

/** Files of the works that a filter finds, or of a saved list; without either, the lists. */
export const findCommand: Command = async ({ app, args }) => {
  const { db } = app.internals.session.current()
  const saved = savedFilterTable(db).list()
  const list = args.text('list')
  const text = args.text('filter')
  if (list !== undefined && text !== undefined) throw new UsageError('find takes --filter or --list, not both.')
  if (list === undefined && text === undefined) return listsAnswer(saved)
  const found = list === undefined ? null : saved.find(({ name }) => name === list)
  if (found === undefined) throw new ApiError('unknown-filter', `This collection has no list "${list}".`)
  const filter = found ? found.filter : filterOf(text!, db)
  const limit = args.whole('limit', 1)
  const ids = (await app.handlers.artworks.find(filter)).slice(0, limit)
  const works = ids.length === 0 ? [] : await readAll(ids)
  const lines = works.map(({ file, title, labels }) =>
    [file, title, ...names().map((name) => labels[name] ?? '')].map((value) => quoted(value, ',', false)).join(','),
  )
  const csv = [['file', 'title', ...names()].map((value) => quoted(value, ',', false)).join(','), ...lines]
  return { text: `${csv.join('\n')}\n`, json: { works } }

  function names() {
    return attributeQuery(db)(0, new Map()).map(({ name }) => name)
  }

  async function readAll(wanted: number[]) {
    const out: { file: string; title: string; labels: Record<string, string> }[] = []
    for (let from = 0; from < wanted.length; from += 1000)
      for (const { file, title, labels } of await app.handlers.artworks.read({ ids: wanted.slice(from, from + 1000) }))
        out.push({ file, title, labels })
    return out
  }
}

function listsAnswer(saved: ReturnType<ReturnType<typeof savedFilterTable>['list']>) {
  const lists = saved.map(({ name, filter }) => ({ name, filter: writeQuery(conditionsOf(filter), filter.text) }))
  return { text: lists.map(({ name, filter }) => `${name}: ${filter}\n`).join(''), json: { lists } }
}

function filterOf(text: string, db: Parameters<typeof fieldQuery>[0]): Filter {
  const names = {
    attributes: attributeQuery(db)(0, new Map()).map(({ name }) => name),
    fields: fieldQuery(db)().map(({ name }) => name),
  }
  const { conditions, text: words, unknown } = parseQuery(text, names)
  if (unknown.length > 0)
    throw new ApiError('bad-filter', `"${unknown[0]}" is no condition of this collection. Labels: ${names.attributes.join(', ') || 'none'}; columns: ${names.fields.join(', ') || 'none'}.`) // prettier-ignore
  return { conditions, text: words }
}
