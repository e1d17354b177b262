/** What a column of an imported table is. 'record': kept as it is and shown on the work's page. */
export type ColumnUse = 'file' | 'title' | 'attribute' | 'record'

export type ImportPreview = {
  folder: string
  images: number
  /** False: counting stopped at 20,000. */
  counted: boolean
  /** Names of the folders directly around images, for labels by folder. */
  classFolders: { name: string; images: number }[]
  table: TablePreview | null
  /** Tables lying in the folder, best first. */
  tables: string[]
}

export type TablePreview = {
  path: string
  encoding: string
  delimiter: ',' | ';' | '\t' | '|'
  rows: number
  columns: {
    name: string
    use: ColumnUse
    distinct: number
    empty: number
    examples: string[]
    /** What seems to stand between several terms of one cell ("Symbolism/Expressionism"), with the rows that have some; null: nothing. */
    several: { separator: string; rows: number; example: string; parts: string[] } | null
  }[]
  /** How many rows name a file that exists in the folder. */
  matched: number
  unmatchedExamples: string[]
}

export type ImportOptions = {
  folder: string
  table: string | null
  /** Use of each column by name; left out: as the preview guessed. */
  columns?: Record<string, ColumnUse>
  /** Attributes of which a work may have several terms, and what stands between them; left out: those that are known to. */
  several?: Record<string, string>
  /** Without a table: take the folder's name as the term of this attribute. Null: import without labels. */
  folderAttribute: string | null
}

export type Problem = { file: string; code: ProblemCode; message: string }

export type ProblemCode =
  'empty' | 'not-an-image' | 'broken' | 'too-large' | 'unreadable' | 'unsupported' | 'missing' | 'duplicate-row'
