import type { Verdict } from '#preload/api.ts'
import { api } from '../api.ts'
import { announcer } from '../lib/announcer.svelte.ts'
import { toasts } from '../lib/toasts.svelte.ts'
import { t } from '../text/text.ts'
import { describeVerdict } from '../text/verdictText.ts'
import { perform } from './report.ts'

type Done = { kind: 'verdict' } | { kind: 'by-hand'; what: string; back: () => Promise<unknown> }

/**
 * Ctrl+Z takes back the newest thing done in this session, and after those the newest verdict that stands. Labels set
 * by hand are taken back by setting the earlier ones; the history shows both.
 */
class Undo {
  #done: Done[] = []
  #writing: Promise<unknown> = Promise.resolve()
  #listeners = new Set<(verdict: Verdict) => void>()

  /** Remembers how to take back a label set by hand. */
  byHand(what: string, back: () => Promise<unknown>) {
    this.#done.push({ kind: 'by-hand', what, back })
  }

  /** A verdict is being written: it is taken back only when it has been. */
  verdict(writing: Promise<unknown>) {
    this.#done.push({ kind: 'verdict' })
    this.#writing = writing
  }

  /** Another collection is open. */
  forget() {
    this.#done = []
  }

  onVerdict(listener: (verdict: Verdict) => void) {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async run() {
    const last = this.#done.pop()
    if (last?.kind === 'by-hand') {
      if ((await perform(last.back)) !== undefined) this.#tell(last.what)
      return
    }
    await this.#writing.catch(() => {})
    const verdict = await perform(() => api.verdicts.undo())
    if (verdict === undefined) return
    if (verdict === null) return toasts.show(t('common.nothingToUndo'))
    for (const listener of this.#listeners) listener(verdict)
    this.#tell(describeVerdict(verdict))
  }

  #tell(what: string) {
    const text = t('common.undone', { what })
    toasts.show(text, { about: 'decision', seconds: 4 })
    announcer.say(text)
  }
}

export const undo = new Undo()
