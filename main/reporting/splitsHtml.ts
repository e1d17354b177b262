import type { SplitFigure, Splits } from '#preload/api.ts'
import { english } from '#charts/speech.ts'

const { count, exactShare, works } = english

const points = (share: number) => (100 * share).toFixed(1)

/** How good a run is on what it does not know, in sentences. */
export function splitsHtml({ random, artists, leakage, holdOut }: Splits): string {
  const lines = [
    `On works it has not seen: ${told(random)}.`,
    artists
      ? `On artists it has never seen: ${told(artists.unseen)}; the same works by a model that knows their artists: ${told(artists.known)}. The difference lies between ${points(artists.difference.low)} and ${points(artists.difference.high)} points.` // prettier-ignore
      : 'This collection does not say who made the works, or the artist is what is learned: nothing can be said of artists it has never seen.',
    `On ${works(holdOut.works)} set aside for good, against the labels as they were imported: ${told(holdOut.asImported)}.`,
    leakage.state === 'alarm'
      ? `Alarm: ${works(leakage.works)} had a near copy among those that their model learned from, which makes the figures too good.`
      : leakage.state === 'clean'
        ? 'No picture was judged by a model that had learned from a near copy of it.'
        : 'Whether near copies make the figures too good is not known.',
    leakage.sameArtist
      ? `${count(leakage.sameArtist.works)} of ${works(leakage.sameArtist.of)} were judged by a model that had learned from their artist.`
      : '',
  ]
  return `<h3>On what it knows, and on what it does not</h3><ul>${lines.filter(Boolean).map((line) => `<li>${line}</li>`).join('')}</ul>` // prettier-ignore
}

const told = ({ accuracy, interval, canJudge, works: number }: SplitFigure) =>
  canJudge && interval
    ? `right for ${exactShare(accuracy)} (${exactShare(interval.low)} to ${exactShare(interval.high)}) of ${works(number)}`
    : `cannot be judged, ${works(number)} only`
