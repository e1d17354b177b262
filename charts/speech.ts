/** How a figure speaks: its sentences, and its numbers as its readers write them. */
export type Speech = {
  /**
   * A sentence that is given in English, with {1}, {2}, … for its values. The values stand as they are: they are names that
   * somebody gave, numbers that are written already, or sentences that have been said.
   */
  say: (sentence: string, ...values: readonly (string | number)[]) => string
  count: (value: number) => string
  /** Works in so many words, as the subject of a sentence. */
  works: (value: number) => string
  /** A share in [0, 1] on an axis. */
  share: (value: number) => string
  /** With one decimal, to read off; a dash where there is none. */
  exactShare: (value: number | null) => string
  decimal: (value: number) => string
  /** A number of a table with all its decimals. */
  figure: (value: number) => string
}

/** `sentences`: in that language, by the English ones. What they lack stays English. */
export function createSpeech(locale: string, sentences: Readonly<Record<string, string>>): Speech {
  const whole = new Intl.NumberFormat(locale)
  const shares = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const exactShares = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1, minimumFractionDigits: 1 }) // prettier-ignore
  const decimals = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 })
  const figures = new Intl.NumberFormat(locale, { maximumFractionDigits: 6 })
  const say: Speech['say'] = (sentence, ...values) =>
    (sentences[sentence] ?? sentence).replaceAll(/\{(\d+)\}/g, (_, at: string) => String(values[Number(at) - 1] ?? ''))
  const count = (value: number) => whole.format(value)

  return {
    say,
    count,
    works: (value) => (value === 1 ? say('1 work') : say('{1} works', count(value))),
    share: (value) => shares.format(value),
    exactShare: (value) => (value === null ? '–' : exactShares.format(value)),
    decimal: (value) => decimals.format(value),
    figure: (value) => figures.format(value),
  }
}

export const english = createSpeech('en', {})
