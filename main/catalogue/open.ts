import path from 'node:path'
import Database from 'better-sqlite3'
import { ApiError } from '#preload/rpc.ts'
import { fold } from './fold.ts'
import { keptWeights } from './keptWeights.ts'
import { migrations } from './migrations.ts'
import { yearsOf } from './years.ts'

export type Catalogue = Database.Database

/** Opens or creates the catalogue at `file` (':memory:' for none). Throws ApiError 'newer-collection', 'not-a-collection'. */
export function openCatalogue(file: string): Catalogue {
  const db = new Database(file)
  try {
    db.pragma('journal_mode = wal')
    db.pragma('synchronous = full') // an acknowledged verdict survives a power cut
    db.pragma('busy_timeout = 5000')
    db.pragma('cache_size = -65536') // 64 MiB: the catalogue of 100,000 works with its indices
    // The schema's own triggers call these, so that what is searched is in step with the works.
    db.function('fold', { deterministic: true }, (text) => fold(String(text)))
    db.function('first_year', { deterministic: true }, (text) => yearsOf(String(text))?.from ?? null)
    db.function('last_year', { deterministic: true }, (text) => yearsOf(String(text))?.to ?? null)
    // A migration calls this one, for what an older version has kept beside the catalogue.
    db.function('kept_weights', (run, attribute) => keptWeights(path.dirname(file), Number(run), Number(attribute)))
    migrate(db)
    db.pragma('foreign_keys = on')
    db.pragma('recursive_triggers = on') // else `insert or replace` would delete a label unseen
  } catch (error) {
    db.close()
    throw explain(error, file)
  }
  return db
}

/** Runs with foreign keys off, the only way to rebuild a table that others point at, and checks them instead. */
function migrate(db: Catalogue) {
  const version = db.pragma('user_version', { simple: true }) as number
  if (version > migrations.length)
    throw new ApiError(
      'newer-collection',
      'This collection was made by a newer version of Connoisseur. Update the app to open it.',
    )
  db.pragma('foreign_keys = off')
  for (const [index, sql] of migrations.entries()) {
    if (index < version) continue
    db.transaction(() => {
      db.exec(sql)
      if ((db.pragma('foreign_key_check') as unknown[]).length > 0)
        throw new Error(`Migration ${index + 1} breaks a foreign key`)
      db.pragma(`user_version = ${index + 1}`)
    })()
  }
}

function explain(error: unknown, file: string) {
  if ((error as { code?: string }).code === 'SQLITE_NOTADB')
    return new ApiError(
      'not-a-collection',
      `${file} is not a Connoisseur catalogue, or it is damaged. Choose another folder.`,
    )
  return error
}
