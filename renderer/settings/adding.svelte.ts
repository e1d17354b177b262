import type { JobId } from '#preload/api.ts'

/** The dialog in which a network is added. */
class Adding {
  isOpen = $state(false)
  /** The job whose end the dialog tells; null: none. */
  watched = $state<JobId | null>(null)
}

export const adding = new Adding()
