import type { Translation } from '../language.ts'

export const marks: Translation['marks'] = {
  note: 'Nota',
  noteOn: 'Nota sobre «{title}»',
  noteHint: 'Ctrl+Intro guarda. Una nota vacía se quita.',
  flaggedBy: 'Señalada a un colega por {who}',
  flagged: { one: '{count} obra señalada a un colega', other: '{count} obras señaladas a un colega' },
  unflagged: { one: 'Señal de {count} obra quitada', other: 'Señal de {count} obras quitada' },
  noted: 'Nota guardada',
  unnoted: 'Nota quitada',
  hasFlag: 'Señalada a un colega',
  hasNote: 'Tiene una nota',
}
