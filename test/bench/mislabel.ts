import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Evaluation, QueueEntry } from '#preload/api.ts'
import { command } from './commandLine.ts'
import { artFolder, inFolder } from './folder.ts'
import { figuresOf, type Figures } from './mislabelFigures.ts'
import { plantArtists } from './mislabelNoise.ts'
import { methods, methodsWithArtists, type Case } from './mislabelMethods.ts'
import { falseAlarms } from './falseAlarms.ts'
import { readCase } from './mislabelCase.ts'
import { plant, type Noise } from './noise.ts'
import { findPython, runPeer } from './python.ts'
import { percent, say, type Report, type Table } from './report.ts'
import { asTable, countValues, readRows, type Row } from './table.ts'

type Options = { folder: string | null; attribute: string; fewest: number; rounds: number }
type Found = { kind: Kind; share: number; seed: number; method: string; figures: Figures }
type Kind = (typeof kinds)[number]

const kinds = ['uniform', 'confusable', 'whole artists'] as const
const shares = [0.05, 0.1, 0.2]
const usualShare = 0.1

/**
 * Plants wrong labels of three kinds in a labelled folder, learns by the command line, and lets every method order the labels
 * by the same probabilities and embeddings. Seeds 1 to `rounds`. Null folder: the paintings beside the project.
 */
export function benchMislabel({ folder, attribute, fewest, rounds }: Options): Promise<Report> {
  const art = folder ?? artFolder('peopleart')
  const title = 'Planted wrong labels'
  if (!art) {
    const notes = ['../shared/art/peopleart is not there: name a folder with images and a labels.csv (file, style, artist).'] // prettier-ignore
    return Promise.resolve({ title, tables: [], notes, figures: {} })
  }
  return inFolder(async (scratch) => {
    const rows = frequent(readRows(path.join(art, 'labels.csv')), attribute, fewest)
    const hasArtists = rows.some((row) => row['artist'])
    const collection = path.join(scratch, 'mislabel.connoisseur')
    const python = findPython('numpy', 'cleanlab')
    say(`${art}: ${rows.length} works, reading, embedding, learning ...`)
    await learn(collection, art, rows, attribute, scratch)
    const alarms = hasArtists ? alarmsOf((await readCase(collection, attribute)).given) : []
    const confused = confusions(await command<Evaluation>(collection, 'evaluate', '--attribute', attribute))
    const found: Found[] = []
    for (const share of shares)
      for (let seed = 1; seed <= rounds; seed++)
        for (const kind of kinds) {
          if (kind === 'whole artists' && !hasArtists) continue
          const noise = plantOne(kind, rows, attribute, { share, seed, likely: confused })
          await learn(collection, art, noise.rows, attribute, scratch)
          const scores = await allScores(collection, attribute, scratch, { hasArtists, python })
          for (const [method, figures] of scores(noise.planted)) found.push({ kind, share, seed, method, figures })
          say(`${kind}, ${percent(share)}, seed ${seed}`)
        }
    const notes = [
      `${rows.length} works, ${countValues(rows, attribute).length} terms with ${fewest} works or more. The first N: share of planted ones among the first N, N planted.`,
      'Whole artists: all works of artists with two works or more get one other term. Means over the seeds, the spread is the standard deviation.',
      ...alarms.map(([by, alarm]) => `Thresholds for 5 % false alarms from half of the artists, ${by}: ${percent(mean(alarm))} on the other half (${percent(Math.min(...alarm))} to ${percent(Math.max(...alarm))} in ten halves).`), // prettier-ignore
      ...(python ? [] : ['No Python with cleanlab here: pip install cleanlab, or PYTHON=... to choose one.']),
    ]
    return {
      title,
      tables: tablesOf(found),
      notes,
      figures: { art: path.basename(art), falseAlarms: Object.fromEntries(alarms), found },
    }
  })
}

function plantOne(
  kind: Kind,
  rows: Row[],
  attribute: string,
  { likely, ...rest }: { share: number; seed: number; likely: Likely },
): Noise {
  // prettier-ignore
  if (kind === 'whole artists') return plantArtists(rows, attribute, rest)
  return plant(rows, attribute, { name: kind, fewest: 1, ...rest, ...(kind === 'confusable' ? { likely } : {}) })
}

async function learn(collection: string, art: string, rows: readonly Row[], attribute: string, scratch: string) {
  const table = path.join(scratch, 'labels.csv')
  writeFileSync(table, asTable(['file', attribute, ...(attribute === 'artist' ? [] : ['artist'])], rows))
  await command(collection, 'import', art, '--labels', table)
  await command(collection, 'train', '--attribute', attribute)
}

/** The scores of every method, and the order of the app's own queue; by file, so that what was planted can be told. */
async function allScores(
  collection: string,
  attribute: string,
  scratch: string,
  { hasArtists, python }: { hasArtists: boolean; python: string | null },
) {
  // prettier-ignore
  const { files, given } = await readCase(collection, attribute)
  const { queue } = await command<{ queue: QueueEntry[] }>(collection, 'queue', '--attribute', attribute)
  const rank = new Map(queue.map((entry) => [entry.file, entry.rank]))
  const scores: [string, ArrayLike<number>][] = [
    ...Object.entries({ ...methods, ...(hasArtists ? methodsWithArtists : {}) }).map(
      ([name, method]): [string, ArrayLike<number>] => [name, method(given)],
    ),
    ["the app's queue", files.map((file) => rank.get(file)!)],
    ...(python ? await cleanlab(python, given, scratch) : []),
  ]
  return (planted: ReadonlySet<string>) => {
    const wrong = files.map((file) => planted.has(file))
    return scores.map(([name, score]): [string, Figures] => [name, figuresOf(score, wrong)])
  }
}

async function cleanlab(python: string, { picture, labels, terms }: Case, scratch: string) {
  const [p, y] = [path.join(scratch, 'p.f32'), path.join(scratch, 'y.i32')]
  writeFileSync(p, new Uint8Array(picture.buffer, picture.byteOffset, picture.byteLength))
  writeFileSync(y, new Uint8Array(labels.buffer, labels.byteOffset, labels.byteLength))
  const { scores } = await runPeer<{ scores: Record<string, number[]> }>(python, 'mislabel.py', [p, y, '--terms', String(terms)]) // prettier-ignore
  return Object.entries(scores)
}

const alarmsOf = (given: Case): [string, number[]][] => [
  ["by the queue's own probabilities", falseAlarms(given, 0.05, 'picture')],
  ['by a model that knows none of them', falseAlarms(given, 0.05, 'unseen')],
]

type Likely = (from: string, to: string) => number

/** How often the run took a term for another, with a little more, so that none is impossible. */
function confusions({ terms, confusion }: Evaluation): Likely {
  const index = new Map(terms.map(({ term }, i) => [term, i]))
  return (from, to) => (confusion[index.get(from) ?? -1]?.[index.get(to) ?? -1] ?? 0) + 0.1
}

function frequent(rows: Row[], attribute: string, fewest: number): Row[] {
  const terms = new Set(countValues(rows, attribute).filter(([term, count]) => term && count >= fewest).map(([term]) => term)) // prettier-ignore
  return rows.filter((row) => terms.has(row[attribute]!))
}

function tablesOf(found: readonly Found[]): Table[] {
  const names = [...new Set(found.map(({ method }) => method))]
  const there = kinds.filter((kind) => found.some((one) => one.kind === kind))
  const of = (method: string, kind: Kind, share: number) =>
    found.filter((one) => one.method === method && one.kind === kind && one.share === share).map(({ figures }) => figures) // prettier-ignore
  const atUsual = (title: string, show: (figures: Figures[]) => string): Table => ({
    columns: [`${percent(usualShare)} planted: ${title}`, ...there],
    rows: names.map((name) => [name, ...there.map((kind) => show(of(name, kind, usualShare)))]),
  })
  const best = names.includes('the combination') ? 'the combination' : 'the combination, no artists known'
  return [
    atUsual('AUROC, first N', (all) => `${spread(all, 'auroc', 3)}, ${spread(all, 'firstN', 2)}`),
    atUsual('average precision', (all) => spread(all, 'averagePrecision', 3)),
    atUsual(
      'recall in the first 5, 10, 20 %; half found within',
      (all) =>
      [...[0, 1, 2].map((i) => mean(all.map(({ recall }) => recall[i]!)).toFixed(2)), percent(mean(all.map(({ half }) => half)))].join(' '), // prettier-ignore
    ),
    {
      columns: [`${best}: AUROC, first N`, ...there],
      rows: shares.map((share) => [
        `${percent(share)} planted`,
        ...there.map((kind) => `${spread(of(best, kind, share), 'auroc', 3)}, ${spread(of(best, kind, share), 'firstN', 2)}`), // prettier-ignore
      ]),
    },
  ]
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

function spread(all: readonly Figures[], name: 'auroc' | 'averagePrecision' | 'firstN', digits: number): string {
  const values = all.map((figures) => figures[name])
  const centre = mean(values)
  const deviation = Math.sqrt(mean(values.map((value) => (value - centre) ** 2)))
  return `${centre.toFixed(digits)} ±${deviation.toFixed(digits)}`
}
