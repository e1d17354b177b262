import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import type { Catalogue } from '#main/catalogue/open.ts'
import { embeddingTable } from '#main/catalogue/embeddings.ts'
import { labelTable } from '#main/catalogue/labels.ts'
import { learnedTermTable } from '#main/catalogue/learnedTerms.ts'
import { runTable } from '#main/catalogue/runs.ts'
import type { Parts } from '#main/evidence/parts.ts'
import { createCollection } from '#main/collection/openCollection.ts'
import { bundledBackbone } from '#main/learning/backbones.ts'
import { embeddingFile } from '#main/learning/embedWorks.ts'
import { openHearing } from '#main/learning/evidenceJudge.ts'
import { fingerprint, imagesOf } from '#main/learning/evidenceNeighbours.ts'
import { unseenFile } from '#main/learning/evidenceUnseen.ts'
import { predictionFile } from '#main/learning/predictions.ts'
import { randomNumbers } from '#test/fixtures/syntheticWorks.ts'

const styles = 27
const artists = 5000
const pictures = 40
const nearestWorks = 20
const at = '2026-01-01T00:00:00.000Z'

type Size = { works: number; folder: string }

/**
 * A collection of so many works as learning leaves it: labels of 27 styles and 5,000 artists, a run with evidence about every
 * style, random embeddings and probabilities. A few real pictures stand for all. Returns its folder.
 */
export async function makeReviewCollection({ works, folder }: Size): Promise<string> {
  const images = path.join(folder, 'pictures')
  const hashes = await drawPictures(images)
  const backbone = await bundledBackbone(path.resolve('resources'))
  const { folder: collection, db } = createCollection(folder, 'Hundred thousand')
  const random = randomNumbers(7)
  const terms = enterRows(db, { works, images, hashes, random, backbone: backbone.key })
  await mkdir(path.join(collection, 'models/run-1'), { recursive: true })
  await writeFile(
    predictionFile(collection, 1, 1),
    floats(works * styles, () => random() / styles),
  )
  await writeFile(
    unseenFile(collection, 1, 1),
    floats(works * styles, () => random() / styles),
  )
  await writeNeighbours(db, { collection, works, random, backbone: backbone.key })
  await writeFile(embeddingFile(collection, backbone.key), halves(works * backbone.backbone.dimension, random))
  runTable(db).finish(1, 1, {
    attributes: [
      { name: 'style', works, accuracy: 0.7, top3: 0.9, macroF1: 0.7, flagged: 0, l2: 1, terms, tooRare: [] },
    ],
    queueChange: null,
  } as unknown as Parameters<ReturnType<typeof runTable>['finish']>[2])
  // How much each witness counts is found at the end of learning.
  await openHearing({ db, folder: collection }, { run: 1, backbone: backbone.key, attribute: { id: 1, name: 'style' } })
  db.close()
  return collection
}

/** What the witnesses said: as long as what a real run keeps of each label. */
function partsOf(id: number, score: number, pick: <T>(list: readonly T[]) => T, works: number): Parts {
  const names = ['Style A', 'Style B', 'Style C']
  return {
    single: Number(score.toPrecision(4)),
    batch: 1,
    block: 4,
    artist: { name: artistName(id % artists), works: 20, given: id % 20, top: pick(names), ofTop: 20 - (id % 20) },
    neighbours: { works: 20, given: id % 20, top: pick(names), ofTop: 20 - (id % 20), nearest: [1, 2, 3, 4, 5].map((step) => ((id + step) % works) + 1) },
    rules: [],
  }
} // prettier-ignore

/** The 20 works after each one, as if they were most like it. */
async function writeNeighbours(
  db: Catalogue,
  {
    collection,
    works,
    random,
    backbone,
  }: { collection: string; works: number; random: () => number; backbone: string },
) {
  const cells = works * nearestWorks
  const ids = Int32Array.from({ length: cells }, (_, cell) => ((Math.floor(cell / nearestWorks) + (cell % nearestWorks) + 1) % works) + 1) // prettier-ignore
  const file = path.join(collection, 'embeddings', `${backbone}.neighbours`)
  await writeFile(file, Buffer.concat([Buffer.from(ids.buffer), floats(cells, random)]))
  const all = embeddingTable(db).ids(backbone)
  await writeFile(`${file}.json`, JSON.stringify({ of: fingerprint(all, imagesOf(db, all)), works }))
}

async function drawPictures(folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true })
  return Promise.all(
    Array.from({ length: pictures }, async (_, index) => {
      const hue = `hsl(${index * 9}, 60%, 50%)`
      const image = sharp({ create: { width: 1600, height: 1000 + index * 15, channels: 3, background: hue, noise: { type: 'gaussian', mean: 128, sigma: 40 } } }) // prettier-ignore
      const bytes = await image.jpeg({ quality: 85 }).toBuffer()
      await writeFile(path.join(folder, `${index}.jpg`), bytes)
      return createHash('sha256').update(bytes).digest('hex')
    }),
  )
}

type Rows = { works: number; images: string; hashes: string[]; random: () => number; backbone: string }

function enterRows(db: Catalogue, { works, images, hashes, random, backbone }: Rows): string[] {
  const labels = labelTable(db)
  db.exec(`insert into source (id, folder) values (1, '${images.replaceAll("'", "''")}')`)
  const [style, artist] = [labels.attribute('style'), labels.attribute('artist')]
  const names = Array.from({ length: styles }, (_, i) => `Style ${String.fromCharCode(65 + i)}`)
  const styleIds = names.map((name) => labels.term(style, name))
  const artistIds = Array.from({ length: artists }, (_, i) => labels.term(artist, artistName(i)))
  const run = runTable(db).add({
    recipe: '{"id":"probe","kind":"probe","fewestWorks":5}',
    seed: 0,
    backbone,
    startedAt: at,
    seconds: 1,
    works,
  })
  learnedTermTable(db).put(
    run,
    style,
    styleIds.map((id) => ({ id, name: null, members: [] })),
  )
  const work =
    db.prepare(`insert into artwork (id, source, file, sha256, bytes, modified, width, height, format, title, record, added_at)
    values (?, 1, ?, ?, 1, 1, 1600, 1200, 'jpeg', ?, ?, '${at}')`)
  const embedded = db.prepare(`insert into embedding (backbone, artwork, sha256) values (?, ?, ?)`)
  const evidence =
    db.prepare(`insert into evidence (run, attribute, artwork, given, suggestion, given_probability, suggestion_probability, score, parts)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!
  const append = (artwork: number, attribute: number, term: number) =>
    labels.appendRow({
      artwork,
      attribute,
      term,
      ground: 'import',
      verdict: null,
      undoes: null,
      change: null,
      actor: 'import',
      at,
    })
  db.transaction(() => {
    for (let id = 1; id <= works; id++) {
      const picture = id % pictures
      // The same file under another name, which every system resolves to it.
      work.run(
        id,
        `${id}/../${picture}.jpg`,
        hashes[picture],
        `Landscape ${id}`,
        JSON.stringify({ date: String(1500 + (id % 480)), medium: id % 3 ? 'Oil on canvas' : 'Gouache' }),
      )
      embedded.run(backbone, id, hashes[picture])
      const [given, suggestion, score] = [pick(styleIds), pick(styleIds), random()]
      append(id, style, given)
      append(id, artist, pick(artistIds))
      const parts = JSON.stringify(partsOf(id, score, pick, works))
      evidence.run(run, style, id, given, suggestion, score * 0.9, (1 - score) * 0.9, score, parts)
    }
  })()
  return names
}

const syllables = ['ba', 'du', 'ler', 'mon', 'ti', 'gau', 'ro', 'sen', 'vi', 'kaz', 'lin', 'ost']
export const artistName = (index: number) =>
  `${syllables[index % 12]}${syllables[Math.floor(index / 12) % 12]} ${syllables[Math.floor(index / 144) % 12]}${syllables[(index * 7) % 12]} ${index}`

function floats(count: number, value: () => number): Buffer {
  const out = new Float32Array(count)
  for (let i = 0; i < count; i++) out[i] = value()
  return Buffer.from(out.buffer)
}

/** float16 in [1, 2): any such ten bits are a number. */
function halves(count: number, random: () => number): Buffer {
  const out = new Uint16Array(count)
  for (let i = 0; i < count; i++) out[i] = 0x3c00 | Math.floor(random() * 1024)
  return Buffer.from(out.buffer)
} // prettier-ignore
