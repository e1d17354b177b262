export const viewer = {
  tools: 'Picture',
  zoomed: 'Zoom {percent}',
  fits: 'The whole picture',
  turned: 'Turned by {degrees} degrees',
  preparing: 'The picture is being prepared for a close look.',
  compare: 'Compare with',
  compareWith: 'Beside it: {title}, labelled {label}',
  compareEnd: 'No longer side by side',
  closeCompare: 'Stop comparing',
} as const
