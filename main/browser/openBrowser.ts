import { spawn } from 'node:child_process'

/** Opens the default browser if this computer has one. BROWSER names another; BROWSER=none and CI keep it shut. */
export function openBrowser(address: string, environment: NodeJS.ProcessEnv = process.env) {
  const wish = environment['BROWSER']
  if (wish === 'none' || environment['CI']) return
  const [command, ...args] = wish ? [wish] : usual(process.platform)
  if (!command) return
  const child = spawn(command, [...args, address], { stdio: 'ignore', detached: true })
  child.on('error', () => {}) // no browser: the printed address is enough
  child.unref()
}

function usual(platform: NodeJS.Platform): string[] {
  if (platform === 'darwin') return ['open']
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler']
  return process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'] ? ['xdg-open'] : []
}
