import { toasts } from '../lib/toasts.svelte.ts'
import { errorText } from '../text/errorText.ts'

/** Tells the user what went wrong and what to do. */
export function report(error: unknown): void {
  toasts.show(errorText(error), { tone: 'bad' })
}

/** Does it, and reports a failure. Resolves with undefined then. */
export async function perform<T>(deed: () => Promise<T>): Promise<T | undefined> {
  try {
    return await deed()
  } catch (error) {
    report(error)
    return undefined
  }
}
