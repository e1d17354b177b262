import { settings } from './state/settings.svelte.ts'

/** A key as actions name it: 'A', 'Enter', 'Mod+K', 'Mod+Shift+Z'; Mod is Command on a Mac and Ctrl elsewhere. */
export function keyOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key
  const mod = settings.isMac ? event.metaKey : event.ctrlKey
  const parts = [mod && 'Mod', event.altKey && 'Alt', event.shiftKey && key !== '?' && 'Shift', key]
  return parts.filter(Boolean).join('+')
}

const names: Record<string, string> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  PageUp: 'Page up',
  PageDown: 'Page down',
  ' ': 'Space',
}

/** As it stands on the keyboard. */
export function showKey(key: string): string {
  const mod = settings.isMac ? '⌘' : 'Ctrl'
  const parts = key === '+' ? ['+'] : key.split('+')
  return parts.map((part) => (part === 'Mod' ? mod : (names[part] ?? part))).join(settings.isMac ? '' : '+')
}

const writes = new Set(['text', 'search', 'number', 'email', 'url', 'password', ''])

/** Whether the keys belong to what has the focus: letters to a text field, Enter to a button, arrows to a slider. */
export function belongsToFocus(event: KeyboardEvent): boolean {
  const target = event.target
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true
  if (target instanceof HTMLInputElement && (writes.has(target.type) || event.key.startsWith('Arrow'))) return true
  if (event.key === 'Enter' || event.key === ' ')
    return target.closest('button, a, input, summary, [role=listbox]') !== null
  return false
}
