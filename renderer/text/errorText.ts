import { ApiError } from '#preload/rpc.ts'
import { said } from './said.ts'
import { t, type TextKey } from './text.ts'

/** Errors that the page words itself. All others come from the app as a sentence with its remedy. */
const sentences: Record<string, TextKey> = {
  internal: 'errors.internal',
  'unknown-procedure': 'errors.unknownProcedure',
  'bad-call': 'errors.internal',
  'only-on-desktop': 'errors.onlyOnDesktop',
  'not-let-in': 'errors.notLetIn',
  'app-gone': 'errors.appGone',
  'engine-busy': 'errors.engineBusy',
  'no-collection': 'errors.noCollection',
  'unknown-artwork': 'errors.unknownArtwork',
}

/** What went wrong and what to do about it. */
export function errorText(error: unknown): string {
  if (error instanceof ApiError) return sentenceOf(error.code, error.message)
  return sentenceOf('internal', error instanceof Error ? error.message : String(error))
}

export function sentenceOf(code: string, message: string): string {
  const key = sentences[code]
  if (key === undefined) return said(message)
  return code === 'internal' && message !== ''
    ? `${t('errors.internal')} (${message})`
    : (t as (key: TextKey) => string)(key)
}
