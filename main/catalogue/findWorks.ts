import type { Filter } from '#preload/api.ts'
import { worksOfChange } from './changes.ts'
import { fold } from './fold.ts'
import { currentRun, flagged, isDecided, isOfLabel, split } from './flagged.ts'
import type { Catalogue } from './open.ts'

/** One condition for each property of a filter that is set. */
const conditions = {
  ids: `artwork.id in (select value from json_each(:ids))`,
  text: `(instr(fold(artwork.title), :text) or instr(fold(artwork.file), :text) or instr(fold(artwork.record), :text)
    or exists (select 1 from current_label where current_label.artwork = artwork.id
      and current_label.term in (select id from term where instr(fold(name), :text))))`,
  term: `exists (select 1 from current_label where current_label.artwork = artwork.id
    and current_label.attribute = (select id from attribute where name = :attribute)
    and current_label.term = (select id from term where name = :term and attribute = (select id from attribute where name = :attribute)))`,
  unlabelled: `not exists (select 1 from current_label where current_label.artwork = artwork.id
    and current_label.attribute = (select id from attribute where name = :attribute))`,
  flagged: `artwork.id in (select artwork from flagged)`,
  flaggedAttribute: `artwork.id in (select artwork from flagged where attribute = (select id from attribute where name = :attribute))`,
  reviewed: `artwork.id in (select artwork from decision where ${isDecided('decision')})`,
  reviewedAttribute: `artwork.id in (select artwork from decision where ${isDecided('decision')}
    and decision.attribute = (select id from attribute where name = :attribute))`,
  split: `(${split}) = :split`,
  duplicates: `artwork.sha256 in (select sha256 from artwork group by sha256 having count(*) > 1)`,
  change: `artwork.id in (${worksOfChange})`,
}

const orders = {
  added: `artwork.id`,
  title: `artwork.title = '', artwork.title collate nocase, artwork.id`,
  file: `artwork.file collate nocase, artwork.id`,
  suspicion: `doubt.score nulls last, artwork.id`,
}

/** The lowest score of each work among its labels that nobody has decided. */
const doubt = `
  left join (select evidence.artwork, min(evidence.score) as score from evidence
    where evidence.run = ${currentRun} and (:attribute is null or evidence.attribute = (select id from attribute where name = :attribute))
      and ${isOfLabel} and not ${isDecided('evidence')} group by evidence.artwork) as doubt on doubt.artwork = artwork.id`

/** Ids of the works that match a filter, in its order. */
export function findWorks(db: Catalogue, filter: Filter, threshold: number): number[] {
  const where = chosen(filter)
  const sql = `with flagged as (${flagged}) select artwork.id from artwork ${filter.sort === 'suspicion' ? doubt : ''}
    ${where.length > 0 ? `where ${where.join(' and ')}` : ''} order by ${orders[filter.sort ?? 'added']}`
  const parameters = {
    threshold,
    ids: filter.ids ? JSON.stringify(filter.ids) : null,
    text: fold((filter.text ?? '').trim()),
    attribute: filter.attribute ?? null,
    term: filter.term ?? null,
    split: filter.split ?? null,
    change: filter.change ?? null,
  }
  return db.prepare<[typeof parameters], number>(sql).pluck().all(parameters)
}

function chosen(filter: Filter): string[] {
  const ofAttribute = filter.attribute !== undefined
  return [
    ...(filter.ids ? [conditions.ids] : []),
    ...(filter.text?.trim() ? [conditions.text] : []),
    ...(ofAttribute && filter.term !== undefined
      ? [filter.term === null ? conditions.unlabelled : conditions.term]
      : []),
    ...yesNo(filter.flagged, ofAttribute ? conditions.flaggedAttribute : conditions.flagged),
    ...yesNo(filter.reviewed, ofAttribute ? conditions.reviewedAttribute : conditions.reviewed),
    ...(filter.split ? [conditions.split] : []),
    ...(filter.change === undefined ? [] : [conditions.change]),
    ...yesNo(filter.duplicates, conditions.duplicates),
  ]
}

const yesNo = (value: boolean | undefined, sql: string) => (value === undefined ? [] : [value ? sql : `not ${sql}`])
