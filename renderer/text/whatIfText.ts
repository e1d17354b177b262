import type { EvidenceCard, WhatIf } from '#preload/api.ts'
import { percent } from './format.ts'
import { t } from './text.ts'

/** A change of the chance by less than this factor is not worth a sentence. */
const worthTelling = 1.5
const mostSentences = 3

/** What would change the judgement of a label, in sentences: what would clear it first, then whose word weighs most. */
export function whatIfSentences(card: EvidenceCard): string[] {
  const more = card.whatIf.filter(({ kind }) => kind === 'more')
  const size = ({ score }: WhatIf) => Math.abs(Math.log((score + 1e-3) / (card.score + 1e-3)))
  const without = card.whatIf
    .filter((one) => one.kind === 'without' && size(one) > Math.log(worthTelling))
    .toSorted((a, b) => size(b) - size(a))
  const told = [...more, ...without].slice(0, mostSentences).map((one) => sentence(one, card))
  const stays = card.score < card.threshold && card.whatIf.every(({ score }) => score < card.threshold)
  return told.length === 0 && stays ? [t('evidence.nothingAlone')] : told
}

function sentence(one: WhatIf, { label, artist, score, batch }: EvidenceCard): string {
  const values = { label, artist: artist?.name ?? '', chance: percent(one.score), now: percent(score) }
  if (one.kind === 'more') {
    const counts = { label, count: one.works, of: one.of, artist: values.artist }
    return one.witness === 'artist' ? t('evidence.moreArtist', counts) : t('evidence.moreNeighbours', counts)
  }
  switch (one.witness) {
    case 'picture':
      return t('evidence.withoutPicture', values)
    case 'artist':
      return t('evidence.withoutArtist', values)
    case 'neighbours':
      return t('evidence.withoutNeighbours', values)
    case 'dynamics':
      return t('evidence.withoutDynamics', values)
    case 'rules':
      return t('evidence.withoutRules', values)
    case 'batch':
      return t('evidence.withoutBatch', { ...values, count: batch?.works ?? 0 })
  }
}
