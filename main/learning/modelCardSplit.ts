import type { CardFacts } from './modelCard.ts'

/** How the works were parted, in sentences; `text` makes a name safe in Markdown. */
export function howJudged({ recipe, attributes, votes = [] }: CardFacts, text: (name: string) => string): string {
  const end = 'The figures are agreement with the labels as they stood, which are partly wrong themselves.'
  if (recipe.kind === 'ensemble') {
    const runs = votes.map(({ run, recipeName, weights }) => `run ${run} (${text(recipeName)}: ${Object.entries(weights).map(([name, weight]) => `${text(name)} ${weight.toFixed(3)}`).join(', ')})`) // prettier-ignore
    return `Out of sample: the mean of what these runs had said of works that they had not seen, ${runs.join('; ')}. The weights by which a work was judged were found on other works. ${end}`
  }
  const groups = [...new Set(attributes.map(({ learned }) => apartOf(learned.apart, recipe.groupBy)))]
  const [group] = groups
  const dealt =
    groups.length > 1
      ? attributes.map(({ learned }) => `${text(learned.name)}: ${together(apartOf(learned.apart, recipe.groupBy), text)}`).join('; ') // prettier-ignore
      : together(group ?? null, text)
  const { split } = recipe.preparation
  if (split.kind === 'fixed')
    return `Out of sample: one fixed split, ${percent(split.training)} of the works to learn from, ${percent(split.validation)} to choose by, ${percent(split.test)} to judge (${dealt}). Only the last are counted here. ${end}`
  return `Out of sample: the works were dealt to ${recipe.folds} parts (${dealt}), and each was judged by a model learned from the other parts. ${end}`
}

/** 'auto' of a recipe says nothing of what was done. */
const apartOf = (apart: string | null | undefined, groupBy: string | null) =>
  apart !== undefined ? apart : groupBy === 'auto' ? null : groupBy

const together = (group: string | null, text: (name: string) => string) =>
  group === null
    ? 'copies of an image stay in one part'
    : `all works of one ${text(group)}, and copies of an image, stay in one part`

const percent = (share: number) => `${Math.round(share * 100)} %`

/** Whether a model was judged on artists whom it knows. */
export function artistLimits({ recipe, attributes }: CardFacts, text: (name: string) => string): string {
  const groupBy = recipe.kind === 'ensemble' ? null : recipe.groupBy
  return attributes
    .map(({ learned: { name, apart, unseen } }) => {
      const group = apartOf(apart, groupBy)
      const only = attributes.length > 1 ? ` (${text(name)})` : ''
      if (group !== null)
        return `- Works of one ${text(group)} were never on both sides of an evaluation${only}; works of one photographer or one loan may have been.`
      const figure = unseen ? ` A quick look that knew no work of the artist met ${(unseen.accuracy * 100).toFixed(1)} %.` : '' // prettier-ignore
      return `- Artist leakage${only}: works of one artist were on both sides of the evaluation, so that a style may be known by its artists. On artists it has never seen it is less often right than the figures say.${figure}`
    })
    .join('\n')
}
