import type { HistoryStep } from '#preload/api.ts'
import { api } from '../api.ts'
import { announcer } from '../lib/announcer.svelte.ts'
import { toasts } from '../lib/toasts.svelte.ts'
import { changeSentence } from '../text/changeText.ts'
import { t } from '../text/text.ts'
import { perform } from './report.ts'

type Listener = (step: HistoryStep, way: 'undo' | 'redo') => void

/** Undo and redo of every kind of change, as the app keeps them: also of what was done before a restart. */
class History {
  #writing: Promise<unknown> = Promise.resolve()
  #listeners = new Set<Listener>()

  /** A change is being written: it can be taken back only when it has been. */
  writing(change: Promise<unknown>) {
    this.#writing = Promise.all([this.#writing, change.catch(() => {})])
  }

  onStep(listener: Listener) {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  undo = () => this.#step('undo')
  redo = () => this.#step('redo')

  /** One after the other, in the order of the keys. */
  #step(way: 'undo' | 'redo'): Promise<void> {
    const stepping = this.#writing.then(() => perform(() => api.history[way]()))
    this.writing(stepping)
    return stepping.then((step) => {
      if (step === undefined) return
      if (step === null) return toasts.show(t(way === 'undo' ? 'history.nothingToUndo' : 'history.nothingToRedo'))
      for (const listener of this.#listeners) listener(step, way)
      const text = t(way === 'undo' ? 'history.undone' : 'history.redone', { what: changeSentence(step.change) })
      toasts.show(text, { about: 'decision', seconds: 4 })
      announcer.say(text)
    })
  }
}

export const history = new History()
