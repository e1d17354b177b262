import { UsageError } from './arguments.ts'
import type { Command } from './run.ts'

/** Whether the works of an attribute may have several terms: tells it, or changes it. */
export const severalCommand: Command = async ({ app, args }) => {
  const attribute = args.needed('attribute')
  const separator = args.text('separator')
  const isSingle = args.flag('single')
  if (separator !== undefined && isSingle) throw new UsageError('Write --separator or --single, not both.')
  const { vocabulary } = app.handlers
  const found = separator === undefined && !isSingle
    ? await vocabulary.severalTerms({ attribute })
    : await vocabulary.allowSeveral({ attribute, separator: isSingle ? null : separator! }) // prettier-ignore
  const allowed = found.separator === null ? 'a work has one term' : `a work may have several terms, with "${found.separator}" between them` // prettier-ignore
  const marks = found.marks.map(({ separator: mark, works, labels, example }) => `  ${mark}  ${works} works, ${labels} labels, such as ${example}\n`) // prettier-ignore
  return { text: `${attribute}: ${allowed}.\n${marks.join('')}`, json: { ...found } }
}
