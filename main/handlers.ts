import { homedir } from 'node:os'
import path from 'node:path'
import type { Api } from '#preload/api.ts'
import { ApiError, type Handlers } from '#preload/rpc.ts'
import packageJson from '../package.json' with { type: 'json' }
import type { App } from './app.ts'
import { artworksHandlers } from './artworks.ts'
import { backbonesHandlers } from './backbones.ts'
import { browse } from './collection/browse.ts'
import { createCollection, openCollection } from './collection/openCollection.ts'
import { openSample } from './collection/openSample.ts'
import { problemTable } from './catalogue/problems.ts'
import { summaryQuery } from './catalogue/summary.ts'
import { verdictTable } from './catalogue/verdicts.ts'
import { evidenceHandlers } from './evidences.ts'
import { previewExport } from './exporting/exportTable.ts'
import { previewImport } from './importing/previewImport.ts'
import { evaluate } from './evaluating/evaluate.ts'
import { evaluationHandlers } from './evaluation.ts'
import { filtersHandlers } from './filters.ts'
import { historyHandlers } from './history.ts'
import { decide, type Decision } from './history/decide.ts'
import { figureHandlers } from './figures.ts'
import { mapHandlers } from './map.ts'
import { marksHandlers } from './marks.ts'
import { queueHandlers } from './queue.ts'
import { recipeHandlers } from './recipes.ts'
import { runHandlers } from './runs.ts'
import { opinionsHandlers } from './opinions.ts'
import { trailHandlers } from './trail.ts'
import { vocabularyHandlers } from './vocabulary.ts'

/** The app itself: each procedure of the contract in one line, the work in the folder of its name. */
export function createHandlers(app: App): Handlers<Api> {
  const { session, settings, jobs, work, recent, desktop, changed } = app
  const db = () => session.current().db
  const onDesktop = () => {
    if (!desktop) throw new ApiError('only-on-desktop', 'This works only in the desktop app, not in a browser.')
    return desktop
  }
  const after = <T>(tables: string[], value: T): T => {
    changed(tables)
    return value
  }
  const decideNow = (decision: Decision) =>
    after(['label', 'verdict', 'change'], decide(db(), decision, settings.actor(), now()))

  return {
    app: {
      info: () => ({ version: packageJson.version, shell: app.shell, platform: process.platform, home: homedir() }),
      settings: () => settings.get(),
      changeSettings: (change) => app.settingsChanged(settings.change(change)),
      device: async () => app.engine.device({ executor: settings.get().executor, network: await app.backbone() }),
      setMenu: (menu) => onDesktop().setMenu(menu),
    },
    files: {
      chooseFolder: (options) => onDesktop().chooseFolder(options),
      chooseFile: (options) => onDesktop().chooseFile(options),
      chooseSave: (options) => onDesktop().chooseSave(options),
      browse: ({ folder }) => browse(folder),
      reveal: (options) => onDesktop().reveal(options),
    },
    collections: {
      recent: () => session.recent(),
      forget: ({ folder }) => recent.forget(folder),
      current: () => session.describe(),
      create: ({ folder, name }) => session.open(null, () => createCollection(folder, name)),
      open: ({ folder }) => session.open(path.resolve(folder), () => openCollection(folder)),
      openSample: () => openSample(app),
      close: () => session.close(),
    },
    imports: {
      preview: (options) => previewImport(options),
      start: (options) => work.import(session.current(), options),
      problems: () => problemTable(db()).list(),
    },
    ...artworksHandlers(app),
    learning: {
      ...recipeHandlers(app),
      start: (options) => work.learn(session.current(), options),
      plan: (options) => work.plan(session.current(), options),
      evaluation: (options) => evaluate(session.current(), options),
      ...runHandlers(app),
    },
    evaluation: evaluationHandlers(app),
    overview: { get: () => app.ask('overview'), measure: () => work.measure(session.current()) },
    backbones: backbonesHandlers(app),
    queue: queueHandlers(app),
    evidence: evidenceHandlers(app),
    verdicts: {
      decide: ({ artwork, ...verdict }) => decideNow({ artworks: [artwork], ...verdict })[0]!,
      decideAll: (verdicts) => decideNow(verdicts).length,
      list: ({ limit }) => verdictTable(db()).list(limit),
      summary: ({ days }) => summaryQuery(db())(days),
    },
    filters: filtersHandlers(app),
    history: historyHandlers(app),
    vocabulary: vocabularyHandlers(app),
    marks: marksHandlers(app),
    trail: trailHandlers(app),
    opinions: opinionsHandlers(app),
    exports: {
      preview: (options) => previewExport(db(), options),
      start: (options) => work.export(session.current(), options),
    },
    figures: figureHandlers(app),
    map: mapHandlers(app),
    jobs: {
      list: () => jobs.list(),
      cancel: ({ id }) => work.cancel(session.isOpen() ? session.current() : null, id),
      pause: ({ id }) => work.pause(id),
      resume: ({ id }) => work.unpause(session.current(), id),
    },
  }
}

const now = () => new Date().toISOString()
