import { mount } from 'svelte'
import { api } from './api.ts'
import { locale, speak } from './text/language.ts'
import './theme/tokens.css'
import './theme/base.css'
import './theme/controls.css'
import './theme/print.css'

// The language first: what is loaded afterwards finds its sentences and ways of writing numbers there.
const { language } = await api.app.settings().catch(() => ({ language: 'system' as const }))
await speak(language, navigator.languages)
document.documentElement.lang = locale
const { default: App } = await import('./App.svelte')
mount(App, { target: document.getElementById('app')! })
