import type { LabelEvent } from '#preload/api.ts'
import { split } from './flagged.ts'
import type { Catalogue } from './open.ts'

export type WorkRow = {
  folder: string
  file: string
  format: string
  bytes: number
  split: 'train' | 'validation' | 'test'
  record: string
}

/** What the page of one work shows beyond its card. */
export function workPageQuery(db: Catalogue) {
  const row = db.prepare<[number], WorkRow>(`
    select source.folder, artwork.file, artwork.format, artwork.bytes, artwork.record, ${split} as split
    from artwork join source on source.id = artwork.source where artwork.id = ?`)
  const history = db.prepare<[number], LabelEvent>(`
    select label.id, attribute.name as attribute, term.name as term, label.at, label.actor, label.ground
    from label join attribute on attribute.id = label.attribute left join term on term.id = label.term
    where label.artwork = ? order by label.id desc`)
  const duplicates = db.prepare<[number, number], { id: number; file: string }>(`
    select twin.id, twin.file from artwork join artwork as twin on twin.sha256 = artwork.sha256
    where artwork.id = ? and twin.id <> ? order by twin.id`)
  return {
    row: (id: number) => row.get(id),
    history: (id: number) => history.all(id),
    duplicates: (id: number) => duplicates.all(id, id),
  }
}
