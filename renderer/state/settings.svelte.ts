import type { AppInfo, Settings } from '#preload/api.ts'
import { api, on } from '../api.ts'
import { chosen } from '../text/language.ts'
import { perform, report } from './report.ts'

const unknown: AppInfo = { version: '', shell: 'browser', platform: '', home: '' }

class AppSettings {
  values = $state.raw<Settings>({ threshold: 0.3, theme: 'system', language: chosen, executor: 'auto', reviewer: '', keys: {}, autoAdvance: true, hints: true }) // prettier-ignore
  info = $state.raw<AppInfo>(unknown)

  listen() {
    void Promise.all([api.app.settings(), api.app.info()]).then(([values, info]) => {
      this.#take(values)
      this.info = info
    }, report)
    return on({ settingsChanged: (values) => this.#take(values) })
  }

  async change(change: Partial<Settings>) {
    const values = await perform(() => api.app.changeSettings(change))
    if (values) this.#take(values)
  }

  get isDesktop() {
    return this.info.shell === 'desktop'
  }

  get isMac() {
    return this.info.platform === 'darwin'
  }

  #take(values: Settings) {
    this.values = values
    if (values.language !== chosen) location.reload() // every sentence and number is written anew
    if (values.theme === 'system') delete document.documentElement.dataset['theme']
    else document.documentElement.dataset['theme'] = values.theme
  }
}

export const settings = new AppSettings()
