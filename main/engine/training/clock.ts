/** How long a training may take: what is left is shared evenly by the folds that are still to come. */
export type Clock = {
  /** Begins a fold, counted from 0. */
  begin(fold: number): void
  /** The fold under way has had its time. */
  isOver(): boolean
  /** Seconds that are left by another estimate, no more than until everything is over. Null: not known. */
  atMost(seconds: number | null): number | null
}

/** The time is up while something was still being prepared. */
export class TimeIsUp extends Error {}

export function createClock(minutes: number | null | undefined, folds: number, now: () => number = Date.now): Clock {
  if (minutes === null || minutes === undefined)
    return { begin: () => {}, isOver: () => false, atMost: (seconds) => seconds }
  const end = now() + minutes * 60_000
  let foldEnd = end
  return {
    begin: (fold) => void (foldEnd = now() + Math.max(0, end - now()) / (folds - fold)),
    isOver: () => now() >= foldEnd,
    atMost: (seconds) => Math.min(seconds ?? Infinity, Math.max(0, end - now()) / 1000),
  }
}
