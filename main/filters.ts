import type { Api } from '#preload/api.ts'
import type { Handlers } from '#preload/rpc.ts'
import type { App } from './app.ts'
import { artworksHandlers } from './artworks.ts'
import { countWorks } from './catalogue/findWorks.ts'
import { savedFilterTable } from './catalogue/savedFilters.ts'

export function filtersHandlers(app: App): Handlers<Api>['filters'] {
  const { session, settings, changed } = app
  const { find } = artworksHandlers(app).artworks
  const db = () => session.current().db
  const after = <T>(value: T): T => {
    changed(['saved_filter'])
    return value
  }
  return {
    list: () => savedFilterTable(db()).list(),
    // What a work was taken for is no row of the catalogue.
    count: async ({ filter }) =>
      filter.predicted === undefined ? countWorks(db(), filter, settings.get().threshold) : (await find(filter)).length,
    save: ({ name, filter }) => after(savedFilterTable(db()).save(name, filter)),
    change: ({ id, ...change }) => after(savedFilterTable(db()).change(id, change)),
    remove: ({ id }) => after(savedFilterTable(db()).remove(id)),
    arrange: ({ ids }) => after(savedFilterTable(db()).arrange(ids)),
  }
}
