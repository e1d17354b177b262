/** What there is to learn from. */
export const overview = {
  title: 'Overview',
  lead: 'What there is to learn from, and what to mend first. Nothing here changes a label.',
  empty: 'Nothing to look over yet',
  emptyHint: 'Import a folder of images. Then this page says what is missing, rare, doubled or badly photographed.',
  works: { one: '{count} work', other: '{count} works' },
  advice: 'What to mend first',
  now: 'First',
  soon: 'Next',
  note: 'Good to know',
  showWorks: { one: 'Show {count} work', other: 'Show {count} works' },
  showProblems: { one: 'Show {count} file', other: 'Show {count} files' },
  measure: 'Check the pictures now',
  goImport: 'Import labels',
  'no-labels': {
    one: 'The work has no label yet. Import a table with its labels.',
    other: 'None of the {count} works has a label yet. Import a table with their labels.',
  },
  'one-term':
    'For {attribute} there is only one term with five works or more: there is nothing to tell apart. Label works with a second term.',
  'several-terms': {
    one: '{count} label of {attribute} seems to name several terms, such as {term}. Say so in the vocabulary, and it is judged by each of them.',
    other:
      '{count} labels of {attribute} seem to name several terms, such as {term}. Say so in the vocabulary, and they are judged by each of them.',
  },
  'missing-labels': {
    one: '{count} work has no {attribute}. The model will suggest one, but learns nothing from it.',
    other: '{count} works have no {attribute}. The model will suggest one for each, but learns nothing from them.',
  },
  'rare-terms': {
    one: 'Rare terms of {attribute}: {times}, on {count} work in all. From fewer than five works nothing can be learned: label more works with them, or merge them.',
    other:
      'Rare terms of {attribute}: {times}, on {count} works in all. From fewer than five works nothing can be learned: label more works with them, or merge them.',
  },
  imbalance:
    '{attribute}: “{term}” has {times} times as many works as the rarest term. The model will lean towards it; more works of the rare terms help most.',
  'copies-differ': {
    one: '{count} work shares its picture with another, but not its {attribute}. One of the two labels is wrong.',
    other:
      '{count} works share a picture, or nearly, but not the {attribute}. In each set at least one label is wrong.',
  },
  copies: {
    one: '{count} work shares its picture with another, or nearly. Check that it is not entered twice.',
    other: '{count} works share their picture with another, or nearly. Check that none is entered twice.',
  },
  unreadable: {
    one: '{count} file cannot be read and was left out. Copy it again from where it came from.',
    other: '{count} files cannot be read and were left out. Copy them again from where they came from.',
  },
  'not-measured': {
    one: '{count} picture has not been checked yet for light, sharpness and copies.',
    other: '{count} pictures have not been checked yet for light, sharpness and copies.',
  },
  small: {
    one: '{count} picture is smaller than 200 pixels. The model sees little of it; use a larger scan.',
    other: '{count} pictures are smaller than 200 pixels. The model sees little of them; use larger scans.',
  },
  dark: {
    one: '{count} picture is very dark. Check whether it is underexposed.',
    other: '{count} pictures are very dark. Check whether they are underexposed.',
  },
  bright: {
    one: '{count} picture is very bright. Check whether it is overexposed or mostly empty ground.',
    other: '{count} pictures are very bright. Check whether they are overexposed or mostly empty ground.',
  },
  flat: {
    one: '{count} picture shows hardly any difference between light and dark. Check whether it is faded or empty.',
    other: '{count} pictures show hardly any difference between light and dark. Check whether they are faded or empty.',
  },
  blurry: {
    one: '{count} picture is blurred, or was enlarged from a small one. Use a sharper scan.',
    other: '{count} pictures are blurred, or were enlarged from small ones. Use sharper scans.',
  },
  border: {
    one: '{count} picture has a wide plain margin. The model may learn the margin; crop it.',
    other: '{count} pictures have a wide plain margin. The model may learn the margin; crop them.',
  },
  grey: {
    one: '{count} picture has no colour. Check whether it is a photograph in black and white of a work in colour.',
    other: '{count} pictures have no colour. Check whether they are photographs in black and white of works in colour.',
  },
  good: {
    one: 'Nothing stands in the way of learning.',
    other: 'Nothing stands in the way of learning: {count} works with sound pictures and labels.',
  },
  labels: 'Labels',
  labelled: '{labelled} labelled, {missing} without',
  terms: { one: '{count} term', other: '{count} terms' },
  even: 'spread evenly over the terms',
  uneven: 'spread unevenly: the most frequent term has {times} times the works of the rarest that can be learned',
  rareTerms: {
    one: '{count} term is too rare to be learned',
    other: '{count} terms are too rare to be learned',
  },
  chart: 'Works by term of {attribute}',
  showAll: 'Show all {count} terms',
  showFewer: 'Show the most frequent only',
  term: 'Term',
  count: 'Works',
  learning: 'For learning',
  checking: 'For checking',
  aside: 'Set aside',
  pictures: 'Pictures',
  picturesLead: 'Measured on the small copies that this collection keeps.',
  sizes: 'Shorter side, in pixels',
  below: 'below {to}',
  between: '{from} to {to}',
  above: '{from} and more',
  formats: 'Kinds of files',
  copySets: 'Same or nearly the same picture',
  exactSets: { one: '{count} set of exact copies', other: '{count} sets of exact copies' },
  nearSets: { one: '{count} set of near copies', other: '{count} sets of near copies' },
  noSets: 'No two works share a picture.',
  showSet: { one: 'Show the {count} work of this set', other: 'Show the {count} works of this set' },
  differ: 'differ in {attributes}',
  concernSmall: 'Small',
  concernDark: 'Dark',
  concernBright: 'Bright',
  concernFlat: 'Without contrast',
  concernBlurry: 'Blurred',
  concernBorder: 'With a margin',
  concernGrey: 'Without colour',
  concernCopy: 'Exact copies',
  concernNearCopy: 'Near copies',
  back: 'Back to the overview',
} as const
