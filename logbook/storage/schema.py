# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The tables of a logbook, literally, and the names that make a file ours.

Only `migrations.py` runs this SQL. Text of a released version is never edited.
"""

from __future__ import annotations

#: "LOGB": marks our files (SQLite header, bytes 68-71).
APPLICATION_ID = 0x4C4F4742

#: Number of migrations this program knows; stored in `user_version` (header bytes 60-63).
SCHEMA_VERSION = 6

TABLES_1 = """
create table entries (
    rid integer primary key,
    id text not null unique,
    kind text not null check (kind in ('exercise', 'free')),
    exercise_id text,
    exercise_title text not null default '',
    exercise_version integer,
    source text not null default '',
    chapter integer,
    state text not null check (state in ('draft', 'closed')),
    about_date text,
    created_at text not null,
    closed_at text,
    deleted_at text,
    written_at text not null,
    title text not null default '',
    excerpt text not null default '',
    filled integer not null default 0 check (filled in (0, 1))
) strict;
create index entries_by_time on entries (created_at, id) where deleted_at is null;
create index entries_by_exercise on entries (exercise_id, created_at, id)
    where exercise_id is not null and deleted_at is null;
create index entries_by_chapter on entries (chapter, created_at, id) where deleted_at is null;
create index entries_open on entries (created_at) where state = 'draft' and deleted_at is null;
create index entries_in_bin on entries (created_at, id) where deleted_at is not null;

create table answers (
    rid integer primary key,
    entry integer not null references entries (rid) on delete cascade,
    block text not null,
    prompt text not null,
    item text not null,
    kind text not null,
    block_title text not null,
    prompt_text text not null,
    exercise_version integer,
    card_title text not null default '',
    card_description text not null default '',
    position integer not null default 0,
    head text not null,
    unique (entry, block, prompt, item)
) strict;

create table revisions (
    rid integer primary key,
    id text not null unique,
    answer integer not null references answers (rid) on delete cascade,
    parent text,
    device text not null,
    at text not null,
    value text not null,
    sha256 text not null,
    open integer not null default 0 check (open in (0, 1))
) strict;
create index revisions_by_answer on revisions (answer);
create index revisions_by_time on revisions (at);

create table splices (
    rid integer primary key,
    revision integer not null references revisions (rid) on delete cascade,
    at text not null,
    offset integer not null check (offset >= 0),
    removed text not null,
    inserted text not null
) strict;
create index splices_by_revision on splices (revision);

create table tombstones (
    id text primary key not null,
    deleted_at text not null
) strict;

create table skipped_exercises (
    exercise_id text primary key not null,
    skipped_at text not null
) strict;

create table search_text (
    rid integer primary key references entries (rid) on delete cascade,
    title text not null default '',
    prompts text not null default '',
    answers text not null default '',
    cards text not null default '',
    labels text not null default '',
    remarks text not null default ''
) strict;
"""

SEARCH_1 = """
create virtual table search_index using fts5 (
    title, prompts, answers, cards, labels, remarks,
    content='search_text', content_rowid='rid',
    tokenize='unicode61 remove_diacritics 2'
);
insert into search_index (search_index, rank) values ('automerge', 0);
insert into search_index (search_index, rank) values ('crisismerge', 1000);
"""

TABLES_2 = """
alter table entries add column pinned_at text;
alter table answers add column terms text not null default '';
create index entries_pinned on entries (pinned_at) where pinned_at is not null;

create table labels (
    rid integer primary key,
    id text not null unique,
    name text not null,
    name_key text not null unique,
    colour text not null check
        (colour in ('teal', 'ochre', 'rose', 'blue', 'green', 'violet', 'brown', 'grey')),
    created_at text not null
) strict;
create table entry_labels (
    entry integer not null references entries (rid) on delete cascade,
    label integer not null references labels (rid) on delete cascade,
    primary key (entry, label)
) strict, without rowid;
create index entry_labels_by_label on entry_labels (label);

create table goals (
    rid integer primary key,
    id text not null unique,
    created_at text not null,
    closed_at text,
    text text not null,
    head text not null
) strict;
create table goal_versions (
    rid integer primary key,
    id text not null unique,
    goal integer not null references goals (rid) on delete cascade,
    parent text,
    device text not null,
    at text not null,
    text text not null,
    sha256 text not null,
    open integer not null default 0 check (open in (0, 1))
) strict;
create index goal_versions_by_goal on goal_versions (goal);
create table entry_goals (
    entry integer not null references entries (rid) on delete cascade,
    goal integer not null references goals (rid) on delete cascade,
    primary key (entry, goal)
) strict, without rowid;
create index entry_goals_by_goal on entry_goals (goal);

create table entry_links (
    source integer not null references entries (rid) on delete cascade,
    target text not null,
    primary key (source, target)
) strict, without rowid;
create index entry_links_by_target on entry_links (target);

create table saved_searches (
    rid integer primary key,
    id text not null unique,
    name text not null,
    query text not null,
    created_at text not null
) strict;

create table ignored_traces (
    entry integer not null references entries (rid) on delete cascade,
    mark text not null,
    primary key (entry, mark)
) strict, without rowid;
create table trace_places (
    rid integer primary key,
    entry integer not null references entries (rid) on delete cascade,
    block text not null,
    prompt text not null,
    item text not null,
    at text not null,
    role text not null
) strict;
create index trace_places_by_entry on trace_places (entry);
"""

#: `search_words` holds every word of the index once: FTS5 could only tell them by reading all of
#: itself. The other indexes answer the filters of a search.
TABLES_3 = """
create table search_words (word text primary key not null) strict, without rowid;
create index search_text_remarked on search_text (rid) where remarks <> '';
create index entries_of_exercises on entries (kind)
    where kind = 'exercise' and deleted_at is null;
create index entries_about on entries (about_date) where about_date is not null;
create index answers_in_margin on answers (entry) where block = 'margin';
create index answers_of_cards on answers (entry) where kind = 'cards';
"""

#: `revisits` holds what the user decided: own days, and what was said about what came back by
#: itself. The indexes of answers find intentions without reading what was written.
TABLES_4 = """
create table revisits (
    rid integer primary key,
    id text not null unique,
    kind text not null check
        (kind in ('proposal', 'own', 'memory', 'random', 'unvisited', 'intention')),
    entry text not null default '',
    exercise_id text not null default '',
    block text not null default '',
    due text,
    evaluation integer not null default 0 check (evaluation in (0, 1)),
    until text,
    settled text check (settled in ('done', 'dropped')),
    settled_at text,
    created_at text not null
) strict;
create unique index revisits_derived on revisits (kind, entry, exercise_id, block)
    where kind <> 'own';
create index revisits_by_entry on revisits (entry);

create table hidden_words (word text primary key not null) strict, without rowid;
create table own_dates (name text primary key not null, day text not null) strict;

create index answers_of_days on answers (entry) where kind = 'date';
create index answers_of_returns on answers (entry) where block = 'follow-up';
create index answers_of_intentions on answers (entry) where block = 'own-intention';
"""

#: Triggers that keep the index equal to `search_text`; `transform()` drops them, so every
#: migration ends by making them again.
SEARCH_TRIGGERS = {
    "search_text_added": """
create trigger search_text_added after insert on search_text begin
    insert into search_index (rowid, title, prompts, answers, cards, labels, remarks)
    values (new.rid, new.title, new.prompts, new.answers, new.cards, new.labels, new.remarks);
end;
""",
    "search_text_removed": """
create trigger search_text_removed after delete on search_text begin
    insert into search_index
        (search_index, rowid, title, prompts, answers, cards, labels, remarks)
    values ('delete', old.rid, old.title, old.prompts, old.answers, old.cards, old.labels,
        old.remarks);
end;
""",
    "search_text_changed": """
create trigger search_text_changed after update on search_text begin
    insert into search_index
        (search_index, rowid, title, prompts, answers, cards, labels, remarks)
    values ('delete', old.rid, old.title, old.prompts, old.answers, old.cards, old.labels,
        old.remarks);
    insert into search_index (rowid, title, prompts, answers, cards, labels, remarks)
    values (new.rid, new.title, new.prompts, new.answers, new.cards, new.labels, new.remarks);
end;
""",
}

#: Every table, view and trigger of ours. Anything else makes a file foreign (docs/design.md).
OUR_NAMES = frozenset(
    {
        "entries",
        "answers",
        "revisions",
        "splices",
        "tombstones",
        "skipped_exercises",
        "labels",
        "entry_labels",
        "goals",
        "goal_versions",
        "entry_goals",
        "entry_links",
        "saved_searches",
        "ignored_traces",
        "trace_places",
        "revisits",
        "hidden_words",
        "own_dates",
        "readers",
        "packets",
        "packet_entries",
        "packet_answers",
        "packet_replacements",
        "packet_questions",
        "received",
        "received_answers",
        "remarks",
        "search_text",
        "search_words",
        "search_index",
        "search_index_data",
        "search_index_idx",
        "search_index_docsize",
        "search_index_config",
        "_sqlite_migrations",
        *SEARCH_TRIGGERS,
    }
)


def is_our_trigger(name: str, sql: str) -> bool:
    """Whether a stored trigger says what ours says.

    Blanks, case and the last semicolon may differ: SQLite changes them when it stores the text.
    """
    return name in SEARCH_TRIGGERS and _plain(sql) == _plain(SEARCH_TRIGGERS[name])


def _plain(sql: str) -> str:
    return " ".join(sql.split()).rstrip("; ").lower()
