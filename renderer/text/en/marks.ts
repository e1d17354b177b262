export const marks = {
  note: 'Note',
  noteOn: 'Note on “{title}”',
  noteHint: 'Ctrl+Enter saves. An empty note is removed.',
  flaggedBy: 'Flagged for a colleague by {who}',
  flagged: { one: '{count} work flagged for a colleague', other: '{count} works flagged for a colleague' },
  unflagged: { one: 'Flag of {count} work taken off', other: 'Flag of {count} works taken off' },
  noted: 'Note saved',
  unnoted: 'Note removed',
  hasFlag: 'Flagged for a colleague',
  hasNote: 'Has a note',
} as const
