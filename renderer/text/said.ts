import { texts } from './language.ts'

/** A sentence of the app in English, with {1}, {2}, … for what is filled in, and the same in the language of the page. */
export type Said = Readonly<Record<string, string>>

/**
 * Says sentences that the app worded in English, such as reasons and errors, by a table of them: what was kept with a decision
 * years ago is then read in any language. A value that is such a sentence itself is translated, too. What the table lacks
 * stays English.
 */
export function createSaid(table: Said) {
  const forms = Object.keys(table)
    .toSorted((a, b) => fixed(b) - fixed(a))
    .map((template) => ({ pattern: patternOf(template), translation: table[template]! }))
  const known = new Map<string, string>()

  function translate(sentence: string): string {
    for (const { pattern, translation } of forms) {
      const values = pattern.exec(sentence)
      if (values) return translation.replaceAll(/\{(\d+)\}/g, (_, at: string) => say(values[Number(at)] ?? ''))
    }
    return sentence
  }
  function say(sentence: string): string {
    if (forms.length === 0 || sentence === '') return sentence
    const found = known.get(sentence) ?? translate(sentence)
    known.set(sentence, found)
    return found
  }
  return say
}

/** Letters that are not filled in: the template with most of them says it most exactly. */
const fixed = (template: string) => template.replaceAll(/\{\d+\}/g, '').length

const patternOf = (template: string) =>
  new RegExp(`^${template.split(/\{\d+\}/).map((text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join('(.+?)')}$`, 's') // prettier-ignore

/** In the language of the page. */
export const said = createSaid(texts.said)
