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
  /* sql */ `
    -- What a user did in one go: every undo and redo is a row too, so that nothing is forgotten, and 'about' says of what.
    -- Labels and verdicts name the row that wrote them. Facts, as JSON, are what its sentence is told from.
    create table change (
      id integer primary key,
      kind text not null check (kind <> ''),
      facts text not null check (json_valid(facts)),
      actor text not null,
      at text not null,
      about integer references change,
      check ((kind in ('undo', 'redo')) = (about is not null))
    ) strict;
    create index change_by_about on change (about, id) where about is not null;

    -- Verdicts taken before there was a history become one: each gives its change its number.
    insert into change (id, kind, facts, actor, at)
      select verdict.id, 'verdict', json_object('kind', 'verdict', 'verdict', verdict.kind, 'attribute', attribute.name,
        'before', json_array(coalesce(before.name, '')), 'after', coalesce(after.name, ''), 'works', 1,
        'title', iif(artwork.title = '', artwork.file, artwork.title)), verdict.actor, verdict.at
      from verdict join attribute on attribute.id = verdict.attribute join artwork on artwork.id = verdict.artwork
      left join term as before on before.id = verdict.before left join term as after on after.id = verdict.after
      where verdict.kind <> 'undo';
    insert into change (id, kind, facts, actor, at, about)
      select id, 'undo', '{}', actor, at, undoes from verdict where kind = 'undo';

    create table verdict_anew (
      id integer primary key,
      artwork integer not null references artwork,
      attribute integer not null references attribute,
      kind text not null check (kind in ('relabel', 'keep', 'unsure', 'wrong-image', 'not-artwork', 'skip', 'undo')),
      before integer references term,
      after integer references term,
      suggestion integer references term,
      evidence text not null default '{}' check (json_valid(evidence)),
      run integer references run,
      reason text not null default '',
      actor text not null,
      at text not null,
      undoes integer unique references verdict,
      change integer references change,
      check ((kind = 'undo') = (undoes is not null))
    ) strict;
    insert into verdict_anew select *, id from verdict;
    drop table verdict;
    alter table verdict_anew rename to verdict;
    create index verdict_by_artwork on verdict (artwork, attribute);
    create index verdict_by_change on verdict (change);

    -- undoes: the label event that this one takes back.
    drop trigger label_is_never_changed;
    alter table label add column change integer references change;
    alter table label add column undoes integer references label;
    update label set change = verdict where ground = 'verdict';
    update label set change = (select id from verdict where verdict.undoes = label.verdict),
      undoes = (select min(id) from label as first where first.verdict = label.verdict and first.artwork = label.artwork
        and first.attribute = label.attribute)
      where ground = 'undo';
    create index label_by_change on label (change) where change is not null;

    create trigger label_is_never_changed before update on label begin select raise(abort, 'labels are append-only'); end;
    create trigger verdict_is_never_changed before update on verdict begin select raise(abort, 'verdicts are append-only'); end;
    create trigger verdict_is_never_deleted before delete on verdict begin select raise(abort, 'verdicts are append-only'); end;
    create trigger change_is_never_changed before update on change begin select raise(abort, 'changes are append-only'); end;
    create trigger change_is_never_deleted before delete on change begin select raise(abort, 'changes are append-only'); end;
  `,
  /* sql */ `
    -- The vocabulary. A merged term keeps its row: labels say it as it was said, and \`standing\` (null: the term itself) is the
    -- term that speaks for it now. current_label.term is always the standing term of its label's term.
    alter table term add column parent integer references term;
    alter table term add column description text not null default '';
    alter table term add column uri text not null default '';
    alter table term add column year_from integer;
    alter table term add column year_to integer;
    alter table term add column retired_at text;
    alter table term add column merged_into integer references term;
    alter table term add column standing integer references term;
    create index term_by_standing on term (standing) where standing is not null;

    -- 'former': what the term was called before it was renamed, so that a table that still says so is understood.
    create table term_name (
      term integer not null references term on delete cascade,
      kind text not null check (kind in ('synonym', 'translation', 'former')),
      language text not null default '',
      name text not null check (name <> ''),
      primary key (term, kind, language, name)
    ) strict, without rowid;
    create index term_name_by_name on term_name (name);

    -- Terms as they were and as they became, as JSON: what undo and redo put back.
    create table vocabulary_change (
      change integer primary key references change,
      edits text not null check (json_valid(edits))
    ) strict;
    create trigger vocabulary_change_is_never_changed before update on vocabulary_change begin select raise(abort, 'changes are append-only'); end;
    create trigger vocabulary_change_is_never_deleted before delete on vocabulary_change begin select raise(abort, 'changes are append-only'); end;

    create table term_example (
      term integer not null references term on delete cascade,
      artwork integer not null references artwork,
      primary key (term, artwork)
    ) strict, without rowid;

    -- The terms that a run has learned, in the order of its probabilities: names change, what they stand for does not.
    create table run_term (
      run integer not null references run on delete cascade,
      attribute integer not null references attribute,
      position integer not null,
      term integer not null references term,
      primary key (run, attribute, position)
    ) strict, without rowid;
    insert into run_term (run, attribute, position, term)
      select run.id, attribute.id, name.key, term.id
      from run, json_each(run.metrics, '$.attributes') as learned
      join attribute on attribute.name = learned.value ->> 'name'
      join json_each(learned.value, '$.terms') as name
      join term on term.attribute = attribute.id and term.name = name.value;
  `,
  /* sql */ `
    -- What a search looks through, folded: title, file and values of the record on a line each; and its trigrams.
    create table work_text (
      artwork integer primary key references artwork,
      text text not null
    ) strict;
    create virtual table work_search using fts5 (text, content = 'work_text', content_rowid = 'artwork', tokenize = 'trigram case_sensitive 1');
    create trigger work_text_added after insert on work_text begin
      insert into work_search (rowid, text) values (new.artwork, new.text);
    end;
    create trigger work_text_changed after update on work_text begin
      insert into work_search (work_search, rowid, text) values ('delete', old.artwork, old.text);
      insert into work_search (rowid, text) values (new.artwork, new.text);
    end;

    -- The columns of the records, folded, with the years of those that are dates.
    create table field (
      id integer primary key,
      name text not null unique
    ) strict;
    create table work_field (
      field integer not null references field,
      artwork integer not null references artwork,
      text text not null,
      year_from integer,
      year_to integer,
      primary key (field, artwork)
    ) strict, without rowid;

    create trigger artwork_is_searched after insert on artwork begin
      insert into work_text (artwork, text) values (new.id, fold(new.title || char(10) || new.file || char(10)
        || coalesce((select group_concat(value, char(10)) from json_each(new.record)), '')));
      insert or ignore into field (name) select key from json_each(new.record);
      insert into work_field (field, artwork, text, year_from, year_to)
        select field.id, new.id, fold(value), first_year(value), last_year(value)
        from json_each(new.record) as entry join field on field.name = entry.key where trim(value) <> '';
    end;
    create trigger artwork_is_searched_anew after update of title, file, record on artwork begin
      update work_text set text = fold(new.title || char(10) || new.file || char(10)
        || coalesce((select group_concat(value, char(10)) from json_each(new.record)), '')) where artwork = new.id;
    end;
    create trigger record_is_read_anew after update of record on artwork when new.record <> old.record begin
      delete from work_field where field in (select id from field) and artwork = new.id;
      insert or ignore into field (name) select key from json_each(new.record);
      insert into work_field (field, artwork, text, year_from, year_to)
        select field.id, new.id, fold(value), first_year(value), last_year(value)
        from json_each(new.record) as entry join field on field.name = entry.key where trim(value) <> '';
    end;
    insert into work_text (artwork, text) select id, fold(title || char(10) || file || char(10)
      || coalesce((select group_concat(value, char(10)) from json_each(record)), '')) from artwork;
    insert or ignore into field (name) select key from artwork, json_each(artwork.record);
    insert into work_field (field, artwork, text, year_from, year_to)
      select field.id, artwork.id, fold(value), first_year(value), last_year(value)
      from artwork, json_each(artwork.record) as entry join field on field.name = entry.key where trim(value) <> '';

    create index verdict_by_reason on verdict (artwork) where reason <> '';

    create table saved_filter (
      id integer primary key,
      name text not null unique check (name <> ''),
      filter text not null check (json_valid(filter)),
      place integer not null
    ) strict;
  `,
  /* sql */ `
    -- For one run only, a term may be called otherwise, and may stand for several terms of the collection.
    alter table run_term add column name text;
    create table run_member (
      run integer not null references run,
      attribute integer not null references attribute,
      term integer not null references term,
      position integer not null,
      primary key (run, attribute, term)
    ) strict, without rowid;
  `,
  /* sql */ `
    -- Flags for a colleague and notes, as events: the newest of its kind about a work stands. text null: removed.
    create table mark (
      id integer primary key,
      artwork integer not null references artwork,
      kind text not null check (kind in ('flag', 'note')),
      text text,
      actor text not null,
      at text not null,
      change integer not null references change
    ) strict;
    create index mark_by_artwork on mark (artwork, kind, id);
    create index mark_by_change on mark (change);
    create table current_mark (
      artwork integer not null references artwork,
      kind text not null,
      mark integer not null references mark,
      primary key (artwork, kind)
    ) strict, without rowid;
    create trigger mark_is_never_changed before update on mark begin select raise(abort, 'marks are append-only'); end;
    create trigger mark_is_never_deleted before delete on mark begin select raise(abort, 'marks are append-only'); end;
  `,
  /* sql */ `
    -- What was measured of a picture, on its thumbnail (images/measure.ts); copies share it. shares: uint16, little-endian, of 65535.
    create table measure (
      sha256 text primary key,
      light real not null,
      contrast real not null,
      sharpness real not null,
      border real not null,
      colour real not null,
      fingerprint blob not null check (length(fingerprint) = 16),
      shares blob not null
    ) strict;

    -- Pictures that are nearly the same, though their bytes are not: all of a set have the same leader, one of them.
    create table near_copy (
      sha256 text primary key references measure,
      leader text not null references measure
    ) strict, without rowid;
    create index near_copy_by_leader on near_copy (leader);
  `,
  /* sql */ `
    -- Kept labels that are back in the queue: what speaks against them is newer than the verdict, and the reason says what it is.
    create table reopened (
      verdict integer primary key references verdict,
      run integer not null references run,
      reason text not null check (reason <> ''),
      at text not null
    ) strict;
  `,
  /* sql */ `
    -- Second opinions: which label each work had when a colleague was asked, and what she said.
    create table opinion_question (
      package text not null,
      artwork integer not null references artwork,
      attribute integer not null references attribute,
      term integer not null references term,
      primary key (package, artwork, attribute)
    ) strict, without rowid;

    create table opinion (
      id integer primary key,
      package text not null,
      reviewer text not null,
      artwork integer not null references artwork,
      attribute integer not null references attribute,
      kind text not null check (kind in ('term', 'unsure', 'wrong-image')),
      term text not null,
      reason text not null,
      at text not null,
      imported_at text not null,
      unique (package, reviewer, artwork, attribute, kind, term, at)
    ) strict;
    create trigger opinion_is_never_changed before update on opinion begin select raise(abort, 'opinions are append-only'); end;
    create trigger opinion_is_never_deleted before delete on opinion begin select raise(abort, 'opinions are append-only'); end;
  `,
  /* sql */ `
    -- Several terms in one label ("Symbolism/Expressionism"): the mark that stands between them; null: a label is one term.
    -- The parts of each such term follow from its name and from what its names stand for now (termParts.ts).
    alter table attribute add column separator text;
    create table term_part (
      term integer not null references term on delete cascade,
      place integer not null,
      part integer not null references term on delete cascade,
      primary key (term, place)
    ) strict, without rowid;
    create index term_part_by_part on term_part (part, term);
  `,
  /* sql */ `
    -- How much each witness counts in a run, as JSON: a verdict keeps it, and its run may be deleted.
    create table weighing (
      run integer not null references run on delete cascade,
      attribute integer not null references attribute,
      weights text not null,
      primary key (run, attribute)
    ) strict, without rowid;
  `,
  /* sql */ `
    -- Runs from before there were weights here have them in their folder (keptWeights.ts).
    insert into weighing (run, attribute, weights)
      select run, attribute, weights from (
        select run, attribute, kept_weights(run, attribute) as weights from (select distinct run, attribute from run_term))
      where weights is not null
      on conflict do nothing;
  `,
  /* sql */ `
    -- With all numbers: who sorts by one, or looks for doubtful labels, need not read what the witnesses said of each.
    drop index evidence_by_score;
    create index evidence_by_score on evidence (run, attribute, score, artwork, given, suggestion, given_probability, suggestion_probability);
  `,
]
