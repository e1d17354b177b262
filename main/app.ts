import path from 'node:path'
import type { Api, Settings } from '#preload/api.ts'
import type { Handlers } from '#preload/rpc.ts'
import { artworkTable } from './catalogue/artworks.ts'
import type { OpenCollection } from './collection/openCollection.ts'
import { recentCollections } from './collection/recent.ts'
import { openSettings } from './collection/settings.ts'
import { createEngineClient } from './engineClient.ts'
import { createHandlers } from './handlers.ts'
import { serveImage } from './images/serve.ts'
import { createJobs } from './jobs.ts'
import { bundledBackbone } from './learning/backbones.ts'
import { createLooks, isLookRequest, serveLook } from './looks.ts'
import { openAnswering } from './opinions/answering.ts'
import { opinionPicture } from './opinions/picture.ts'
import type { DesktopPort, EnginePort } from './ports.ts'
import { createReading } from './reading/reading.ts'
import { createSession } from './session.ts'
import { Closing, createWork } from './work.ts'

export type AppOptions = {
  dataFolder: string
  shell: 'desktop' | 'browser'
  /** Holds models/ and sample/. */
  resources: string
  emit(event: string, payload: unknown): void
  desktop: DesktopPort | null
  startEngine(): EnginePort
  /** False: what a kill interrupted waits for a command (the command line). */
  resume?: boolean
}

/** What the procedures of the contract work with. */
export type App = ReturnType<typeof assemble>

/** The same app for every shell. */
export function createApp(options: AppOptions) {
  const app = assemble(options)
  const handlers: Handlers<Api> = createHandlers(app)
  return {
    handlers,
    /** Answers `images/thumbnail/ID`, `images/view/ID` and `images/looked/ID`. */
    image: async (request: Request) =>
      (await opinionPicture(request, app.answering)) ??
      (isLookRequest(request) ? serveLook(request, app.servedImages()) : serveImage(request, app.servedImages())),
    /** What the command line needs beyond the contract. */
    internals: app,
    async close() {
      await app.session.close()
      app.engine.close()
      app.looks.close()
    },
  }
}

function assemble(options: AppOptions) {
  const { dataFolder, resources, shell, desktop, emit } = options
  const settings = openSettings(dataFolder)
  const recent = recentCollections(dataFolder)
  const answering = openAnswering(dataFolder)
  const jobs = createJobs((job) => emit('job', job))
  const engine = createEngineClient(options.startEngine, {
    deviceFailed: ({ name }) => jobs.notice(['embedding', 'learning'], { kind: 'device-failed', name }),
  })
  const looks = createLooks(options.startEngine)
  const reading = createReading({ collection: () => session.current(), threshold: () => settings.get().threshold })
  const changed = (tables: string[]) => emit('catalogueChanged', { tables })
  let backboneKey = ''
  const loaded = bundledBackbone(resources).then((backbone) => {
    backboneKey = backbone.key
    return backbone
  })
  loaded.catch(() => {}) // told to whoever asks
  const backbone = () => loaded
  const work = createWork({ jobs, engine, settings, backbone, changed, desktop })
  const session = createSession({
    recent,
    backboneKey: () => backboneKey,
    onOpen: (collection: OpenCollection) => {
      const resume = () => collection.db.open && work.resume(collection)
      if (options.resume !== false) loaded.then(resume).catch(() => {}) // a network that is missing is told to whoever asks
    },
    beforeClose: async () => {
      await reading.close()
      await jobs.cancelAll(new Closing('The collection was closed'))
      jobs.forgetEnded()
    },
    onChange: (folder) => emit('collectionChanged', { folder }),
  })
  const settingsChanged = (value: Settings): Settings => {
    emit('settingsChanged', value)
    changed(['evidence'])
    return value
  }
  const servedImages = () => {
    if (!session.isOpen()) return null
    const { folder, db } = session.current()
    return {
      folder,
      find: (id: number) => {
        const place = artworkTable(db).place(id)
        return place && { ...place, path: path.join(place.folder, place.file) }
      },
    }
  }
  return { dataFolder, resources, shell, desktop, settings, answering, recent, engine, jobs, looks, work, session, backbone, ask: reading.ask, changed, settingsChanged, servedImages } // prettier-ignore
}
