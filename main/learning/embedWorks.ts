import { statSync } from 'node:fs'
import path from 'node:path'
import type { JobResult, Settings } from '#preload/api.ts'
import { embeddingTable } from '../catalogue/embeddings.ts'
import type { Catalogue } from '../catalogue/open.ts'
import type { EngineClient } from '../engineClient.ts'
import type { bundledBackbone } from './backbones.ts'

export type EmbedJob = {
  db: Catalogue
  collectionFolder: string
  engine: EngineClient
  backbone: Awaited<ReturnType<typeof bundledBackbone>>
  executor: Settings['executor']
  signal: AbortSignal
  progress(state: { stage: string; done: number; total: number }): void
}

export const embeddingFile = (collectionFolder: string, key: string) =>
  path.join(collectionFolder, 'embeddings', `${key}.f16`)

/** Embeds the works that have no valid row yet. What has reached the disk stays, whatever ends the job. */
export async function embedWorks(job: EmbedJob): Promise<Extract<JobResult, { kind: 'embedding' }>> {
  const { db, engine, backbone } = job
  const table = embeddingTable(db)
  const file = embeddingFile(job.collectionFolder, backbone.key)
  const hashes = new Map<number, string>()
  table.forgetBeyond(backbone.key, rowsIn(file, backbone.backbone.dimension))
  if (table.missing(backbone.key).length === 0) return { kind: 'embedding', embedded: 0, failed: 0 }
  const embed: Parameters<typeof engine.run<Result>>[0] = async (api) => {
    const missing = table.missing(backbone.key)
    if (missing.length === 0) return { embedded: 0, failed: [] }
    for (const { id, sha256 } of missing) hashes.set(id, sha256)
    const works = missing.map((work) => ({ row: work.id - 1, path: path.join(work.folder, work.file) }))
    job.progress({ stage: 'embedding', done: 0, total: works.length })
    return api.embedding.run({
      backbone: backbone.backbone,
      model: backbone.model,
      executor: job.executor,
      file,
      works,
    })
  }
  // What is missing is asked when the turn has come: another job may have embedded it meanwhile.
  const result = await engine.run(embed, job.signal, {
    embedded: ({ rows }) => table.add(backbone.key, rows.map((row) => ({ id: row + 1, sha256: hashes.get(row + 1)! }))), // prettier-ignore
    progress: ({ done, total }) => job.progress({ stage: 'embedding', done, total }),
  })
  return { kind: 'embedding', embedded: result.embedded, failed: result.failed.length }
}

type Result = { embedded: number; failed: { row: number; message: string }[] }

/** Whole rows on the disk: fewer than the catalogue says where somebody has removed the file, or copied a part of it. */
const rowsIn = (file: string, dimension: number) =>
  Math.floor((statSync(file, { throwIfNoEntry: false })?.size ?? 0) / (2 * dimension))
