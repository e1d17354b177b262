import { createSpeech } from '#charts/speech.ts'
import { locale, texts } from './language.ts'

/** Of the charts, in the language of the page. */
export const speech = createSpeech(locale, texts.charts)
