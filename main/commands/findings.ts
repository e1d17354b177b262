import type { Findings } from '#preload/api.ts'
import { UsageError } from './arguments.ts'
import type { Command } from './run.ts'

/** What the whole collection says about the labels of an attribute. */
export const findingsCommand: Command = async ({ app, args }) => {
  const attribute = args.needed('attribute')
  const format = args.text('format') ?? 'json'
  if (format !== 'json') throw new UsageError(`findings has --format json only, not "${format}".`)
  const found: Findings = await app.handlers.evidence.findings({ attribute })
  return { text: `${JSON.stringify(found)}\n`, json: { ...found } }
}
