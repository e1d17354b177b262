import { fork } from 'node:child_process'
import { places } from './places.ts'
import type { EnginePort } from './ports.ts'

/** The engine as a child of Node, for the browser shell, the command line and tests. It ends when its parent does. */
export function startEngineProcess(): EnginePort {
  const child = fork(places.engine, {
    serialization: 'advanced',
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  child.on('error', () => {}) // a message to a process that has just died; its end is told by 'exit'
  return {
    post: (message) => void (child.connected && child.send(message as object, () => {})),
    onMessage: (listener) => void child.on('message', listener),
    onClose: (listener) => void child.once('exit', listener),
    kill: () => void child.kill('SIGKILL'),
  }
}
