import { createHash, type Hash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { mkdir, open, rm, statfs, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { ApiError } from '#preload/rpc.ts'
import { explainBreak, isHopeless, megabytes, statusProblem } from './downloadErrors.ts'
import { openHttps } from './openHttps.ts'

export type Download = {
  /** https only. */
  url: string
  /** Of the whole file, in lower case. */
  sha256: string
  /** Where it comes to lie. What a break or a kill has left there is gone on from. */
  file: string
  signal: AbortSignal
  /** In bytes; a total of 0 is not known. */
  progress(done: number, total: number): void
  mostBytes: number
  ca?: readonly string[]
  /** Free bytes of the disk that holds a folder. */
  freeBytes?(folder: string): Promise<number>
  /** Milliseconds before the first new attempt; the second waits twice as long. */
  pauseMs?: number
}

/** Attempts one after the other that bring not a single byte. */
const mostAttempts = 4

/** What has come so far: `have` bytes, their hash, and the whole size where it is known (else 0). */
type State = { handle: FileHandle; have: number; hash: Hash; total: number; hasAnswered: boolean }

/**
 * Downloads a file and checks its sha256. A break is gone on from, by Range, at once and at the next call; a server that knows
 * no Range begins anew. Throws ApiError with a sentence; after 'wrong-file' and 'too-large' nothing is kept, after all others what has come.
 */
export async function download(task: Download): Promise<void> {
  await mkdir(path.dirname(task.file), { recursive: true })
  const handle = await open(task.file, 'a+')
  const state: State = { handle, have: 0, hash: createHash('sha256'), total: 0, hasAnswered: false }
  try {
    await readKept(state)
    if (digest(state) !== task.sha256) await fetchAll(task, state)
    await handle.datasync()
  } finally {
    await handle.close()
    if (state.have === 0) await rm(task.file, { force: true })
  }
  if (digest(state) === task.sha256) return
  await rm(task.file, { force: true })
  throw new ApiError(
    'wrong-file',
    `What lies at this address is not the file that was meant: its sha256 is ${digest(state)}, not ${task.sha256}. ` +
      'Nothing was kept. Check both on the page of its maker.',
  )
}

const digest = ({ hash }: State) => hash.copy().digest('hex')

async function readKept(state: State) {
  for await (const chunk of state.handle.createReadStream({ start: 0, autoClose: false }) as AsyncIterable<Buffer>) {
    state.hash.update(chunk)
    state.have += chunk.length
  }
}

async function fetchAll(task: Download, state: State) {
  const { host } = URL.parse(task.url) ?? { host: task.url }
  for (let attempt = 1; ; attempt++) {
    const before = state.have
    try {
      return await fetchRest(task, state)
    } catch (error) {
      task.signal.throwIfAborted()
      if (state.have > before) attempt = 0
      if (attempt >= mostAttempts || isHopeless(error, state.hasAnswered)) throw explainBreak(error, host, state)
    }
    await setTimeout((task.pauseMs ?? 1000) * Math.max(1, attempt), undefined, { signal: task.signal })
  }
}

/** One connection, as long as it lasts. Throws where it breaks before the end. */
async function fetchRest(task: Download, state: State) {
  await state.handle.truncate(state.have) // a write that failed may have left a part of a piece
  const headers = state.have > 0 ? { range: `bytes=${state.have}-` } : {}
  const options = { signal: task.signal, headers, ...(task.ca ? { ca: task.ca } : {}) }
  const { answer, host } = await openHttps(task.url, options)
  state.hasAnswered = true
  try {
    if (await isWhole(answer, host, state)) return
    await checkRoom(task, state)
    task.progress(state.have, state.total)
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      await state.handle.appendFile(chunk)
      state.hash.update(chunk)
      state.have += chunk.length
      if (state.have > task.mostBytes) {
        await startOver(state)
        throw tooLarge(task.mostBytes)
      }
      task.progress(state.have, state.total)
    }
    if (state.have < state.total) throw new Error('it ended too early')
  } finally {
    answer.destroy()
  }
}

/** Understands how an answer begins: with the rest, with everything, or with the news that everything is here. */
async function isWhole(answer: IncomingMessage, host: string, state: State): Promise<boolean> {
  const status = answer.statusCode ?? 0
  const range = /^bytes (?:(\d+)-\d+|\*)\/(\d+|\*)$/.exec(answer.headers['content-range'] ?? '')
  const size = Number(range?.[2]) || 0
  if (status === 416 && size === state.have) return true
  if (status === 416 || (status === 206 && Number(range?.[1]) !== state.have)) {
    await startOver(state)
    throw new Error('the server gave another part than it was asked for')
  }
  const length = Number(answer.headers['content-length']) || 0
  if (status === 206) state.total = size || state.have + length
  else if (status === 200) {
    if (/^text\/html\b/.test(answer.headers['content-type'] ?? ''))
      throw new ApiError(
        'not-a-file',
        'This is the address of a page, not of a file. Copy the address of its download.',
      )
    await startOver(state)
    state.total = length
  } else throw statusProblem(status, host)
  return false
}

async function startOver(state: State) {
  await state.handle.truncate(0)
  state.have = 0
  state.hash = createHash('sha256')
}

/** The disk must hold what is still to come, and the network once more as it is written after the check. */
async function checkRoom({ file, mostBytes, freeBytes = freeOn }: Download, { have, total }: State) {
  if (total > mostBytes) throw tooLarge(mostBytes)
  const needed = 2 * total - have
  const free = await freeBytes(path.dirname(file))
  if (total === 0 || free >= needed) return
  throw new ApiError(
    'disk-full',
    `This takes ${megabytes(needed)}, and the disk has room for ${megabytes(free)}. Make room, then try again.`,
  )
}

const tooLarge = (most: number) =>
  new ApiError('too-large', `This file is larger than ${megabytes(most)}, the most that this app takes.`)

async function freeOn(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}
