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
