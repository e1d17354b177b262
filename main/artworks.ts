import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Api, Artwork, Card } from '#preload/api.ts'
import { ApiError, type Handlers } from '#preload/rpc.ts'
import type { App } from './app.ts'
import { artworkTable } from './catalogue/artworks.ts'
import { attributeQuery } from './catalogue/attributes.ts'
import { cardQuery } from './catalogue/cards.ts'
import { fieldQuery } from './catalogue/fields.ts'
import { findWorks, sortKeys } from './catalogue/findWorks.ts'
import { labelTable } from './catalogue/labels.ts'
import { learnedTermTable } from './catalogue/learnedTerms.ts'
import { runTable } from './catalogue/runs.ts'
import { workEvidenceQuery } from './catalogue/workEvidence.ts'
import { workPageQuery } from './catalogue/workPage.ts'
import { relabelWorks } from './history/relabel.ts'
import { describeZoom } from './images/zoom.ts'
import { foldColumns, predictionFile, readPrediction } from './learning/predictions.ts'
import { takenFor } from './evaluating/samples.ts'
import { topTerms } from './learning/proof.ts'
import { refreshEvidence } from './learning/refreshEvidence.ts'
import { asRun } from './learning/runView.ts'

type Group = Pick<Handlers<Api>, 'artworks' | 'attributes'>
const mostCards = 2000

export function artworksHandlers({ session, settings, work, changed }: App): Group {
  const db = () => session.current().db
  const threshold = () => settings.get().threshold
  const cards = (ids: number[]) => cardQuery(db())(ids, threshold())
  /** What the current run has learned, as its terms are called now. */
  const learned = () => {
    const run = runTable(db()).current()
    return (run ? asRun(run).attributes : []).map(({ name }) => {
      const attribute = labelTable(db()).findAttribute(name)!
      return { run: run!.id, attribute, name, ...learnedTermTable(db()).of(run!.id, attribute) }
    })
  }

  return {
    artworks: {
      async find({ predicted, run = null, ...filter }) {
        if (predicted === undefined || filter.attribute === undefined) return findWorks(db(), filter, threshold())
        const taken = await takenFor(session.current(), { attribute: filter.attribute, run, predicted })
        const wanted = filter.ids && new Set(filter.ids)
        return findWorks(db(), { ...filter, ids: wanted ? taken.filter((id) => wanted.has(id)) : taken }, threshold())
      },
      sortKeys: ({ ids, filter }) => sortKeys(db(), filter, ids.slice(0, mostCards)),
      read: ({ ids }) => cards(ids.slice(0, mostCards)),
      evidence: ({ ids, attribute }) => workEvidenceQuery(db())(ids.slice(0, mostCards), attribute, threshold()),
      async get({ id }): Promise<Artwork> {
        const [card] = cards([id])
        if (!card) throw new ApiError('unknown-artwork', `There is no work ${id} in this collection.`)
        const query = workPageQuery(db())
        return { ...card, ...describe(query.row(id)!), history: query.history(id), predictions: await predictions(card), duplicates: query.duplicates(id) } // prettier-ignore
      },
      async zoom({ id }) {
        const { folder, db: catalogue } = session.current()
        const place = artworkTable(catalogue).place(id)
        if (!place) throw new ApiError('unknown-artwork', `There is no work ${id} in this collection.`)
        const image = { ...place, path: path.join(place.folder, place.file) }
        const zoom = await describeZoom(image, folder)
        if (zoom.how === 'preparing') work.pyramid(folder, id, image)
        return zoom
      },
      async relabel({ ids, attribute, term }) {
        const wanted = term?.trim() ?? null
        if (wanted === '') throw new ApiError('no-term', 'Type the term that the label should have.')
        const at = new Date().toISOString()
        const changedIds = relabelWorks(db(), { ids, attribute, term: wanted }, settings.actor(), at)
        await refreshEvidence(session.current(), attribute, changedIds)
        if (changedIds.length > 0) changed(['label', 'change'])
        return changedIds.length
      },
    },
    attributes: {
      fields: () => fieldQuery(db())(),
      list: () => {
        const byName = new Map(learned().map(({ name, names }) => [name, new Set(names)]))
        return attributeQuery(db())(threshold(), byName)
      },
    },
  }

  async function predictions({ id }: Card): Promise<Artwork['predictions']> {
    const { folder } = session.current()
    const out: Artwork['predictions'] = {}
    for (const { run, attribute, name, names, columns } of learned()) {
      const kept = await readPrediction(predictionFile(folder, run, attribute), id, columns.width)
      if (kept) out[name] = topTerms(foldColumns(kept, columns), names, 10)
    }
    return out
  }
}

function describe({ folder, file, record, ...row }: NonNullable<ReturnType<ReturnType<typeof workPageQuery>['row']>>) {
  const place = path.join(folder, file)
  const fields = Object.entries(JSON.parse(record) as Record<string, string>)
  return { ...row, path: place, exists: existsSync(place), record: fields.map(([name, value]) => ({ name, value })) }
}
