import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Backbone } from '../engine/api.ts'
import { writeAtomically } from '../engine/writeAtomically.ts'
import { ifThere } from './ifThere.ts'

/** What an input of a run's model takes, kept beside it; `runs`: those whose networks see it. */
export type EnsembleInput = Backbone['input'] & { runs: number[] }

const fileOf = (folder: string) => path.join(folder, 'inputs.json')

export async function writeInputs(folder: string, inputs: readonly EnsembleInput[]) {
  await writeAtomically(fileOf(folder), Buffer.from(`${JSON.stringify(inputs, null, 2)}\n`))
}

/** Null: the run is older than this file. */
export async function readInputs(folder: string): Promise<EnsembleInput[] | null> {
  const text = await ifThere(readFile(fileOf(folder), 'utf8'))
  return text === null ? null : (JSON.parse(text) as EnsembleInput[])
}
