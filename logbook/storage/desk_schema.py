# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The tables of the desk (`bureau.db`), literally, and the steps that make them.

A file of its own: what students sent never stands in anybody's logbook, and can be thrown away
whole. A released step is never edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from logbook.storage.engine import Connection, import_sqlite_utils
from logbook.storage.family import Family

if TYPE_CHECKING:
    from sqlite_utils import Database, Migrations

#: "LOGD": marks the files of the desk.
APPLICATION_ID = 0x4C4F4744
VERSION = 1

#: `key_check` seals nothing: it tells whether a passphrase is the one a packet came with.
TABLES_1 = """
create table students (
    rid integer primary key,
    id text not null unique,
    name text not null,
    in_group text not null default '',
    next_session text,
    notes text not null default ''
) strict;

create table pairs (
    pair text primary key,
    student integer not null references students (rid) on delete cascade
) strict, without rowid;
create index pairs_by_student on pairs (student);

create table received (
    rid integer primary key,
    id text not null unique,
    student integer not null references students (rid) on delete cascade,
    pair text not null references pairs (pair) on delete cascade,
    received_at text not null,
    content text not null,
    key_check text not null default '',
    seen integer not null default 0 check (seen in (0, 1))
) strict;
create index received_by_student on received (student);
create index received_by_pair on received (pair);

create table drafts (
    packet integer primary key references received (rid) on delete cascade,
    content text not null
) strict;

create table given (
    rid integer primary key,
    packet integer not null references received (rid) on delete cascade,
    given_at text not null,
    file text not null,
    content text not null
) strict;
create index given_by_packet on given (packet);

create table starters (
    chapter integer primary key,
    lines text not null
) strict;
"""

_NAMES = frozenset(
    {"students", "pairs", "received", "drafts", "given", "starters", "_sqlite_migrations"}
)


def _foreign_name(connection: Connection) -> str:
    """The first name that is not ours; a desk has tables and indexes, nothing that runs."""
    names = set()
    for kind, name in connection.execute("select type, name from sqlite_master"):
        if kind == "index":
            continue
        if kind != "table" or name not in _NAMES:
            return str(name)
        names.add(name)
    return "" if "students" in names else "students"


def _migrate(connection: Connection) -> None:
    """Bring the schema up to date, all of it in one transaction."""
    sqlite_utils = import_sqlite_utils()
    database = sqlite_utils.Database(connection, execute_plugins=False)
    steps: Migrations = sqlite_utils.Migrations("bureau")

    @steps()
    def m001_students_packets_drafts(db: Database) -> None:
        db.executescript(TABLES_1)
        db.execute(f"pragma application_id = {APPLICATION_ID}")
        db.execute("pragma user_version = 1")

    connection.execute("begin immediate")
    try:
        steps.apply(database)
        connection.execute("commit")
    except BaseException:
        if connection.in_transaction:
            connection.execute("rollback")
        raise


DESK = Family(APPLICATION_ID, VERSION, _foreign_name, _migrate)
