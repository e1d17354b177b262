import { keepCompiled } from './keepCompiled.ts'
import { readOptions, type StartOptions } from './options.ts'
import { freshBuild } from './start/build.ts'
import { openInElectron } from './start/electron.ts'

/** `npm start`: the app in its own window or, where that cannot be had, in the browser. `npm run serve`: in the browser. */
async function start(options: StartOptions, args: string[]) {
  if (!options.browser) {
    const reason = await openInElectron(args, options.build)
    if (reason === null) return
    console.log(`${reason} Connoisseur opens in your browser instead.`)
  }
  if (options.build) await freshBuild(['page'])
  const { serveInTerminal } = await import('./serve.ts')
  await serveInTerminal(options)
}

keepCompiled()
try {
  const args = process.argv.slice(2)
  await start(readOptions(args), args)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
