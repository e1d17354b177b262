import type { Executor } from './onnx.ts'

/** What went wrong on an executor since the engine started, as the runtime said it. It is not chosen by itself again. */
const failures = new Map<Executor, string>()

export const noteFailure = (executor: Executor, error: unknown) =>
  void failures.set(executor, (error instanceof Error ? error.message : String(error)).slice(0, 300))

export const failureOf = (executor: Executor): string | undefined => failures.get(executor)
