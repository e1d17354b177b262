import * as v from 'valibot'
import { count, field, share, words } from './field.ts'

const names = v.pipe(v.array(words), v.maxLength(1000))

const choose = v.variant('kind', [
  v.strictObject({ kind: field('All', 'Every term that is frequent enough.', v.literal('all')) }),
  v.strictObject({
    kind: field('These', 'The terms that are named.', v.literal('named')),
    terms: field('Terms', 'Names after merging and renaming, one a line.', v.pipe(names, v.minLength(2))),
    otherwise: field(
      'Where fewer than two are there',
      'all: every term is learned; refuse: learning does not begin.',
      v.picklist(['all', 'refuse']),
    ),
  }),
  v.strictObject({
    kind: field('The most frequent', 'The terms with the most works.', v.literal('frequent')),
    count: field('How many', 'So many terms.', v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(1000)), 8),
  }),
])

const terms = v.strictObject({
  merge: v.optional(
    field('Merge', 'A term of this run, and the terms of the collection that it stands for.', v.record(words, names)),
    {},
  ),
  rename: v.optional(field('Rename', 'A term, and what it is called in this run.', v.record(words, words)), {}),
  drop: v.optional(field('Leave out', 'Terms whose works are not learned from, one a line.', names), []),
  choose: v.optional(field('Choose', 'Which of the terms are learned.', choose), { kind: 'all' }),
})

const filter = v.strictObject({
  field: field('Column', 'A column of the imported table, or title, file, width or height.', words),
  test: field(
    'Must',
    'How the column is compared. Capitals do not matter; at-least and at-most compare the first number in the column.',
    v.picklist(['contain', 'not-contain', 'be', 'not-be', 'at-least', 'at-most']),
  ),
  value: field('Value', 'What it is compared with.', v.pipe(v.string(), v.maxLength(200))),
})

const stratify = v.optional(
  field(
    'Spread evenly by',
    'The attribute whose terms are spread evenly over the parts, and by whose parts all attributes are judged. Empty, or not learned: each by its own.',
    v.nullable(words),
    'style',
  ),
  null,
)
const part = (title: string, help: string, start: number) => field(title, help, share, start)

const split = v.variant('kind', [
  v.strictObject({
    kind: field('In turn', 'Every work is judged once, by a model learned from the other parts.', v.literal('folds')),
    stratify,
  }),
  v.pipe(
    v.strictObject({
      kind: field(
        'One fixed split',
        'One part teaches, one chooses when to stop, and only the last is judged: the queue holds that one alone.',
        v.literal('fixed'),
      ),
      training: part('Training', 'Share of the works that teach.', 0.7),
      validation: part('Validation', 'Share that chooses strengths and the best round.', 0.15),
      test: part('Test', 'Share that is judged.', 0.15),
      stratify,
    }),
    v.forward(
      v.check(
        ({ training, validation, test }) => Math.abs(training + validation + test - 1) < 1e-6,
        'training, validation and test must add up to 1',
      ),
      ['test'],
    ),
    v.forward(
      v.check(({ training, test }) => training > 0 && test > 0, 'training and test must be more than 0'),
      ['training'],
    ),
  ),
])

const sample = v.strictObject({
  perTerm: field('Works per term', 'So many works of each term teach; all are judged.', count, 100),
  short: field(
    'When a term is short',
    'drop: it is not learned; replace: its works are drawn again and again; max: all that there are.',
    v.picklist(['drop', 'replace', 'max']),
  ),
})

/** What is done to the labels before learning, for one run only: the collection's own labels stay as they are. */
export const preparation = v.strictObject({
  terms: v.optional(
    field(
      'Terms',
      'By attribute: terms to merge, rename, leave out or choose, for this run only.',
      v.record(words, terms),
    ),
    {},
  ),
  severalTerms: v.optional(
    field(
      'Labels with several terms',
      'Where a work may have several terms, a label such as "Symbolism/Expressionism" teaches each of them an equal share; exclude: such a label (with /, ; or | between terms) is not learned from.',
      v.picklist(['keep', 'exclude']),
    ),
    'keep',
  ),
  filters: v.optional(
    field(
      'Filters',
      'Only works whose record passes all of these are learned from.',
      v.pipe(v.array(filter), v.maxLength(50)),
    ),
    [],
  ),
  duplicates: v.optional(
    field('Exact copies', 'remove: of copies of one image only the first teaches.', v.picklist(['keep', 'remove'])),
    'keep',
  ),
  irrelevant: v.optional(
    field(
      'Irrelevant images',
      'remove: a work whose image was called wrong, or no artwork, under any attribute is not learned from at all; keep: only not for that attribute.',
      v.picklist(['keep', 'remove']),
    ),
    'remove',
  ),
  sample: v.optional(
    field('Sample', 'The same number of works of each term. Empty: all works.', v.nullable(sample), {
      perTerm: 100,
      short: 'max',
    }),
    null,
  ),
  topUp: v.optional(
    field(
      'Top up small terms',
      'Works of small terms are shown again, each time changed in another way where a phase changes pictures, until a term has this share of the largest. Empty: no.',
      v.nullable(v.pipe(v.number(), v.gtValue(0), v.maxValue(1))),
      0.5,
    ),
    null,
  ),
  split: v.optional(field('Split', 'Which works teach, and which are judged.', split), {
    kind: 'folds',
    stratify: null,
  }),
})
export type Preparation = v.InferOutput<typeof preparation>
export type TermPreparation = Preparation['terms'][string]
