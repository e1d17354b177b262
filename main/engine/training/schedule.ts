/** How the learning rate moves over the steps of a phase. */
export type Schedule =
  | { readonly kind: 'constant' }
  /** Half a cosine down to `floor` times the rate (Loshchilov and Hutter 2017). */
  | { readonly kind: 'cosine'; readonly floor: number }
  /** Times `factor` after `patience` rounds without a lower validation loss. */
  | { readonly kind: 'plateau'; readonly factor: number; readonly patience: number }

export type Moment = {
  /** Steps taken in this phase, and steps it has. */
  step: number
  steps: number
  /** Steps of linear warm-up at its beginning. */
  warmUp: number
  /** How often the plateau has been met. */
  drops: number
}

/** The factor by which the phase's learning rate is multiplied, in [0, 1]. */
export function rateFactor(schedule: Schedule, { step, steps, warmUp, drops }: Moment): number {
  if (step < warmUp) return (step + 1) / warmUp
  switch (schedule.kind) {
    case 'constant':
      return 1
    case 'cosine': {
      const progress = Math.min(1, (step - warmUp) / Math.max(1, steps - warmUp))
      return schedule.floor + (1 - schedule.floor) * 0.5 * (1 + Math.cos(Math.PI * progress))
    }
    case 'plateau':
      return schedule.factor ** drops
  }
}

/** Follows the validation loss: best so far, rounds without gain. Plain data, so that a checkpoint can keep it as JSON. */
export type Watch = { best: number | null; bestRound: number; sinceDrop: number; drops: number }

export const newWatch = (): Watch => ({ best: null, bestRound: -1, sinceDrop: 0, drops: 0 })

/** The watch after a round. `gained`: this is the best round so far. */
export function look(watch: Watch, round: number, loss: number, schedule: Schedule): { watch: Watch; gained: boolean } {
  if (watch.best === null ? Number.isFinite(loss) : loss < watch.best)
    return { watch: { ...watch, best: loss, bestRound: round, sinceDrop: 0 }, gained: true }
  const sinceDrop = watch.sinceDrop + 1
  if (schedule.kind === 'plateau' && sinceDrop >= schedule.patience)
    return { watch: { ...watch, sinceDrop: 0, drops: watch.drops + 1 }, gained: false }
  return { watch: { ...watch, sinceDrop }, gained: false }
}
