import type { Job } from './jobs.ts'
import type { RecipeContent } from './recipes.ts'
import type { LeftOut } from './runs.ts'

export type LearnOptions = {
  recipe: string
  /** Id of the network to learn with; left out or null: the one that the recipe names, else the bundled one. */
  backbone?: string | null
  /** Left out: every attribute with labels. */
  attributes?: string[]
  seed?: number
}

/** `draft`: a recipe that is not saved, instead of the one that is named. */
export type PlanOptions = LearnOptions & { draft?: RecipeContent }

/** What would be trained. Without a network of its own (a quick look): no layers, no time. */
export type LearningPlan = {
  network: string
  /** Where the recipe leaves a choice of networks: a sentence that says which one it is, and why. */
  note: string | null
  works: number
  /** Parts that are judged one after the other, each by a model that has not seen it. */
  folds: number
  /** From the image on; `parameters`: numbers that could be learned. */
  layers: { name: string; op: string; parameters: number }[]
  parameters: number
  /** `trained`: how many of the last layers learn; `parameters`: how many numbers learn, those of the labels included. */
  phases: { name: string; trained: number; parameters: number }[]
  /** Seconds at the most, from a trial on this computer; null: a few seconds. */
  seconds: number | null
  /** One fixed split: only the works of its test part are judged. */
  isFixedSplit: boolean
  /** What is learned after the labels have been prepared. `teaching`: works that teach; the others are only judged. */
  attributes: {
    name: string
    terms: number
    works: number
    teaching: number
    tooRare: number
    leftOut: { because: LeftOut; works: number }[]
    apart: string | null
  }[]
  /** The runs that would vote. */
  voters: { run: number; recipeName: string }[]
}

export type CurvePoint = Job['curve'][number] & { stage: string }

export type ModelCard = {
  markdown: string
  /** The folder in which the model lies. */
  folder: string
}
