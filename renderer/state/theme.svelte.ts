import { settings } from './settings.svelte.ts'

const preferred = matchMedia('(prefers-color-scheme: dark)')

/** Whether the window is dark now, for what is painted without style sheets. */
class Theme {
  #system = $state(preferred.matches)
  readonly isDark = $derived(settings.values.theme === 'dark' || (settings.values.theme === 'system' && this.#system))

  constructor() {
    preferred.addEventListener('change', ({ matches }) => (this.#system = matches))
  }
}

export const theme = new Theme()
