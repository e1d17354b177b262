/**
 * The newest answer to a question, asked again whenever what the question reads has changed. Call it while a component
 * is set up. A late answer to an older question is dropped.
 */
export function asked<T>(question: () => Promise<T>, first: T, onerror?: (error: unknown) => void) {
  let value = $state.raw(first)
  let answered = $state(false)
  let failed = $state(false)
  $effect(() => {
    let stale = false
    question().then(
      (answer) => {
        if (stale) return
        value = answer
        failed = false
        answered = true
      },
      (error: unknown) => {
        if (stale) return
        failed = true
        answered = true
        onerror?.(error)
      },
    )
    return () => {
      stale = true
    }
  })
  return {
    get value() {
      return value
    },
    get answered() {
      return answered
    },
    get failed() {
      return failed
    },
  }
}
