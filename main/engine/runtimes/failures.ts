import type { Executor } from './onnx.ts'

/** What went wrong on an executor since the engine started, as the runtime said it. It is not chosen by itself again. */
const failures = new Map<Executor, string>()

let listener: (executor: Executor) => void = () => {}

export function noteFailure(executor: Executor, error: unknown) {
  failures.set(executor, (error instanceof Error ? error.message : String(error)).slice(0, 300))
  listener(executor)
}

/** Called at every failure from now on; there is one who is told. */
export const tellFailures = (told: typeof listener) => void (listener = told)

export const failureOf = (executor: Executor): string | undefined => failures.get(executor)
