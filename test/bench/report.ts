import { availableParallelism, loadavg } from 'node:os'

/** What a benchmark says: a table to read, sentences beside it, and the figures for --json. */
export type Report = {
  title: string
  tables: Table[]
  /** What was skipped and why, what to know when reading. */
  notes: string[]
  figures: Record<string, unknown>
}
export type Table = { title?: string; columns: string[]; rows: string[][] }

export function print(report: Report) {
  console.log(`\n${report.title}`)
  for (const { title, columns, rows } of report.tables) {
    if (title) console.log(`\n  ${title}`)
    const widths = columns.map((column, i) => Math.max(column.length, ...rows.map((row) => row[i]!.length)))
    const line = (cells: string[]) => cells.map((cell, i) => (i ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!)))
    console.log()
    for (const row of [columns, ...rows]) console.log(`  ${line(row).join('  ').trimEnd()}`)
  }
  console.log()
  for (const note of report.notes) console.log(`  ${note}`)
}

/** The tables as Markdown, for the documentation. */
export const asMarkdown = ({ tables, notes }: Report): string =>
  [...tables.map(markdownTable), ...notes.map((note) => `- ${note}`)].join('\n').concat('\n')

export function markdownTable({ title, columns, rows }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    ...(title ? [`### ${title}`, ''] : []),
    line(columns),
    line(columns.map(() => '---')),
    ...rows.map(line),
    '',
  ].join('\n')
}

/** Others at work on this computer make every figure worse and uncertain. Processes that want to run, and cores. */
export const load = () => ({ load: Number(loadavg()[0]!.toFixed(1)), cores: availableParallelism() })

/** The sentence that belongs beside figures taken while others were at work. */
export function busyNote(before: ReturnType<typeof load>): string[] {
  if (before.load < before.cores / 2) return []
  return [`Other programs were at work (load ${before.load} on ${before.cores} cores): times are too long, ratios uncertain. Repeat when it is quiet.`] // prettier-ignore
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

export const seconds = (value: number) => `${value.toFixed(value < 10 ? 2 : 1)} s`
export const percent = (share: number) => `${(share * 100).toFixed(1)} %`
export const times = (ratio: number) => `${ratio.toFixed(2)}x`

/** While waiting: what is being done, on stderr. */
export const say = (text: string) => void process.stderr.write(`${text}\n`)
