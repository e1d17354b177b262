const screens = [
  'start',
  'collection',
  'work',
  'review',
  'looks',
  'learn',
  'evaluate',
  'findings',
  'overview',
  'history',
  'vocabulary',
  'contactSheet',
  'opinions',
  'import',
  'export',
  'settings',
  'help',
] as const
export type Screen = (typeof screens)[number]

/** Where the user is. It lies in the address (`#review/style`, `#work/12`), so that Back and a reload lead to the same place. */
class Place {
  screen = $state<Screen>('start')
  detail = $state('')
  /** The screen before this one. */
  before = $state<Screen>('start')

  constructor() {
    this.#read()
    addEventListener('hashchange', () => this.#read())
  }

  go(screen: Screen, detail: string | number = '') {
    const hash = `#${screen}${detail === '' ? '' : `/${encodeURIComponent(detail)}`}`
    if (location.hash === hash) return
    // Stepping from work to work or from label to label is one place for Back.
    if (screen === this.screen && detail !== '') history.replaceState(null, '', hash)
    else history.pushState(null, '', hash)
    this.#read()
  }

  #read() {
    const [screen = '', detail = ''] = location.hash.slice(1).split('/')
    const known = screens.find((name) => name === screen)
    if (known !== this.screen) this.before = this.screen
    this.screen = known ?? 'start'
    this.detail = known ? decodeURIComponent(detail) : ''
  }
}

export const place = new Place()
