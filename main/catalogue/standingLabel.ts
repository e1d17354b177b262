import type { LabelEvent } from '#preload/api.ts'
import type { Catalogue } from './open.ts'

export type StandingLabel = {
  /** As it is called now. Null: the label was removed. */
  term: string | null
  /** Where the label comes from: a label brought back by undo comes from where it came from before. */
  ground: Exclude<LabelEvent['ground'], 'undo'>
  actor: string
  at: string
  /** The label that it took the place of; null: none. */
  previous: string | null
}

type Event = Omit<StandingLabel, 'ground' | 'previous'> & {
  id: number
  ground: LabelEvent['ground']
  undoes: number | null
}

/** What stands about an artwork's attribute, a removal included; undefined: nothing was ever said. */
export function standingLabelQuery(db: Catalogue) {
  const before = db.prepare<[number, number, number], Event>(`
    select label.id, now.name as term, label.ground, label.undoes, label.actor, label.at
    from label left join term on term.id = label.term left join term as now on now.id = coalesce(term.standing, term.id)
    where label.artwork = ? and label.attribute = ? and label.id < ? order by label.id desc limit 1`)

  /** The newest event before `id` that is no undo, looking through undos to what they brought back. */
  function resolve(artwork: number, attribute: number, id: number): Event | undefined {
    const event = before.get(artwork, attribute, id)
    return event?.ground === 'undo' ? resolve(artwork, attribute, event.undoes ?? event.id) : event
  }

  return (artwork: number, attribute: number): StandingLabel | undefined => {
    const event = resolve(artwork, attribute, Number.MAX_SAFE_INTEGER)
    if (!event) return undefined
    const { term, actor, at } = event
    const ground = event.ground as StandingLabel['ground']
    return { term, ground, actor, at, previous: resolve(artwork, attribute, event.id)?.term ?? null }
  }
}
