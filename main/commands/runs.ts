import type { Comparison, Measure } from '#preload/api.ts'
import { UsageError } from './arguments.ts'
import type { Answer, Command, Context } from './run.ts'

const deeds = ['restore', 'remove', 'compare', 'card'] as const

/** Lists runs, or does one thing with one of them. */
export const runsCommand: Command = async (context) => {
  const { args } = context
  const [deed, another] = deeds.filter((name) => args.text(name) !== undefined)
  if (another) throw new UsageError(`Give --${deed} or --${another}, not both.`)
  if (deed !== 'compare' && args.text('attribute') !== undefined)
    throw new UsageError('--attribute goes with --compare.')
  switch (deed) {
    case 'restore':
      return restore(context)
    case 'remove':
      return remove(context)
    case 'compare':
      return compare(context)
    case 'card':
      return card(context)
    default:
      return list(context)
  }
}

async function restore({ app, args }: Context): Promise<Answer> {
  const run = await app.handlers.learning.restore({ run: args.whole('restore', 0)! })
  return { text: `Run ${run.id} is in use again.\n`, json: { run } }
}

async function remove({ app, args }: Context): Promise<Answer> {
  const run = args.whole('remove', 0)!
  await app.handlers.learning.remove({ run })
  return { text: `Run ${run} is deleted.\n`, json: { removed: run } }
}

async function card({ app, args }: Context): Promise<Answer> {
  const { markdown, folder } = await app.handlers.learning.card({ run: args.whole('card', 0)! })
  return { text: markdown, json: { card: markdown, folder } }
}

async function list({ app }: Context): Promise<Answer> {
  const runs = await app.handlers.learning.runs()
  const lines = runs.map(
    ({ id, recipe, seed, startedAt, seconds, works, current, attributes }) =>
      `${current ? '*' : ' '} ${id}  ${startedAt}  ${recipe} (seed ${seed})  ${works} works in ${seconds.toFixed(1)} s  ` +
      `${attributes.map(({ name, accuracy }) => `${name} ${(accuracy * 100).toFixed(1)} %`).join(', ')}\n`,
  )
  return { text: lines.join(''), json: { runs } }
}

async function compare({ app, args }: Context): Promise<Answer> {
  const given = args.needed('compare')
  const found = /^\s*(\d+)\s*,\s*(\d+)\s*$/.exec(given)
  if (!found) throw new UsageError(`--compare takes the numbers of two runs, as 1,2, not "${given}".`)
  const attribute = args.needed('attribute')
  const comparison = await app.handlers.learning.compare({ runs: [Number(found[1]), Number(found[2])], attribute })
  return { text: describe(comparison), json: { comparison } }
}

function describe({
  runs,
  works,
  accuracy,
  top3,
  macroF1,
  logLoss,
  interval,
  mcnemar,
  different,
  attribute,
}: Comparison) {
  const { onlyFirst, onlySecond, method, p } = mcnemar
  return (
    `${attribute}, ${works} works that both have judged\n` +
    `${''.padEnd(10)}${[`run ${runs[0]}`, `run ${runs[1]}`, 'difference'].map((name) => name.padStart(10)).join('')}\n` +
    row('accuracy', accuracy) +
    row('top-3', top3) +
    row('macro-F1', macroF1) +
    row('log-loss', logLoss) +
    `95 % interval of the difference in accuracy: ${interval.low.toFixed(4)} to ${interval.high.toFixed(4)}\n` +
    `Right by run ${runs[0]} only: ${onlyFirst}, by run ${runs[1]} only: ${onlySecond}; McNemar's test (${method}): p = ${p.toPrecision(3)}\n` +
    `Predicted differently: ${different}\n`
  )
}

const row = (name: string, { values, difference }: Measure) =>
  `${name.padEnd(10)}${[...values, difference].map((value) => value.toFixed(4).padStart(10)).join('')}\n`
