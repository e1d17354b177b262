import { mkdirSync, writeFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { movementOf } from './movements/all.ts'
import { paint } from './paint.ts'
import type { PlantedError, Work } from './plan.ts'
import { plantErrors, planWorks } from './plan.ts'
import { rasterise } from './rasterise.ts'

export type PaintingOptions = {
  folder: string
  works: number
  seed: string
  /** Share of style labels that are wrong on purpose, 0.08 by default. */
  wrongShare?: number
  /** Longest side in px, 640 by default. */
  size?: number
  progress?: (done: number) => void
}

/** Writes images/, labels.csv and errors.csv into `folder`, which is made if need be. */
export async function makePaintings(options: PaintingOptions): Promise<{ works: Work[]; errors: PlantedError[] }> {
  const { folder, seed, size = 640, wrongShare = 0.08, progress } = options
  const works = planWorks(options.works, seed)
  const errors = plantErrors(works, wrongShare, seed)
  mkdirSync(join(folder, 'images'), { recursive: true })
  writeFileSync(join(folder, 'labels.csv'), labelsCsv(works, errors))
  writeFileSync(join(folder, 'errors.csv'), errorsCsv(errors))
  let next = 0
  let done = 0
  const painter = async () => {
    for (let work = works[next++]; work; work = works[next++]) {
      const image = await rasterise(paint(work, seed, size), movementOf(work.style).surface, work.id)
      await writeFile(join(folder, work.file), image)
      progress?.(++done)
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() + 1 }, painter))
  return { works, errors }
}

/** The table as a museum would have it: the planted errors in, without a word about them. */
export function labelsCsv(works: readonly Work[], errors: readonly PlantedError[]): string {
  const wrong = new Map(errors.map((error) => [`${error.file}\n${error.attribute}`, error.given]))
  const rows = works.map((work) => {
    const given = (attribute: string, truth: string) => wrong.get(`${work.file}\n${attribute}`) ?? truth
    const labels = [given('artist', work.artist.name), given('style', work.style), given('genre', work.genre)]
    return [work.file, work.title, ...labels, String(work.year), work.accession, work.medium]
  })
  return csv([['file', 'title', 'artist', 'style', 'genre', 'year', 'accession', 'medium'], ...rows])
}

export function errorsCsv(errors: readonly PlantedError[]): string {
  return csv([
    ['file', 'attribute', 'given', 'true'],
    ...errors.map((one) => [one.file, one.attribute, one.given, one.true]),
  ])
}

const csv = (rows: readonly string[][]) => rows.map((row) => row.map(cell).join(',') + '\n').join('')

const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

async function main(): Promise<void> {
  const text = { type: 'string' } as const
  const { values } = parseArgs({ options: { out: text, works: text, seed: text, wrong: text, size: text } })
  if (!values.out) throw new Error('Usage: make.ts --out FOLDER [--works 160] [--seed 1] [--wrong 0.08] [--size 640]')
  const works = Number(values.works ?? 160)
  const started = performance.now()
  const progress = (done: number) => {
    if (done % 20 === 0 || done === works) process.stderr.write(`\r${done} of ${works} painted`)
  }
  const wrongShare = Number(values.wrong ?? 0.08)
  const size = Number(values.size ?? 640)
  const { errors } = await makePaintings({
    folder: values.out,
    works,
    seed: values.seed ?? '1',
    wrongShare,
    size,
    progress,
  })
  const seconds = (performance.now() - started) / 1000
  process.stderr.write(`\n${works} works, ${errors.length} labels wrong on purpose, ${seconds.toFixed(1)} s\n`)
}

if (import.meta.main) await main()
