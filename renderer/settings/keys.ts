import { actions, screensOf, type KeyedAction } from '../actions.ts'
import { settings } from '../state/settings.svelte.ts'

/** Keys that move inside lists and fields, or belong to the browser: no action may take them. */
const reserved = new Set(['Tab', 'Shift+Tab', 'Escape', 'Shift', 'Control', 'Alt', 'Meta', 'CapsLock', 'Dead', 'Process', 'Unidentified']) // prettier-ignore

export const isFree = (key: string) => !reserved.has(key) && !reserved.has(key.split('+').at(-1) ?? '')

/** The two can be meant at the same time: on the same screen, or one of them everywhere. */
const meet = (a: KeyedAction, b: KeyedAction) =>
  a.screen === undefined || b.screen === undefined || screensOf(a).some((screen) => screensOf(b).includes(screen))

/** Which other action hears this key where `of` would. */
export const holderOf = (key: string, of: KeyedAction): KeyedAction | undefined =>
  actions.find((other) => other.id !== of.id && meet(other, of) && other.keys.includes(key))

/** Gives an action this key as its first, in place of `before` (null: as one more); whoever had it loses it. */
export function giveKey(to: KeyedAction, key: string, before: string | null): Promise<void> {
  const keys = { ...settings.values.keys }
  const others = actions.filter((other) => other.id !== to.id && meet(other, to) && other.keys.includes(key))
  for (const other of others) keys[other.id] = other.keys.filter((one) => one !== key)
  const kept = to.keys.filter((one) => one !== key)
  const place = before === null ? -1 : kept.indexOf(before)
  keys[to.id] = place < 0 ? [...kept, key] : kept.with(place, key)
  return settings.change({ keys })
}

export function takeKey(from: KeyedAction, key: string): Promise<void> {
  return settings.change({ keys: { ...settings.values.keys, [from.id]: from.keys.filter((one) => one !== key) } })
}

/** Its own keys again; those that another action was given meanwhile are taken from it. */
export async function resetKeys(of: KeyedAction): Promise<void> {
  const keys = { ...settings.values.keys }
  delete keys[of.id]
  for (const other of actions) {
    if (other.id === of.id || !meet(other, of)) continue
    const left = other.keys.filter((key) => !of.usualKeys.includes(key))
    if (left.length < other.keys.length) keys[other.id] = left
  }
  await settings.change({ keys })
}

export const resetAll = () => settings.change({ keys: {} })
export const isChanged = (one: KeyedAction) => settings.values.keys[one.id] !== undefined
