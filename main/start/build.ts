import { spawn } from 'node:child_process'
import { globSync, statSync } from 'node:fs'
import path from 'node:path'
import { places } from '../places.ts'

const parts = {
  page: { output: 'dist/renderer/index.html', config: 'vite.config.ts', sources: ['renderer/**', 'preload/*.ts'] },
  app: { output: 'dist/main/electron.js', config: 'vite.main.config.ts', sources: ['main/**/*.ts', 'preload/*.ts'] },
  preload: { output: 'dist/preload/preload.cjs', config: 'vite.preload.config.ts', sources: ['preload/*.ts'] },
} as const

/** Builds what is missing in dist/ or older than its sources, and says so. Throws when a build fails. */
export async function freshBuild(names: (keyof typeof parts)[]): Promise<void> {
  const stale = names.map((name) => parts[name]).filter(isStale)
  if (stale.length === 0) return
  console.log('Preparing Connoisseur, which takes a few seconds after a change …')
  for (const { config } of stale) await build(config)
}

function isStale({ output, config, sources }: (typeof parts)[keyof typeof parts]): boolean {
  const built = changed(path.join(places.root, output))
  if (built === 0) return true
  const files = globSync([...sources, config, 'package-lock.json'], { cwd: places.root })
  return files.some((file) => changed(path.join(places.root, file)) > built)
}

/** Milliseconds since 1970; 0 for a file that is not there. A folder does not count: editors touch it. */
function changed(file: string): number {
  const stat = statSync(file, { throwIfNoEntry: false })
  return stat?.isFile() ? stat.mtimeMs : 0
}

async function build(config: string) {
  const vite = path.join(places.root, 'node_modules/vite/bin/vite.js')
  const child = spawn(process.execPath, [vite, 'build', '--config', config, '--logLevel', 'warn'], {
    cwd: places.root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', resolve)
  })
  if (code !== 0) throw new Error(`The build (${config}) failed. Run "npm install" and try again.`)
}
