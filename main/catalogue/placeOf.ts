import path from 'node:path'
import type { Catalogue } from './open.ts'

/** Where the image of a work lies. Throws for an id that is not there. */
export function placeOf(db: Catalogue): (id: number) => string {
  const query = db.prepare<[number], { folder: string; file: string }>(`
    select source.folder, artwork.file from artwork join source on source.id = artwork.source where artwork.id = ?`)
  return (id) => {
    const place = query.get(id)
    if (!place) throw new Error(`There is no work ${id}`)
    return path.join(place.folder, place.file)
  }
}
