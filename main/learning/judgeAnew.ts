import { labelTable } from '../catalogue/labels.ts'
import { runTable } from '../catalogue/runs.ts'
import type { OpenCollection } from '../collection/openCollection.ts'
import { openJudge } from './evidenceJudge.ts'
import { asRun } from './runView.ts'

/**
 * After terms were renamed, merged, split or retired: the current run judges every label of the attribute again by what it has
 * kept, as restoring it would. Where its files are gone, its evidence stays as it was.
 */
export async function judgeAnew(collection: OpenCollection, attribute: string): Promise<void> {
  const { db } = collection
  const runs = runTable(db)
  const current = runs.current()
  const id = labelTable(db).findAttribute(attribute)
  if (!current || id === undefined || !asRun(current).attributes.some(({ name }) => name === attribute)) return
  const about = { run: current.id, backbone: current.backbone, attribute: { id, name: attribute } }
  try {
    const judge = await openJudge(collection, about)
    runs.replaceEvidence(current.id, id, () => judge.rows())
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}
