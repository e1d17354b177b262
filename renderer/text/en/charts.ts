import type { Said } from '../said.ts'

/** What figures say is English already. */
export const charts: Said = {}
