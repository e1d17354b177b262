import type { Settings } from '#preload/api.ts'
import * as en from './en.ts'

type Source = typeof en
/** The same sentences in another language, none missing; a text by number has its forms after Intl.PluralRules. */
export type Translation = {
  readonly [G in keyof Source]: {
    readonly [K in keyof Source[G]]: Source[G][K] extends string
      ? string
      : { readonly one: string; readonly other: string }
  }
}

/** In which the app can speak, under their own names. Only the one that is spoken is loaded. */
export const languages = {
  en: { name: 'English', load: (): Promise<Translation> => Promise.resolve(en) },
  de: { name: 'Deutsch', load: (): Promise<Translation> => import('./de.ts') },
  fr: { name: 'Français', load: (): Promise<Translation> => import('./fr.ts') },
  es: { name: 'Español', load: (): Promise<Translation> => import('./es.ts') },
} as const
export type Language = keyof typeof languages

/** What is spoken now: its sentences, and the locale that numbers and dates are written in. */
export let texts: Translation = en
export let locale = 'en'
/** The setting that led to it. */
export let chosen: Settings['language'] = 'system'

/**
 * Speaks the language of the setting or, where it is 'system', the first of the preferred locales that the app knows; English,
 * where it knows none. To be called before anything else of the page is loaded.
 */
export async function speak(setting: Settings['language'], preferred: readonly string[]) {
  chosen = setting
  locale = localeFor(setting, preferred)
  texts = await languages[languageOf(locale) ?? 'en'].load()
}

/** The preferred locale of that language, so that a Swiss writes numbers as the Swiss do. */
export function localeFor(setting: Settings['language'], preferred: readonly string[]): string {
  const known = preferred.filter((wanted) => languageOf(wanted) !== undefined)
  if (setting === 'system') return known[0] ?? 'en'
  return known.find((wanted) => languageOf(wanted) === setting) ?? setting
}

/** Of a locale such as "de-CH". */
function languageOf(wanted: string): Language | undefined {
  const [language = ''] = wanted.toLowerCase().split('-')
  return language in languages ? (language as Language) : undefined
}
