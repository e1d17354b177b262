import { createRequire } from 'node:module'
import util from 'node:util'
import type * as Tfjs from '@tensorflow/tfjs'
import { ApiError } from '#preload/rpc.ts'

/** Optional: it is there only where its own download of TensorFlow for CUDA has been made. */
const packageName = '@tensorflow/tfjs-node-gpu'

/** tfjs-node calls functions that Node 23 no longer has (tensorflow/tfjs issue 8609). */
const removed: Record<string, (value: unknown) => boolean> = {
  isNullOrUndefined: (value) => value === null || value === undefined,
  isArray: (value) => Array.isArray(value),
}

let loaded: typeof Tfjs | null = null

/** TensorFlow on a graphics card with CUDA. Throws ApiError 'no-tensorflow' where it is not installed or does not load. */
export function loadTensorFlow(): typeof Tfjs {
  if (loaded) return loaded
  const holes = util as unknown as Record<string, unknown>
  for (const [name, stand] of Object.entries(removed)) holes[name] ??= stand
  try {
    return (loaded = createRequire(import.meta.url)(packageName) as typeof Tfjs)
  } catch (error) {
    const said = (error as Error).message.split('\n')[0]!
    throw new ApiError('no-tensorflow', `TensorFlow for CUDA is not installed or does not load (${said})`)
  }
}
