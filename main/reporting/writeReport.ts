import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { Collection, JobResult } from '#preload/api.ts'
import { ApiError } from '#preload/rpc.ts'
import packageJson from '../../package.json' with { type: 'json' }
import { labelTable } from '../catalogue/labels.ts'
import { mapGroupsQuery } from '../catalogue/mapGroups.ts'
import { runTable } from '../catalogue/runs.ts'
import type { OpenCollection } from '../collection/openCollection.ts'
import { writeWhole } from '../exporting/writeWhole.ts'
import type { Progress } from '../jobs.ts'
import { backboneOfRun, type KnownBackbone } from '../learning/backbones.ts'
import { fingerprint } from '../learning/describeRun.ts'
import { knownRun } from '../learning/knownRun.ts'
import { modelFiles } from '../learning/modelFiles.ts'
import { runFolder } from '../learning/predictions.ts'
import { readCard, readCurve } from '../learning/runFiles.ts'
import { readMap } from '../mapping/drawMap.ts'
import type { DesktopPort } from '../ports.ts'
import { attributeFigures, learningFigures } from './figuresOf.ts'
import { drawnMap } from './mapPicture.ts'
import { reportHtml, type ReportFacts } from './reportHtml.ts'
import { sheetsOf } from './sheets.ts'

export type ReportJob = {
  collection: OpenCollection
  described: Collection
  bundled: KnownBackbone
  desktop: DesktopPort | null
  run: number
  path: string
  signal: AbortSignal
  progress(state: Progress): void
}

/** The ending decides. Throws ApiError 'wrong-ending', 'only-on-desktop'. */
export function refuseReport(file: string, desktop: DesktopPort | null): 'html' | 'pdf' {
  const ending = path.extname(file).toLowerCase()
  if (ending !== '.html' && ending !== '.pdf')
    throw new ApiError('wrong-ending', 'The name of a report must end in .html or .pdf.')
  if (ending === '.pdf' && !desktop)
    throw new ApiError('only-on-desktop', 'Only the desktop app writes a PDF. Save the report as HTML, open it in a browser and print it to PDF there.') // prettier-ignore
  return ending === '.pdf' ? 'pdf' : 'html'
}

/** Writes all that is known of a run to one file. Throws 'unknown-run' and what an export throws. */
export async function writeReport(job: ReportJob): Promise<Extract<JobResult, { kind: 'report' }>> {
  const kind = refuseReport(job.path, job.desktop)
  const facts = await gatherFacts(job)
  const html = reportHtml(facts)
  const file = path.resolve(job.path)
  const page = kind === 'html' ? file : `${file}.part.html`
  await writeWhole(page, [html], job.signal, 'report')
  if (kind === 'pdf')
    try {
      await job.desktop!.printPdf({ page, path: file })
    } finally {
      await rm(page, { force: true })
    }
  return { kind: 'report', path: file, figures: html.split('<figure').length - 1 }
}

async function gatherFacts({
  collection,
  described,
  bundled,
  run: id,
  signal,
  progress,
}: ReportJob): Promise<ReportFacts> {
  // prettier-ignore
  const { db, folder } = collection
  const run = knownRun(db, id)
  const row = runTable(db).get(id)!
  const total = run.attributes.length * 2 + 1
  let done = 0
  const step = () => {
    signal.throwIfAborted()
    progress({ stage: 'drawing', done: done++, total })
  }
  const attributes: ReportFacts['attributes'] = []
  for (const { name, terms } of run.attributes) {
    step()
    const drawn = await attributeFigures(collection, { attribute: name, run: id, terms })
    step()
    attributes.push({ ...drawn, ...(await sheetsOf(collection, drawn.evaluation)) })
  }
  step()
  const network = await backboneOfRun(folder, bundled, row.backbone)
  const by = run.attributes[0]?.name
  const map = by === undefined ? null : await readMap(db, { collectionFolder: folder, key: row.backbone })
  const groups = map && mapGroupsQuery(db).byTerm(labelTable(db).findAttribute(by!)!, map.works)
  return {
    collection: described,
    version: packageJson.version,
    writtenAt: new Date(),
    run,
    recipe: JSON.stringify(JSON.parse(row.recipe), null, 2),
    model: await modelOf(runFolder(folder, id)),
    network: network?.backbone ?? null,
    learning: learningFigures(await readCurve(folder, id)),
    attributes,
    map: map && groups && (await drawnMap({ network: run.network, ...map }, groups, by!)),
    card: await readCard(folder, id).catch(() => null),
  }
}

async function modelOf(folder: string): Promise<ReportFacts['model']> {
  for (const file of Object.values(modelFiles).toReversed()) {
    const found = await fingerprint(path.join(folder, file)).catch(() => null)
    if (found) return { file, folder, ...found }
  }
  return null
}
