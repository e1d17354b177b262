import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Job, JobId } from '#preload/api.ts'
import { ApiError } from '#preload/rpc.ts'
import { createApp } from '../app.ts'
import { openOrCreate, openCollection } from '../collection/openCollection.ts'
import { startEngineProcess } from '../engineProcess.ts'
import { megabytes } from '../learning/downloadErrors.ts'
import { places, usualDataFolder } from '../places.ts'
import { serveInTerminal } from '../serve.ts'
import { addBackboneCommand, backbonesCommand, removeBackboneCommand } from './backbones.ts'
import { readArguments, usage, UsageError, type Arguments } from './arguments.ts'
import {
  evaluateCommand,
  exportCommand,
  overviewCommand,
  predictCommand,
  queueCommand,
  relabelCommand,
} from './answers.ts'
import { findCommand } from './find.ts'
import { findingsCommand } from './findings.ts'
import { reportCommand } from './report.ts'
import { recipesCommand } from './recipes.ts'
import { opinionsCommand, packageCommand } from './opinions.ts'
import { runsCommand } from './runs.ts'
import { severalCommand } from './several.ts'
import { summaryCommand } from './summary.ts'
import { trailCommand } from './trail.ts'

/** What a command works with, and what it answers: text for stdout, and the object that --json prints. */
export type Command = (context: Context) => Promise<Answer>
export type Answer = { text: string; json: Record<string, unknown> }
export type Context = {
  app: ReturnType<typeof createApp>
  args: Arguments
  /** Waits for a job and shows its progress on stderr. Throws what the job failed with. */
  finish(id: JobId): Promise<Job>
}

/** Runs one command. Returns the exit status: 0, 1 after a failure, 2 after a mistake in the words of the command. */
export async function runCommand(words: readonly string[]): Promise<number> {
  try {
    if (words.length === 0 || words[0] === 'help' || words[0] === '--help') {
      console.log(usage(words[1]))
      return words.length === 0 ? 2 : 0
    }
    const args = readArguments(words)
    if (args.flag('help')) {
      console.log(usage(args.command))
      return 0
    }
    return await runIn(path.resolve(args.needed('collection')), args)
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(`${error.message}\n\n${usage(words[0])}`)
      return 2
    }
    console.error(error instanceof ApiError ? error.message : `Something went wrong: ${(error as Error).message}`)
    return 1
  }
}

async function runIn(collection: string, args: Arguments): Promise<number> {
  if (args.command === 'serve') return serveForever(collection, args)
  const listeners = new Set<(job: Job) => void>()
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'connoisseur-')) // a script leaves the user's settings and list alone
  const app = createApp({
    dataFolder,
    shell: 'browser',
    resources: places.resources,
    emit: (event, payload) => event === 'job' && listeners.forEach((listener) => listener(payload as Job)),
    desktop: null,
    startEngine: startEngineProcess,
    resume: false,
  })
  const onSignal = () => void app.close().finally(() => process.exit(130))
  process.once('SIGINT', onSignal)
  process.once('SIGTERM', onSignal)
  try {
    const opener = args.command === 'import' ? openOrCreate : openCollection
    await app.internals.backbone()
    await app.internals.session.open(collection, () => opener(collection))
    const finish = (id: JobId) => finishJob(app, id, listeners)
    const { text, json } = await run({ app, args, finish })
    await write(args.flag('json') ? `${JSON.stringify({ ok: true, command: args.command, ...json })}\n` : text)
    return 0
  } finally {
    await app.close()
    rmSync(dataFolder, { recursive: true, force: true })
  }
}

function run(context: Context): Promise<Answer> {
  switch (context.args.command) {
    case 'import':
      return importCommand(context)
    case 'train':
      return trainCommand(context)
    case 'queue':
      return queueCommand(context)
    case 'predict':
      return predictCommand(context)
    case 'evaluate':
      return evaluateCommand(context)
    case 'find':
      return findCommand(context)
    case 'summary':
      return summaryCommand(context)
    case 'findings':
      return findingsCommand(context)
    case 'overview':
      return overviewCommand(context)
    case 'package':
      return packageCommand(context)
    case 'opinions':
      return opinionsCommand(context)
    case 'trail':
      return trailCommand(context)
    case 'relabel':
      return relabelCommand(context)
    case 'several':
      return severalCommand(context)
    case 'export':
      return exportCommand(context)
    case 'backbones':
      return backbonesCommand(context)
    case 'add-backbone':
      return addBackboneCommand(context)
    case 'remove-backbone':
      return removeBackboneCommand(context)
    case 'recipes':
      return recipesCommand(context)
    case 'runs':
      return runsCommand(context)
    case 'report':
      return reportCommand(context)
    case 'serve':
      throw new Error('serve has no collection of its own')
  }
}

async function importCommand({ app, args, finish }: Context): Promise<Answer> {
  const { session, work, jobs } = app.internals
  const labels = args.text('labels')
  const options = {
    folder: path.resolve(args.operand!),
    table: labels === undefined ? null : path.resolve(labels),
    folderAttribute: args.text('folder-attribute') ?? null,
  }
  const { result } = await finish(work.import(session.current(), options))
  for (const job of jobs.list()) if (job.kind === 'embedding') await finish(job.id)
  if (result?.kind !== 'import') throw new Error('The import gave no result')
  const problems = await app.handlers.imports.problems()
  const { added, known, moved, duplicates, labels: entered, unmatched } = result
  const text =
    `${added} works added, ${known} known already, ${moved} found at their new place, ${duplicates} exact duplicates, ${entered} labels entered, ` +
    `${problems.length} problems, ${unmatched} rows without an image.\n${problems.map(({ file, message }) => `${file}: ${message}\n`).join('')}`
  return { text, json: { added, known, moved, duplicates, labels: entered, unmatched, problems } }
}

async function trainCommand({ app, args, finish }: Context): Promise<Answer> {
  const { session, work } = app.internals
  const attributes = args.texts('attribute')
  const recipe = args.text('recipe') ?? 'probe'
  const seed = args.whole('seed', 0) ?? 0
  const { result } = await finish(
    work.learn(session.current(), {
      recipe,
      seed,
      backbone: args.text('backbone') ?? null,
      ...(attributes.length > 0 ? { attributes } : {}),
    }),
  )
  if (result?.kind !== 'learning') throw new Error('The learning gave no result')
  const lines = result.run.attributes.map(
    ({ name, works, accuracy, top3, macroF1, flagged, apart, unseen }) =>
      `${name}: ${works} labels, ${percent(accuracy)} agree out of sample${apart ? ` (all works of one ${apart} on one side)` : ''}, ${percent(top3)} within three, macro-F1 ${macroF1.toFixed(3)}, ${flagged} doubtful.\n${unseen ? `  On artists that a quick look does not know: ${percent(unseen.accuracy)}.\n` : ''}`,
  )
  const notes = [
    ...(result.note === null ? [] : [`${result.note}\n`]),
    ...(result.run.isFixedSplit
      ? ['One fixed split: only its test works are judged, and only they are in the queue.\n']
      : []),
    ...(result.run.isCutShort
      ? ['The time given was over before all was learned: this is the best that it had.\n']
      : []),
  ]
  return { text: [...lines, ...notes].join(''), json: { run: result.run, note: result.note } }
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`

/** Ends with the process. */
async function serveForever(collection: string, args: Arguments): Promise<number> {
  const port = args.whole('port', 0) ?? 0
  const open = !args.flag('no-open')
  await serveInTerminal({ port, collection, open, dataFolder: usualDataFolder(), seed: null, build: true })
  await new Promise(() => {})
  return 0
}

async function finishJob(app: Context['app'], id: JobId, listeners: Set<(job: Job) => void>): Promise<Job> {
  const show = (job: Job) => job.id === id && process.stderr.write(`\r${line(job).padEnd(70)}`)
  listeners.add(show)
  const job = await app.internals.jobs.ended(id)
  listeners.delete(show)
  process.stderr.write('\n')
  if (job.state === 'failed') throw new ApiError(job.error?.code ?? 'internal', job.error?.message ?? 'It failed.')
  if (job.state === 'cancelled') throw new ApiError('cancelled', 'It was cancelled.')
  return job
}

const line = ({ stage, done, total, secondsLeft }: Job) => {
  const shown = stage === 'downloading' ? megabytes : String
  const left = secondsLeft === null ? '' : `, ${Math.ceil(secondsLeft)} s left`
  return `${stage} ${shown(done)}${total > 0 ? ` of ${shown(total)}` : ''}${left}`
}

/** Resolves when the text has left this process: a pipe takes it in pieces. */
function write(text: string): Promise<void> {
  return new Promise((resolve) => {
    if (text === '') resolve()
    else process.stdout.write(text, () => resolve())
  })
}
