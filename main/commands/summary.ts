import type { DaySummary } from '#preload/api.ts'
import type { Command } from './run.ts'

/** A line a day and reviewer, newest first. */
export const summaryCommand: Command = async ({ app, args }) => {
  const days = await app.handlers.verdicts.summary({ days: args.whole('days', 1) ?? 30 })
  return { text: days.map(line).join(''), json: { days } }
}

function line({ day, reviewer, reviewed, corrected, changes }: DaySummary) {
  const [most] = changes
  const change = most ? `; most changed: ${most.before} → ${most.after} (${most.labels})` : ''
  return `${day} ${reviewer}: ${reviewed} reviewed, ${corrected} corrected${change}\n`
}
