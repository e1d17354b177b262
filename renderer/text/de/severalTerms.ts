import type { Translation } from '../language.ts'

export const severalTerms: Translation['severalTerms'] = {
  title: 'Mehrere Begriffe je Werk',
  button: 'Mehrere Begriffe',
  lead: 'Ob die Zuordnung eines Werks mehr als einen Begriff nennen darf: {attribute}.',
  one: 'Ein Werk hat einen Begriff',
  oneHint: 'Eine Zuordnung wie „Symbolismus/Expressionismus“ ist dann ein eigener Begriff.',
  many: 'Ein Werk darf mehrere haben, mit „{separator}“ dazwischen',
  found: {
    one: '{count} Werk hat eine Zuordnung, die mehrere nennt, etwa {example}: {terms}.',
    other: '{count} Werke haben eine Zuordnung, die mehrere nennt, etwa {example}: {terms}.',
  },
  none: 'Bisher nennt keine Zuordnung mehrere.',
  means:
    'Eine Zuordnung mit mehreren Begriffen wird nur angezweifelt, wo keiner davon passt, und vorgeschlagen wird ein anderer. Sie lehrt jeden ihrer Begriffe zu gleichen Teilen.',
  stays:
    'Jede Zuordnung bleibt, wie sie geschrieben ist, hier und im Export. Ein einziges Rückgängig nimmt das zurück.',
  take: 'So übernehmen',
  allowed: '{attribute}: ein Werk darf mehrere Begriffe haben',
  single: '{attribute}: ein Werk hat einen Begriff',
  notice: {
    one: '{count} Zuordnung scheint mehrere Begriffe zu nennen, etwa {example}.',
    other: '{count} Zuordnungen scheinen mehrere Begriffe zu nennen, etwa {example}.',
  },
  look: 'Mehrere Begriffe …',
  parts: 'Mehrere Begriffe zugleich',
  among: {
    one: '{count} weiteres hat ihn neben einem anderen',
    other: '{count} weitere haben ihn neben einem anderen',
  },
  of: 'Begriffe dieser Zuordnung',
  add: 'Weiterer Begriff',
  remove: '{term} wegnehmen',
  addTitle: 'Weiteren Begriff hinzufügen: {attribute}',
  removeTitle: 'Welcher Begriff passt nicht? {attribute}',
}
