import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Api, Artwork, Card } from '#preload/api.ts'
import { ApiError, type Handlers } from '#preload/rpc.ts'
import type { App } from './app.ts'
import { artworkTable } from './catalogue/artworks.ts'
import { cardQuery } from './catalogue/cards.ts'
import { fieldQuery } from './catalogue/fields.ts'
import { sortKeys } from './catalogue/findWorks.ts'
import { workEvidenceQuery } from './catalogue/workEvidence.ts'
import { workPageQuery } from './catalogue/workPage.ts'
import { relabelWorks } from './history/relabel.ts'
import { describeZoom } from './images/zoom.ts'
import { learnedNow } from './learning/learnedNow.ts'
import { foldColumns, predictionFile, readPrediction } from './learning/predictions.ts'
import { topTerms } from './learning/proof.ts'
import { refreshEvidence } from './learning/refreshEvidence.ts'

type Group = Pick<Handlers<Api>, 'artworks' | 'attributes'>
const mostCards = 2000

export function artworksHandlers({ session, settings, work, ask, changed }: App): Group {
  const db = () => session.current().db
  const threshold = () => settings.get().threshold
  const cards = (ids: number[]) => cardQuery(db())(ids, threshold())
  return {
    artworks: {
      find: async (filter) => Array.from(await ask('find', filter)),
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
        await refreshEvidence(session.current(), ask, attribute, changedIds)
        if (changedIds.length > 0) changed(['label', 'change'])
        return changedIds.length
      },
    },
    attributes: {
      fields: () => fieldQuery(db())(),
      list: () => ask('attributes'),
    },
  }

  async function predictions({ id }: Card): Promise<Artwork['predictions']> {
    const { folder } = session.current()
    const out: Artwork['predictions'] = {}
    for (const { run, attribute, name, names, columns } of learnedNow(db())) {
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
