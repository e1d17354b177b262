/** Where the network looked: which places of a picture speak for a term, and which against it. */
export type Look = {
  run: number
  /** The given term, then the suggested one. */
  terms: readonly {
    readonly term: string
    /** A picture to lay over the work, of its proportions; relative to the page. */
    readonly address: string
    /** What the head says of the picture before it is a probability, and of the pictures that it was compared with, on average. */
    readonly score: number
    readonly baseline: number
  }[]
  /** Places over the picture: rows and columns. */
  places: readonly [rows: number, columns: number]
  /** Pictures of this collection that it was compared with. */
  references: number
}
