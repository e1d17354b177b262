import type { MenuItemConstructorOptions } from 'electron'
import type { Menu, MenuItem } from '#preload/api.ts'

type Template = MenuItemConstructorOptions[]

const editing: Template = [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }]
/** macOS finds these keys of a text field in the menu only. */
const typing: Template = [
  { role: 'undo', label: 'Undo Typing' },
  { role: 'redo', label: 'Redo Typing' },
]
/** The usual keys of zooming belong to the size of the pictures. */
const seeing: Template = [
  { role: 'zoomIn', label: 'Larger Text', accelerator: 'CommandOrControl+Alt+=' },
  { role: 'zoomOut', label: 'Smaller Text', accelerator: 'CommandOrControl+Alt+-' },
  { role: 'resetZoom', label: 'Usual Text Size', accelerator: 'CommandOrControl+Alt+0' },
  { role: 'togglefullscreen' },
]

/** The page's actions and, around them, what every desktop app has. */
export function menuTemplate(
  menus: Menu[],
  onAction: (id: string) => void,
  { platform = process.platform, development = process.env['NODE_ENV'] === 'development' } = {},
): Template {
  const isMac = platform === 'darwin'
  const template: Template = menus.map(({ title, items }) => ({
    label: title,
    submenu: items.map((item) => menuItem(item, onAction, isMac)),
  }))
  extend(template, 'File', isMac ? [] : [{ role: 'quit' }], 0)
  extend(template, 'Edit', isMac ? [...typing, ...editing] : editing, 1)
  extend(template, 'View', development ? [...seeing, { role: 'toggleDevTools' }] : seeing, 2)
  return isMac ? [{ role: 'appMenu' }, ...template, { role: 'windowMenu' }] : template
}

/** Adds items to the menu of that title, or a new menu at that place. */
function extend(template: Template, title: string, items: Template, place: number) {
  if (items.length === 0) return
  const menu = template.find(({ label }) => label === title)
  if (menu) (menu.submenu as Template).push({ type: 'separator' }, ...items)
  else template.splice(place, 0, { label: title, submenu: items })
}

function menuItem(item: MenuItem, onAction: (id: string) => void, isMac: boolean): MenuItemConstructorOptions {
  if (item.kind === 'separator') return { type: 'separator' }
  const accelerator = item.key === null ? null : toAccelerator(item.key, isMac)
  return {
    id: item.id,
    label: item.title,
    enabled: item.enabled,
    // The page hears its keys itself, in every shell; the menu only shows them.
    ...(accelerator === null ? {} : { accelerator, registerAccelerator: false }),
    click: () => onAction(item.id),
  }
}

const names: Record<string, string> = {
  Mod: 'CommandOrControl',
  Ctrl: 'Control',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ' ': 'Space',
}

/** Keys that a text field needs. */
const ofTextFields = ['Mod+Z', 'Mod+A', 'Mod+C', 'Mod+V', 'Mod+X']

/**
 * From a key as actions name it ('R', 'Mod+Z', 'Mod++'). Null: not to be shown, because macOS would take it away from
 * every text field: there, what a menu shows it also hears.
 */
export function toAccelerator(key: string, isMac: boolean): string | null {
  const plus = /(^|\+)\+$/.test(key)
  const parts = (plus ? key.slice(0, -1) : key).split('+').filter(Boolean)
  if (plus) parts.push('Plus')
  if (isMac && (parts.length === 1 || ofTextFields.includes(key))) return null
  return parts.map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part)).join('+')
}
