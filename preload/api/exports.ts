export type ExportOptions = {
  /** 'original': the imported table with corrected cells changed. 'new': one row a work. */
  kind: 'original' | 'new'
  /** Which imported table, where there are several; left out: the newest. */
  table?: string
  /** Byte order mark for Excel; only for 'new'. */
  bom: boolean
  /** For 'original': cells too whose label was left as it is but whose term was renamed or merged since. Left out: no. */
  renames?: boolean
}

export type ExportPreview = {
  rows: number
  /** Tables that can be exported as 'original'. */
  tables: string[]
  changes: { file: string; column: string; before: string; after: string }[]
  /** Cells whose label is the same under a new name: they change only with `renames`. */
  renamed: number
}
