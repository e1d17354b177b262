import { spawn } from 'node:child_process'
import type { Plugin } from 'vite'

/** For `npm run dev`: starts the app and lets the hot-reloading page in front of it reach it. */
export function developmentApp(): Plugin {
  return {
    name: 'connoisseur-app',
    apply: 'serve',
    async config() {
      const { origin, cookie } = await startApp()
      const headers = { host: new URL(origin).host, origin, cookie, 'sec-fetch-site': 'same-origin' }
      const forward = { target: origin, headers }
      return { server: { proxy: { '/call': forward, '/events': forward, '/images': forward } } }
    },
  }
}

async function startApp(): Promise<{ origin: string; cookie: string }> {
  const address = await new Promise<string>((resolve, reject) => {
    const app = spawn(process.execPath, ['main/start.ts', '--browser', '--no-open', '--no-build'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let text = ''
    app.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      const found = /http:\/\/\S+/.exec(text)
      if (found) resolve(found[0])
    })
    app.once('exit', (code) => reject(new Error(`The app ended with ${code}: ${text}`)))
    process.once('exit', () => app.kill())
  })
  const entered = await fetch(address, { redirect: 'manual' })
  return { origin: new URL(address).origin, cookie: entered.headers.get('set-cookie')?.split(';')[0] ?? '' }
}
