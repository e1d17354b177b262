import type { Look, QueueEntry } from '#preload/api.ts'
import { api } from '../api.ts'
import { collection } from '../state/collection.svelte.ts'
import { errorText } from '../text/errorText.ts'
import { review } from './review.svelte.ts'

type Answer = { look: Look } | { problem: string }

/** Who stays so long with a work may want to know where the network looked: it is computed ahead. Milliseconds. */
const patience = 1200
/** Works that come next and are computed ahead while looks are shown. */
const ahead = 3

/** Another run, or another label, is another look. */
function keyOf({ attribute, artwork, label, suggestion }: QueueEntry): string {
  const { current } = collection
  return [current?.folder, current?.run?.id, attribute, artwork, label, suggestion].join('\n')
}

/** Where the network looked: which of the two terms is shown over the picture, and what is known of the works. */
class Looked {
  /** Position in a look's terms: 0 the given one, 1 the suggested one; null: the picture alone. */
  shown = $state<number | null>(null)
  answers = $state.raw<ReadonlyMap<string, Answer>>(new Map())
  readonly answer = $derived(review.current && this.answers.get(keyOf(review.current)))
  readonly look = $derived(this.answer && 'look' in this.answer ? this.answer.look : null)
  readonly problem = $derived(this.answer && 'problem' in this.answer ? this.answer.problem : null)

  #asked = new Set<string>()

  /** The picture, then the given term, then the suggested one. */
  turn() {
    this.shown = this.shown === null ? 1 : this.shown === 1 ? 0 : null
  }

  /** Another work is shown. Returns what ends the wait. */
  follow(): () => void {
    const { index, entries } = review
    const wanted = entries.slice(index, index + 1 + (this.shown === null ? 0 : ahead))
    const timer = setTimeout(() => this.#ask(wanted), this.shown === null ? patience : 0)
    return () => clearTimeout(timer)
  }

  /** The work on the screen is asked for last: the last one comes first. */
  #ask(entries: QueueEntry[]) {
    for (const entry of entries.toReversed()) void this.#askOne(entry)
  }

  async #askOne(entry: QueueEntry) {
    const key = keyOf(entry)
    if (this.#asked.has(key) || review.verdicts.get(entry.artwork)?.kind === 'relabel') return
    this.#asked.add(key)
    const { artwork, attribute } = entry
    const answer = await api.evidence.look({ artwork, attribute }).then(
      (look): Answer => ({ look }),
      (error: unknown): Answer => ({ problem: errorText(error) }),
    )
    if ('problem' in answer) this.#asked.delete(key)
    if ('look' in answer) for (const { address } of answer.look.terms) new Image().src = address
    this.answers = new Map(this.answers).set(key, answer)
  }
}

export const looked = new Looked()
