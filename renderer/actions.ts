import { collectionActions } from './collection/collectionActions.ts'
import type { IconName } from './lib/Icon.svelte'
import { looksActions } from './looks/looksActions.ts'
import { markActions } from './marks/markActions.ts'
import { reviewActions } from './review/reviewActions.ts'
import { chooseCollection, closeCollection, openSample } from './state/openCollections.ts'
import { collection } from './state/collection.svelte.ts'
import { dialogs } from './state/dialogs.svelte.ts'
import { history } from './state/history.svelte.ts'
import { jobs } from './state/jobs.svelte.ts'
import { exportTrail } from './state/exportTrail.ts'
import { place, type Screen } from './state/place.svelte.ts'
import { settings } from './state/settings.svelte.ts'
import { startLearning } from './state/startLearning.ts'
import type { TextKey } from './text/text.ts'
import { viewerActions } from './viewer/viewerActions.ts'
import { workActions } from './work/workActions.ts'

export type MenuName = 'file' | 'edit' | 'view' | 'review' | 'help'

/** What a user can do. It feeds the menu, the toolbar, the shortcuts, the help and the list of commands. */
export type Action = {
  id: string
  title: TextKey
  menu: MenuName | null
  /** The first is shown. */
  keys: string[]
  /** The only screens on which it makes sense; left out: everywhere. */
  screen?: Screen | readonly Screen[]
  icon?: IconName
  enabled: () => boolean
  run: () => unknown
}

const always = () => true
const hasCollection = () => collection.current !== null
const hasWorks = () => (collection.current?.works ?? 0) > 0
const go = (screen: Screen) => () => place.go(screen)

const general: Action[] = [
  { id: 'palette', title: 'actions.palette', menu: 'view', keys: ['Mod+K'], icon: 'command', enabled: always, run: () => (dialogs.palette = true) },
  { id: 'new-collection', title: 'actions.newCollection', menu: 'file', keys: ['Mod+N'], icon: 'plus', enabled: always, run: () => (dialogs.newCollection = true) },
  { id: 'open-collection', title: 'actions.openCollection', menu: 'file', keys: ['Mod+O'], icon: 'folder', enabled: always, run: chooseCollection },
  { id: 'open-sample', title: 'actions.openSample', menu: 'file', keys: [], icon: 'picture', enabled: always, run: openSample },
  { id: 'close-collection', title: 'actions.closeCollection', menu: 'file', keys: [], enabled: hasCollection, run: closeCollection },
  { id: 'import', title: 'actions.import', menu: 'file', keys: ['Mod+I'], icon: 'import', enabled: hasCollection, run: go('import') },
  { id: 'export', title: 'actions.export', menu: 'file', keys: ['Mod+E'], icon: 'export', enabled: hasCollection, run: go('export') },
  { id: 'contact-sheet', title: 'actions.contactSheet', menu: 'file', keys: ['Mod+P'], icon: 'print', enabled: hasWorks, run: go('contactSheet') },
  { id: 'summary', title: 'actions.summary', menu: 'review', keys: [], icon: 'chart', enabled: hasCollection, run: () => (dialogs.summary = true) },
  { id: 'undo', title: 'actions.undo', menu: 'edit', keys: ['Mod+Z', 'Z'], icon: 'undo', enabled: hasCollection, run: history.undo },
  { id: 'redo', title: 'actions.redo', menu: 'edit', keys: ['Mod+Shift+Z', 'Mod+Y'], icon: 'redo', enabled: hasCollection, run: history.redo },
  { id: 'start', title: 'actions.start', menu: 'view', keys: [], enabled: always, run: go('start') },
  { id: 'collection', title: 'actions.collection', menu: 'view', keys: ['Mod+1'], icon: 'grid', enabled: hasCollection, run: go('collection') },
  { id: 'review', title: 'actions.review', menu: 'view', keys: ['Mod+2'], icon: 'eye', enabled: hasCollection, run: go('review') },
  { id: 'learn', title: 'actions.learn', menu: 'view', keys: ['Mod+3'], icon: 'learn', enabled: hasCollection, run: go('learn') },
  { id: 'evaluate', title: 'actions.evaluate', menu: 'view', keys: ['Mod+5'], icon: 'matrix', enabled: hasCollection, run: go('evaluate') },
  { id: 'findings', title: 'actions.findings', menu: 'view', keys: ['Mod+7'], icon: 'findings', enabled: hasCollection, run: go('findings') },
  { id: 'history', title: 'actions.history', menu: 'view', keys: ['Mod+4'], icon: 'history', enabled: hasCollection, run: go('history') },
  { id: 'vocabulary', title: 'actions.vocabulary', menu: 'view', keys: ['Mod+6'], icon: 'tag', enabled: hasCollection, run: go('vocabulary') },
  { id: 'overview', title: 'actions.overview', menu: 'view', keys: ['Mod+8'], icon: 'overview', enabled: hasCollection, run: go('overview') },
  { id: 'opinions', title: 'actions.opinions', menu: 'review', keys: [], icon: 'copies', enabled: always, run: go('opinions') },
  { id: 'retrain', title: 'actions.retrain', menu: 'review', keys: ['R'], icon: 'retrain', enabled: () => hasWorks() && collection.attributes.length > 0 && !jobs.isRunning('learning'), run: startLearning },
  { id: 'export-trail', title: 'actions.exportTrail', menu: 'file', keys: [], icon: 'history', enabled: hasCollection, run: exportTrail },
  { id: 'cancel-jobs', title: 'actions.cancelJobs', menu: 'file', keys: ['Mod+.'], icon: 'close', enabled: () => jobs.running.length > 0, run: () => jobs.running.map((job) => jobs.cancel(job.id)) },
  { id: 'theme', title: 'actions.theme', menu: 'view', keys: [], enabled: always, run: switchTheme },
  { id: 'settings', title: 'actions.settings', menu: 'file', keys: ['Mod+,'], icon: 'settings', enabled: always, run: go('settings') },
  { id: 'help', title: 'actions.help', menu: 'help', keys: ['F1', '?'], icon: 'help', enabled: always, run: go('help') },
] // prettier-ignore

function switchTheme() {
  const { theme } = settings.values
  const isDark = theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches)
  return settings.change({ theme: isDark ? 'light' : 'dark' })
}

/** `keys` are those that the user has given it, else its own, `usualKeys`. */
export type KeyedAction = Action & { readonly usualKeys: readonly string[] }

const keyed = (given: Action): KeyedAction => ({
  ...given,
  usualKeys: given.keys,
  get keys() {
    return settings.values.keys[given.id] ?? given.keys
  },
})

export const actions: readonly KeyedAction[] = [
  ...general,
  ...collectionActions,
  ...workActions,
  ...reviewActions,
  ...looksActions,
  ...markActions,
  ...viewerActions,
].map(keyed)

export function action(id: string): KeyedAction {
  const found = actions.find((candidate) => candidate.id === id)
  if (!found) throw new Error(`No action ${id}`)
  return found
}

export const screensOf = ({ screen }: Action): readonly Screen[] => (screen === undefined ? [] : typeof screen === 'string' ? [screen] : screen) // prettier-ignore

export const isEnabled = (one: Action) =>
  (one.screen === undefined || screensOf(one).includes(place.screen)) && one.enabled()

/** Runs it if it can be run now. */
export function runAction(id: string): boolean {
  const found = action(id)
  if (!isEnabled(found)) return false
  void found.run()
  return true
}
