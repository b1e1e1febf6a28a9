# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What the desk keeps: rows of `bureau.db` to values and back, and throwing away for good.

Packets and answer files are kept as their own JSON, which `formats` reads and checks again.
"""

from __future__ import annotations

import contextlib
import os
import re
import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from logbook.core.desk import Student, StudentId
from logbook.core.moment import to_text
from logbook.core.share_errors import PacketNotFound, StudentNotFound
from logbook.storage.database import Database, open_database
from logbook.storage.desk_schema import DESK
from logbook.storage.engine import engine_errors
from logbook.storage.rows import Row, moment_of, stored

#: Copies that were made before a migration live this long, in seconds.
COPIES_LIVE = 14 * 24 * 3600
_STUDENTS = "select id, name, in_group, next_session, rid from students"


@dataclass(frozen=True, slots=True)
class KeptPacket:
    """A packet as it is kept; `content` and `draft` are JSON, `draft` "" when there is none."""

    id: str
    student: StudentId
    received_at: datetime
    content: str
    key_check: str
    seen: bool
    draft: str
    given: tuple[tuple[datetime, str, str], ...]


@stored
def _student_of(row: Row) -> Student:
    day = date.fromisoformat(row[3]) if row[3] else None
    return Student(StudentId(row[0]), row[1], row[2], day)


@stored
def _packet_of(row: Row, given: tuple[tuple[datetime, str, str], ...]) -> KeptPacket:
    return KeptPacket(
        row[0], StudentId(row[1]), moment_of(row[2]), row[3], row[4], bool(row[5]), row[6], given
    )


class DeskStore:
    """The rows of one open `bureau.db`. Make one with `open_desk`."""

    def __init__(self, database: Database) -> None:
        self._database = database
        # Sorting and vacuum work in memory: no temporary file holds what students wrote.
        database.connection.execute("pragma temp_store = memory")

    # --- reading ------------------------------------------------------------------------------

    def students(self) -> tuple[Student, ...]:
        """All students, in order of being added."""
        with engine_errors(self._database.path):
            rows = self._database.rows(f"{_STUDENTS} order by rid")
            return tuple(_student_of(row) for row in rows)

    def student(self, student_id: str) -> Student:
        """One student.

        Raises:
            StudentNotFound.
        """
        with engine_errors(self._database.path):
            rows = self._database.rows(f"{_STUDENTS} where id = ?", (student_id,))
            if not rows:
                raise StudentNotFound(student_id)
            return _student_of(rows[0])

    def student_of_pair(self, pair: str) -> Student | None:
        """Who this pair belongs to, None when it is not known yet."""
        with engine_errors(self._database.path):
            rows = self._database.rows(
                f"{_STUDENTS} where rid = (select student from pairs where pair = ?)", (pair,)
            )
            return _student_of(rows[0]) if rows else None

    def has(self, packet_id: str) -> bool:
        """Whether this packet is on the desk."""
        return bool(self._database.rows("select 1 from received where id = ?", (packet_id,)))

    def packets(self, student_id: str | None = None) -> tuple[KeptPacket, ...]:
        """Packets of a student, or all of them, in order of coming in."""
        where = "" if student_id is None else "where s.id = ?"
        return self._packets(where, () if student_id is None else (student_id,))

    def packet(self, packet_id: str) -> KeptPacket:
        """One packet.

        Raises:
            PacketNotFound.
        """
        found = self._packets("where r.id = ?", (packet_id,))
        if not found:
            raise PacketNotFound(packet_id)
        return found[0]

    def notes(self, student_id: str) -> str:
        """The supervisor's own notes about a student.

        Raises:
            StudentNotFound.
        """
        rows = self._database.rows("select notes from students where id = ?", (student_id,))
        if not rows:
            raise StudentNotFound(student_id)
        return str(rows[0][0])

    def starters(self) -> dict[int, tuple[str, ...]]:
        """Own sentence starters by chapter, 0 for every chapter."""
        rows = self._database.rows("select chapter, lines from starters order by chapter")
        return {chapter: tuple(lines.split("\n")) for chapter, lines in rows}

    def _packets(self, where: str, values: tuple[str, ...]) -> tuple[KeptPacket, ...]:
        source = (
            "from received r join students s on s.rid = r.student"
            f" left join drafts d on d.packet = r.rid {where}"
        )
        with engine_errors(self._database.path):
            given: dict[int, list[tuple[datetime, str, str]]] = {}
            for packet, at, file, content in self._database.rows(
                "select packet, given_at, file, content from given where packet in"
                f" (select r.rid {source}) order by rid",
                values,
            ):
                given.setdefault(packet, []).append((moment_of(at), file, content))
            rows = self._database.rows(
                "select r.id, s.id, r.received_at, r.content, r.key_check, r.seen,"
                f" coalesce(d.content, ''), r.rid {source} order by r.rid",
                values,
            )
            return tuple(_packet_of(row, tuple(given.get(row[7], ()))) for row in rows)

    # --- writing ------------------------------------------------------------------------------

    def put_students(self, students: Iterable[Student]) -> None:
        """Add students, or keep what was changed about them, all in one act."""
        with self._database.transaction() as connection:
            for student in students:
                day = student.next_session.isoformat() if student.next_session else None
                connection.execute(
                    "insert into students (id, name, in_group, next_session) values (?, ?, ?, ?)"
                    " on conflict (id) do update set name = excluded.name,"
                    " in_group = excluded.in_group, next_session = excluded.next_session",
                    (student.id, student.name, student.group, day),
                )

    def put_notes(self, student_id: str, text: str) -> None:
        """Keep the supervisor's own notes.

        Raises:
            StudentNotFound.
        """
        with self._database.transaction() as connection:
            done = connection.execute(
                "update students set notes = ? where id = ?", (text, student_id)
            )
            if not done.rowcount:
                raise StudentNotFound(student_id)

    def put_packet(
        self,
        student: Student,
        pair: str,
        packet_id: str,
        content: str,
        key_check: str,
        at: datetime,
    ) -> None:
        """Put a packet on the desk, with its student when that one is new, in one act."""
        day = student.next_session.isoformat() if student.next_session else None
        with self._database.transaction() as connection:
            connection.execute(
                "insert into students (id, name, in_group, next_session) values (?, ?, ?, ?)"
                " on conflict (id) do nothing",
                (student.id, student.name, student.group, day),
            )
            who = "(select rid from students where id = ?)"
            connection.execute(
                f"insert into pairs (pair, student) values (?, {who})"
                " on conflict (pair) do nothing",
                (pair, student.id),
            )
            connection.execute(
                "insert into received (id, student, pair, received_at, content, key_check)"
                f" values (?, {who}, ?, ?, ?, ?)",
                (packet_id, student.id, pair, to_text(at), content, key_check),
            )

    def remove_packet(self, packet_id: str) -> None:
        """Take a packet from the desk with all that was said about it.

        Raises:
            PacketNotFound.
        """
        with self._database.transaction() as connection:
            done = connection.execute("delete from received where id = ?", (packet_id,))
            if not done.rowcount:
                raise PacketNotFound(packet_id)
            # Of whom a next packet of this pair is, the supervisor may then say anew.
            connection.execute("delete from pairs where pair not in (select pair from received)")

    def mark_seen(self, packet_id: str) -> None:
        """Remember that a packet was opened on screen."""
        with self._database.transaction() as connection:
            connection.execute("update received set seen = 1 where id = ?", (packet_id,))

    def put_draft(self, packet_id: str, content: str) -> None:
        """Keep what is being said about a packet; "" for nothing.

        Raises:
            PacketNotFound.
        """
        with self._database.transaction() as connection:
            found = connection.execute(
                "select rid from received where id = ?", (packet_id,)
            ).fetchone()
            if found is None:
                raise PacketNotFound(packet_id)
            connection.execute("delete from drafts where packet = ?", found)
            if content:
                connection.execute("insert into drafts values (?, ?)", (found[0], content))

    def put_given(self, given: tuple[tuple[str, str, str], ...], at: datetime) -> None:
        """Remember what was given back: (packet, name of the file, content); its draft is done."""
        with self._database.transaction() as connection:
            for packet_id, file, content in given:
                connection.execute(
                    "insert into given (packet, given_at, file, content)"
                    " values ((select rid from received where id = ?), ?, ?, ?)",
                    (packet_id, to_text(at), file, content),
                )
                connection.execute(
                    "delete from drafts where packet = (select rid from received where id = ?)",
                    (packet_id,),
                )

    def put_starters(self, chapter: int, lines: tuple[str, ...]) -> None:
        """Keep own sentence starters of a chapter; none brings the shipped ones back."""
        with self._database.transaction() as connection:
            connection.execute("delete from starters where chapter = ?", (chapter,))
            if lines:
                connection.execute(
                    "insert into starters values (?, ?)", (chapter, "\n".join(lines))
                )

    # --- throwing away ------------------------------------------------------------------------

    def forget(self, student_id: str) -> None:
        """Throw away all of a student: rows, what is left of them in the file, copies of the file.

        Raises:
            StudentNotFound.
            LogbookError: nothing was thrown away, or only the file was not made smaller yet.
        """
        with self._database.transaction() as connection:
            done = connection.execute("delete from students where id = ?", (student_id,))
            if not done.rowcount:
                raise StudentNotFound(student_id)
        with engine_errors(self._database.path):
            self._database.connection.execute("vacuum")
        remove_copies(self._database.path)

    def close(self) -> None:
        """Close the file."""
        self._database.close()


def open_desk(path: Path, *, create: bool) -> DeskStore:
    """Open the desk; copies of it that have lived long enough are removed.

    Raises:
        LogbookError: as `open_database`.
    """
    remove_copies(path, older_than=COPIES_LIVE)
    return DeskStore(open_database(path, create=create, family=DESK))


def remove_copies(path: Path, *, older_than: float = 0) -> None:
    """Remove copies of the desk that were made beside it, and what a killed process left.

    Args:
        older_than: only those of at least so many seconds.
    """
    stem, suffix = re.escape(path.stem), re.escape(path.suffix)
    copy = re.compile(
        rf"{stem}\.versie-\d+(?:-\d+)?{suffix}(?:-journal)?|\.{stem}(?:\.versie-\d+(?:-\d+)?)?"
        rf"{suffix}\.[a-z0-9_]{{8}}\.new(?:-journal)?"
    )
    before = time.time() - older_than
    with contextlib.suppress(OSError), os.scandir(path.parent) as found:
        for item in found:
            if not copy.fullmatch(item.name) or not item.is_file(follow_symlinks=False):
                continue
            with contextlib.suppress(OSError):
                if item.stat(follow_symlinks=False).st_mtime <= before:
                    Path(item.path).unlink()
