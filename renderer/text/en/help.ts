export const help = {
  title: 'Help',
  contents: 'Contents of the help',
  search: 'Search the help',
  found: { one: '{count} article', other: '{count} articles' },
  nothing: 'No article has all these words. Try fewer, or another word.',
  first: 'First steps and keys',
  more: 'Read more about it',
  lead: 'From a folder of images to a corrected table, in six steps.',
  step1: 'Import a folder',
  step1Text:
    'Choose the folder with your images. If a table of labels lies in it, the app finds it and matches its rows to the images by file name.',
  step2: 'Let it look',
  step2Text:
    'The app looks at every picture once. For thousands of works this takes some minutes; you can stop and go on later.',
  step3: 'Learn',
  step3Text:
    'It learns what each label looks like across your collection. Seconds to minutes. A term needs five works or more.',
  step4: 'Review',
  step4Text:
    'The labels that the pictures speak against stand in a list, worst first. One key decides: change, keep, unsure, skip.',
  step5: 'Retrain',
  step5Text:
    'Press R. The app learns from your decisions and puts the list in order again. What you have decided stays decided.',
  step6: 'Export',
  step6Text: 'Save the table with your corrections. Every other cell is exactly as it was.',
  keys: 'Keys',
  everywhere: 'Everywhere',
  inReview: 'In Review',
  inCollection: 'In the collection',
  inLooks: 'With look-alikes',
  inWork: 'On a work’s page',
  gridMove: 'Move among the works',
  gridEnds: 'First and last work',
  gridSelect: 'Choose several works',
  gridOpen: 'Open the work',
  dialogClose: 'Close a dialog',
} as const
