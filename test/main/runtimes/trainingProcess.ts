import { failureOf } from '#main/engine/runtimes/failures.ts'
import type { Executor } from '#main/engine/runtimes/onnx.ts'
import { curve } from '../training/tinyTraining.ts'

/** Trains a small network on an executor and prints its losses and weights as JSON. */
const executor = process.argv[2] as Executor
const training = { optimiser: { kind: 'adamw' }, rate: 0.01, clip: 1, smoothing: 0.1 } as const
const { losses, weights } = await curve(training, { executor, count: 5 })
process.stdout.write(JSON.stringify({ losses, weights: [...weights], failure: failureOf(executor) ?? null }))
