import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { benchArt } from './art.ts'
import { benchCharts } from './charts.ts'
import { benchEmbed } from './embed.ts'
import { benchFilter } from './filter.ts'
import { benchFindings } from './findings.ts'
import { benchEvaluate } from './evaluate.ts'
import { benchMislabel } from './mislabel.ts'
import { benchProbe } from './probe.ts'
import { benchReview } from './review.ts'
import { benchStep } from './step.ts'
import { benchRecipes } from './recipes.ts'
import { benchRetrain } from './retrain.ts'
import { asMarkdown, print, type Report } from './report.ts'

type Options = {
  rounds: number
  folder: string | null
  attribute: string
  fewest: number
  minutes: number
  works: number | null
  only: string | null
}

const benches: Readonly<Record<string, (options: Options) => Promise<Report>>> = {
  embed: benchEmbed,
  probe: benchProbe,
  step: benchStep,
  retrain: benchRetrain,
  review: benchReview,
  art: benchArt,
  evaluate: benchEvaluate,
  mislabel: benchMislabel,
  filter: benchFilter,
  findings: benchFindings,
  charts: benchCharts,
  recipes: benchRecipes,
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean' },
    rounds: { type: 'string', default: '3' },
    attribute: { type: 'string', default: 'style' },
    fewest: { type: 'string', default: '100' },
    minutes: { type: 'string', default: '2' },
    works: { type: 'string' },
    only: { type: 'string' },
    out: { type: 'string' },
  },
})
/** `mislabel` may be followed by a folder. */
const folder = positionals[0] === 'mislabel' ? (positionals[1] ?? null) : null
const named = folder === null ? positionals : ['mislabel']
const chosen = named.length > 0 ? named : Object.keys(benches)
const unknown = chosen.find((name) => !Object.hasOwn(benches, name))
const [rounds, fewest, minutes] = [Number(values.rounds), Number(values.fewest), Number(values.minutes)]
const works = values.works === undefined ? null : Number(values.works)
if (unknown !== undefined || !(rounds >= 1) || !(fewest >= 1) || !(minutes > 0)) {
  console.error(
    `Usage: npm run bench -- [${Object.keys(benches).join('] [')}] [FOLDER] [--rounds 3] [--attribute style] [--fewest 100] [--minutes 2] [--works N] [--only RECIPE,RECIPE] [--out FILE.md] [--json]`,
  )
  process.exit(2)
}
for (const name of chosen) {
  const report = await benches[name]!({
    rounds,
    folder,
    attribute: values.attribute,
    fewest,
    minutes,
    works,
    only: values.only ?? null,
  })
  if (values.json) console.log(JSON.stringify({ bench: name, ...report.figures }))
  else print(report)
  if (values.out !== undefined) writeFileSync(values.out, asMarkdown(report))
}
