import path from 'node:path'
import type { Agreement } from '#preload/api.ts'
import type { Command } from './run.ts'

/** Writes a file of questions for a colleague: the doubtful labels, worst first. */
export const packageCommand: Command = async ({ app, args, finish }) => {
  const out = path.resolve(args.needed('out'))
  const options = { attribute: args.needed('attribute'), artworks: null, limit: args.whole('limit', 1) ?? 100, blind: args.flag('blind'), pictures: !args.flag('no-pictures'), path: out } // prettier-ignore
  const { result } = await finish(await app.handlers.opinions.package(options))
  if (result?.kind !== 'package') throw new Error('The questions were not written')
  const { id, works } = result
  return { text: `${out}: ${works} questions.\n`, json: { path: out, id, works } }
}

/** Takes in the answers of a colleague and says how far the two agree. */
export const opinionsCommand: Command = async ({ app, args }) => {
  const taken = await app.handlers.opinions.import({ path: path.resolve(args.operand!) })
  const all = await app.handlers.opinions.agreements()
  const agreement = all.find(({ reviewer, attribute }) => reviewer === taken.reviewer && attribute === taken.attribute)!
  const text = `${taken.answers} answers by ${taken.reviewer} taken in, ${taken.unknown} about works that are not here.\n${describe(agreement)}`
  return { text, json: { ...taken, agreement } }
}

function describe({ works, same, kappa, conflicts }: Agreement): string {
  const figure = kappa ? `, kappa ${kappa.value.toFixed(2)} (${kappa.low.toFixed(2)} to ${kappa.high.toFixed(2)})` : ''
  const lines = conflicts.map(({ file, mine, theirs }) => `${file}: ${mine} / ${theirs}\n`)
  return `${same} of ${works} the same${figure}. ${conflicts.length} to decide:\n${lines.join('')}`
}
