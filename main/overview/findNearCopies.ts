import { measureTable } from '../catalogue/measures.ts'
import type { Catalogue } from '../catalogue/open.ts'
import { createBreath } from '../evaluating/breathe.ts'
import { nearCopies } from '../images/nearCopies.ts'

/** Finds the sets of pictures that are nearly the same, among all that have been measured, and keeps them. */
export async function findNearCopies(db: Catalogue, signal: AbortSignal): Promise<void> {
  const measures = measureTable(db)
  measures.setCopies(await nearCopies(measures.prints(), createBreath(signal)))
}
