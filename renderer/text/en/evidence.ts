/** Where the network looked. */
export const looked = {
  picture: 'Picture',
  for: 'speaks for {term}',
  against: 'speaks against it',
  how: {
    one: 'What run {run} goes by, beside {count} other picture of this collection',
    other: 'What run {run} goes by, beside {count} other pictures of this collection',
  },
  working: 'Finding out where the network looks',
} as const

/** The evidence about one label, and how it was found. */
export const evidence = {
  whatIf: 'What would change this',
  moreArtist: {
    one: 'If {count} more of the {of} other works by {artist} here were {label}, it would no longer be doubtful.',
    other: 'If {count} more of the {of} other works by {artist} here were {label}, it would no longer be doubtful.',
  },
  moreNeighbours: {
    one: 'If {count} more of the {of} works most like it were {label}, it would no longer be doubtful.',
    other: 'If {count} more of the {of} works most like it were {label}, it would no longer be doubtful.',
  },
  withoutPicture: 'If the picture did not count, the chance that {label} is right would be {chance} instead of {now}.',
  withoutArtist: 'If nobody knew who made it, the chance that {label} is right would be {chance} instead of {now}.',
  withoutNeighbours:
    'If the works most like it did not count, the chance that {label} is right would be {chance} instead of {now}.',
  withoutRules:
    'If its record did not contradict it, the chance that {label} is right would be {chance} instead of {now}.',
  withoutBatch: {
    one: 'Judged by itself, not as a work of this artist, the chance that {label} is right would be {chance} instead of {now}.',
    other:
      'Judged by itself, not together with the artist’s {count} works with this label, the chance that {label} is right would be {chance} instead of {now}.',
  },
  nothingAlone: 'Nothing alone: whatever is left out, the label stays doubtful.',
  confirmed: '{title}, {percent} alike, confirmed by {actor}, {day}',
  confirmedBy: { one: '{count} of them confirmed by {names}', other: '{count} of them confirmed by {names}' },
  traceTitle: 'How this was found',
  score: 'The chance that the label is right',
  single: 'This work alone: {label} is right',
  batch: {
    one: 'The artist’s one work with this label is rightly labelled',
    other: 'The artist’s {count} works with this label are rightly labelled',
  },
  rules: 'What its record contradicts',
  product: 'Together; below {threshold} a label is doubtful',
  witnesses: 'What speaks, and how much it counts',
  witness: 'Who says so',
  weight: 'Weight',
  picture: 'The picture',
  artist: 'The artist’s other works',
  neighbours: 'The works most like it',
  together: 'The artist’s works of one label together',
  pictureDetail: 'by a model that has not seen this label',
  artistDetail: {
    one: '{given} of {count} other work by {name} is {label}',
    other: '{given} of {count} other works by {name} are {label}',
  },
  neighboursDetail: { one: '{given} of {count} is {label}', other: '{given} of {count} are {label}' },
  method:
    'Each probability is raised to the power of its weight, and they are multiplied. The weights were found with the run: with them the witnesses foretell the labels of this collection best. {rate} of the labels are taken to be wrong at random.',
  calibrated:
    'The picture’s probability of {label} was {before} before, and is {after} after, it was made to agree with how often it is right (temperature {temperature}).',
  run: 'Run {run}, {recipe}, {at}. Network: {network}. Learned from {works} works, seed {seed}.',
  weights: 'How much each counts, for every {attribute}',
  weightsHint: 'A change orders the whole list anew at once, and stays with the run.',
  notAtAll: 'Not at all',
  less: 'Half',
  asLearned: 'As learned',
  more: 'Double',
  withoutDynamics:
    'If it did not count how the label was learned, the chance that {label} is right would be {chance} instead of {now}.',
  dynamics: 'How the label was learned',
  dynamicsStep: 'The network, told {label}, held another term likelier while it learned',
  dynamicsOver: 'Probability of {label} over {moments} moments of the learning',
  dynamicsTold: 'The network that was told it',
  dynamicsUntold: 'Networks that were not told it',
  dynamicsMean: 'Mean',
  dynamicsSpread: 'Spread',
  dynamicsAhead: 'Ahead of the next',
  dynamicsAheadHint:
    'Ahead of the next: by how many times it was likelier than the likeliest other term, on average. Below 1 another term was.',
  dynamicsIdle: 'It does not count here: where the artists are known, lists without it find more.',
  dynamicsNotKept: 'This way of learning has kept no record of how each label was learned.',
  dynamicsNotRecorded: 'Nothing was kept of how this label was learned.',
  dynamicsOtherLabel: 'The label has been changed since, so nothing is known of how it would be learned.',
} as const
