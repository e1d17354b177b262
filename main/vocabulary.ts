import path from 'node:path'
import type { Api, Term } from '#preload/api.ts'
import type { Handlers } from '#preload/rpc.ts'
import type { App } from './app.ts'
import { cardQuery } from './catalogue/cards.ts'
import { termQuery } from './catalogue/termQueries.ts'
import { termTable } from './catalogue/terms.ts'
import { writeWhole } from './exporting/writeWhole.ts'
import { judgeAnew } from './learning/judgeAnew.ts'
import { previewMerge, vocabularyDeeds } from './vocabulary/deeds.ts'
import { knownAttribute } from './vocabulary/edits.ts'
import { readVocabulary, vocabularyCsv, vocabularyJson } from './vocabulary/file.ts'
import { fileEdits } from './vocabulary/fileEdits.ts'
import { guide } from './vocabulary/guide.ts'
import { matchEdits, matches } from './vocabulary/knownTerms.ts'
import { allowSeveral, severalTerms } from './vocabulary/severalTerms.ts'
import { termAttribution } from './vocabulary/termAttribution.ts'

/** Terms and what is said of them. */
export function vocabularyHandlers({ session, settings, changed }: App): Handlers<Api>['vocabulary'] {
  const db = () => session.current().db
  const threshold = () => settings.get().threshold
  const deeds = () => vocabularyDeeds(db(), { actor: settings.actor(), at: new Date().toISOString() })
  const list = (attribute: string): Term[] =>
    termQuery(db())({ id: knownAttribute(db(), attribute), name: attribute }).map((term) => ({ ...term, attribution: termAttribution(attribute, term.name) })) // prettier-ignore

  /** The queue follows: names in its reasons, merged and retired terms in its judgements. */
  async function after(attribute: string) {
    await judgeAnew(session.current(), attribute)
    changed(['term', 'label', 'evidence', 'change'])
  }
  async function done(id: number, isJudged = true): Promise<Term> {
    const { attribute } = termTable(db()).get(id)!
    const name = db().prepare<[number], string>(`select name from attribute where id = ?`).pluck().get(attribute)! // prettier-ignore
    if (isJudged) await after(name)
    else changed(['term', 'change'])
    return list(name).find((term) => term.id === id)!
  }

  return {
    list: ({ attribute }) => list(attribute),
    severalTerms: ({ attribute }) => severalTerms(db(), attribute),
    async allowSeveral({ attribute, separator }) {
      const isChanged = allowSeveral(db(), attribute, separator, { actor: settings.actor(), at: new Date().toISOString() }) // prettier-ignore
      if (isChanged) await after(attribute)
      return severalTerms(db(), attribute)
    },
    add: ({ attribute, name, details }) => done(deeds().add(attribute, name, details), false),
    describe: ({ term, details }) => done(deeds().describe(term, details), false),
    rename: ({ term, name }) => done(deeds().rename(term, name)),
    previewMerge: ({ from, into }) => previewMerge(db(), from, into, threshold()),
    merge: ({ from, into }) => done(deeds().merge(from, into)),
    split: ({ term, name, works }) => done(deeds().split(term, name, works)),
    retire: ({ term, retired }) => done(deeds().retire(term, retired)),
    guide: (options) => guide(db(), options, (ids) => cardQuery(db())(ids, threshold())),
    matches: ({ attribute }) => matches(db(), knownAttribute(db(), attribute)),
    async match({ attribute, terms }) {
      const count = deeds().writeAll('match', matchEdits(db(), knownAttribute(db(), attribute), terms))
      changed(['term', 'change'])
      return count
    },
    async previewFile({ attribute, path: file }) {
      const { edits: _, ...preview } = fileEdits(db(), knownAttribute(db(), attribute), await readVocabulary(file))
      return { path: path.resolve(file), terms: preview.added.length + preview.changed.length, ...preview }
    },
    async importFile({ attribute, path: file }) {
      const { edits } = fileEdits(db(), knownAttribute(db(), attribute), await readVocabulary(file))
      const count = deeds().writeAll('import', edits)
      changed(['term', 'change'])
      return count
    },
    async exportFile({ attribute, path: file }) {
      const terms = list(attribute)
      const text = file.toLowerCase().endsWith('.json') ? vocabularyJson(attribute, terms) : vocabularyCsv(terms)
      await writeWhole(path.resolve(file), [text], new AbortController().signal, 'vocabulary')
      return terms.length
    },
  }
}
