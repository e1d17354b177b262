import type { Api } from '#preload/api.ts'
import { ApiError, type Handlers } from '#preload/rpc.ts'
import type { App } from './app.ts'
import { propertyTable } from './catalogue/properties.ts'
import { trailQuery } from './catalogue/trail.ts'
import { writeTrail } from './exporting/trailTable.ts'

const usualReasons = ['Style of the picture', 'Signature or inscription', 'Date of the work', 'Provenance', 'Literature', 'Colleague’s opinion', 'Error of data entry'] // prettier-ignore
const mostEntries = 1000
const mostReasons = 100

/** The decision trail, and what is written into it besides the verdict. */
export function trailHandlers({ session, settings, changed }: App): Handlers<Api>['trail'] {
  const db = () => session.current().db
  const reasons = () => {
    const kept = propertyTable(db()).get('reasons')
    return kept === undefined ? usualReasons : (JSON.parse(kept) as string[])
  }
  return {
    list: ({ limit, offset }) => trailQuery(db()).list(Math.min(limit, mostEntries), offset),
    export: ({ path }) => writeTrail(db(), path),
    reviewers: () => trailQuery(db()).reviewers(),
    actor: () => ({ name: settings.actor(), isChosen: settings.get().reviewer.trim() !== '' }),
    reasons,
    setReasons({ reasons: given }) {
      const kept = [...new Set(given.map((reason) => reason.trim()).filter((reason) => reason !== ''))]
      if (kept.length > mostReasons) throw new ApiError('too-many-reasons', `At most ${mostReasons} reasons can be kept. Leave some out.`) // prettier-ignore
      propertyTable(db()).set('reasons', JSON.stringify(kept))
      changed(['property'])
      return kept
    },
  }
}
