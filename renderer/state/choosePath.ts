import { api } from '../api.ts'
import { dialogs } from './dialogs.svelte.ts'
import { perform } from './report.ts'
import { settings } from './settings.svelte.ts'

/** The system's own dialogs on the desktop, the page's own in a browser. Null: closed without choosing. */
export async function chooseFolder(title: string, kind: 'folder' | 'collection' = 'folder'): Promise<string | null> {
  if (settings.isDesktop) return (await perform(() => api.files.chooseFolder({ title }))) ?? null
  return dialogs.choosePath({ kind, title, extensions: [], suggestion: '' })
}

export async function chooseFile(title: string, extensions: string[]): Promise<string | null> {
  if (settings.isDesktop) return (await perform(() => api.files.chooseFile({ title, extensions }))) ?? null
  return dialogs.choosePath({ kind: 'file', title, extensions, suggestion: '' })
}

export async function chooseSave(title: string, suggestion: string): Promise<string | null> {
  if (settings.isDesktop) return (await perform(() => api.files.chooseSave({ title, suggestion }))) ?? null
  return dialogs.choosePath({ kind: 'save', title, extensions: [], suggestion })
}
