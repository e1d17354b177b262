import { ApiError, answer, type Handlers } from '#preload/rpc.ts'
import type { Backbone, EngineApi, EngineEvents } from './api.ts'
import { look } from './attribution/look.ts'
import { inspect, readBackbone } from './backbone/inspect.ts'
import { prepareBackbone } from './backbone/prepare.ts'
import { embed } from './embedding.ts'
import { layMap } from './map.ts'
import { writeEnsemble } from './networks/ensemble.ts'
import { findNeighbours } from './neighbours.ts'
import { chooseExecutor, describeDevice, executorNames } from './runtimes/executors.ts'
import { tellFailures } from './runtimes/failures.ts'
import { isTrialProcess, type TrialNetwork } from './runtimes/trial.ts'
import { fineTune } from './training/fineTune.ts'
import { planTraining } from './training/plan.ts'
import { learnProbe } from './training/probe.ts'

/** The process that owns tensors. One task at a time: a second waits for nobody and is refused. */
let task: { cancelled: boolean } | null = null

async function alone<T>(work: (cancelled: () => boolean) => Promise<T>): Promise<T> {
  if (task)
    throw new ApiError('engine-busy', 'The engine is at work already. Wait until it has finished, or cancel it.')
  const mine = (task = { cancelled: false })
  try {
    return await work(() => mine.cancelled)
  } finally {
    task = null
  }
}

const networkOf = (backbone: Backbone, model: string): TrialNetwork => ({ backbone, model })

const handlers: Handlers<EngineApi> = {
  device: { describe: ({ executor, network }) => describeDevice(executor, network) },
  embedding: {
    run: (settings) =>
      alone(async (cancelled) =>
        embed(settings, await chooseExecutor(settings.executor, networkOf(settings.backbone, settings.model)), {
          cancelled,
          embedded: (rows) => send('embedded', { rows }),
          progress: (done, total) => send('progress', { stage: 'embedding', done, total }),
        }),
      ),
  },
  probe: {
    learn: (settings) =>
      alone((cancelled) => learnProbe(settings, 'cpu', { cancelled, progress: (state) => send('progress', state) })),
  },
  fineTune: {
    plan: (settings) =>
      alone(async (cancelled) =>
        planTraining(
          settings,
          await chooseExecutor(settings.executor, networkOf(settings.backbone, settings.network)),
          () => {
            if (cancelled()) throw new ApiError('cancelled', 'The trial was cancelled')
          },
        ),
      ),
    learn: (settings) =>
      alone(async (cancelled) =>
        fineTune(settings, await chooseExecutor(settings.executor, networkOf(settings.backbone, settings.network)), {
          cancelled,
          progress: (state) => send('progress', state),
        }),
      ),
  },
  ensemble: { write: (settings) => alone(() => writeEnsemble(settings)) },
  neighbours: {
    find: (settings) =>
      alone((cancelled) =>
        findNeighbours(settings, {
          cancelled,
          progress: (done, total) => send('progress', { stage: 'comparing', done, total }),
        }),
      ),
  },
  map: {
    lay: (settings) =>
      alone((cancelled) =>
        layMap(settings, { cancelled, progress: (stage, done, total) => send('progress', { stage, done, total }) }),
      ),
  },
  backbone: {
    inspect: ({ file }) => alone(async () => inspect(await readBackbone(file))),
    prepare: (settings) => alone(() => prepareBackbone(settings)),
  },
  attribution: { look: (settings) => alone((cancelled) => look(settings, cancelled)) },
  work: {
    cancel: () => {
      if (task) task.cancelled = true
    },
  },
}

type Call = { id: number; name: string; args: unknown[] }

const post = (message: unknown) => process.send?.(message)
const send = <N extends keyof EngineEvents>(event: N, payload: EngineEvents[N]) => post({ event, payload })
const onCall = async ({ id, name, args }: Call) => post({ id, reply: await answer(handlers, name, args) })

tellFailures((executor) => send('deviceFailed', { name: executorNames[executor] }))
if (!isTrialProcess()) process.on('message', (message) => void onCall(message as Call))
process.on('disconnect', () => process.exit()) // the parent is gone
process.on('SIGINT', () => {}) // Ctrl-C in a terminal reaches every process; the parent ends this one in order
