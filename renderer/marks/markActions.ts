import type { Action } from '../actions.ts'
import { works } from '../collection/works.svelte.ts'
import { marks, setMark } from './marks.svelte.ts'

const hasWork = () => marks.artwork > 0

/** All of them flagged: the flag is taken off all. */
async function flagSelection() {
  const ids = [...works.selected]
  const areAll = ids.every((id) => works.ofId(id)?.marks.includes('flag'))
  await setMark(ids, 'flag', areAll ? null : '')
}

export const markActions: Action[] = [
  { id: 'flag', title: 'actions.flag', menu: 'review', screen: ['review', 'work'], keys: ['F'], icon: 'flag', enabled: hasWork, run: marks.toggleFlag },
  { id: 'note', title: 'actions.note', menu: 'review', screen: ['review', 'work'], keys: ['M'], icon: 'note', enabled: hasWork, run: marks.writeNote },
  { id: 'flag-selection', title: 'actions.flagSelection', menu: 'edit', screen: 'collection', keys: ['F'], icon: 'flag', enabled: () => works.selected.size > 0, run: flagSelection },
] // prettier-ignore
