import { readFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import type { Evaluation, Sample } from '#preload/api.ts'
import { confusedPairs, type Pair } from '#charts/figures/confusion.ts'
import { artworkTable } from '../catalogue/artworks.ts'
import { cardQuery } from '../catalogue/cards.ts'
import type { OpenCollection } from '../collection/openCollection.ts'
import { samples } from '../evaluating/samples.ts'
import { thumbnailPath } from '../images/thumbnail.ts'

export type Example = Sample & { name: string; /** A JPEG as an address of its own, or empty. */ picture: string }
export type Sheet = { title: string; examples: Example[] }

/** Longest side of a picture in a report, in pixels. */
const side = 132
const [mostExamples, mostPairs, ofPair] = [12, 5, 5]

/** Works with what was said of them: the surest mistakes, some by chance, and what is mixed up most often. */
export async function sheetsOf(
  collection: OpenCollection,
  evaluation: Evaluation,
): Promise<{ sheets: Sheet[]; pairs: (Pair & Sheet)[] }> {
  // prettier-ignore
  const about = { attribute: evaluation.attribute, run: evaluation.run }
  const mistakes = await samples(collection, { ...about, kind: 'mistakes', count: mostExamples })
  const any = await samples(collection, { ...about, kind: 'any', count: mostExamples })
  const pairs: (Pair & Sheet)[] = []
  for (const pair of confusedPairs(evaluation, mostPairs)) {
    const found = await samples(collection, { ...about, kind: 'mistakes', given: pair.given, predicted: pair.predicted, count: ofPair }) // prettier-ignore
    pairs.push({ ...pair, title: `Labelled ${pair.given}, taken for ${pair.predicted}`, examples: await withPictures(collection, found) }) // prettier-ignore
  }
  return {
    sheets: [
      { title: 'Drawn by chance', examples: await withPictures(collection, any) },
      { title: 'The surest mistakes', examples: await withPictures(collection, mistakes) },
    ],
    pairs,
  }
}

async function withPictures({ db, folder }: OpenCollection, all: readonly Sample[]): Promise<Example[]> {
  const cards = new Map(cardQuery(db)(all.map(({ artwork }) => artwork), 0).map((card) => [card.id, card])) // prettier-ignore
  return Promise.all(
    all.map(async (sample) => {
      const card = cards.get(sample.artwork)
      const name = card?.title || card?.file || String(sample.artwork)
      return { ...sample, name, picture: card ? await smallPicture(db, folder, card) : '' }
    }),
  )
}

/** From the thumbnail, else from the image file; empty where neither can be read. */
async function smallPicture(db: OpenCollection['db'], folder: string, { id, sha256 }: { id: number; sha256: string }) {
  const place = artworkTable(db).place(id)
  const source = await readFile(thumbnailPath(folder, sha256)).catch(() => place && path.join(place.folder, place.file))
  if (source === undefined) return ''
  try {
    const jpeg = await sharp(source).resize(side, side, { fit: 'inside' }).flatten({ background: '#fff' }).jpeg({ quality: 80 }).toBuffer() // prettier-ignore
    return `data:image/jpeg;base64,${jpeg.toString('base64')}`
  } catch {
    return ''
  }
}
