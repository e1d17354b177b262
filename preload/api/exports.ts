export type ExportOptions = {
  /** 'original': the imported table with corrected cells changed. 'new': one row a work. */
  kind: 'original' | 'new'
  /** Which imported table, where there are several; left out: the newest. */
  table?: string
  /** Byte order mark for Excel; only for 'new'. */
  bom: boolean
}

export type ExportPreview = {
  rows: number
  /** Tables that can be exported as 'original'. */
  tables: string[]
  changes: { file: string; column: string; before: string; after: string }[]
}
