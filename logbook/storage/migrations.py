# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The ordered steps from an empty file to today's schema, run by sqlite-utils.

A released step is never edited; each describes its tables literally.
"""

from __future__ import annotations

import json
import unicodedata
from typing import TYPE_CHECKING

from logbook.storage.schema import (
    APPLICATION_ID,
    SCHEMA_VERSION,
    SEARCH_1,
    SEARCH_TRIGGERS,
    TABLES_1,
    TABLES_2,
    TABLES_3,
    TABLES_4,
)
from logbook.storage.schema_sharing import TABLES_5, TABLES_6

if TYPE_CHECKING:
    from sqlite_utils import Database, Migrations

    from logbook.storage.engine import Connection


def apply_migrations(connection: Connection) -> None:
    """Bring the schema of an open connection up to date, all of it in one transaction.

    What is pending is asked inside the transaction: another process may do the same at this moment.
    """
    from logbook.storage.engine import import_sqlite_utils

    sqlite_utils = import_sqlite_utils()
    database = sqlite_utils.Database(connection, execute_plugins=False)
    connection.execute("begin immediate")
    try:
        migrations(sqlite_utils.Migrations).apply(database)
        connection.execute("commit")
    except BaseException:
        if connection.in_transaction:
            connection.execute("rollback")
        raise


def migrations(factory: type[Migrations]) -> Migrations:
    """All migrations of a logbook, in order."""
    steps = factory("logbook")

    @steps()
    def m001_entries_answers_revisions(db: Database) -> None:
        db.executescript(TABLES_1)
        db.executescript(SEARCH_1)
        create_search_triggers(db)
        db.execute(f"pragma application_id = {APPLICATION_ID}")
        db.execute("pragma user_version = 1")

    @steps()
    def m002_labels_goals_links(db: Database) -> None:
        db.executescript(TABLES_2)
        create_search_triggers(db)
        db.execute("pragma user_version = 2")

    @steps()
    def m003_words_of_the_index(db: Database) -> None:
        db.executescript(TABLES_3)
        _add_chosen_words(db)
        db.execute(
            "create virtual table temp.words_3 using fts5vocab('main', 'search_index', 'row')"
        )
        db.execute("insert into search_words (word) select term from temp.words_3")
        db.execute("drop table temp.words_3")
        create_search_triggers(db)
        db.execute("pragma user_version = 3")

    @steps()
    def m004_what_comes_back(db: Database) -> None:
        db.executescript(TABLES_4)
        create_search_triggers(db)
        db.execute("pragma user_version = 4")

    @steps()
    def m005_sharing_and_remarks(db: Database) -> None:
        db.executescript(TABLES_5)
        create_search_triggers(db)
        db.execute("pragma user_version = 5")

    @steps()
    def m006_reactions_that_were_seen(db: Database) -> None:
        db.executescript(TABLES_6)
        create_search_triggers(db)
        db.execute("pragma user_version = 6")

    assert len(steps._migrations) == SCHEMA_VERSION
    return steps


def _add_chosen_words(db: Database) -> None:
    """Let search documents hold the words of chosen options and cards (m003)."""
    chosen: dict[int, tuple[set[str], set[str]]] = {}
    for entry, value, terms in db.execute(
        "select a.entry, r.value, a.terms from answers a join revisions r on r.id = a.head"
        """ where r.value like '%"options":[%' or r.value like '{"cards":%'"""
    ):
        data = json.loads(value)
        options, cards = chosen.setdefault(entry, (set(), set()))
        known = json.loads(terms or "{}")
        options.update(known.get(o) or o.replace("-", " ") for o in data.get("options", ()))
        for card in data.get("cards", ()):
            if not card.startswith(("paper/", "fotos-")):
                cards.add(card.rpartition("/")[2].replace("-", " "))
    for entry, parts in chosen.items():
        for column, captions in zip(("answers", "cards"), parts, strict=True):
            words = unicodedata.normalize("NFKC", "\n".join(sorted(captions))).lower()
            if words:
                db.execute(
                    f"update search_text set {column} = {column}"
                    f" || iif({column} = '', '', char(10)) || ? where rid = ?",
                    (words, entry),
                )


def create_search_triggers(db: Database) -> None:
    """Make the search triggers anew; every migration calls this at its end."""
    for name, sql in SEARCH_TRIGGERS.items():
        db.execute(f"drop trigger if exists {name}")
        db.executescript(sql)
