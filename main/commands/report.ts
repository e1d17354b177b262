import path from 'node:path'
import type { Command } from './run.ts'

/** Everything about a run in one HTML file, which asks for nothing when it is opened. */
export const reportCommand: Command = async ({ app, args, finish }) => {
  const out = path.resolve(args.needed('out'))
  const id = await app.handlers.figures.report({ run: args.whole('run', 1) ?? null, path: out })
  const { result } = await finish(id)
  if (result?.kind !== 'report') throw new Error('The report gave no result')
  return { text: `${out}: ${result.figures} figures.\n`, json: { path: out, figures: result.figures } }
}
