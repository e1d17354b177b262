import { createRandom } from '#main/engine/training/random.ts'
import type { Witnesses } from '#main/evidence/combination.ts'
import { falseAlarmThresholds } from '#main/evidence/thresholds.ts'

/**
 * Thresholds of the terms from half of the artists: share of the labels of the other half that fall below theirs, in ten random
 * halves. `by`: the probabilities that the queue rests on, or those of a model that has seen none of a work's artist. Works
 * without an artist stand for themselves.
 */
export function falseAlarms(witnesses: Witnesses, share: number, by: 'picture' | 'unseen'): number[] {
  const { labels, artists, terms } = witnesses
  const probabilities = witnesses[by]!
  return Array.from({ length: 10 }, (_, seed) => {
    const random = createRandom('false alarms', seed)
    const sides = new Map<string, boolean>()
    const isKnown = Array.from(labels, (_label, work) => {
      const name = artists![work]! < 0 ? `work ${work}` : `artist ${artists![work]}`
      if (!sides.has(name)) sides.set(name, random() < 0.5)
      return sides.get(name)!
    })
    const known = labels.map((label, work) => (isKnown[work] ? label : -1))
    const thresholds = falseAlarmThresholds({ probabilities, labels: known, terms }, share)
    const others = [...labels.keys()].filter((work) => !isKnown[work] && labels[work]! >= 0)
    return others.filter((work) => probabilities[work * terms + labels[work]!]! < thresholds[labels[work]!]!).length / others.length // prettier-ignore
  })
}
