import type { Api, MapGroups } from '#preload/api.ts'
import { ApiError, type Handlers } from '#preload/rpc.ts'
import type { App } from './app.ts'
import { labelTable } from './catalogue/labels.ts'
import { mapGroupsQuery } from './catalogue/mapGroups.ts'
import { runTable } from './catalogue/runs.ts'
import { backboneOfRun } from './learning/backbones.ts'
import { readMap } from './mapping/drawMap.ts'

/** The map of the collection in the contract. */
export function mapHandlers({ session, settings, work, backbone }: App): Handlers<Api>['map'] {
  return {
    async get() {
      const { db, folder } = session.current()
      const network = await networkInUse()
      const map = await readMap(db, { collectionFolder: folder, key: network.key })
      return map && { network: network.backbone.name, ...map }
    },
    draw: async () => work.map(session.current(), await networkInUse()),
    async colours({ by }): Promise<MapGroups> {
      const { db, folder } = session.current()
      const map = await readMap(db, { collectionFolder: folder, key: (await networkInUse()).key })
      const works = map?.works ?? []
      const query = mapGroupsQuery(db)
      if (by === 'flagged') return query.byFlag(by, settings.get().threshold, works)
      const id = labelTable(db).findAttribute(by.attribute)
      if (id === undefined) throw new ApiError('unknown-attribute', `This collection has no attribute "${by.attribute}".`) // prettier-ignore
      return query.byTerm(id, works)
    },
  }

  /** The one that the current run learned with, else the bundled one. */
  async function networkInUse() {
    const { db, folder } = session.current()
    const bundled = await backbone()
    const run = runTable(db).current()
    return (run && (await backboneOfRun(folder, bundled, run.backbone))) ?? bundled
  }
}
