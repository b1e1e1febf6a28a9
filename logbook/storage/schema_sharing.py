# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The tables of sharing (schemas 5 and 6), literally; the others are in `schema.py`."""

from __future__ import annotations

#: What was shared and what came back. Ids called `public` are random and stand in packets; what
#: they stand for is only here. Remarks count their places in the lines at home (`home`).
TABLES_5 = """
create table readers (
    rid integer primary key,
    pair text not null unique,
    name text not null default '',
    created_at text not null
) strict;

create table packets (
    rid integer primary key,
    id text not null unique,
    reader integer not null references readers (rid) on delete cascade,
    round integer not null check (round > 0),
    made_at text not null,
    format text not null check (format in ('packet', 'pdf', 'docx', 'markdown')),
    sealed integer not null check (sealed in (0, 1)),
    sender text not null default '',
    letter text not null default '',
    with_dates integer not null check (with_dates in (0, 1)),
    previous text
) strict;
create index packets_by_reader on packets (reader);
create index packets_by_time on packets (made_at);

create table packet_entries (
    packet integer not null references packets (rid) on delete cascade,
    place integer not null,
    public text not null,
    entry integer not null references entries (rid) on delete cascade,
    primary key (packet, place)
) strict, without rowid;
create index packet_entries_by_entry on packet_entries (entry);

create table packet_answers (
    rid integer primary key,
    packet integer not null references packets (rid) on delete cascade,
    place integer not null,
    public text not null,
    entry integer not null references entries (rid) on delete cascade,
    block text not null,
    prompt text not null,
    item text not null,
    head text not null,
    home text not null,
    sha256 text not null,
    unique (packet, public)
) strict;
create index packet_answers_by_entry on packet_answers (entry);

create table packet_replacements (
    answer integer not null references packet_answers (rid) on delete cascade,
    start integer not null check (start >= 0),
    end integer not null check (end > start),
    words text not null,
    primary key (answer, start)
) strict, without rowid;

create table packet_questions (
    packet integer not null references packets (rid) on delete cascade,
    place integer not null,
    public text not null,
    text text not null,
    primary key (packet, place)
) strict, without rowid;

create table received (
    rid integer primary key,
    id text not null unique,
    packet integer not null references packets (rid) on delete cascade,
    received_at text not null,
    reader text not null default '',
    general text not null default '',
    origin text not null check (origin in ('file', 'docx', 'paste'))
) strict;
create index received_by_packet on received (packet);

create table received_answers (
    received integer not null references received (rid) on delete cascade,
    question text not null,
    text text not null,
    primary key (received, question)
) strict, without rowid;

create table remarks (
    rid integer primary key,
    id text not null unique,
    packet integer not null references packets (rid) on delete cascade,
    received integer references received (rid) on delete cascade,
    entry integer references entries (rid) on delete cascade,
    answer text,
    kind text not null check (kind in ('question', 'recognition', 'mirror', 'theory', 'tip')),
    author text not null check (author in ('reader', 'student')),
    text text not null,
    quote text not null default '',
    prefix text not null default '',
    suffix text not null default '',
    start integer not null default -1,
    end integer not null default -1,
    day text,
    received_at text not null,
    reply_to text,
    status text not null check (status in ('new', 'read', 'done'))
) strict;
create index remarks_by_entry on remarks (entry);
create index remarks_by_packet on remarks (packet);
create index remarks_by_received on remarks (received);
create index remarks_new on remarks (received_at) where status = 'new';
create index remarks_by_reply on remarks (reply_to) where reply_to is not null;
"""

#: Whether the student looked at a reaction to the whole; what came in before this counts as seen.
TABLES_6 = """
alter table received add column seen integer not null default 1 check (seen in (0, 1));
create index received_unseen on received (received_at) where seen = 0;
"""
