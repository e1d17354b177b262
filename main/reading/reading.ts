import { Worker } from 'node:worker_threads'
import { createClient, type Client, type Reply } from '#preload/rpc.ts'
import { highestArtwork } from '../catalogue/highestArtwork.ts'
import type { OpenCollection } from '../collection/openCollection.ts'
import { processBridge } from '../engine/processBridge.ts'
import { places } from '../places.ts'
import { questions, type Open, type Question, type Questions } from './questions.ts'
import type { ThreadApi } from './thread.ts'

/** Of fewer works everything is read in an instant, and a thread costs more than it gives. */
const fewWorks = 2000
/** A thread that nobody asks gives back what it keeps. */
const idleMs = 600_000

type ThreadName = 'works' | 'evidence' | 'whole'
/** Who waits for whom: what is asked at every key waits for nothing that takes seconds. */
const threadOf: Readonly<Record<Question, ThreadName>> = {
  find: 'works',
  attributes: 'works',
  proof: 'evidence',
  groups: 'evidence',
  card: 'evidence',
  budget: 'evidence',
  control: 'evidence',
  judge: 'evidence',
  findings: 'whole',
  overview: 'whole',
}

/** Nothing, or one object. */
export type Asked<Q extends Question> = Parameters<Questions[Q]> extends [Open, ...infer A] ? A : never
type Answer<Q extends Question> = Promise<Awaited<ReturnType<Questions[Q]>>>
type Thread = { folder: string; client: Client<ThreadApi>; waiting: number; idle?: NodeJS.Timeout; end(): Promise<unknown> } // prettier-ignore

export type Ask = <Q extends Question>(question: Q, ...asked: Asked<Q>) => Answer<Q>

type Options = {
  /** The open one. */
  collection(): OpenCollection
  threshold(): number
  /** From so many works on threads are used. */
  from?: number
}

/**
 * Answers questions that read much of a large collection in threads, so that the app goes on taking verdicts meanwhile. Each
 * thread opens the catalogue once more and sees what has been committed (WAL); what it has read of a run stays with it.
 */
export function createReading({ collection, threshold, from = fewWorks }: Options) {
  const running = new Map<ThreadName, Thread>()

  function threadFor(name: ThreadName, folder: string): Thread {
    const known = running.get(name)
    if (known?.folder === folder) return known
    void known?.end()
    const started = startThread(folder, () => {
      if (running.get(name) === started) running.delete(name)
    })
    running.set(name, started)
    return started
  }

  async function askThread(thread: Thread, question: Question, asked: unknown[]) {
    const { client } = thread
    clearTimeout(thread.idle)
    thread.waiting++
    try {
      return await (client.questions[question] as Anything)(threshold(), ...asked)
    } finally {
      if (--thread.waiting === 0) thread.idle = setTimeout(() => void thread.end(), idleMs).unref()
    }
  }

  const ask = async (question: Question, ...asked: unknown[]): Promise<unknown> => {
    const open = collection()
    if (highestArtwork(open.db) < from)
      return (questions[question] as Anything)({ ...open, threshold: threshold() }, ...asked)
    return askThread(threadFor(threadOf[question], open.folder), question, asked)
  }

  return {
    /** Throws what the question throws, and ApiError 'no-collection'. */
    ask: ask as Ask,
    /** The catalogue is about to be closed. */
    close: async () => void (await Promise.all([...running.values()].map((thread) => thread.end()))),
  }
}

/** What is asked and answered belongs to a question's name; that is lost where a function is chosen by it. */
type Anything = (...args: unknown[]) => unknown

const ended: Reply = {
  ok: false,
  error: {
    code: 'internal',
    message: 'There is no answer, because the collection was closed or the memory was not enough. Ask again.',
  },
}

function startThread(folder: string, onEnd: () => void): Thread {
  const worker = new Worker(places.reading, { workerData: { folder }, execArgv: [] })
  worker.unref()
  worker.on('error', () => {}) // its end is told by 'exit'
  worker.once('exit', onEnd)
  const bridge = processBridge(
    {
      post: (message) => worker.postMessage(message),
      onMessage: (listener) => void worker.on('message', listener),
      onClose: (listener) => void worker.once('exit', listener),
    },
    ended,
  )
  return { folder, client: createClient<ThreadApi>(bridge), waiting: 0, end: () => worker.terminate() }
}
