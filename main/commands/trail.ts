import path from 'node:path'
import type { Command } from './run.ts'

/** Writes who decided what, when, why and by what evidence. */
export const trailCommand: Command = async ({ app, args }) => {
  const out = path.resolve(args.needed('out'))
  const rows = await app.handlers.trail.export({ path: out })
  return { text: `${out}: ${rows} decisions.\n`, json: { path: out, rows } }
}
