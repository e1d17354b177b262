import path from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { answer } from '#preload/rpc.ts'
import { openCatalogue } from '../catalogue/open.ts'
import type { Asked } from './reading.ts'
import { questions, type Open, type Question, type Questions } from './questions.ts'

/** What a thread that reads is asked. */
export type ThreadApi = {
  questions: {
    [Q in Question]: (threshold: number, ...asked: Asked<Q>) => Promise<Awaited<ReturnType<Questions[Q]>>>
  }
}

const { folder } = workerData as { folder: string }
const db = openCatalogue(path.join(folder, 'catalogue.sqlite'))
const asHandler =
  (ask: (open: Open, ...asked: unknown[]) => unknown) =>
  async (threshold: number, ...asked: unknown[]) =>
    ask({ folder, db, threshold }, ...asked)
const handlers = {
  questions: Object.fromEntries(
    Object.entries(questions).map(([name, ask]) => [name, asHandler(ask as Parameters<typeof asHandler>[0])]),
  ),
} as unknown as ThreadApi

parentPort!.on('message', ({ id, name, args }: { id: number; name: string; args: unknown[] }) => {
  void answer(handlers, name, args).then((reply) => parentPort!.postMessage({ id, reply }))
})
