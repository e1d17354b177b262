/** Labels that name several terms. `{separator}`: the mark between them. */
export const severalTerms = {
  title: 'Several terms a work',
  button: 'Several terms',
  lead: 'Whether the label of a work may name more than one {attribute}.',
  one: 'A work has one term',
  oneHint: 'A label such as “Symbolism/Expressionism” is then a term of its own.',
  many: 'A work may have several, with “{separator}” between them',
  found: {
    one: '{count} work has a label that names several, such as {example}: {terms}.',
    other: '{count} works have a label that names several, such as {example}: {terms}.',
  },
  none: 'No label names several so far.',
  means:
    'A label with several terms is doubted only where none of them fits, and what is suggested is a term outside of it. It teaches each of its terms an equal share.',
  stays: 'Every label stays as it is written, here and in the export. One undo takes this back.',
  take: 'Use this',
  allowed: '{attribute}: a work may have several terms',
  single: '{attribute}: a work has one term',
  notice: {
    one: '{count} label seems to name several terms, such as {example}.',
    other: '{count} labels seem to name several terms, such as {example}.',
  },
  look: 'Several terms …',
  parts: 'Several terms at once',
  among: { one: '{count} more has it beside another term', other: '{count} more have it beside another term' },
  of: 'Terms of this label',
  add: 'Further term',
  remove: 'Take away {term}',
  addTitle: 'Add a further {attribute}',
  removeTitle: 'Which {attribute} does not fit?',
} as const
