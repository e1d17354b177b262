import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import type { Job, JobKind } from '#preload/api.ts'
import { createApp } from '#main/app.ts'
import { createRandom } from '#main/engine/training/random.ts'
import { startEngineProcess } from '#main/engineProcess.ts'
import { places } from '#main/places.ts'
import { inFolder, sampleFolder } from './folder.ts'
import { busyNote, load, median, say, seconds, type Report } from './report.ts'
import { asTable, readRows, type Row } from './table.ts'

type Result = { collection: string; works: number; decide: number; retrain: number; read: number; whole: number }

const attribute = 'style'

/** Seconds from a correction to the re-ordered queue, through the handlers that a click reaches. */
export function benchRetrain({ rounds }: { rounds: number }): Promise<Report> {
  return inFolder(async (folder) => {
    const before = load()
    const many = path.join(folder, 'many')
    say('Cutting 5,000 pictures out of the sample ...')
    await cutPictures(many, 5000)
    const results = [
      await measure('sample', sampleFolder, path.join(folder, 'small'), rounds),
      await measure('cuttings of the sample', many, path.join(folder, 'large'), rounds),
    ]
    const rows = results.map(({ collection, works, ...times }) => [
      collection,
      String(works),
      ...[times.decide, times.retrain, times.read, times.whole].map(seconds),
    ])
    return {
      title: 'From a correction to the re-ordered queue',
      tables: [{ columns: ['collection', 'works', 'verdict', 'learning', 'first 50', 'in all'], rows }],
      notes: [
        'Three attributes, five folds; medians. The engine is running and the works are embedded, as after a first run.',
        ...busyNote(before),
      ],
      figures: { results, before, after: load() },
    }
  })
}

async function measure(name: string, source: string, dataFolder: string, rounds: number): Promise<Result> {
  mkdirSync(dataFolder, { recursive: true })
  const ended = new Map<JobKind, (job: Job) => void>()
  const emit = (event: string, payload: unknown) => {
    const job = payload as Job
    if (event === 'job' && job.state !== 'running') ended.get(job.kind)?.(job)
  }
  const app = createApp({ dataFolder, shell: 'browser', resources: places.resources, emit, desktop: null, startEngine: startEngineProcess }) // prettier-ignore
  const finished = (kind: JobKind) =>
    new Promise<void>((resolve, reject) =>
      ended.set(kind, ({ state, error }) =>
        state === 'done' ? resolve() : reject(new Error(error?.message ?? state)),
      ),
    )
  const { collections, imports, learning, queue, verdicts } = app.handlers
  await collections.create({ folder: dataFolder, name })
  const embedded = finished('embedding')
  await imports.start({ folder: source, table: path.join(source, 'labels.csv'), folderAttribute: null })
  await embedded
  const learn = async () => {
    const learned = finished('learning')
    await learning.start({ recipe: 'probe' })
    await learned
  }
  say(`${name}: the first run ...`)
  await learn()
  const rows: Omit<Result, 'collection' | 'works'>[] = []
  for (let round = 0; round < Math.max(5, rounds); round++) {
    const [worst] = await queue.list({ attribute, limit: 1, offset: 0, flaggedOnly: false })
    const { artwork, suggestion } = worst!
    const [decide] = await timed(() => verdicts.decide({ artwork, attribute, kind: 'relabel', term: suggestion }))
    const [retrain] = await timed(learn)
    const [read, entries] = await timed(() => queue.list({ attribute, limit: 50, offset: 0, flaggedOnly: false }))
    if (entries.some((entry) => entry.artwork === artwork)) throw new Error('A decided work came back')
    rows.push({ decide, retrain, read, whole: decide + retrain + read })
    say(`${name}, round ${round + 1}: ${seconds(rows.at(-1)!.whole)}`)
  }
  const works = (await collections.current())!.works
  await app.close()
  const middle = (of: keyof (typeof rows)[number]) => median(rows.map((row) => row[of]))
  return { collection: name, works, decide: middle('decide'), retrain: middle('retrain'), read: middle('read'), whole: middle('whole') } // prettier-ignore
}

async function timed<T>(work: () => T | Promise<T>): Promise<[seconds: number, value: T]> {
  const begun = performance.now()
  const value = await work()
  return [(performance.now() - begun) / 1000, value]
}

/** Random windows of the sample's paintings, 160 px, with the labels of the whole. */
async function cutPictures(folder: string, count: number) {
  const originals = readRows(path.join(sampleFolder, 'labels.csv'))
  const random = createRandom('cuttings', 1)
  mkdirSync(path.join(folder, 'images'), { recursive: true })
  const known = new Set(readdirSync(path.join(sampleFolder, 'images')).map((file) => `images/${file}`))
  const rows: Row[] = []
  for (let i = 0; i < count; i++) {
    const row = originals[i % originals.length]!
    if (!known.has(row['file']!)) throw new Error(`${row['file']} is not in the sample`)
    const image = sharp(path.join(sampleFolder, row['file']!))
    const { width, height } = await image.metadata()
    const side = Math.floor(Math.min(width, height) * (0.35 + 0.3 * random()))
    const window = { left: Math.floor(random() * (width - side)), top: Math.floor(random() * (height - side)), width: side, height: side } // prettier-ignore
    const file = `images/${i}.jpg`
    await image.extract(window).resize(160, 160).jpeg().toFile(path.join(folder, file))
    rows.push({ ...row, file })
  }
  writeFileSync(path.join(folder, 'labels.csv'), asTable(['file', 'title', 'artist', 'style', 'genre'], rows))
}
