import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { labelTable } from '#main/catalogue/labels.ts'
import { openRowFile } from '#main/engine/rowFile.ts'
import type { KnownBackbone } from '#main/learning/backbones.ts'
import { learnInEngine } from '#main/learning/engineTasks.ts'
import { gather } from '#main/learning/gather.ts'
import { predictionFile, readPredictions, runFolder } from '#main/learning/predictions.ts'
import { findRecipe } from '#main/learning/recipes.ts'
import { memoryCatalogue } from '#test/fixtures/catalogue.ts'
import { temporaryFolder } from '#test/fixtures/folder.ts'
import { newEngine } from '#test/fixtures/probeTask.ts'
import { randomNumbers } from '#test/fixtures/syntheticWorks.ts'

const timeout = 120_000
const [count, labelled, dimension, terms] = [420, 60, 24, 3]
const works = Array.from({ length: count }, (_, at) => at + 1)
const truth = (at: number) => at % terms

/** Works whose features lie around the centre of their term, so far apart; the first have a label. */
async function planted(spread: number) {
  const db = memoryCatalogue()
  const folder = await temporaryFolder()
  const random = randomNumbers(5)
  const normal = () => random() + random() + random() + random() - 2
  const centres = Array.from({ length: terms }, () => Array.from({ length: dimension }, () => normal() * spread))
  db.exec(`insert into source (id, folder) values (1, '/pictures')`)
  const add =
    db.prepare(`insert into artwork (id, source, file, sha256, bytes, modified, width, height, format, added_at)
    values (?, 1, ?, ?, 1, 1, 1, 1, 'jpeg', '')`)
  const embed = db.prepare(`insert into embedding (backbone, artwork, sha256) values ('planted', ?, ?)`)
  const labels = labelTable(db)
  for (const [at, id] of works.entries()) {
    add.run(id, `${id}.jpg`, `sha ${id}`)
    embed.run(id, `sha ${id}`)
    if (at < labelled) labels.append({ artwork: id, attribute: 'style', term: `Term ${truth(at)}`, ground: 'import', actor: 'import', at: '2026' }) // prettier-ignore
  }
  const file = await openRowFile(join(folder, 'embeddings', 'planted.f16'), dimension).catch(async () => {
    await mkdir(join(folder, 'embeddings'), { recursive: true })
    return openRowFile(join(folder, 'embeddings', 'planted.f16'), dimension)
  })
  await file.write([...works.keys()], Float32Array.from({ length: count * dimension }, (_, i) => Math.max(0, centres[truth(Math.floor(i / dimension))]![i % dimension]! + normal()))) // prettier-ignore
  await file.close()
  const backbone = { key: 'planted', model: '', backbone: { dimension, outputs: { features: 'features' } } } as unknown as KnownBackbone // prettier-ignore
  const network = { backbone, scratch: null, name: '', note: null }
  const job = { network, db, collectionFolder: folder, engine: newEngine().engine, backbone, executor: 'cpu' as const, signal: new AbortController().signal, progress: () => {} } // prettier-ignore
  const usual = await findRecipe('probe')
  if (usual.kind !== 'probe') throw new Error(usual.kind)
  let run = 0
  /** Shares of works that are met: those with a label, out of sample, and those without; and all probabilities. */
  const learn = async (semiSupervised: typeof usual.semiSupervised) => {
    const recipe = { ...usual, l2: [0.03], semiSupervised }
    const sets = gather(db, works, { ...recipe, seed: 2, attributes: null, together: false })
    await mkdir(runFolder(folder, ++run), { recursive: true })
    const learned = await learnInEngine(job, recipe, { run, seed: 2, works, sets })
    const rows = await readPredictions(predictionFile(folder, run, sets[0]!.id), works, terms)
    const met = (from: number, to: number) => {
      const hits = works.slice(from, to).filter((id) => {
        const row = [...rows.subarray((id - 1) * terms, id * terms)]
        return row.indexOf(Math.max(...row)) === truth(id - 1)
      })
      return hits.length / (to - from)
    }
    return { rows, known: met(0, labelled), free: met(labelled, count), helped: learned.helped[0] }
  }
  return { learn, db }
}

test(
  'works without a label make works without a label better known, and harm those with one not',
  { timeout },
  async () => {
    const { learn, db } = await planted(0.55)
    const before = db.prepare(`select * from current_label`).all()
    const alone = await learn({ rounds: 3, confidence: 1, perTerm: 1 }) // nobody is that sure
    const helped = await learn({ rounds: 3, confidence: 0.6, perTerm: 100 })
    expect(alone.helped!.works).toBe(0)
    expect(helped.helped!.works).toBeGreaterThan(30)
    expect(alone.free).toBeLessThan(0.95)
    expect(helped.free).toBeGreaterThan(alone.free)
    expect(helped.known).toBeGreaterThanOrEqual(alone.known)
    expect(db.prepare(`select * from current_label`).all()).toEqual(before)
  },
)

test('where they gain nothing on the works that choose, everything is as without them', { timeout }, async () => {
  const { learn } = await planted(0.02)
  const alone = await learn({ rounds: 3, confidence: 1, perTerm: 1 })
  const tried = await learn({ rounds: 3, confidence: 0.34, perTerm: 3 })
  if (tried.helped!.works === 0) expect(tried.rows).toEqual(alone.rows)
  expect(tried.known).toBeGreaterThanOrEqual(alone.known - 0.05)
})
