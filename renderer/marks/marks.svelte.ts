import type { Mark, MarkKind } from '#preload/api.ts'
import { api } from '../api.ts'
import { announcer } from '../lib/announcer.svelte.ts'
import { toasts } from '../lib/toasts.svelte.ts'
import { dialogs } from '../state/dialogs.svelte.ts'
import { history } from '../state/history.svelte.ts'
import { perform } from '../state/report.ts'
import { t } from '../text/text.ts'

/** The flag and the note of the work that is being looked at. */
class Marks {
  /** Zero: none is looked at. */
  artwork = $state(0)
  #name = ''
  all = $state.raw<Mark[]>([])
  readonly flag = $derived(this.all.find(({ kind }) => kind === 'flag'))
  readonly note = $derived(this.all.find(({ kind }) => kind === 'note'))

  /** Another work is looked at, or something has changed. */
  async look(artwork: number, name = this.#name) {
    this.#name = name
    if (artwork !== this.artwork) this.all = []
    this.artwork = artwork
    const answer = await api.marks.of({ artwork }).catch(() => [])
    if (artwork === this.artwork) this.all = answer
  }

  toggleFlag = () => setMark([this.artwork], 'flag', this.flag ? null : '').then(() => this.look(this.artwork))

  writeNote = async () => {
    const { artwork } = this
    const text = await dialogs.writeNote({
      title: t('marks.noteOn', { title: this.#name }),
      text: this.note?.text ?? '',
    })
    if (text === null) return
    await setMark([artwork], 'note', text.trim() || null)
    await this.look(this.artwork)
  }
}

export const marks = new Marks()

/** Sets or removes (null) a mark of these works; a toast and Ctrl+Z take it back. */
export async function setMark(artworks: number[], kind: MarkKind, text: string | null): Promise<void> {
  const writing = api.marks.set({ artworks, kind, text })
  history.writing(writing)
  if (!(await perform(() => writing))) return
  const count = artworks.length
  const [flagged, noted] = [t(text === null ? 'marks.unflagged' : 'marks.flagged', { count }), t(text === null ? 'marks.unnoted' : 'marks.noted')] // prettier-ignore
  const what = kind === 'flag' ? flagged : noted
  toasts.show(what, { about: 'decision', seconds: 4, button: { title: t('common.undo'), key: null, run: () => void history.undo() } }) // prettier-ignore
  announcer.say(what)
}
