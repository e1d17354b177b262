import type { AppInfo, Device, Folder, Menu, Settings } from './api/app.ts'
import type { Artwork, Attribute, Card, Filter } from './api/artworks.ts'
import type { Backbone, BackboneReport, NewBackbone } from './api/backbones.ts'
import type { Collection, RecentCollection } from './api/collections.ts'
import type {
  Calibration,
  Comparison,
  Evaluation,
  EvaluationCurves,
  EvaluationOptions,
  RunsComparison,
  Splits,
  TermPictures,
} from './api/evaluation.ts'
import type { EvidenceCard, Look, Weighing, WitnessFactors } from './api/evidence.ts'
import type { ExportOptions, ExportPreview } from './api/exports.ts'
import type { RecordField, SavedFilter, WorkEvidence } from './api/filters.ts'
import type { ControlSample, Findings, ReviewBudget } from './api/findings.ts'
import type { Change, HistoryStep } from './api/history.ts'
import type { Sample, SampleOptions, SavedFigure } from './api/figures.ts'
import type { ImportOptions, ImportPreview, Problem } from './api/imports.ts'
import type { Job, JobId } from './api/jobs.ts'
import type { CollectionMap, MapColours, MapGroups } from './api/map.ts'
import type { CurvePoint, LearnOptions, LearningPlan, ModelCard, PlanOptions } from './api/learning.ts'
import type { Mark, MarkKind } from './api/marks.ts'
import type { Overview } from './api/overview.ts'
import type { GroupBy, Groups, Proof, QueueEntry, QueueSummary } from './api/queue.ts'
import type { FormNode, Recipe, RecipeContent, RecipeProblem } from './api/recipes.ts'
import type { Run } from './api/runs.ts'
import type { DaySummary } from './api/summary.ts'
import type { NewVerdict, NewVerdicts, Verdict } from './api/verdicts.ts'
import type { OpinionsApi } from './api/opinions.ts'
import type { TrailApi } from './api/trail.ts'
import type { VocabularyApi } from './api/vocabulary.ts'
import type { Zoom } from './api/zoom.ts'

export type * from './api/app.ts'
export type * from './api/artworks.ts'
export type * from './api/backbones.ts'
export type * from './api/collections.ts'
export type * from './api/evaluation.ts'
export type * from './api/evidence.ts'
export type * from './api/exports.ts'
export type * from './api/filters.ts'
export type * from './api/findings.ts'
export type * from './api/history.ts'
export type * from './api/figures.ts'
export type * from './api/imports.ts'
export type * from './api/jobs.ts'
export type * from './api/learning.ts'
export type * from './api/map.ts'
export type * from './api/overview.ts'
export type * from './api/marks.ts'
export type * from './api/queue.ts'
export type * from './api/recipes.ts'
export type * from './api/runs.ts'
export type * from './api/summary.ts'
export type * from './api/verdicts.ts'
export type * from './api/opinions.ts'
export type * from './api/trail.ts'
export type * from './api/vocabulary.ts'
export type * from './api/zoom.ts'

/**
 * The contract: what the page, the command line and the tests may ask of the app, and what they may hear from it.
 * JSON values only. Pixels go by address: `images/thumbnail/ID?v=SHA` and `images/view/ID?v=SHA` relative to the page;
 * parts of a large picture by `images/tile/ID/LEVEL/COLUMN/ROW?v=SHA`.
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
    /** The numbers that the order of `filter` goes by, in the order of `ids`; null: not known, or it goes by something else. */
    sortKeys(options: { ids: number[]; filter: Filter }): (number | null)[]
    /** Cards for the grid, in the order of `ids`; unknown ids are left out. */
    read(options: { ids: number[] }): Card[]
    get(options: { id: number }): Artwork
    /** What the current run says of the labels of an attribute, in the order of `ids`; works of which it says nothing are left out. */
    evidence(options: { ids: number[]; attribute: string }): WorkEvidence[]
    /** How to show it at full resolution; starts to prepare that where it must. */
    zoom(options: { id: number }): Zoom
    /** Sets a label by hand, outside a review. Null removes it. Returns the number of works changed. */
    relabel(options: { ids: number[]; attribute: string; term: string | null }): number
  }
  attributes: {
    list(): Attribute[]
    /** The columns of the records. */
    fields(): RecordField[]
  }
  /** Filters with a name, in the order that the user gave them. */
  filters: {
    list(): SavedFilter[]
    /** How many works match. */
    count(options: { filter: Filter }): number
    /** The last in the list. Throws 'no-name', 'name-taken'. */
    save(options: { name: string; filter: Filter }): SavedFilter
    /** Gives one another name or another filter. Throws 'no-name', 'name-taken', 'unknown-filter'. */
    change(options: { id: number; name?: string; filter?: Filter }): SavedFilter
    remove(options: { id: number }): void
    /** `ids`: all of them, in the new order. */
    arrange(options: { ids: number[] }): void
  }
  learning: {
    /** The built-in ones, then those saved in the open collection. */
    recipes(): Recipe[]
    /** A recipe with all its fields. Throws 'unknown-recipe'. */
    recipe(options: { id: string }): RecipeContent
    /** What recipes are made of: every field with its name, its help and what it may hold. */
    recipeForm(): FormNode
    /** What is wrong with a recipe; nothing: it can be saved and run. */
    checkRecipe(options: { recipe: RecipeContent }): RecipeProblem[]
    /** Keeps a recipe in the collection, in place of an own one with the same id. Throws 'bad-recipe', 'built-in-recipe'. */
    saveRecipe(options: { recipe: RecipeContent }): Recipe
    /** Throws 'unknown-recipe', 'built-in-recipe'. Runs keep what they have learned by. */
    removeRecipe(options: { id: string }): void
    /** Reads a recipe from a file and keeps it. Throws 'bad-recipe'. */
    importRecipe(options: { path: string }): Recipe
    /** Writes a recipe to a file of the user's choice. */
    exportRecipe(options: { id: string; path: string }): void
    start(options: LearnOptions): JobId
    /** What learning would train and how long it would take; takes seconds. Throws as `start` does. */
    plan(options: PlanOptions): LearningPlan
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
  /** How good a run is, out of sample, against the labels that stand now; each throws as `EvaluationOptions` says. */
  evaluation: {
    figures(options: EvaluationOptions): Evaluation
    /** `terms` null: the ten with the most works. */
    curves(options: EvaluationOptions & { terms: string[] | null }): EvaluationCurves
    /** `falseAlarms`: the share of right labels that may be flagged, in (0, 0.5]; throws 'bad-share'. */
    calibration(options: EvaluationOptions & { falseAlarms: number }): Calibration
    splits(options: EvaluationOptions): Splits
    /** Ids of the works with a given label (null: any) that a run takes for a term (null: any), the surest first. */
    works(options: EvaluationOptions & { given: string | null; predicted: string | null }): number[]
    /** Two to eight runs; throws 'unknown-run', 'same-run', 'too-many-runs', 'not-learned', 'nothing-in-common', 'run-damaged'. */
    compare(options: { runs: number[]; attribute: string }): RunsComparison
    /** Light and colour of the pictures of each term; needs no run. Throws 'unknown-attribute'. */
    pictures(options: { attribute: string }): TermPictures
  }
  overview: {
    get(): Overview
    /** Looks at the pictures that have not been looked at: light, sharpness, borders, copies. Import does so by itself. */
    measure(): JobId
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
    /** Works that wait for a verdict and look alike, or have the same artist or label; at most 200 groups. */
    groups(options: { attribute: string; by: GroupBy; flaggedOnly: boolean }): Groups
    /** What the review screen shows beside an entry: the closest works of the given and of the suggested term. */
    proof(options: { artwork: number; attribute: string; count: number }): Proof
  }
  evidence: {
    /** Where the network looked for the given and the suggested term: at once where it is known, else within seconds. */
    look(options: { artwork: number; attribute: string }): Look
    /** What the score of a label in the queue rests on. */
    card(options: { artwork: number; attribute: string }): EvidenceCard
    /** What the whole collection says about the labels of an attribute. */
    findings(options: { attribute: string }): Findings
    /** What further review would find, and whether it is worth while. */
    budget(options: { attribute: string }): ReviewBudget
    /** What nobody has looked at of a random sample of the labels that are not doubtful. */
    control(options: { attribute: string }): ControlSample
    /** How much each witness counts for an attribute, and how much a user lets it count. */
    weighing(options: { attribute: string }): Weighing
    /** Orders the queue anew at once by other factors, each in [0, 3]; they stay with the run. */
    weigh(options: { attribute: string; factors: WitnessFactors }): Weighing
  }
  verdicts: {
    decide(verdict: NewVerdict): Verdict
    /** One verdict on the labels of many works; each is in the trail. Returns the number of works. */
    decideAll(verdicts: NewVerdicts): number
    /** Those that stand, newest first. */
    list(options: { limit: number }): Verdict[]
    /** What each reviewer has decided on the newest `days` days with a decision, newest first. */
    summary(options: { days: number }): DaySummary[]
  }
  /** What users did: without limit, across restarts. Every kind of change is taken back by `undo`. */
  history: {
    /** Takes back the newest change that stands. Null: there is none. */
    undo(): HistoryStep | null
    /** Does again what was taken back last. Null: there is nothing, or something else was done since. */
    redo(): HistoryStep | null
    /** Newest first; `before`: the id of the last one of the page before, null: the first page. At most a thousand. */
    list(options: { limit: number; before: number | null }): Change[]
  }
  /** Terms of each attribute: what they mean, how they hang together. Every change is taken back by one undo. */
  vocabulary: VocabularyApi
  marks: {
    of(options: { artwork: number }): Mark[]
    /** Sets or, with null, removes a flag or a note; one change. Returns the number of works that it changed. */
    set(options: { artworks: number[]; kind: MarkKind; text: string | null }): number
  }
  /** Who decided what, when, why, and by what evidence. */
  trail: TrailApi
  /** Second opinions without a server: a file of questions goes out, a file of answers comes back. */
  opinions: OpinionsApi
  exports: {
    preview(options: ExportOptions): ExportPreview
    start(options: ExportOptions & { path: string }): JobId
  }
  figures: {
    /** Works with what a run says of them; at most 200. Throws as `evaluation.figures` does. */
    samples(options: SampleOptions): Sample[]
    /** Writes a figure, or the numbers behind it, to a file of the user's choice. Throws 'wrong-ending' and as an export does. */
    save(options: SavedFigure): void
    /** Writes everything about a run (null: the current one) to one file, .html or .pdf; throws 'wrong-ending', 'not-learned', 'unknown-run', and 'only-on-desktop' for a PDF elsewhere. */
    report(options: { run: number | null; path: string }): JobId
  }
  /** Works as points, those that look alike close together, in the eyes of the network that the current run learned with. */
  map: {
    /** Null: not drawn yet. */
    get(): CollectionMap | null
    /** Draws it and keeps it; throws 'nothing-to-map'. */
    draw(): JobId
    /** How the works of the map are told apart by colour. Throws 'unknown-attribute'. */
    colours(options: MapColours): MapGroups
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
