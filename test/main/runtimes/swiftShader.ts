import { existsSync, mkdtempSync, readdirSync, symlinkSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import path from 'node:path'

const cached = path.join(homedir(), '.cache/electron-runtime')
const downloaded = existsSync(cached) ? readdirSync(cached).map((name) => path.join(cached, name)) : []
const browser = ['/usr/lib/chromium', ...downloaded].find((folder) =>
  ['vk_swiftshader_icd.json', 'libvulkan.so.1'].every((file) => existsSync(path.join(folder, file))),
)

/**
 * The environment in which a process finds Chromium's SwiftShader, a graphics card made of software; null where there is
 * none. Its folder is not named as a whole: it holds other libraries, too.
 */
export function swiftShader(): NodeJS.ProcessEnv | null {
  if (!browser) return null
  const folder = mkdtempSync(path.join(tmpdir(), 'vulkan-'))
  symlinkSync(path.join(browser, 'libvulkan.so.1'), path.join(folder, 'libvulkan.so.1'))
  return { ...process.env, LD_LIBRARY_PATH: folder, VK_ICD_FILENAMES: path.join(browser, 'vk_swiftshader_icd.json') }
}
