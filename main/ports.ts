import type { Api, Menu } from '#preload/api.ts'

/** What only a desktop shell can do; the browser shell has none of it. */
export type DesktopPort = {
  chooseFolder(...options: Parameters<Api['files']['chooseFolder']>): Promise<string | null>
  chooseFile(...options: Parameters<Api['files']['chooseFile']>): Promise<string | null>
  chooseSave(...options: Parameters<Api['files']['chooseSave']>): Promise<string | null>
  reveal(...options: Parameters<Api['files']['reveal']>): void
  setMenu(menu: Menu[]): void
  /** An HTML file of our own as a PDF. */
  printPdf(options: { page: string; path: string }): Promise<void>
}

/** The engine process, however it was started. Messages are structured clones. */
export type EnginePort = {
  post(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  /** Called once, with the exit code; null when a signal ended it. */
  onClose(listener: (code: number | null) => void): void
  kill(): void
}
