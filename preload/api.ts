/**
 * The contract: what the page, the command line and the tests may ask of the app, and what they may hear from it.
 * JSON values only. Pixels go by address: `images/thumbnail/ID?v=SHA` and `images/view/ID?v=SHA` relative to the page.
 */
export type Api = {
  app: {
    info(): AppInfo
    settings(): Settings
    changeSettings(change: Partial<Settings>): Settings
    /** Which hardware learns, and why. Starts the engine if it is not running. */
    device(): Device
    /** The desktop shell makes its native menu of this; the browser shell refuses with 'only-on-desktop'. */
    setMenu(menu: Menu[]): void
  }
  files: {
    /** Native dialogs. Null: the user closed it. The browser shell refuses with 'only-on-desktop': use `browse`. */
    chooseFolder(options: { title: string }): string | null
    chooseFile(options: { title: string; extensions: string[] }): string | null
    chooseSave(options: { title: string; suggestion: string }): string | null
    /** One folder of this computer, for the page's own chooser. Null: the user's home. */
    browse(options: { folder: string | null }): Folder
    /** Shows a file in the system's file manager. Desktop only. */
    reveal(options: { path: string }): void
  }
  collections: {
    recent(): RecentCollection[]
    forget(options: { folder: string }): void
    current(): Collection | null
    /** Creates NAME.connoisseur in `folder` and opens it. */
    create(options: { folder: string; name: string }): Collection
    open(options: { folder: string }): Collection
    /** Copies nothing: the first call makes the sample collection in the user's data folder and starts its import. */
    openSample(): Collection
    close(): void
  }
  imports: {
    preview(options: { folder: string; table: string | null }): ImportPreview
    /** Reads files, then embeds them, as two jobs. `columns` says what each column of the table is. */
    start(options: ImportOptions): JobId
    problems(): Problem[]
  }
  artworks: {
    /** Ids of all works that match, in the order asked for. */
    find(filter: Filter): number[]
    /** Cards for the grid, in the order of `ids`; unknown ids are left out. */
    read(options: { ids: number[] }): Card[]
    get(options: { id: number }): Artwork
    /** Sets a label by hand, outside a review. Null removes it. Returns the number of works changed. */
    relabel(options: { ids: number[]; attribute: string; term: string | null }): number
  }
  attributes: {
    list(): Attribute[]
  }
  learning: {
    recipes(): Recipe[]
    start(options: LearnOptions): JobId
    /** What learning would train and how long it would take; takes seconds. Throws as `start` does. */
    plan(options: LearnOptions): LearningPlan
    runs(): Run[]
    /** Metrics out of sample of a run (null: the current one) for an attribute. */
    evaluation(options: { attribute: string; run: number | null }): Evaluation
    /** Makes an earlier run current again: its predictions, and its queue for the labels that stand now. */
    restore(options: { run: number }): Run
    /** Deletes a run that is not current, with its model. */
    remove(options: { run: number }): void
    /** Two runs on the works that both have judged. */
    compare(options: { runs: [first: number, second: number]; attribute: string }): Comparison
    /** How the losses fell while a run was learned; empty where nothing was kept. */
    curve(options: { run: number }): CurvePoint[]
    /** The model card of a run, Markdown with front matter as Hugging Face reads it. */
    card(options: { run: number }): ModelCard
    /** Writes the card to a file of the user's choice. */
    saveCard(options: { run: number; path: string }): void
  }
  /** Networks to learn with: the one that ships with the app, and those added to the open collection. */
  backbones: {
    /** The bundled one first. Without an open collection it is the only one. */
    list(): Backbone[]
    /** What a network from an ONNX file is; nothing is kept. Throws what is wrong with it, in a sentence. */
    inspect(options: { file: string }): BackboneReport
    /** Checks a network from an ONNX file and keeps it in the collection. */
    add(options: NewBackbone & { file: string }): JobId
    /** The same from an https address; what comes must have this sha256 (64 hexadecimal digits). */
    fetch(options: NewBackbone & { url: string; sha256: string }): JobId
    /** Throws 'backbone-in-use' while a run that is kept has learned with it, 'bundled-backbone'. */
    remove(options: { id: string }): void
  }
  queue: {
    list(options: { attribute: string; limit: number; offset: number; flaggedOnly: boolean }): QueueEntry[]
    summary(options: { attribute: string }): QueueSummary
    /** What the review screen shows beside an entry: the closest works of the given and of the suggested term. */
    proof(options: { artwork: number; attribute: string; count: number }): Proof
  }
  verdicts: {
    decide(verdict: NewVerdict): Verdict
    /** Takes back the newest verdict that stands. Null: there is none. */
    undo(): Verdict | null
    list(options: { limit: number }): Verdict[]
  }
  exports: {
    preview(options: ExportOptions): ExportPreview
    start(options: ExportOptions & { path: string }): JobId
  }
  jobs: {
    list(): Job[]
    /** A paused job is given up. */
    cancel(options: { id: JobId }): void
    /** Ends learning so that it goes on where it was, after a restart too. Throws 'cannot-pause' for other work. */
    pause(options: { id: JobId }): void
    /** Goes on with a paused job, as a new one. Throws 'unknown-job'. */
    resume(options: { id: JobId }): JobId
  }
}

export type Events = {
  /** The whole state of a job, sent on every change, at most ten times a second. */
  job: Job
  /** Something in the catalogue changed: ask again. */
  catalogueChanged: { tables: string[] }
  collectionChanged: { folder: string | null }
  /** A folder of images was dropped on the window: it is to be looked into, as if it had been chosen under Import. */
  folderDropped: { folder: string }
  /** A native menu item was chosen, by the id that `setMenu` gave it. */
  action: { id: string }
  settingsChanged: Settings
}

export type AppInfo = { version: string; shell: 'desktop' | 'browser'; platform: string; home: string }

export type Settings = {
  /** A label is flagged when the chance that it is right (the score of its evidence) is below this. In (0, 1). */
  threshold: number
  theme: 'system' | 'light' | 'dark'
  /** 'auto' takes the best that works on this computer. */
  executor: 'auto' | 'cpu' | 'webgpu' | 'cuda' | 'dml' | 'coreml' | 'tfjs'
  /** The name written beside verdicts. Empty: the name of the user account. */
  reviewer: string
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

export type RecentCollection = { folder: string; name: string; works: number; openedAt: string; missing: boolean }

export type Collection = {
  folder: string
  name: string
  isSample: boolean
  works: number
  embedded: number
  problems: number
  labels: number
  verdicts: number
  /** The run whose predictions and queue are shown. Null: nothing learned yet. */
  run: Run | null
  /** Labels decided or changed since that run. */
  correctionsSinceRun: number
}

/** What a column of an imported table is. 'record': kept as it is and shown on the work's page. */
export type ColumnUse = 'file' | 'title' | 'attribute' | 'record'

export type ImportPreview = {
  folder: string
  images: number
  /** False: counting stopped at 20,000. */
  counted: boolean
  /** Names of the folders directly around images, for labels by folder. */
  classFolders: { name: string; images: number }[]
  table: TablePreview | null
  /** Tables lying in the folder, best first. */
  tables: string[]
}

export type TablePreview = {
  path: string
  encoding: string
  delimiter: ',' | ';' | '\t' | '|'
  rows: number
  columns: { name: string; use: ColumnUse; distinct: number; empty: number; examples: string[] }[]
  /** How many rows name a file that exists in the folder. */
  matched: number
  unmatchedExamples: string[]
}

export type ImportOptions = {
  folder: string
  table: string | null
  /** Use of each column by name; left out: as the preview guessed. */
  columns?: Record<string, ColumnUse>
  /** Without a table: take the folder's name as the term of this attribute. Null: import without labels. */
  folderAttribute: string | null
}

export type Problem = { file: string; code: ProblemCode; message: string }
export type ProblemCode =
  'empty' | 'not-an-image' | 'broken' | 'too-large' | 'unreadable' | 'unsupported' | 'missing' | 'duplicate-row'

export type Filter = {
  text?: string
  attribute?: string
  /** Works whose label for `attribute` is this term; null: works without a label. */
  term?: string | null
  flagged?: boolean
  reviewed?: boolean
  split?: 'train' | 'validation' | 'test'
  duplicates?: boolean
  sort?: 'added' | 'title' | 'file' | 'suspicion'
}

export type Card = {
  id: number
  file: string
  title: string
  sha256: string
  width: number
  height: number
  labels: Record<string, string>
  /** Attributes whose label is flagged. */
  flagged: string[]
  /** Attributes with a verdict that stands. */
  reviewed: string[]
}

export type Artwork = Card & {
  path: string
  exists: boolean
  format: string
  bytes: number
  split: 'train' | 'validation' | 'test'
  record: { name: string; value: string }[]
  history: LabelEvent[]
  /** Of the current run; most probable terms first, at most ten an attribute. */
  predictions: Record<string, { term: string; probability: number }[]>
  duplicates: { id: number; file: string }[]
}

export type LabelEvent = {
  id: number
  attribute: string
  term: string | null
  at: string
  actor: string
  ground: 'import' | 'verdict' | 'hand' | 'undo'
}

export type Attribute = {
  name: string
  labelled: number
  terms: { name: string; works: number; flagged: number; learned: boolean }[]
}

export type Recipe = { id: string; name: string; summary: string; kind: 'probe' | 'fine-tune' }

/** Which numbers a network takes for the brightness of a pixel. */
export type Normalisation = 'imagenet' | 'minus-one-to-one' | '0-1' | '0-255'

export type NewBackbone = { name: string; normalisation: Normalisation }

export type Backbone = {
  id: string
  name: string
  isBundled: boolean
  /** Width and height of the pictures it takes, in pixels. */
  size: number
  /** Length of what it gives for a picture. */
  dimension: number
  parameters: number
  /** Of its file. */
  bytes: number
  sha256: string
  /** Empty: not known. */
  licence: string
  /** Where it came from: a name of a file or an address. */
  origin: string
  /** Ids of the runs that learned with it, newest first. */
  runs: number[]
}

/** What a network is, found from its graph alone. */
export type BackboneReport = {
  input: { name: string; size: number; layout: 'NCHW' | 'NHWC'; sizeIsFixed: boolean }
  /** What says what is in a picture, best first: the first is taken. */
  features: readonly {
    readonly tensor: string
    readonly pooling: 'none' | 'flatten' | 'mean-of-map' | 'first-token' | 'mean-of-tokens'
    readonly dimension: number
    /** Channels come last: [n, height, width, channels]. */
    readonly channelsLast: boolean
  }[]
  logits: { readonly tensor: string; readonly terms: number } | null
  parameters: number
  layers: number
  /** Where the network can be cut, in order, with what comes after: that is what would be trained. */
  cuts: { tensor: string; layersAfter: number; parametersAfter: number }[]
  /** Operators that no gradient passes. */
  withoutGradient: string[]
  /** The earliest cut after them: training can begin there. Null: at the image. */
  trainableFrom: string | null
}

export type LearnOptions = {
  recipe: string
  /** Id of the network to learn with; left out or null: the one that the recipe names, else the bundled one. */
  backbone?: string | null
  /** Left out: every attribute with labels. */
  attributes?: string[]
  seed?: number
}

/** What would be trained. Without a network of its own (a quick look): no layers, no time. */
export type LearningPlan = {
  network: string
  works: number
  /** Parts that are judged one after the other, each by a model that has not seen it. */
  folds: number
  /** From the image on; `parameters`: numbers that could be learned. */
  layers: { name: string; op: string; parameters: number }[]
  parameters: number
  /** `trained`: how many of the last layers learn; `parameters`: how many numbers learn, those of the labels included. */
  phases: { name: string; trained: number; parameters: number }[]
  /** Seconds at the most, from a trial on this computer; null: a few seconds. */
  seconds: number | null
}

export type Run = {
  id: number
  /** Id of the recipe, and its name. */
  recipe: string
  recipeName: string
  seed: number
  /** Key of the network, and its name. */
  backbone: string
  network: string
  startedAt: string
  seconds: number
  works: number
  current: boolean
  attributes: RunAttribute[]
  /** How the queue changed against the run before. */
  queueChange: { left: number; entered: number } | null
}

export type RunAttribute = {
  name: string
  works: number
  /** Share of labels that the out-of-sample prediction agrees with, in [0, 1]. */
  accuracy: number
  top3: number
  macroF1: number
  flagged: number
  l2: number
  terms: string[]
  /** Terms with fewer than five works. */
  tooRare: { term: string; works: number }[]
}

export type Evaluation = {
  attribute: string
  run: number
  works: number
  accuracy: number
  top3: number
  macroF1: number
  weightedF1: number
  balancedAccuracy: number
  logLoss: number
  terms: { term: string; support: number; precision: number; recall: number; f1: number }[]
  tooRare: { term: string; works: number }[]
  /** Rows: the given label; columns: the prediction; in the order of `terms`. */
  confusion: number[][]
}

/** Differences are the second run's figure less the first one's. */
export type Comparison = {
  attribute: string
  runs: [first: number, second: number]
  /** Works with a label that stands, whose term both have learned, and with probabilities from both. */
  works: number
  accuracy: Measure
  top3: Measure
  /** Mean over the terms that these works have. */
  macroF1: Measure
  /** Mean, in nats; lower is better. */
  logLoss: Measure
  /** 95 % interval of the difference in accuracy: paired bootstrap, percentiles. */
  interval: { low: number; high: number }
  /** Of the works that only one run has right. */
  mcnemar: McNemar
  /** Works that the two predict differently. */
  different: number
  /** At most 200 of them: first those that one run has right. */
  differences: { artwork: number; label: string; predictions: [first: string, second: string] }[]
}

export type Measure = { values: [first: number, second: number]; difference: number }

export type McNemar = {
  onlyFirst: number
  onlySecond: number
  /** Exact below 25 works, else chi-squared with continuity correction, of one degree of freedom. */
  method: 'exact' | 'chi-squared'
  /** Of the chi-squared test; null: exact. */
  statistic: number | null
  /** Probability of so large a difference by chance alone, in [0, 1]. */
  p: number
}

export type CurvePoint = Job['curve'][number] & { stage: string }

export type ModelCard = {
  markdown: string
  /** The folder in which the model lies. */
  folder: string
}

export type QueueEntry = {
  rank: number
  artwork: number
  file: string
  title: string
  sha256: string
  attribute: string
  label: string
  suggestion: string
  /** Out-of-sample probabilities in [0, 1]. */
  labelProbability: number
  suggestionProbability: number
  /** In [0, 1], low is worse. The queue is ordered by it. */
  score: number
  flagged: boolean
  reasons: string[]
}

export type QueueSummary = { attribute: string; labelled: number; flagged: number; reviewed: number; waiting: number }

export type Proof = {
  label: string
  suggestion: string
  /** Nearest works by embedding whose label is the given term, then the suggested one; similarity in [-1, 1]. */
  ofLabel: (Card & { similarity: number })[]
  ofSuggestion: (Card & { similarity: number })[]
  /** Most probable terms, out of sample. */
  probabilities: { term: string; probability: number }[]
}

export type VerdictKind = 'relabel' | 'keep' | 'unsure' | 'wrong-image' | 'skip'

export type NewVerdict = { artwork: number; attribute: string; kind: VerdictKind; term?: string; reason?: string }

export type Verdict = {
  id: number
  artwork: number
  file: string
  title: string
  attribute: string
  kind: VerdictKind
  /** The label it was about, and the label after it. */
  before: string
  after: string
  suggestion: string | null
  actor: string
  at: string
}

export type ExportOptions = {
  /** 'original': the imported table with corrected cells changed. 'new': one row a work. */
  kind: 'original' | 'new'
  /** Which imported table, where there are several; left out: the newest. */
  table?: string
  /** Byte order mark for Excel; only for 'new'. */
  bom: boolean
}

export type ExportPreview = {
  rows: number
  /** Tables that can be exported as 'original'. */
  tables: string[]
  changes: { file: string; column: string; before: string; after: string }[]
}

export type JobId = string
export type JobKind = 'import' | 'embedding' | 'learning' | 'export' | 'backbone'
export type Job = {
  id: JobId
  kind: JobKind
  /** 'paused': it ended, and goes on when `jobs.resume` is asked for. */
  state: 'running' | 'paused' | 'done' | 'cancelled' | 'failed'
  /** What is being done now, as a word the page has a sentence for. */
  stage: string
  done: number
  /** Zero: not known yet. */
  total: number
  /** Honest remaining seconds; null: too early to say. */
  secondsLeft: number | null
  startedAt: string
  /** When failed. */
  error: { code: string; message: string } | null
  /** Hardware that failed in the middle of it: the processor went on. */
  notice: { kind: 'device-failed'; name: string } | null
  result: JobResult | null
  /** While learning: losses by step, lower is better, and shares of labels met, in [0, 1]; `part`: which training it was. */
  curve: {
    step: number
    part: string
    training: number
    validation: number | null
    accuracy: { training: number; validation: number } | null
  }[]
}

export type JobResult =
  | {
      kind: 'import'
      added: number
      known: number
      duplicates: number
      problems: number
      labels: number
      unmatched: number
    }
  | { kind: 'embedding'; embedded: number; failed: number }
  | { kind: 'learning'; run: Run }
  | { kind: 'export'; path: string; rows: number; changed: number }
  /** `isNew` false: the same network with the same normalisation was here already. */
  | { kind: 'backbone'; id: string; isNew: boolean }
