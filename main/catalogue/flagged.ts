export const currentRun = /* sql */ `(select id from run where is_current = 1)`

/** A verdict stands on the label that `about` names. Who skips a label has not decided it; new evidence opens a kept one again. Columns of `about`: artwork, attribute. */
export const isDecided = (about: string) => /* sql */ `
  exists (select 1 from decision as ruling join verdict on verdict.id = ruling.verdict
    where ruling.artwork = ${about}.artwork and ruling.attribute = ${about}.attribute and verdict.kind <> 'skip'
      and not exists (select 1 from reopened where reopened.verdict = verdict.id))`

/** The evidence is about the label that stands, not about one that it has replaced. */
export const isOfLabel = /* sql */ `
  evidence.given = (select term from current_label
    where current_label.artwork = evidence.artwork and current_label.attribute = evidence.attribute)`

/** Of a row of `evidence`: it lies below the threshold, is about the label that stands, and nobody has decided. Parameter :threshold. */
export const isFlagged = /* sql */ `evidence.score < :threshold and ${isOfLabel} and not ${isDecided('evidence')}`

/** The labels that the current run flags. Columns: artwork, attribute; parameter :threshold. */
export const flagged = /* sql */ `
  select evidence.artwork, evidence.attribute from evidence where evidence.run = ${currentRun} and ${isFlagged}`

/** Two hexadecimal digits of the image's hash: 70 % train, 15 % validation, 15 % test. The same image, the same split. */
export const split = /* sql */ `
  case when substr(artwork.sha256, 1, 2) < 'b3' then 'train' when substr(artwork.sha256, 1, 2) < 'da' then 'validation' else 'test' end`
