import { api } from '../api.ts'
import { t } from '../text/text.ts'
import { chooseFolder } from './choosePath.ts'
import { collection } from './collection.svelte.ts'
import { place } from './place.svelte.ts'
import { perform } from './report.ts'

export async function openCollection(folder: string): Promise<void> {
  if (await perform(() => api.collections.open({ folder }))) await enter()
}

export async function chooseCollection(): Promise<void> {
  const folder = await chooseFolder(t('start.chooseCollection'), 'collection')
  if (folder !== null) await openCollection(folder)
}

export async function openSample(): Promise<void> {
  if (await perform(() => api.collections.openSample())) await enter()
}

export async function createCollection(folder: string, name: string): Promise<void> {
  if (await perform(() => api.collections.create({ folder, name }))) await enter()
}

export async function closeCollection(): Promise<void> {
  await perform(() => api.collections.close())
  await collection.refresh()
  place.go('start')
}

/** A collection without works is filled first. */
async function enter() {
  await collection.refresh()
  const current = collection.current
  if (current) place.go(current.works === 0 && !current.isSample ? 'import' : 'collection')
}
