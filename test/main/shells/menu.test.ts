import { expect, test } from 'vitest'
import type { Menu } from '#preload/api.ts'
import { menuTemplate, toAccelerator } from '#main/desktop/menu.ts'

const menus: Menu[] = [
  { title: 'File', items: [{ kind: 'action', id: 'import', title: 'Import', key: 'Mod+I', enabled: true }] },
  {
    title: 'Review',
    items: [
      { kind: 'action', id: 'keep', title: 'Keep', key: 'K', enabled: false },
      { kind: 'separator' },
      { kind: 'action', id: 'help', title: 'Help', key: null, enabled: true },
    ],
  },
]
const linux = { platform: 'linux', development: false } as const
const mac = { platform: 'darwin', development: false } as const

test("the page's menus stand in their order, with what every desktop app has around them", () => {
  const titles = (on: typeof linux | typeof mac) =>
    menuTemplate(menus, () => {}, on).map(({ label, role }) => label ?? role)
  expect(titles(linux)).toEqual(['File', 'Edit', 'View', 'Review'])
  expect(titles(mac)).toEqual(['appMenu', 'File', 'Edit', 'View', 'Review', 'windowMenu'])
})

test('quitting stands in the file menu, except on macOS, whose own menu has it', () => {
  const roles = (on: typeof linux | typeof mac) => JSON.stringify(menuTemplate(menus, () => {}, on))
  expect(roles(linux)).toContain('"role":"quit"')
  expect(roles(mac)).not.toContain('"role":"quit"')
})

test('an item tells its id, is greyed as its action is, and leaves its key to the page', () => {
  const chosen: string[] = []
  const review = menuTemplate(menus, (id) => chosen.push(id), linux).find(({ label }) => label === 'Review')!
  const [keep, separator, help] = review.submenu as Electron.MenuItemConstructorOptions[]
  expect(keep).toMatchObject({ label: 'Keep', enabled: false, accelerator: 'K', registerAccelerator: false })
  expect(separator).toEqual({ type: 'separator' })
  expect(help).not.toHaveProperty('accelerator')
  ;(help!.click as () => void)()
  expect(chosen).toEqual(['help'])
})

test('developer tools are in the menu of developers only', () => {
  const text = (development: boolean) => JSON.stringify(menuTemplate([], () => {}, { platform: 'linux', development }))
  expect(text(true)).toContain('toggleDevTools')
  expect(text(false)).not.toContain('toggleDevTools')
})

test.each([
  ['R', 'R', null],
  ['Mod+Z', 'CommandOrControl+Z', null],
  ['Mod+Shift+Z', 'CommandOrControl+Shift+Z', 'CommandOrControl+Shift+Z'],
  ['Mod++', 'CommandOrControl+Plus', 'CommandOrControl+Plus'],
  ['+', 'Plus', null],
  ['Mod+-', 'CommandOrControl+-', 'CommandOrControl+-'],
  ['ArrowLeft', 'Left', null],
  ['Mod+,', 'CommandOrControl+,', 'CommandOrControl+,'],
])('the key %s is shown as %s, on macOS as %s', (key, elsewhere, onMac) => {
  expect(toAccelerator(key, false)).toBe(elsewhere)
  expect(toAccelerator(key, true)).toBe(onMac)
})
