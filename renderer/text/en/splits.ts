/** What a run is worth on works and artists that it does not know, and whether the test was fair. */
export const splits = {
  range: '{share} ({low} to {high})',
  cannotJudge: { one: 'cannot judge from {count} work', other: 'cannot judge from {count} works' },
  unseenWorks: 'On works it has never seen',
  random: 'Every label was judged by a model that had not seen the work: {share} are right.',
  unseenArtists: 'On artists it has never seen',
  artists: 'On artists it has never seen: {unseen}. On artists it knows: {known}.',
  artistsHow: {
    one: '{count} work by {artists} artists, judged twice: by the model that may know other works of the artist, and by one that has seen none of them.',
    other:
      'The same {count} works by {artists} artists, judged twice: by the model that may know other works of the artist, and by one that has seen none of them.',
  },
  artistHelps:
    'Of a hundred works it gets {low} to {high} more right by knowing the artist: part of what it has learned is the artist.',
  artistNoHelp: 'That is no more than chance: the model does not lean on knowing the artist.',
  noArtists:
    'This collection does not say who made the works, or it is the artist that is learned, so the two cannot be compared.',
  leakage: 'Was the test fair?',
  alarm: {
    one: '{count} work was judged after the model had learned from nearly the same picture. Its result says little.',
    other:
      '{count} works were judged after the model had learned from nearly the same picture. Their results say little.',
  },
  alarmFigures: 'On these works {copies} are right, on all others {others}: the second figure is the fairer one.',
  clean: 'No work was judged after the model had learned from nearly the same picture.',
  notMeasured: 'The pictures have not been checked for near copies yet. Check them under Overview.',
  noFolds: 'For this run it was not kept which works were judged together. Learn again to have near copies found.',
  showPairs: { one: 'Show {count} work with its copy', other: 'Show {count} works with their copies' },
  sameArtist:
    '{works} of {of} works are by an artist of whom the model has learned other works. That is usual; the figures above say what it is worth.',
  holdOut: 'On works set aside for good',
  holdOutFigure: 'Against the labels with which they came: {share} are right.',
  holdOutNow: {
    one: 'Against the labels that stand now, after {count} correction among them: {share}.',
    other: 'Against the labels that stand now, after {count} corrections among them: {share}.',
  },
  holdOutHow: {
    one: '{count} work, about one in seven, chosen by its picture and never chosen anew. Corrections do not change the first figure’s labels, and no model that judges the work has learned from it or from an exact copy.',
    other:
      '{count} works, about one in seven, chosen by their pictures and never chosen anew. Corrections do not change the first figure’s labels, and no model that judges one of them has learned from it or from an exact copy.',
  },
} as const
