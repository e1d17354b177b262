import { api } from '../api.ts'
import { toasts } from '../lib/toasts.svelte.ts'
import { t } from '../text/text.ts'
import { chooseSave } from './choosePath.ts'
import { collection } from './collection.svelte.ts'
import { perform } from './report.ts'

/** Asks where to, and writes the trail of decisions there. */
export async function exportTrail() {
  const path = await chooseSave(t('trail.exportTitle'), `${collection.current?.name ?? t('common.app')} – trail.csv`)
  if (path === null) return
  const count = await perform(() => api.trail.export({ path }))
  if (count !== undefined) toasts.show(t('trail.written', { count, path }))
}
