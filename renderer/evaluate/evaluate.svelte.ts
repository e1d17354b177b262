import type { Run } from '#preload/api.ts'
import { works } from '../collection/works.svelte.ts'
import { place } from '../state/place.svelte.ts'

export const sections = ['quality', 'splits', 'confusions', 'curves', 'certainty', 'samples', 'labels', 'pictures', 'training', 'map', 'compare'] as const // prettier-ignore

/** What is looked at. It stays while the user goes to works and comes back. */
class Evaluate {
  #attribute = $state<string | null>(null)
  #run = $state<number | null>(null)
  runs = $state.raw<Run[]>([])
  /** Row and column of the matrix under the keys, by terms. */
  cell = $state.raw<{ given: string; predicted: string } | null>(null)

  readonly section = $derived(sections.find((name) => name === place.detail) ?? 'quality')
  /** The run looked at: the one chosen, else the one in use. */
  readonly run = $derived(this.runs.find(({ id }) => id === this.#run) ?? this.runs.find(({ current }) => current) ?? null) // prettier-ignore
  readonly attribute = $derived.by(() => {
    const names = this.run?.attributes.map(({ name }) => name) ?? []
    return this.#attribute !== null && names.includes(this.#attribute) ? this.#attribute : (names[0] ?? null)
  })

  chooseAttribute(name: string) {
    this.#attribute = name
    this.cell = null
  }

  chooseRun(id: number) {
    this.#run = id
    this.cell = null
  }

  /** Another collection is open. */
  forget() {
    this.#attribute = null
    this.#run = null
    this.cell = null
    this.runs = []
  }

  /** Shows the works of a cell of the matrix. */
  openCell(given: string, predicted: string) {
    const { attribute, run } = this
    if (attribute === null || run === null) return
    works.change({ attribute, term: given, predicted, ...(run.current ? {} : { run: run.id }), sort: 'suspicion' })
    place.go('collection')
  }
}

export const evaluate = new Evaluate()
