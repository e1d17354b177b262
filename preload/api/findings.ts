import type { Card } from './artworks.ts'
import type { QueueEntry } from './queue.ts'

type Range = { low: number; high: number }

/** What the whole collection says about the labels of an attribute. Shares and chances in [0, 1], intervals of 95 %. */
export type Findings = {
  attribute: string
  run: number
  /** Labels that the run has judged. */
  judged: number
  doubtful: number
  wrong: {
    /** By the chances of the witnesses, corrected by the verdicts taken so far. */
    expected: number
    share: Range & { mean: number }
    /** By confident learning on what the pictures alone say (Northcutt et al. 2021): too high where terms look alike. */
    confidentLearning: number
    /** What the mixture of the witnesses takes to be drawn blindly. */
    blind: number
  }
  budget: ReviewBudget
  /** More wrong labels than chance explains (Fisher's test, at most 5 % of those told are chance), the largest lift first. */
  groups: {
    by: GroupKind
    column: string
    value: string
    works: number[]
    judged: number
    wrong: number
    lift: number
    p: number
  }[]
  /** Terms that the pictures cannot tell apart: 0.5 is chance, 1 always. crossed: works that look more like the other term. */
  pairs: ({ terms: [string, string]; works: [number, number]; apart: number; crossed: number[] } & Range)[]
  tooRare: { term: string; works: number }[]
  /** The ten works that are least like any other: their likeness to the most similar works, in [-1, 1]. */
  outliers: (Card & { likeness: number })[]
}

export type GroupKind = 'folder' | 'import' | 'artist' | 'column' | 'stretch'

export type ReviewBudget = {
  reviewed: number
  /** Wrong labels found by those. */
  found: number
  /** Still expected among all that nobody has looked at. */
  expected: number
  /** So many more labels, worst first, will find about so many of them. */
  steps: { labels: number; finds: number }[]
  /** By how much the verdicts have changed what the app expects; 1: not at all. */
  correction: number
  /** A random sample of the labels that are not doubtful: what the queue misses. */
  control: Range & { size: number; looked: number; wrong: number; population: number; missed: Range }
  /** Whether more review is worth while: on with the queue, look at the control sample, or stop. */
  advice: 'go-on' | 'check' | 'stop'
}

/** What waits of the control sample, in its random order. */
export type ControlSample = QueueEntry[]
