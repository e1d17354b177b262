import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Run, RunAttribute } from '#preload/api.ts'
import { builtInRecipes } from '#main/learning/builtInRecipes.ts'
import { createRandom } from '#main/engine/training/random.ts'
import { shuffled } from '#main/engine/training/sampler.ts'
import { places } from '#main/places.ts'
import { artFolder, inFolder } from './folder.ts'
import { openBenchCollection, type BenchCollection } from './learningApp.ts'
import { busyNote, load, markdownTable, percent, say, type Report } from './report.ts'
import { asTable, countValues, readRows, type Row } from './table.ts'

type Options = { minutes: number; works: number | null; fewest: number; only: string | null }
type Setting = { art: string; attributes: string[]; split: 'random' | 'artists apart' }
type Figures = { recipe: string; network: string; minutes: number; isCut: boolean; attributes: RunAttribute[] }
type Result = Setting & { works: number; rows: Figures[] }

/** One split for all rows: what teaches, chooses and judges is the same for every recipe. */
const split = { kind: 'fixed', training: 0.7, validation: 0.15, test: 0.15, stratify: 'style' }
const resNetRows = ['resnet50-imagenet', 'resnet50-lstm', 'resnet50-last20']

/**
 * Every recipe on real paintings, on the same works and splits, each within the same time. What a recipe does to the labels
 * (eight styles, so many of each) is left out, so that all are judged on the same works.
 */
export function benchRecipes({ minutes, works, fewest, only }: Options): Promise<Report> {
  return inFolder(async (folder) => {
    const before = load()
    const results: Result[] = []
    for (const setting of settings()) {
      const chosen = builtInRecipes.filter(({ id, kind }) => kind !== 'ensemble' && (only === null || only.split(',').includes(id))) // prettier-ignore
      results.push(await measure(setting, { folder, minutes, works, fewest, ids: chosen.map(({ id }) => id) }))
      say(markdownTable(tableOf(results.at(-1)!)))
    }
    const notes = [
      `Each row had ${minutes} minutes to learn in ("cut": they were over before all rounds were done); what the frozen part makes of the pictures comes on top. Minutes: of the whole run.`,
      'One fixed split of 70/15/15 for all rows of a table; the figures are those of the test works. "Artists apart": no artist is on two sides.',
      `ResNet rows learn on ${resNet ? 'resnet50v2_stage3 (stages 1 to 3 of ResNet50 with ImageNet weights)' : 'a ResNet50 without pretrained weights: ../shared/weights is not there'}, EfficientNet rows on the bundled EfficientNet-Lite0; other rows learn to see from nothing.`,
      ...(works === null ? [] : [`At most ${works} works of a collection, drawn by a seed.`]),
      ...busyNote(before),
    ]
    if (results.length === 0) notes.push('../shared/art is not there: real paintings may not be shipped.')
    return {
      title: 'Recipes',
      tables: results.map(tableOf),
      notes,
      figures: { minutes, results, before, after: load() },
    }
  })
}

const weights = (name: string) => path.join(places.root, '..', 'shared', 'weights', name)
const resNet = artFolder('peopleart') ? weights('resnet50v2_stage3_features.onnx') : null

function settings(): Setting[] {
  const all: Setting[] = [
    { art: 'peopleart', attributes: ['style'], split: 'random' },
    { art: 'wikiart7', attributes: ['style', 'genre', 'artist'], split: 'random' },
    { art: 'peopleart', attributes: ['style'], split: 'artists apart' },
    { art: 'wikiart7', attributes: ['style', 'genre'], split: 'artists apart' },
  ]
  return all.filter(({ art }) => artFolder(art) !== null)
}

type Measuring = { folder: string; minutes: number; works: number | null; fewest: number; ids: string[] }

async function measure(setting: Setting, { folder, minutes, works, fewest, ids }: Measuring): Promise<Result> {
  const art = artFolder(setting.art)!
  const rows = chosenRows(readRows(path.join(art, 'labels.csv')), setting, { works, fewest })
  const place = path.join(folder, `${setting.art}-${setting.split.replace(' ', '-')}`)
  mkdirSync(place)
  const table = path.join(place, 'labels.csv')
  writeFileSync(table, asTable(['file', ...setting.attributes, ...(setting.attributes.includes('artist') ? [] : ['artist'])], rows)) // prettier-ignore
  const images = path.join(place, 'images')
  for (const { file = '' } of rows) {
    mkdirSync(path.dirname(path.join(images, file)), { recursive: true })
    copyFileSync(path.join(art, file), path.join(images, file))
  }
  const app = await openBenchCollection(place, { images, table })
  const resNetId = resNet ? await app.addBackbone(resNet, 'ResNet50v2, stages 1 to 3') : null
  const results: Figures[] = []
  const runs = new Map<string, number>()
  for (const id of ids) {
    const run = await learn(app, setting, { id, minutes, place, backbone: resNetRows.includes(id) ? resNetId : null })
    if (!run) continue
    runs.set(id, run.id)
    results.push(figuresOf(id, run))
  }
  for (const [name, voters] of [
    ['soft-vote (alexnet, resnet50-last20)', ['alexnet', 'resnet50-last20']],
    ['soft-vote (all)', ids],
  ] as const) {
    const numbers = voters.flatMap((id) => runs.get(id) ?? [])
    if (numbers.length < 2) continue
    const file = path.join(place, 'vote.json')
    writeFileSync(
      file,
      JSON.stringify({ id: 'vote', name, summary: '', kind: 'ensemble', runs: numbers, weights: 'optimised' }),
    )
    const run = await app
      .learn({ recipe: file, attributes: setting.attributes })
      .catch((error: Error) => (say(error.message), null))
    if (run) results.push(figuresOf(name, run))
  }
  await app.close()
  return { ...setting, works: rows.length, rows: results }
}

type Learning = { id: string; minutes: number; place: string; backbone: string | null }

async function learn(
  app: BenchCollection,
  setting: Setting,
  { id, minutes, place, backbone }: Learning,
): Promise<Run | null> {
  const recipe = builtInRecipes.find((one) => one.id === id)!
  if (recipe.kind === 'ensemble') return null
  const groupBy = setting.split === 'random' ? null : 'artist'
  const changed = { ...recipe, groupBy, preparation: { split }, semiSupervised: null, ...(recipe.kind === 'fine-tune' ? { minutes } : {}) } // prettier-ignore
  const file = path.join(place, `${id}.json`)
  writeFileSync(file, JSON.stringify(changed))
  say(`${setting.art}, ${setting.split}: ${id} ...`)
  try {
    return await app.learn({ recipe: file, backbone, attributes: setting.attributes })
  } catch (error) {
    say(`${id}: ${(error as Error).message}`)
    return null
  }
}

function figuresOf(recipe: string, { network, seconds, isCutShort, attributes }: Run): Figures {
  say(`${recipe}: ${attributes.map(({ name, accuracy }) => `${name} ${percent(accuracy)}`).join(', ')} in ${(seconds / 60).toFixed(1)} min${isCutShort ? ', cut' : ''}`) // prettier-ignore
  return { recipe, network, minutes: seconds / 60, isCut: isCutShort, attributes }
}

/** Rows whose terms are frequent enough; of many a part, drawn by a seed. */
function chosenRows(
  rows: Row[],
  { art, attributes }: Setting,
  { works, fewest }: { works: number | null; fewest: number },
) {
  const [first = ''] = attributes
  const terms = new Set(countValues(rows, first).filter(([term, count]) => term !== '' && count >= (art === 'peopleart' ? fewest : 5)).map(([term]) => term)) // prettier-ignore
  const frequent = rows.filter((row) => terms.has(row[first]!))
  return works === null || frequent.length <= works ? frequent : shuffled(frequent, createRandom('works', 1)).slice(0, works) // prettier-ignore
}

function tableOf({ art, split: parted, works, attributes, rows }: Result) {
  const columns = ['recipe', ...attributes.flatMap((name) => [`${name}: accuracy`, 'top-3', 'macro-F1']), 'minutes', '']
  const figures = ({ accuracy, top3, macroF1 }: RunAttribute) => [percent(accuracy), percent(top3), macroF1.toFixed(3)]
  return {
    title: `${art}, ${parted}: ${works} works`,
    columns,
    rows: rows.map(({ recipe, minutes, isCut, attributes: learned }) => [
      recipe,
      ...attributes.flatMap((name) => {
        const found = learned.find((one) => one.name === name)
        return found ? figures(found) : ['', '', '']
      }),
      minutes.toFixed(1),
      isCut ? 'cut' : '',
    ]),
  }
}
