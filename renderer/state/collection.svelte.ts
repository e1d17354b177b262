import type { Attribute, Collection } from '#preload/api.ts'
import { api, on } from '../api.ts'
import { report } from './report.ts'

/** Milliseconds. During an import the catalogue changes all the time; asking again has its price. */
const pause = 400
/** Of a large collection the answer takes longer: at most a fifth of the time is spent on it. */
const share = 5

/** The open collection and its attributes, asked for again whenever the catalogue has changed. */
class OpenCollection {
  current = $state.raw<Collection | null>(null)
  attributes = $state.raw<Attribute[]>([])
  /** Rises with every change of the catalogue: read it in a question that must be asked again. */
  version = $state(0)
  answered = $state(false)
  #timer: ReturnType<typeof setTimeout> | undefined
  #last = 0
  #took = 0

  listen() {
    return on({
      catalogueChanged: () => this.#soon(),
      collectionChanged: () => void this.refresh(),
    })
  }

  async refresh() {
    this.#last = Date.now()
    try {
      const current = await api.collections.current()
      this.attributes = current ? await api.attributes.list() : []
      this.current = current
      this.version++
    } catch (error) {
      report(error)
    }
    this.#took = Date.now() - this.#last
    this.answered = true
  }

  attribute(name: string): Attribute | undefined {
    return this.attributes.find((attribute) => attribute.name === name)
  }

  /** How many labels are doubtful and not decided; of all attributes where none is named. */
  doubtful(name?: string): number {
    const attributes = this.attributes.filter((attribute) => name === undefined || attribute.name === name)
    return attributes.flatMap(({ terms }) => terms).reduce((sum, { flagged }) => sum + flagged, 0)
  }

  #soon() {
    if (this.#timer !== undefined) return
    this.#timer = setTimeout(
      () => {
        this.#timer = undefined
        void this.refresh()
      },
      Math.max(0, this.#last + Math.max(pause, this.#took * share) - Date.now()),
    )
  }
}

export const collection = new OpenCollection()
