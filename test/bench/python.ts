import { execFile, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/** The first Python that has all of the modules. Null: none has. */
export function findPython(...modules: string[]): string | null {
  const candidates = [process.env['PYTHON'], 'python3', '/usr/bin/python3', 'python'].filter((one) => one !== undefined)
  const works = (python: string) => spawnSync(python, ['-c', `import ${modules.join(', ')}`]).status === 0
  return candidates.find(works) ?? null
}

/** Runs a script of peers/ and returns the line of JSON that it prints. Throws with what it says on stderr. */
export async function runPeer<T>(python: string, script: string, words: readonly string[]): Promise<T> {
  const path = fileURLToPath(new URL(`peers/${script}`, import.meta.url))
  const { stdout } = await promisify(execFile)(python, [path, ...words], { env: { ...process.env, ...fastKernels() } })
  return JSON.parse(stdout) as T
}

/** Debian's OpenBLAS takes slow kernels for processors that it does not know: told what they can, it takes fast ones. */
function fastKernels(): Record<string, string> {
  if (process.env['OPENBLAS_CORETYPE'] || process.arch !== 'x64') return {}
  return { OPENBLAS_CORETYPE: hasAvx512() ? 'SkylakeX' : 'Haswell' }
}

function hasAvx512(): boolean {
  try {
    return readFileSync('/proc/cpuinfo', 'utf8').includes('avx512f')
  } catch {
    return false
  }
}
