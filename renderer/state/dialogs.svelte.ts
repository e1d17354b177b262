export type Choice = {
  id: string
  title: string
  detail?: string
  /** Other names that find it: synonyms, translations. */
  also?: readonly string[]
}
type PickRequest = {
  title: string
  placeholder: string
  nothing: string
  entries: Choice[]
  /** Given: a name that is not in the list may be taken too. */
  inventTitle?: (typed: string) => string
  done: (name: string | null) => void
}

export type PathRequest = {
  /** What is to be chosen: a folder, a collection, a file with one of the endings, or a place to write. */
  kind: 'folder' | 'collection' | 'file' | 'save'
  title: string
  extensions: string[]
  suggestion: string
  done: (path: string | null) => void
}

type NoteRequest = { title: string; text: string; done: (text: string | null) => void }

/** The dialogs that belong to no screen. At most one of each kind is open. */
class Dialogs {
  palette = $state(false)
  newCollection = $state(false)
  summary = $state(false)
  pick = $state.raw<PickRequest | null>(null)
  path = $state.raw<PathRequest | null>(null)
  note = $state.raw<NoteRequest | null>(null)

  readonly isOpen = $derived(
    this.palette ||
      this.newCollection ||
      this.summary ||
      this.pick !== null ||
      this.path !== null ||
      this.note !== null,
  )

  /** Another screen has come: what was asked on the one before is left unanswered. */
  closeAll() {
    this.palette = false
    this.newCollection = false
    this.summary = false
    this.pick?.done(null)
    this.path?.done(null)
    this.note?.done(null)
  }

  /** Resolves with the title taken or invented; null: closed without. */
  choose(request: Omit<PickRequest, 'done'>): Promise<string | null> {
    return new Promise((resolve) => {
      this.pick = {
        ...request,
        done: (name) => {
          this.pick = null
          resolve(name)
        },
      }
    })
  }

  /** Resolves with the text as it was left; null: closed without saving. */
  writeNote(request: Omit<NoteRequest, 'done'>): Promise<string | null> {
    return new Promise((resolve) => {
      this.note = {
        ...request,
        done: (text) => {
          this.note = null
          resolve(text)
        },
      }
    })
  }

  choosePath(request: Omit<PathRequest, 'done'>): Promise<string | null> {
    return new Promise((resolve) => {
      this.path = {
        ...request,
        done: (path) => {
          this.path = null
          resolve(path)
        },
      }
    })
  }
}

export const dialogs = new Dialogs()
