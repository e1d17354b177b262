/**
 * Append only: a catalogue of version n has run the first n of these. Labels and verdicts are events and are never
 * changed or deleted; `current_label` and `decision` hold what stands now and are written in the same transaction.
 */
export const migrations = [
  /* sql */ `
    create table property (
      name text primary key,
      value text not null
    ) strict;

    create table source (
      id integer primary key,
      folder text not null unique,
      folder_attribute text
    ) strict;

    -- The bytes are kept, so that the export can give back the same file with only the corrected cells changed.
    create table imported_table (
      id integer primary key,
      source integer not null references source,
      path text not null,
      sha256 text not null,
      content blob not null,
      columns text not null check (json_valid(columns)),
      imported_at text not null,
      unique (source, sha256)
    ) strict;

    -- id - 1 is the row of an artwork in every file of embeddings and probabilities.
    create table artwork (
      id integer primary key,
      source integer not null references source,
      file text not null,
      sha256 text not null,
      bytes integer not null,
      modified real not null,
      width integer not null,
      height integer not null,
      format text not null,
      title text not null default '',
      record text not null default '{}' check (json_valid(record)),
      added_at text not null,
      unique (source, file)
    ) strict;
    create index artwork_by_sha256 on artwork (sha256);

    create table table_row (
      imported_table integer not null references imported_table,
      row integer not null,
      artwork integer not null references artwork,
      primary key (imported_table, row)
    ) strict, without rowid;
    create index table_row_by_artwork on table_row (artwork);

    create table problem (
      source integer not null references source,
      file text not null,
      code text not null,
      message text not null,
      bytes integer,
      modified real,
      primary key (source, file)
    ) strict, without rowid;

    create table attribute (
      id integer primary key,
      name text not null unique check (name <> '')
    ) strict;

    create table term (
      id integer primary key,
      attribute integer not null references attribute,
      name text not null check (name <> ''),
      unique (attribute, name)
    ) strict;

    create table run (
      id integer primary key,
      recipe text not null check (json_valid(recipe)),
      seed integer not null,
      backbone text not null,
      started_at text not null,
      seconds real not null,
      works integer not null,
      metrics text not null check (json_valid(metrics)),
      is_current integer not null check (is_current in (0, 1))
    ) strict;

    create table verdict (
      id integer primary key,
      artwork integer not null references artwork,
      attribute integer not null references attribute,
      kind text not null check (kind in ('relabel', 'keep', 'unsure', 'wrong-image', 'skip', 'undo')),
      before integer references term,
      after integer references term,
      suggestion integer references term,
      evidence text not null default '{}' check (json_valid(evidence)),
      run integer references run,
      reason text not null default '',
      actor text not null,
      at text not null,
      undoes integer unique references verdict,
      check ((kind = 'undo') = (undoes is not null))
    ) strict;

    -- term null: the label was removed.
    create table label (
      id integer primary key,
      artwork integer not null references artwork,
      attribute integer not null references attribute,
      term integer references term,
      ground text not null check (ground in ('import', 'verdict', 'hand', 'undo')),
      verdict integer references verdict,
      actor text not null,
      at text not null
    ) strict;
    create index label_by_artwork on label (artwork, attribute);

    create table current_label (
      artwork integer not null references artwork,
      attribute integer not null references attribute,
      term integer not null references term,
      label integer not null references label,
      primary key (artwork, attribute)
    ) strict, without rowid;
    create index current_label_by_term on current_label (attribute, term, artwork);

    create table decision (
      artwork integer not null references artwork,
      attribute integer not null references attribute,
      verdict integer not null references verdict,
      primary key (artwork, attribute)
    ) strict, without rowid;

    create table evidence (
      run integer not null references run,
      attribute integer not null references attribute,
      artwork integer not null references artwork,
      given integer not null references term,
      suggestion integer not null references term,
      given_probability real not null check (given_probability between 0 and 1),
      suggestion_probability real not null check (suggestion_probability between 0 and 1),
      score real not null check (score between 0 and 1),
      primary key (run, attribute, artwork)
    ) strict, without rowid;
    create index evidence_by_score on evidence (run, attribute, score, artwork);

    create table embedding (
      backbone text not null,
      artwork integer not null references artwork,
      sha256 text not null,
      primary key (backbone, artwork)
    ) strict, without rowid;

    -- Work that was started and has not ended: it goes on when the collection is opened again.
    create table unfinished (
      kind text primary key,
      settings text not null check (json_valid(settings)),
      started_at text not null
    ) strict;

    create trigger label_is_never_changed before update on label begin select raise(abort, 'labels are append-only'); end;
    create trigger label_is_never_deleted before delete on label begin select raise(abort, 'labels are append-only'); end;
    create trigger verdict_is_never_changed before update on verdict begin select raise(abort, 'verdicts are append-only'); end;
    create trigger verdict_is_never_deleted before delete on verdict begin select raise(abort, 'verdicts are append-only'); end;
  `,
  /* sql */ `
    -- A run that was deleted keeps its row: verdicts say which run they were taken under, and its number is never given again.
    alter table run add column removed_at text;
  `,
  /* sql */ `
    -- What each witness said of the label, as JSON: the score can be traced, and the queue's reasons are told from it.
    alter table evidence add column parts text not null default '{}' check (json_valid(parts));
  `,
]
