import type { Menu } from '#preload/api.ts'
import { actions, isEnabled, type MenuName } from './actions.ts'
import { t, type TextKey } from './text/text.ts'

const titles: Record<MenuName, TextKey> = {
  file: 'actions.file',
  edit: 'actions.edit',
  view: 'actions.view',
  review: 'actions.reviewMenu',
  help: 'actions.helpMenu',
}

export const titleOf = (key: TextKey) => (t as (key: TextKey) => string)(key)

/** The native menu, made of the same actions as everything else. */
export function menus(): Menu[] {
  return (Object.keys(titles) as MenuName[]).map((menu) => ({
    title: titleOf(titles[menu]),
    items: actions
      .filter((action) => action.menu === menu)
      .map((action) => ({
        kind: 'action',
        id: action.id,
        title: titleOf(action.title),
        key: action.keys[0] ?? null,
        enabled: isEnabled(action),
      })),
  }))
}
