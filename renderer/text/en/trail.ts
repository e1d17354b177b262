/** The decision trail: who, why. */
export const trail = {
  reasonTitle: 'The reason for your verdict',
  reasonPlaceholder: 'Choose or type a reason',
  reasonNothing: 'No such reason in the list.',
  reasonNew: 'Because: “{reason}”',
  reason: 'Because: {reason}',
  clearReason: 'Give no reason',
  export: 'Write the trail',
  exportTitle: 'Save the trail of decisions',
  written: { one: '{count} decision written to {path}', other: '{count} decisions written to {path}' },
  reviewers: 'Who decides here',
  askName: 'Your decisions are kept with your name.',
  askNameLabel: 'Your name',
  askNameSave: 'Use this name',
  reasons: 'Reasons to choose from',
  reasonsHint: 'One a line. Offered when you press {key} in Review; any other can be typed.',
} as const
