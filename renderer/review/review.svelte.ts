import type { HistoryStep, Proof, QueueEntry, QueueSummary, Verdict, VerdictKind } from '#preload/api.ts'
import { api } from '../api.ts'
import { announcer } from '../lib/announcer.svelte.ts'
import { toasts } from '../lib/toasts.svelte.ts'
import { perform, report } from '../state/report.ts'
import { nameOf } from '../state/pixels.ts'
import { history } from '../state/history.svelte.ts'
import { settings } from '../state/settings.svelte.ts'
import { t } from '../text/text.ts'
import { describeVerdict } from '../text/verdictText.ts'
import { createPrefetch } from './prefetch.ts'
import { quickTerms } from './quickTerms.ts'

/** Entries kept ahead; asked for again when fewer than `refill` are left. */
const ahead = 60
const refill = 12
const picturesOfProof = 4
const mostRecent = 9
const picturesAhead = 10

/** The queue of one attribute as it is being worked through: what was decided lies behind, what waits ahead. */
class Review {
  attribute = $state('')
  entries = $state.raw<QueueEntry[]>([])
  index = $state(0)
  summary = $state.raw<QueueSummary | null>(null)
  flaggedOnly = $state(true)
  /** A random sample of the labels that are not doubtful is shown instead. */
  sample = $state(false)
  /** Is written beside the next verdict; empty: none is given. */
  reason = $state('')
  /** What is offered; known before it is asked for, so that the first letter typed goes to the list and is no verdict. */
  reasons = $state.raw<readonly string[]>([])
  answered = $state(false)
  /** A blind test: neither the label nor the suggestion is shown before the verdict. */
  blind = $state(false)
  /** Terms that labels were changed to, newest first. */
  recent = $state.raw<readonly string[]>([])
  /** What was decided here, by work. */
  verdicts = $state.raw<ReadonlyMap<number, Verdict>>(new Map())
  proofs = $state.raw<ReadonlyMap<number, Proof>>(new Map())

  readonly current = $derived<QueueEntry | undefined>(this.entries[this.index])
  readonly verdict = $derived(this.current && this.verdicts.get(this.current.artwork))
  readonly proof = $derived(this.current && this.proofs.get(this.current.artwork))
  /** The suggestion differs from the label, so that there is something to accept. */
  readonly canAccept = $derived(this.current !== undefined && this.current.suggestion !== this.current.label)

  /** The terms of the number keys. */
  readonly quick = $derived(this.current ? quickTerms(this.current, this.proof, this.recent, this.blind) : [])

  #question = 0
  #last: Promise<unknown> = Promise.resolve()
  #prefetch = createPrefetch((entry) => this.#askProof(entry))

  constructor() {
    history.onStep((step, way) => void this.#stepped(step, way))
  }

  /** Begins with an attribute, or comes back to it. */
  async open(attribute: string) {
    if (attribute !== this.attribute) this.#begin(attribute)
    await this.refresh()
  }

  /** The catalogue changed or a run has ended: what waits is asked for again, what is being looked at stays. */
  async refresh() {
    const { attribute, flaggedOnly } = this
    if (attribute === '') return
    const question = ++this.#question
    const limit = ahead + this.verdicts.size
    const list = () => (this.sample ? api.evidence.control({ attribute }) : api.queue.list({ attribute, limit, offset: 0, flaggedOnly })) // prettier-ignore
    const answer = await perform(() => Promise.all([list(), api.queue.summary({ attribute }), api.trail.reasons()]))
    if (answer === undefined || question !== this.#question) return
    const [waiting, summary, reasons] = answer
    const behind = this.entries.slice(0, this.index)
    const seen = new Set(behind.map((entry) => entry.artwork))
    const current = this.current
    const fresh = waiting.filter((entry) => !seen.has(entry.artwork) && !this.verdicts.has(entry.artwork))
    const same = fresh.find((entry) => entry.artwork === current?.artwork)
    const kept = same ?? (current && this.verdicts.has(current.artwork) ? current : undefined)
    const rest = fresh.filter((entry) => entry !== same)
    this.entries = [...behind, ...(kept ? [kept] : []), ...rest]
    this.summary = summary
    this.reasons = reasons
    this.answered = true
    this.prefetch()
  }

  /** A new run has judged every label anew: older proof no longer holds. */
  async judgedAnew() {
    this.proofs = new Map()
    this.#prefetch.forget()
    await this.refresh()
  }

  /** Another collection is open. */
  forget() {
    this.#begin('')
  }

  lookAtRest() {
    this.flaggedOnly = false
    void this.refresh()
  }

  /** What is to be looked at, from its beginning. */
  look(what: 'doubtful' | 'sample') {
    this.#begin(this.attribute)
    this.sample = what === 'sample'
    void this.refresh()
  }

  /** The next work is shown at once; the verdict is written meanwhile, one after the other. */
  decide(kind: VerdictKind, term?: string) {
    const reason = this.reason
    this.reason = ''
    const entry = this.current
    if (entry === undefined) return
    const at = this.index
    const { artwork, attribute } = entry
    const isBlind = this.blind
    if (settings.values.autoAdvance) this.index = this.#nextUndecided(at)
    const because = [isBlind ? t('review.blindReason') : '', reason].filter((part) => part !== '').join('; ')
    const given = { ...(term === undefined ? {} : { term }), ...(because === '' ? {} : { reason: because }) }
    const write = () => api.verdicts.decide({ artwork, attribute, kind, ...given })
    const writing = this.#last.then(write)
    this.#last = writing.catch(() => {})
    history.writing(writing)
    writing.then(
      (verdict) => this.#decided(verdict, isBlind ? entry : null),
      (error: unknown) => {
        this.index = at
        report(error)
      },
    )
    this.prefetch()
  }

  accept() {
    if (this.current && this.canAccept) this.decide('relabel', this.current.suggestion)
  }

  /** The label should be this term: the one that stands is kept, another one takes its place. */
  choose(term: string) {
    if (this.current === undefined) return
    if (term === this.current.label) this.decide('keep')
    else this.decide('relabel', term)
  }

  toggleBlind() {
    this.blind = !this.blind
    announcer.say(t(this.blind ? 'review.blindOn' : 'review.blindOff'))
  }

  move(step: -1 | 1) {
    this.reason = ''
    this.index = Math.min(this.entries.length, Math.max(0, this.index + step))
    this.prefetch()
  }

  prefetch() {
    this.#prefetch.of(this.entries.slice(this.index, this.index + picturesAhead))
  }

  #begin(attribute: string) {
    this.#question++
    this.attribute = attribute
    this.entries = []
    this.index = 0
    this.verdicts = new Map()
    this.proofs = new Map()
    this.#prefetch.forget()
    this.summary = null
    this.answered = false
    this.flaggedOnly = true
    this.sample = false
    this.recent = []
    if (attribute !== '') void this.#askRecent(attribute)
  }

  /** What labels were changed to before this session. */
  async #askRecent(attribute: string) {
    const newest = await api.verdicts.list({ limit: 200 }).catch(() => [])
    if (attribute !== this.attribute) return
    const terms = newest.filter((verdict) => verdict.attribute === attribute && verdict.kind === 'relabel').map(({ after }) => after) // prettier-ignore
    this.recent = [...new Set([...this.recent, ...terms])].slice(0, mostRecent)
  }

  /** The next that waits; at the end of the list, the first that was passed over. */
  #nextUndecided(from: number) {
    const waits = (entry: QueueEntry, at: number) => at !== from && !this.verdicts.has(entry.artwork)
    const next = this.entries.findIndex((entry, at) => at > from && waits(entry, at))
    const passedOver = next >= 0 ? next : this.entries.findIndex(waits)
    return passedOver >= 0 ? passedOver : this.entries.length
  }

  /** `hidden`: the entry, where its labels were hidden: now they are told. */
  async #decided(verdict: Verdict, hidden: QueueEntry | null) {
    const before = this.verdicts.get(verdict.artwork)
    this.verdicts = new Map(this.verdicts).set(verdict.artwork, verdict)
    if (verdict.kind === 'relabel') this.recent = [verdict.after, ...this.recent.filter((term) => term !== verdict.after)].slice(0, mostRecent) // prettier-ignore
    const what = hidden ? revealed(verdict, hidden) : describeVerdict(verdict)
    toasts.show(what, {
      about: 'decision',
      seconds: 4,
      button: { title: t('common.undo'), key: 'Z', run: () => void history.undo() },
    })
    announcer.say(announcement(what, this.current, this.blind))
    if (this.entries.length - this.index < refill) await this.refresh()
    else this.#count(verdict, before)
  }

  /** How far one is, without asking; the next refill asks. Who skips has not decided. */
  #count({ artwork, kind }: Verdict, before: Verdict | undefined) {
    if (!this.summary || kind === 'skip' || (before && before.kind !== 'skip')) return
    const isFlagged = this.entries.find((entry) => entry.artwork === artwork)?.flagged ?? false
    const { reviewed, waiting } = this.summary
    this.summary = { ...this.summary, reviewed: reviewed + 1, waiting: waiting - (isFlagged ? 1 : 0) }
  }

  /** What was taken back waits again and is shown; what was done again is decided. */
  async #stepped({ change: { facts }, artworks }: HistoryStep, way: 'undo' | 'redo') {
    if (facts.attribute !== this.attribute) return
    const verdicts = new Map(this.verdicts)
    for (const artwork of artworks) verdicts.delete(artwork)
    const [first] = artworks
    const place = () => this.entries.findIndex((entry) => entry.artwork === first)
    const at = place()
    if (way === 'redo' && facts.kind === 'verdict') {
      for (const verdict of await this.#standing(artworks)) verdicts.set(verdict.artwork, verdict)
      this.verdicts = verdicts
      if (at === this.index) this.index = this.#nextUndecided(at)
      return this.refresh()
    }
    this.verdicts = verdicts
    if (at >= 0) this.index = at
    await this.refresh()
    if (at < 0 && place() >= 0) this.index = place()
  }

  async #standing(artworks: number[]): Promise<Verdict[]> {
    const wanted = new Set(artworks)
    const newest = (await perform(() => api.verdicts.list({ limit: artworks.length }))) ?? []
    return newest.filter(({ artwork, attribute }) => wanted.has(artwork) && attribute === this.attribute)
  }

  async #askProof({ artwork, attribute }: QueueEntry): Promise<Proof | undefined> {
    const proof = await api.queue.proof({ artwork, attribute, count: picturesOfProof }).catch(() => undefined)
    if (proof && attribute === this.attribute) this.proofs = new Map(this.proofs).set(artwork, proof)
    return proof
  }
}

/** What was hidden in a blind test, after the verdict. */
function revealed(verdict: Verdict, { label, suggestion }: QueueEntry): string {
  const what = describeVerdict(verdict)
  if (verdict.kind === 'keep') return t('review.blindSame', { what, suggestion })
  return t('review.blindOther', { what, label, suggestion })
}

function announcement(what: string, next: QueueEntry | undefined, isBlind: boolean): string {
  if (!next) return t('review.announceEnd', { what })
  const title = nameOf(next)
  if (isBlind) return t('review.announceBlind', { what, title })
  return t('review.announce', { what, title, label: next.label, suggestion: next.suggestion })
}

export const review = new Review()
