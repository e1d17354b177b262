import type { Translation } from '../language.ts'

export const marks: Translation['marks'] = {
  note: 'Note',
  noteOn: 'Note sur « {title} »',
  noteHint: 'Ctrl+Entrée enregistre. Une note vide est retirée.',
  flaggedBy: 'Signalée à un collègue par {who}',
  flagged: { one: '{count} œuvre signalée à un collègue', other: '{count} œuvres signalées à un collègue' },
  unflagged: { one: 'Signalement de {count} œuvre retiré', other: 'Signalement de {count} œuvres retiré' },
  noted: 'Note enregistrée',
  unnoted: 'Note retirée',
  hasFlag: 'Signalée à un collègue',
  hasNote: 'A une note',
}
