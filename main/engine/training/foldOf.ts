import type { ProbeAttribute } from '../api.ts'

/** All attributes of a work share a fold, that of its first label: a network learns them together. -1: it has no label. */
export function foldOf(attributes: readonly ProbeAttribute[], work: number): number {
  for (const { folds } of attributes) if (folds[work]! >= 0) return folds[work]!
  return -1
}
