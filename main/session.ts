import type { Collection } from '#preload/api.ts'
import { ApiError } from '#preload/rpc.ts'
import { describeCollection, type OpenCollection } from './collection/openCollection.ts'
import type { recentCollections } from './collection/recent.ts'

export type SessionOptions = {
  recent: ReturnType<typeof recentCollections>
  backboneKey(): string
  onOpen(collection: OpenCollection): void
  /** Before the catalogue closes: ends the jobs that use it. */
  beforeClose(): Promise<void>
  onChange(folder: string | null): void
}

/** The one collection that is open. */
export function createSession({ recent, backboneKey, onOpen, beforeClose, onChange }: SessionOptions) {
  let open: OpenCollection | null = null
  let turn: Promise<unknown> = Promise.resolve()

  /** One after the other: a second click must not open the same catalogue twice. */
  function inTurn<T>(step: () => Promise<T>): Promise<T> {
    const mine = turn.then(step)
    turn = mine.catch(() => {})
    return mine
  }

  async function close() {
    if (!open) return
    await beforeClose()
    remember()
    open.db.close()
    open = null
  }

  function remember() {
    if (open) rememberAs(describeCollection(open, backboneKey()))
  }

  const rememberAs = ({ folder, name, works }: Collection) => recent.put({ folder, name, works, openedAt: new Date().toISOString() }) // prettier-ignore

  return {
    /** Throws ApiError 'no-collection'. */
    current(): OpenCollection {
      if (!open) throw new ApiError('no-collection', 'No collection is open. Open one, or make a new one.')
      return open
    },
    isOpen: () => open !== null,
    /** The collections opened last; the open one with what it holds now. */
    recent() {
      remember()
      return recent.list()
    },
    describe: (): Collection | null => open && describeCollection(open, backboneKey()),
    /** Closes what is open, then opens another. Opening the open one again changes nothing. */
    open: (folder: string | null, opener: () => OpenCollection): Promise<Collection> =>
      inTurn(async () => {
        if (!open || open.folder !== folder) {
          const next = opener()
          await close()
          open = next
          const collection = describeCollection(next, backboneKey())
          rememberAs(collection)
          onOpen(next)
          onChange(next.folder)
          return collection
        }
        return describeCollection(open, backboneKey())
      }),
    close: () =>
      inTurn(async () => {
        await close()
        onChange(null)
      }),
  }
}
