import { execFile } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { findPython, runPeer } from './python.ts'
import { busyNote, load, median, say, times, type Report } from './report.ts'
import type { Stepped } from './stepProcess.ts'

type Case = { name: string; extent: 'all' | 'last'; freezeDepthwise: boolean; batch: number }
type Peer = { milliseconds: number; trained: number; memory: number }
type Result = Case & { ours: Stepped; peer: Peer | null; ratio: number | null }

const terms = 17
const cases: Case[] = [
  { name: 'whole network, everything trained', extent: 'all', freezeDepthwise: false, batch: 16 },
  { name: 'whole network, depthwise filters frozen', extent: 'all', freezeDepthwise: true, batch: 16 },
  { name: 'whole network, everything trained', extent: 'all', freezeDepthwise: false, batch: 32 },
  { name: 'last 20 layers, everything trained', extent: 'last', freezeDepthwise: false, batch: 32 },
  { name: 'last 20 layers, depthwise filters frozen (thorough)', extent: 'last', freezeDepthwise: true, batch: 32 },
]

/** Milliseconds of one step of fine-tuning the bundled network, against PyTorch training all of the same part. */
export async function benchStep({ rounds }: { rounds: number }): Promise<Report> {
  const python = findPython('torch')
  const before = load()
  const notes = [
    ...busyNote(before),
    'A step: forward, backward, AdamW with clipping, the same batch and number of threads on both sides. PyTorch always trains',
    'everything in the part, depthwise filters too. Medians; ratios are medians over rounds that take turns.',
    'Memory: the most that the process held. Below 1x is faster than PyTorch.',
  ]
  if (!python) notes.push('PyTorch is not installed (Debian: python3-torch), so nothing is compared.')
  const results: Result[] = []
  for (const one of cases) results.push(await compare(one, python, rounds))
  const rows = results.map(({ name, batch, ours, peer, ratio }) => [
    name,
    String(batch),
    `${ours.milliseconds.toFixed(0)} ms`,
    `${ours.memory.toFixed(2)} GB`,
    peer ? `${peer.milliseconds.toFixed(0)} ms` : '',
    peer ? `${peer.memory.toFixed(2)} GB` : '',
    ratio === null ? '' : times(ratio),
  ])
  const columns = ['part', 'batch', 'ours', 'memory', 'PyTorch', 'memory', 'time against PyTorch']
  return { title: 'A step of fine-tuning', tables: [{ columns, rows }], notes, figures: { results, before, after: load() } } // prettier-ignore
}

async function compare(one: Case, python: string | null, rounds: number): Promise<Result> {
  const ours: Stepped[] = []
  const theirs: Peer[] = []
  const words = ['--extent', one.extent, '--batch', String(one.batch), '--terms', String(terms), '--threads', String(availableParallelism())] // prettier-ignore
  for (let round = 0; round < rounds; round++) {
    ours.push(await step(one))
    if (python) theirs.push(await runPeer<Peer>(python, 'step.py', words))
    say(`${one.name}, batch ${one.batch}, round ${round + 1}: ours ${ours.at(-1)!.milliseconds.toFixed(0)} ms, PyTorch ${theirs.at(-1)?.milliseconds.toFixed(0)} ms`) // prettier-ignore
  }
  const peer = theirs.length > 0 ? { ...theirs[0]!, milliseconds: median(theirs.map((found) => found.milliseconds)) } : null // prettier-ignore
  return {
    ...one,
    ours: { ...ours[0]!, milliseconds: median(ours.map((found) => found.milliseconds)) },
    peer,
    ratio: peer && median(theirs.map((found, round) => ours[round]!.milliseconds / found.milliseconds)),
  }
}

/** In a process of its own, whose memory is then known. */
async function step({ extent, freezeDepthwise, batch }: Case): Promise<Stepped> {
  const script = fileURLToPath(new URL('stepProcess.ts', import.meta.url))
  const said = await promisify(execFile)(process.execPath, [script, JSON.stringify({ extent, freezeDepthwise, batch, terms })]) // prettier-ignore
  return JSON.parse(said.stdout) as Stepped
}
