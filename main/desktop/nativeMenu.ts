import { Menu } from 'electron'
import type { Menu as PageMenu } from '#preload/api.ts'
import { menuTemplate } from './menu.ts'

/**
 * Shows the page's menus. What is possible changes with every step of a job, the menus themselves hardly ever: they are
 * built again only then, because on Linux each building costs tens of milliseconds and many in a row stop the window.
 */
export function createNativeMenu(onAction: (id: string) => void): (menus: PageMenu[]) => void {
  let built = ''
  return (menus) => {
    const structure = JSON.stringify(menus, (key, value: unknown) => (key === 'enabled' ? undefined : value))
    if (structure !== built) Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(menus, onAction)))
    else allow(menus)
    built = structure
  }
}

function allow(menus: PageMenu[]) {
  const shown = Menu.getApplicationMenu()
  for (const item of menus.flatMap(({ items }) => items)) {
    if (item.kind !== 'action') continue
    const native = shown?.getMenuItemById(item.id)
    if (native && native.enabled !== item.enabled) native.enabled = item.enabled
  }
}
