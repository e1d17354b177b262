import type { Said } from '../said.ts'

/** What the app says is English already. */
export const said: Said = {}
