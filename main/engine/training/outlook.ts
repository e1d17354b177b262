/** Seconds a phase is expected to take at the most: `imageSeconds` once, `foldSeconds` in each fold. */
export type Expected = { imageSeconds: number; foldSeconds: number }
export type Moment = { fold: number; phase: number; part: 'images' | 'steps'; done: number; total: number }

/** Before so many seconds of a part have been seen, what was expected of it counts. */
const enough = 3

/**
 * Seconds that are left of a fine-tuning, at the most: what was expected of its parts, corrected by how long they really
 * take. Null where nothing was expected.
 */
export function createOutlook(expected: readonly Expected[], folds: number, now: () => number = Date.now) {
  /** Whole seconds of a phase's parts as they have turned out. */
  const seen = new Map<string, number>()
  let present = { key: '', start: { time: 0, share: 0 } }
  const usual = (phase: number, part: Moment['part']) =>
    seen.get(`${phase} ${part}`) ?? (part === 'images' ? expected[phase]!.imageSeconds : expected[phase]!.foldSeconds)

  return ({ fold, phase, part, done, total }: Moment): number | null => {
    if (expected.length === 0) return null
    const share = done / Math.max(1, total)
    const key = `${fold} ${phase} ${part}`
    if (present.key !== key) present = { key, start: { time: now(), share } }
    const elapsed = (now() - present.start.time) / 1000
    const gained = share - present.start.share
    if (elapsed >= enough && gained > 0) seen.set(`${phase} ${part}`, elapsed / gained)
    const later = expected.map((_, at) => at).filter((at) => at > phase)
    let seconds = (1 - share) * usual(phase, part)
    if (part === 'images') seconds += usual(phase, 'steps')
    for (const at of later) seconds += usual(at, 'steps') + (fold === 0 ? usual(at, 'images') : 0)
    for (const at of expected.keys()) seconds += (folds - 1 - fold) * usual(at, 'steps')
    return seconds
  }
}
