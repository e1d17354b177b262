import { readFile } from 'node:fs/promises'
import { fineTune } from '#main/engine/training/fineTune.ts'
import { taskOf, type WrittenTask } from './fineTuneTask.ts'

/** Fine-tunes by a task in a file, a line on stdout at every sign of progress: for tests that kill it. */
const task = taskOf(JSON.parse(await readFile(process.argv[2]!, 'utf8')) as WrittenTask)
const result = await fineTune(task, 'cpu', {
  cancelled: () => false,
  progress: ({ stage, done }) => void process.stdout.write(`${stage} ${done}\n`),
})
process.stdout.write(`ended ${JSON.stringify(result)}\n`)
