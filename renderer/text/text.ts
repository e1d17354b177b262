import type * as en from './en.ts'
import { number } from './format.ts'
import { locale, texts } from './language.ts'

type Texts = typeof en
type ByNumber = { one: string; other: string }
/** Groups whose texts have names; the others go by their English sentences. */
type Named = Exclude<keyof Texts, 'said' | 'charts'>
export type TextKey = { [G in Named]: `${G}.${keyof Texts[G] & string}` }[Named]

type Entry<K extends TextKey> = K extends `${infer G extends keyof Texts}.${infer P}`
  ? Texts[G][P & keyof Texts[G]]
  : never
type Names<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never
type NamesOf<E> = E extends string
  ? Names<E>
  : E extends ByNumber
    ? 'count' | Names<E['one']> | Names<E['other']>
    : never
type Values<K extends TextKey> = [NamesOf<Entry<K>>] extends [never]
  ? []
  : [values: Record<NamesOf<Entry<K>>, string | number>]

const plural = new Intl.PluralRules(locale)

/** The sentence of that key with its values filled in; numbers are written as the language writes them. */
export function t<K extends TextKey>(key: K, ...[values]: Values<K>): string {
  const [group, name] = key.split('.') as [keyof Texts, string]
  const entry = (texts[group] as Record<string, string | ByNumber>)[name] ?? key
  const given: Record<string, string | number> = values ?? {}
  const text =
    typeof entry === 'string' ? entry : entry[plural.select(Number(given['count'])) === 'one' ? 'one' : 'other']
  return text.replaceAll(/\{(\w+)\}/g, (_, placeholder: string) => {
    const value = given[placeholder]
    return typeof value === 'number' ? number(value) : (value ?? '')
  })
}
