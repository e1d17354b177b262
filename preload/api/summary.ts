/** What one reviewer has decided on one day of this computer's calendar; what was taken back since is left out. */
export type DaySummary = {
  /** YYYY-MM-DD. */
  day: string
  reviewer: string
  /** Labels with a verdict other than skip. */
  reviewed: number
  corrected: number
  kept: number
  /** Unsure, wrong image, not an artwork. */
  other: number
  skipped: number
  /** Stretches of work without a pause of half an hour. */
  sessions: { from: string; to: string; reviewed: number; corrected: number }[]
  /** The most frequent corrections first, at most ten. */
  changes: { attribute: string; before: string; after: string; labels: number }[]
}
