import type { Translation } from '../language.ts'

export const splits: Translation['splits'] = {
  range: '{share} ({low} bis {high})',
  cannotJudge: { one: 'kein Urteil aus {count} Werk möglich', other: 'kein Urteil aus {count} Werken möglich' },
  unseenWorks: 'Bei Werken, die es nie gesehen hat',
  random: 'Jede Zuordnung wurde von einem Modell beurteilt, das das Werk nicht gesehen hatte: {share} sind richtig.',
  unseenArtists: 'Bei Künstlern, die es nie gesehen hat',
  artists: 'Bei Künstlern, die es nie gesehen hat: {unseen}. Bei bekannten: {known}.',
  artistsHow: {
    one: '{count} Werk von {artists} Künstlern, zweimal beurteilt: von dem Modell, das andere Werke des Künstlers kennen darf, und von einem, das keines davon gesehen hat.',
    other:
      'Dieselben {count} Werke von {artists} Künstlern, zweimal beurteilt: von dem Modell, das andere Werke des Künstlers kennen darf, und von einem, das keines davon gesehen hat.',
  },
  artistHelps:
    'Von hundert Werken trifft es {low} bis {high} mehr, weil es den Künstler kennt: ein Teil dessen, was es gelernt hat, ist der Künstler.',
  artistNoHelp: 'Das ist nicht mehr als Zufall: das Modell stützt sich nicht darauf, den Künstler zu kennen.',
  noArtists:
    'Diese Sammlung sagt nicht, von wem die Werke sind, oder gelernt wird gerade der Künstler; darum lassen sich die beiden nicht vergleichen.',
  leakage: 'War die Probe gerecht?',
  alarm: {
    one: '{count} Werk wurde beurteilt, nachdem das Modell aus fast demselben Bild gelernt hatte. Sein Ergebnis sagt wenig.',
    other:
      '{count} Werke wurden beurteilt, nachdem das Modell aus fast demselben Bild gelernt hatte. Ihre Ergebnisse sagen wenig.',
  },
  alarmFigures:
    'Bei diesen Werken sind {copies} richtig, bei allen anderen {others}: die zweite Zahl ist die gerechtere.',
  clean: 'Kein Werk wurde beurteilt, nachdem das Modell aus fast demselben Bild gelernt hatte.',
  notMeasured: 'Die Bilder wurden noch nicht auf Fast-Kopien geprüft. Prüfen Sie sie unter Überblick.',
  noFolds:
    'Bei diesem Durchgang wurde nicht festgehalten, welche Werke zusammen beurteilt wurden. Lernen Sie neu, um Fast-Kopien finden zu lassen.',
  showPairs: { one: '{count} Werk mit seiner Kopie zeigen', other: '{count} Werke mit ihren Kopien zeigen' },
  sameArtist:
    '{works} von {of} Werken sind von einem Künstler, von dem das Modell andere Werke gelernt hat. Das ist üblich; die Zahlen oben sagen, was es ausmacht.',
  holdOut: 'Bei auf Dauer zurückgelegten Werken',
  holdOutFigure: 'Gemessen an den Zuordnungen, mit denen sie kamen: {share} sind richtig.',
  holdOutNow: {
    one: 'Gemessen an den jetzigen Zuordnungen, nach {count} Berichtigung darunter: {share}.',
    other: 'Gemessen an den jetzigen Zuordnungen, nach {count} Berichtigungen darunter: {share}.',
  },
  holdOutHow: {
    one: '{count} Werk, etwa jedes siebte, nach seinem Bild ausgewählt und nie neu gewählt. Berichtigungen ändern die Zuordnungen der ersten Zahl nicht, und kein Modell, das das Werk beurteilt, hat aus ihm oder einer genauen Kopie gelernt.',
    other:
      '{count} Werke, etwa jedes siebte, nach ihren Bildern ausgewählt und nie neu gewählt. Berichtigungen ändern die Zuordnungen der ersten Zahl nicht, und kein Modell, das eines davon beurteilt, hat aus ihm oder einer genauen Kopie gelernt.',
  },
}
