import { keepCompiled } from './keepCompiled.ts'

keepCompiled()
const { runCommand } = await import('./commands/run.ts')
process.exitCode = await runCommand(process.argv.slice(2))
// What the engine's process and SQLite hold open must not keep a finished command alive.
process.exit()
