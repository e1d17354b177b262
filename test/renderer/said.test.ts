import { expect, test } from 'vitest'
import { reasonsFor } from '#main/evidence/reasons.ts'
import { createSaid } from '#renderer/text/said.ts'
import { sentencesOfMain } from '#test/fixtures/sentences.ts'

const say = createSaid({
  'The disk is full, so the {1} was not written.': 'Der Datenträger ist voll: {1} wurde nicht geschrieben.',
  'The {1} cannot be written to {2}. {3} Choose another place.': '{3} {2} nimmt {1} nicht auf.',
  'There is a folder of that name.': 'Es gibt einen Ordner dieses Namens.',
  '{1} of the {2} works most like it are {3}, none is {4}.':
    'Von den {2} ähnlichsten Werken sind {1} {3}, keines ist {4}.',
})

test('a sentence of the app is said in the language of the page, its values as they are', () => {
  expect(say('The disk is full, so the table was not written.')).toBe('Der Datenträger ist voll: table wurde nicht geschrieben.') // prettier-ignore
  expect(say('6 of the 8 works most like it are Pop Art ($& (a.b)), none is Realism.')).toBe('Von den 8 ähnlichsten Werken sind 6 Pop Art ($& (a.b)), keines ist Realism.') // prettier-ignore
})

test('a sentence inside a sentence is said, too, and an unknown one stays as it is', () => {
  expect(say('The table cannot be written to /a. There is a folder of that name. Choose another place.')).toBe('Es gibt einen Ordner dieses Namens. /a nimmt table nicht auf.') // prettier-ignore
  expect(say('Nobody translated this.')).toBe('Nobody translated this.')
})

test('the sentences of the app are found in its source, and every reason is one of them', () => {
  const found = sentencesOfMain()
  expect(found.size).toBeGreaterThan(100)
  const known = createSaid(Object.fromEntries([...found.keys()].map((sentence) => [sentence, 'known'])))
  for (let given = 0; given < 4; given++)
    for (const works of [1, 9])
      for (const ofTop of [1, 7].filter((count) => count <= works)) {
        const heard = { nearest: [2, 3], works, given: works === 1 ? 0 : given, top: 'Pop Art', ofTop }
        for (const block of [1, 4]) {
          const parts = { single: 0.9, batch: 0.1, artist: { name: 'Ada Ames', ...heard }, neighbours: heard, block }
          const doubt = { label: 'Realism', suggestion: 'Cubism', labelProbability: 0.001, suggestionProbability: 0.7, parts } // prettier-ignore
          for (const reason of reasonsFor(doubt, 0.3)) expect(`${known(reason)}: ${reason}`).toBe(`known: ${reason}`)
        }
      }
})
