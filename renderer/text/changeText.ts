import type { Change, ChangeFacts } from '#preload/api.ts'
import { list } from './format.ts'
import { t } from './text.ts'

/** Who did what, as a sentence without a full stop: "Anna relabelled 24 works from Realism to Naturalism". */
export const changeSentence = ({ actor, facts }: Pick<Change, 'actor' | 'facts'>) => sentenceOf(facts, actor)

function sentenceOf(facts: ChangeFacts, who: string): string {
  if (facts.kind === 'vocabulary') return vocabularySentence(facts, who)
  if (facts.kind === 'several-terms') {
    const { attribute, after } = facts
    return after === null ? t('history.severalSingle', { who, attribute }) : t('history.severalAllowed', { who, attribute, separator: after }) // prettier-ignore
  }
  const works = facts.works === 1 ? t('history.oneWork', { title: facts.title }) : t('history.works', { count: facts.works }) // prettier-ignore
  if (facts.kind === 'mark') return markSentence(facts, who, works)
  const { attribute, after } = facts
  const before = list(facts.before.map((term) => term || t('history.noLabel')))
  if (facts.kind === 'relabel') {
    if (after === null) return t('history.removed', { who, attribute, works, before })
    if (facts.before.every((term) => term === '')) return t('history.labelled', { who, attribute, works, after })
    return t('history.relabelled', { who, works, before, after })
  }
  switch (facts.verdict) {
    case 'relabel':
      return t('history.relabelled', { who, works, before, after: after ?? '' })
    case 'keep':
      return t('history.kept', { who, works, before })
    case 'unsure':
      return facts.works === 1 ? t('history.unsure', { who, works, before }) : t('history.unsureMany', { who, attribute, works }) // prettier-ignore
    case 'wrong-image':
      return t('history.wrongImage', { who, works })
    case 'not-artwork':
      return t('history.notArtwork', { who, works })
    case 'skip':
      return t('history.skipped', { who, works })
  }
}

function vocabularySentence(facts: Extract<ChangeFacts, { kind: 'vocabulary' }>, who: string): string {
  const { term, other, attribute } = facts
  const works = t('history.works', { count: facts.works })
  switch (facts.deed) {
    case 'add':
      return t('history.termAdded', { who, term, attribute })
    case 'describe':
      return t('history.termDescribed', { who, term })
    case 'rename':
      return t('history.termRenamed', { who, term, other })
    case 'merge':
      return t('history.termMerged', { who, term, other, works })
    case 'split':
      return t('history.termSplit', { who, term, other, works })
    case 'retire':
      return t('history.termRetired', { who, term })
    case 'bring-back':
      return t('history.termBroughtBack', { who, term })
    case 'match':
      return t('history.termsMatched', { who, count: facts.terms, attribute })
    case 'import':
      return t('history.termsImported', { who, count: facts.terms, attribute })
  }
}

function markSentence({ mark, text }: Extract<ChangeFacts, { kind: 'mark' }>, who: string, works: string): string {
  if (mark === 'flag') return t(text === null ? 'history.unflagged' : 'history.flagged', { who, works })
  return text === null ? t('history.unnoted', { who, works }) : t('history.noted', { who, works, text })
}
