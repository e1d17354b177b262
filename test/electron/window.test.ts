import { execFile, spawn } from 'node:child_process'
import { mkdir, writeFile, readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import {
  call,
  commandLine,
  electron,
  heard,
  listen,
  makeDataFolder,
  openWindow,
  removeFolder,
  type OpenWindow,
} from './launch.ts'

/** The sample collection is being imported meanwhile, so that an answer may take its time. */
const until = (check: () => Promise<void>) => vi.waitFor(check, 20_000)

describe.skipIf(!electron)('the window', () => {
  let open: OpenWindow
  beforeAll(async () => {
    open = await openWindow()
  })
  afterAll(async () => {
    await open?.app.close()
    await removeFolder(open.dataFolder)
  })

  test('opens on the page of the app, from its own protocol', async () => {
    expect(open.page.url()).toMatch(/^app:\/\/connoisseur\/(#|$)/)
    expect(await open.page.title()).toMatch(/Connoisseur|Sample/)
    expect(open.complaints).toEqual([])
  })

  test('reaches the app through the bridge', async () => {
    expect(await call(open.page, 'app.info')).toMatchObject({ ok: true, value: { shell: 'desktop' } })
    expect(await call(open.page, 'app.nope')).toMatchObject({ ok: false, error: { code: 'unknown-procedure' } })
    expect(await call(open.page, '__proto__.toString')).toMatchObject({
      ok: false,
      error: { code: 'unknown-procedure' },
    })
  })

  test('shows the pictures of the sample collection, which is imported at the first start', async () => {
    const picture = () =>
      open.page.evaluate(async () => {
        const image = new Image()
        image.src = 'images/thumbnail/1'
        return image.decode().then(() => image.naturalWidth, () => 0) // prettier-ignore
      })
    await until(async () => expect(await picture()).toBeGreaterThan(100))
    const missing = await open.page.evaluate(async () => (await fetch('images/thumbnail/999999')).status)
    expect(missing).toBe(404)
  })

  test('has an engine that answers', async () => {
    expect(await call(open.page, 'app.device')).toMatchObject({ ok: true })
  })

  test('gives the page nothing of Node', async () => {
    const names = ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer']
    expect(await open.page.evaluate((all) => all.filter((name) => name in globalThis), names)).toEqual([])
    const preferences = await open.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]!.webContents
      return (contents as unknown as { getLastWebPreferences(): object }).getLastWebPreferences()
    })
    expect(preferences).toMatchObject({ contextIsolation: true, sandbox: true, nodeIntegration: false })
  })

  test('runs no inline script and no eval', async () => {
    const result = await open.page.evaluate(async () => {
      const blocked: string[] = []
      document.addEventListener('securitypolicyviolation', (event) => blocked.push(event.effectiveDirective))
      const script = document.createElement('script')
      script.textContent = 'globalThis.inlineRan = true'
      document.body.append(script)
      await new Promise((resolve) => setTimeout(resolve, 100))
      return { ran: 'inlineRan' in globalThis, blocked }
    })
    expect(result).toEqual({ ran: false, blocked: ['script-src-elem'] })
    // DevTools, through which tests speak, may evaluate; a script of the page may not.
    const policy = await open.page.evaluate(async () => (await fetch('./')).headers.get('content-security-policy'))
    expect(policy).toContain("script-src 'self'")
    expect(policy).not.toContain('unsafe')
  })

  test('reaches no network and no file', async () => {
    const reach = (address: string) =>
      open.page.evaluate((to) => fetch(to).then(() => 'reached', () => 'blocked'), address) // prettier-ignore
    for (const address of ['http://127.0.0.1:1/', 'https://example.org/', 'file:///etc/hostname', 'app://elsewhere/'])
      expect(await reach(address), address).toBe('blocked')
  })

  test('cannot be led to another place and opens no other window', async () => {
    const here = open.page.url()
    for (const place of ['https://example.org/', 'file:///etc/hostname', 'app://elsewhere/', 'data:text/html,hello']) {
      await open.page.evaluate((to) => {
        location.href = to
      }, place)
      await open.page.waitForTimeout(150)
      expect(open.page.url()).toBe(here)
    }
    expect(await open.page.evaluate(() => window.open('https://example.org/') === null)).toBe(true)
    expect(open.app.windows()).toHaveLength(1)
  })

  test('serves no file outside the page', async () => {
    for (const way of ['..%2f..%2fpackage.json', '%2e%2e/%2e%2e/package.json', 'package.json'])
      expect(await open.page.evaluate(async (to) => (await fetch(to)).status, way), way).toBe(404)
  })

  test('refuses every permission', async () => {
    const answers = await open.page.evaluate(async () => {
      const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi'] as PermissionName[]
      const states = await Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state))
      return [...new Set(states)]
    })
    expect(answers).toEqual(['denied'])
  })

  test('shows the actions of the page as a native menu, and tells the page which was chosen', async () => {
    await listen(open.page)
    const readMenu = () =>
      open.app.evaluate(({ Menu }) =>
        Menu.getApplicationMenu()!.items.map(({ label, submenu }) => ({
          label,
          items: submenu!.items.map((item) => ({ id: item.id, label: item.label, key: item.accelerator })),
        })),
      )
    await until(async () => expect((await readMenu()).map(({ label }) => label)).toContain('Review'))
    const menu = await readMenu()
    expect(menu.map(({ label }) => label)).toEqual(['File', 'Edit', 'View', 'Review', 'Help'])
    expect(menu[0]!.items.map(({ label }) => label)).toContain('Quit')
    expect(menu.flatMap(({ items }) => items)).toContainEqual({ id: 'retrain', label: 'Retrain', key: 'R' })
    await open.app.evaluate(({ Menu }) => Menu.getApplicationMenu()!.getMenuItemById('help')!.click())
    await until(async () => expect(await heard(open.page)).toContainEqual(['action', { id: 'help' }]))
  })

  test('takes the theme of the settings for everything native', async () => {
    const theme = () => open.app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)
    await call(open.page, 'app.changeSettings', { theme: 'dark' })
    expect(await theme()).toBe('dark')
    expect(await open.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true)
    await call(open.page, 'app.changeSettings', { theme: 'system' })
    expect(await theme()).toBe('system')
  })

  test('gives back the folder that was chosen in the native dialog, and null when it was closed', async () => {
    const answerWith = (canceled: boolean) =>
      open.app.evaluate(({ dialog }, isClosed) => {
        dialog.showOpenDialog = async () => ({ canceled: isClosed, filePaths: isClosed ? [] : ['/pictures'] })
      }, canceled)
    await answerWith(false)
    expect(await call(open.page, 'files.chooseFolder', { title: 'Choose' })).toEqual({ ok: true, value: '/pictures' })
    await answerWith(true)
    expect(await call(open.page, 'files.chooseFolder', { title: 'Choose' })).toEqual({ ok: true, value: null })
  })

  test('a second start hands its collection over and ends', async () => {
    const folder = path.join(open.dataFolder, 'missing.connoisseur')
    await open.app.evaluate(({ dialog }) => {
      const seen: unknown[] = []
      Object.assign(globalThis, { seen })
      dialog.showMessageBox = (async (options: unknown) => seen.push(options)) as never
    })
    const second = spawn(electron!, commandLine(open.dataFolder, [folder]), { stdio: 'ignore' })
    expect(await new Promise((resolve) => void second.once('exit', resolve))).toBe(0)
    // There is no such collection: that its opening was tried is seen by the refusal.
    await until(async () => {
      const seen = await open.app.evaluate(() => (globalThis as unknown as { seen: { message: string }[] }).seen)
      expect(seen.map(({ message }) => message)).toEqual(['The collection cannot be opened.'])
    })
    expect(open.app.windows()).toHaveLength(1)
  })

  test('a collection dropped on the window is opened, a folder of images shown under Import, and anything else answered with a sentence', async () => {
    await call(open.page, 'collections.create', { folder: open.dataFolder, name: 'Prints' })
    await call(open.page, 'collections.close')
    const drop = async (file: string) => {
      const devtools = await open.page.context().newCDPSession(open.page)
      const data = { items: [], files: [file], dragOperationsMask: 1 }
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
        await devtools.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data })
      await devtools.detach()
    }
    await drop(path.join(open.dataFolder, 'Prints.connoisseur'))
    await until(async () =>
      expect(await call(open.page, 'collections.current')).toMatchObject({ value: { name: 'Prints' } }),
    )
    const images = path.join(open.dataFolder, 'images')
    await mkdir(images)
    await drop(images)
    await open.page.getByText('There are no images in this folder').waitFor()
    await open.page.getByText(images).waitFor()
    await open.app.evaluate(({ dialog }) => {
      const seen: unknown[] = []
      Object.assign(globalThis, { seen })
      dialog.showMessageBox = (async (options: unknown) => seen.push(options)) as never
    })
    await drop(path.join(open.dataFolder, 'window.json'))
    await until(async () => {
      const seen = await open.app.evaluate(() => (globalThis as unknown as { seen: { message: string }[] }).seen)
      expect(seen.map(({ message }) => message)).toEqual(['This is not a collection.'])
    })
  })

  test('a page that crashes is opened again, with a sentence', async () => {
    await open.app.evaluate(({ BrowserWindow, dialog }) => {
      const said: string[] = []
      Object.assign(globalThis, { said })
      dialog.showMessageBox = (async (_: unknown, options: { message: string }) => said.push(options.message)) as never
      BrowserWindow.getAllWindows()[0]!.webContents.forcefullyCrashRenderer()
    })
    const state = () =>
      open.app.evaluate(({ BrowserWindow }) => ({
        said: (globalThis as unknown as { said: string[] }).said,
        title: BrowserWindow.getAllWindows()[0]!.webContents.getTitle(),
        crashed: BrowserWindow.getAllWindows()[0]!.webContents.isCrashed(),
      }))
    await until(async () => {
      const { said, title, crashed } = await state()
      expect(said).toEqual(['The window stopped working and was opened again.'])
      expect(crashed).toBe(false)
      expect(title).not.toBe('')
    })
  })
})

describe.skipIf(!electron)('the processes', () => {
  /** Ids of the processes of the app and its engine that work in a data folder. */
  const coreOf = async (dataFolder: string) => {
    const { stdout } = await promisify(execFile)('ps', ['-eo', 'pid,args'])
    const lines = stdout.split('\n').filter((line) => line.includes('dist/main/core.js') && line.includes(dataFolder))
    return lines.map((line) => parseInt(line, 10))
  }

  test('no process is left when the window is killed', async () => {
    const { app, dataFolder } = await openWindow()
    expect(await coreOf(dataFolder)).toHaveLength(1)
    app.process().kill('SIGKILL')
    await until(async () => expect(await coreOf(dataFolder)).toEqual([]))
    await removeFolder(dataFolder)
  })

  test('when the process of the app is lost, the window says so and can open it again', async () => {
    const { app, dataFolder } = await openWindow()
    await app.evaluate(({ app: own, dialog }) => {
      process.uptime = () => 60
      const said: unknown[] = []
      Object.assign(globalThis, { said })
      dialog.showMessageBoxSync = ((options: { message: string }) => (said.push(options.message), 0)) as never
      own.relaunch = () => said.push('relaunch')
      own.exit = () => said.push('exit')
    })
    const [core] = await coreOf(dataFolder)
    process.kill(core!, 'SIGKILL')
    await until(async () =>
      expect(await app.evaluate(() => (globalThis as unknown as { said: string[] }).said)).toEqual([
        'Connoisseur stopped unexpectedly. All your decisions are kept.',
        'relaunch',
        'exit',
      ]),
    )
    app.process().kill('SIGKILL')
    await removeFolder(dataFolder)
  })

  test('a window that is closed in the middle of an import closes everything', async () => {
    const { app, dataFolder } = await openWindow()
    await app.close()
    expect(await coreOf(dataFolder)).toEqual([])
    await removeFolder(dataFolder)
  })
})

describe.skipIf(!electron)('the next start', () => {
  test('shows the window where and as large as it was', async () => {
    const dataFolder = await makeDataFolder()
    const wanted = { x: 120, y: 90, width: 1010, height: 720 }
    const first = await openWindow({ dataFolder })
    await first.app.evaluate(({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]!.setBounds(bounds), wanted)
    await until(async () =>
      expect(JSON.parse(await readFile(path.join(dataFolder, 'window.json'), 'utf8'))).toEqual({
        ...wanted,
        maximised: false,
      }),
    )
    await first.app.close()
    const next = await openWindow({ dataFolder })
    const bounds = await next.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getNormalBounds())
    await next.app.close()
    await removeFolder(dataFolder)
    expect(bounds).toEqual(wanted)
  })

  test('takes the usual size when what was kept is damaged or off every screen', async () => {
    const dataFolder = await makeDataFolder()
    for (const kept of [
      '{',
      '{"x":90000,"y":0,"width":900,"height":700,"maximised":false}',
      '{"x":0,"width":"wide"}',
    ]) {
      await mkdir(dataFolder, { recursive: true })
      await writeFile(path.join(dataFolder, 'window.json'), kept)
      const { app } = await openWindow({ dataFolder })
      const size = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getNormalBounds())
      await app.close()
      expect(size, kept).toMatchObject({ width: 1360, height: 880 })
    }
    await removeFolder(dataFolder)
  })
})
