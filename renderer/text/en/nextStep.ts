export const nextStep = {
  label: 'Next step',
  dismiss: 'Do not show next steps any more',
  dismissed: 'Next steps are not shown any more. Settings bring them back.',
  setting: 'Show what to do next',
  settingHint: 'A line at the lower edge says what comes next, until you know your way.',
  beginHere: 'Begin here',
  import: 'Begin with a folder of images.',
  wait: 'The app is looking at the pictures and learning their labels. Then it shows which of them are doubtful.',
  learn: 'Let the app learn what each label looks like.',
  review: {
    one: '{count} label looks doubtful. Have a look.',
    other: '{count} labels look doubtful. Have a look at the first.',
  },
  reviewButton: 'Review',
  decide:
    'Does the suggestion fit the picture better than the label? {accept} changes the label, {keep} keeps it. {undo} takes it back.',
  onward: 'Decided. Go on like this, or see what has changed in your table.',
  exportButton: 'See the changes',
} as const
