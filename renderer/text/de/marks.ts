import type { Translation } from '../language.ts'

export const marks: Translation['marks'] = {
  note: 'Notiz',
  noteOn: 'Notiz zu „{title}“',
  noteHint: 'Strg+Eingabe speichert. Eine leere Notiz wird entfernt.',
  flaggedBy: 'Für Kollegen markiert von {who}',
  flagged: { one: '{count} Werk für Kollegen markiert', other: '{count} Werke für Kollegen markiert' },
  unflagged: { one: 'Markierung von {count} Werk entfernt', other: 'Markierung von {count} Werken entfernt' },
  noted: 'Notiz gespeichert',
  unnoted: 'Notiz entfernt',
  hasFlag: 'Für Kollegen markiert',
  hasNote: 'Hat eine Notiz',
}
