export type AppInfo = { version: string; shell: 'desktop' | 'browser'; platform: string; home: string }

export type Settings = {
  /** A label is flagged when the chance that it is right (the score of its evidence) is below this. In (0, 1). */
  threshold: number
  theme: 'system' | 'light' | 'dark'
  /** Of the page; 'system': the first that the computer prefers and the app speaks. */
  language: 'system' | 'en' | 'de' | 'fr' | 'es'
  /** 'auto' takes the best that works on this computer. */
  executor: 'auto' | 'cpu' | 'webgpu' | 'cuda' | 'dml' | 'coreml' | 'tfjs'
  /** The name written beside verdicts. Empty: the name of the user account. */
  reviewer: string
  /** Keys of actions that the user has changed, by the action's id; an empty list: none. */
  keys: Record<string, string[]>
  /** After a verdict the next work is shown. */
  autoAdvance: boolean
  /** A line says what comes next. */
  hints: boolean
}

export type Device = {
  executor: string
  name: string
  why: string
  threads: number
  /** What this computer offers, with the reason or the measured speed of each. */
  choices: DeviceChoice[]
}

export type DeviceChoice = {
  executor: string
  name: string
  works: boolean
  why: string
  /** It let the app down in the middle of its work since the app was started; the processor went on. */
  failed: boolean
}

export type Menu = { title: string; items: MenuItem[] }

export type MenuItem =
  { kind: 'action'; id: string; title: string; key: string | null; enabled: boolean } | { kind: 'separator' }

export type Folder = {
  path: string
  parent: string | null
  folders: { name: string; path: string; isCollection: boolean }[]
  files: { name: string; path: string }[]
  images: number
}
