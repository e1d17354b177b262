import type { Weighing, WitnessFactors } from '#preload/api.ts'
import { ApiError } from '#preload/rpc.ts'
import { runTable } from '../catalogue/runs.ts'
import type { OpenCollection } from '../collection/openCollection.ts'
import type { Combination } from '../evidence/combination.ts'
import { combinationOf, keepFactors, openJudge } from './evidenceJudge.ts'
import { learnedAttribute } from './learnedAttribute.ts'

const mostFactor = 3

/** How much each witness counts in the run in use. Throws ApiError 'not-learned'. */
export async function weighing(collection: OpenCollection, attribute: string): Promise<Weighing> {
  const about = learnedOf(collection, attribute)
  return asWeighing(about.run, attribute, await combinationOf(collection, about))
}

/** Lets witnesses count more or less, and judges all labels of the attribute anew. Throws 'not-learned', 'bad-weight'. */
export async function weigh(collection: OpenCollection, attribute: string, factors: WitnessFactors): Promise<Weighing> {
  for (const factor of Object.values(factors))
    if (!Number.isFinite(factor) || factor < 0 || factor > mostFactor)
      throw new ApiError('bad-weight', `A weight lies between 0 and ${mostFactor}, and 1 is what was learned.`)
  const about = learnedOf(collection, attribute)
  const combination = await keepFactors(collection, about, factors)
  const judge = await openJudge(collection, about)
  runTable(collection.db).addEvidence(about.run, about.attribute.id, judge.rows())
  return asWeighing(about.run, attribute, combination)
}

function learnedOf({ db }: OpenCollection, attribute: string) {
  const { run, id } = learnedAttribute(db, attribute, null)
  const { backbone } = runTable(db).get(run)!
  return { run, backbone, attribute: { id, name: attribute } }
}

function asWeighing(
  run: number,
  attribute: string,
  { witnesses, single, batch, dynamics, factors = {} }: Combination,
): Weighing {
  const heard = witnesses.map((witness, index) => ({ witness, weight: single.weights[index]!, factor: factors[witness] ?? 1 })) // prettier-ignore
  const together = batch ? [{ witness: 'batch' as const, weight: batch.weights[0]!, factor: factors.batch ?? 1 }] : []
  const held = dynamics ? [{ witness: 'dynamics' as const, weight: dynamics.weight, factor: factors.dynamics ?? dynamics.usual }] : [] // prettier-ignore
  return { attribute, run, witnesses: [...heard, ...together, ...held] }
}
