# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What the user decided about what comes back: own days, and answers to offers.

What comes back by itself is not stored; `core.revisit` works it out from facts of `recall.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from logbook.core.entry import EntryId
from logbook.core.moment import to_text
from logbook.core.record import RevisitRecord
from logbook.core.revisit import OfferKind, Revisit, Settled
from logbook.storage.engine import Connection, engine_errors
from logbook.storage.rows import Row, moment_of, stored

if TYPE_CHECKING:
    from logbook.storage.database import Database

COLUMNS = (
    "id, kind, entry, exercise_id, block, due, evaluation, until, settled, settled_at, created_at"
)
#: The name of the day of the next evaluation among `own_dates`.
EVALUATION = "evaluation"


@stored
def revisit_of(row: Row) -> Revisit:
    """A decision from a row of `COLUMNS`."""
    return Revisit(
        row[0],
        OfferKind(row[1]),
        EntryId(row[2]) if row[2] else None,
        row[3],
        row[4],
        date.fromisoformat(row[5]) if row[5] else None,
        bool(row[6]),
        date.fromisoformat(row[7]) if row[7] else None,
        Settled(row[8]) if row[8] else None,
        moment_of(row[9]) if row[9] else None,
        moment_of(row[10]),
    )


def _values(revisit: Revisit) -> Row:
    return (
        revisit.id,
        revisit.kind.value,
        revisit.entry_id or "",
        revisit.exercise_id,
        revisit.block,
        revisit.due.isoformat() if revisit.due else None,
        int(revisit.evaluation),
        revisit.until.isoformat() if revisit.until else None,
        revisit.settled.value if revisit.settled else None,
        to_text(revisit.settled_at) if revisit.settled_at else None,
        to_text(revisit.created_at),
    )


class RevisitStore:
    """Decisions in one open logbook, read."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[Revisit, ...]:
        """Every decision about what is not in the bin, in order of making them."""
        with engine_errors(self._database.path):
            rows = self._database.rows(
                f"select {COLUMNS} from revisits where entry not in"
                " (select id from entries where deleted_at is not null) order by created_at, id"
            )
            return tuple(revisit_of(row) for row in rows)

    def of_entry(self, entry_id: EntryId) -> tuple[Revisit, ...]:
        """The decisions about one entry, in order of making them."""
        with engine_errors(self._database.path):
            rows = self._database.rows(
                f"select {COLUMNS} from revisits where entry = ? order by created_at, id",
                (entry_id,),
            )
            return tuple(revisit_of(row) for row in rows)

    def own_date(self, name: str) -> date | None:
        """A day the user set."""
        with engine_errors(self._database.path):
            rows = self._database.rows("select day from own_dates where name = ?", (name,))
            return _day(rows[0][0]) if rows else None


@stored
def _day(text: str) -> date:
    return date.fromisoformat(text)


class RevisitWriter:
    """Changes to decisions on a connection that is inside `Database.transaction()`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, revisit: Revisit) -> None:
        """Store a decision; the one with this id is replaced."""
        self.remove(revisit.id)
        marks = ",".join("?" * len(_values(revisit)))
        self._connection.execute(
            f"insert into revisits ({COLUMNS}) values ({marks})", _values(revisit)
        )

    def remove(self, revisit_id: str) -> None:
        """Forget a decision."""
        self._connection.execute("delete from revisits where id = ?", (revisit_id,))

    def set_own_date(self, name: str, day: date | None) -> None:
        """Keep a day the user set, or forget it (None)."""
        self._connection.execute("delete from own_dates where name = ?", (name,))
        if day is not None:
            self._connection.execute(
                "insert into own_dates (name, day) values (?, ?)", (name, day.isoformat())
            )


def read_revisits(
    rows: Callable[[str, Sequence[str]], list[Row]], where: str, parameters: Sequence[str]
) -> tuple[RevisitRecord, ...]:
    """Decisions as records in order of id.

    Args:
        rows: runs a statement and gives its rows.
    """
    found = rows(f"select {COLUMNS} from revisits {where} order by id", parameters)
    return tuple(RevisitRecord._make((*row[:6], bool(row[6]), *row[7:])) for row in found)


def add_revisits(
    run: Callable[[str, Sequence[Sequence[object]]], int], records: Sequence[RevisitRecord]
) -> int:
    """Add decisions that are not here; what was decided here about the same thing stays.

    Returns:
        How many were added.
    """
    return run(
        f"insert or ignore into revisits ({COLUMNS}) select ?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11"
        " where (?3 = '' or exists (select 1 from entries where id = ?3)) and not exists"
        " (select 1 from revisits where entry = ?3 and (kind, exercise_id, block) = (?2, ?4, ?5))",
        [(*r[:6], int(r.evaluation), *r[7:]) for r in records],
    )
