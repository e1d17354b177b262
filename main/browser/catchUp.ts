import type { Api, Events } from '#preload/api.ts'
import type { Handlers } from '#preload/rpc.ts'

type Event = [name: keyof Events, payload: unknown]

/** The events that bring a page up to date that may have missed some. */
export async function catchUp({ app, collections, jobs }: Handlers<Api>): Promise<Event[]> {
  return [
    ['settingsChanged', await app.settings()],
    ['collectionChanged', { folder: (await collections.current())?.folder ?? null }],
    ...(await jobs.list()).map((job): Event => ['job', job]),
    ['catalogueChanged', { tables: [] }],
  ]
}
