import { lacustrine } from './lacustrine.ts'
import { lanternPrints } from './lanternPrints.ts'
import type { Movement } from './movement.ts'
import { neoBurinism } from './neoBurinism.ts'
import { pulverism } from './pulverism.ts'
import { rectilism } from './rectilism.ts'
import { scissorSchool } from './scissorSchool.ts'
import { silentism } from './silentism.ts'
import { splinterism } from './splinterism.ts'
import { tempestism } from './tempestism.ts'
import { tesserism } from './tesserism.ts'

export const movements: readonly Movement[] = [
  lanternPrints,
  lacustrine,
  neoBurinism,
  pulverism,
  tempestism,
  tesserism,
  splinterism,
  rectilism,
  scissorSchool,
  silentism,
]

export function movementOf(name: string): Movement {
  const movement = movements.find((one) => one.name === name)
  if (!movement) throw new RangeError(`No movement is called ${name}`)
  return movement
}
