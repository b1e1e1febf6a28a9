# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Remarks that came home, the student's replies to them, and the files they came in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from logbook.core.anchoring import Quote
from logbook.core.entry import AnswerKey, EntryId
from logbook.core.moment import to_text
from logbook.core.packet import Author, PublicId, RemarkKind
from logbook.core.remarks import (
    KeptRemark,
    News,
    Origin,
    RemarkStatus,
    Returned,
    Signer,
    signer_of,
)
from logbook.core.share_errors import RemarkNotFound
from logbook.storage.engine import Connection, engine_errors
from logbook.storage.rows import Row, moment_of, stored
from logbook.storage.search_text import put_remarks

if TYPE_CHECKING:
    from logbook.storage.database import Database

_REMARKS = (
    "select r.id, p.id, r.kind, r.author, r.text, r.received_at, r.status, e.id, a.block,"
    " a.prompt, a.item, r.answer, r.quote, r.prefix, r.suffix, r.start, r.end, r.day, r.reply_to,"
    " iif(r.author = 'student', '', coalesce(nullif(trim(f.reader), ''), d.name)), d.pair"
    " from remarks r join packets p on p.rid = r.packet join readers d on d.rid = p.reader"
    " left join entries e on e.rid = r.entry"
    " left join packet_answers a on a.packet = r.packet and a.public = r.answer"
    " left join received f on f.rid = r.received"
)
_ORDER = " order by r.rid"
_RETURNED = (
    "select f.id, p.id, f.received_at, coalesce(nullif(trim(f.reader), ''), d.name), f.general,"
    " f.origin, f.seen, d.pair, f.rid from received f join packets p on p.rid = f.packet"
    " join readers d on d.rid = p.reader"
)
#: Everybody who ever gave something back, the first first.
_SIGNERS = (
    "select d.pair, coalesce(nullif(trim(f.reader), ''), d.name) from readers d"
    " cross join packets p on p.reader = d.rid cross join received f on f.packet = p.rid"
    " group by 1, 2 order by min(f.rid)"
)


@stored
def remark_of(row: Row, namesakes: Mapping[Signer, int]) -> KeptRemark:
    """A remark from a row of `_REMARKS`."""
    return KeptRemark(
        PublicId(row[0]),
        PublicId(row[1]),
        RemarkKind(row[2]),
        Author(row[3]),
        row[4],
        moment_of(row[5]),
        RemarkStatus(row[6]),
        EntryId(row[7]) if row[7] else None,
        None if row[8] is None or row[7] is None else AnswerKey(row[8], row[9], row[10]),
        PublicId(row[11]) if row[11] else None,
        Quote(*row[12:17]) if row[12] else None,
        date.fromisoformat(row[17]) if row[17] else None,
        PublicId(row[18]) if row[18] else None,
        row[19],
        namesakes.get(signer_of(row[20], row[19]), 1),
        PublicId(row[20]),
    )


@stored
def _returned_of(row: Row, answers: Sequence[Row], namesakes: Mapping[Signer, int]) -> Returned:
    return Returned(
        PublicId(row[0]),
        PublicId(row[1]),
        moment_of(row[2]),
        row[3],
        row[4],
        Origin(row[5]),
        tuple((question, text) for question, text in answers),
        namesakes.get(signer_of(row[7], row[3]), 1),
        bool(row[6]),
    )


class RemarkStore:
    """Remarks in one open logbook, read."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[KeptRemark, ...]:
        """All remarks and replies but those on entries in the bin, in order of coming in."""
        return self._remarks("where e.deleted_at is null", ())

    def of_entry(self, entry_id: EntryId) -> tuple[KeptRemark, ...]:
        """The remarks on an entry and all replies to them, in order of coming in."""
        return self._remarks(
            "where r.rid in (with recursive thread (rid, id) as (select rid, id from remarks"
            " where entry = (select rid from entries where id = ?)"
            " union select n.rid, n.id from thread t join remarks n on n.reply_to = t.id)"
            " select rid from thread)",
            (entry_id,),
        )

    def of_pair(self, pair: str) -> tuple[KeptRemark, ...]:
        """The remarks of one reader in all rounds, in order of coming in."""
        return self._remarks(
            "where r.packet in (select p.rid from packets p join readers d on d.rid = p.reader"
            " where d.pair = ?)",
            (pair,),
        )

    def remark(self, remark_id: str) -> KeptRemark:
        """One remark.

        Raises:
            RemarkNotFound.
        """
        for found in self._remarks("where r.id = ?", (remark_id,)):
            return found
        raise RemarkNotFound(remark_id)

    def known(self, ids: Sequence[str]) -> frozenset[str]:
        """Which of these remarks are here already."""
        found: set[str] = set()
        for start in range(0, len(ids), 500):
            some = list(ids[start : start + 500])
            marks = ",".join("?" * len(some))
            found.update(
                known
                for (known,) in self._database.rows(
                    f"select id from remarks where id in ({marks})", some
                )
            )
        return frozenset(found)

    def news(self) -> News:
        """What was not looked at yet; remarks on entries in the bin are left out."""
        rows = self._database.rows(
            "select count(*) from remarks r left join entries e on e.rid = r.entry"
            " where r.status = 'new' and e.deleted_at is null"
            " union all select count(*) from received where seen = 0"
        )
        return News(*(int(count) for (count,) in rows))

    def was_received(self, file_id: str) -> bool:
        """Whether this very file came in before."""
        return bool(self._database.rows("select 1 from received where id = ?", (file_id,)))

    def returned(self, packet_id: str) -> tuple[Returned, ...]:
        """What came back for a packet, in order of coming in."""
        with engine_errors(self._database.path):
            rows = self._database.rows(f"{_RETURNED} where p.id = ? order by f.rid", (packet_id,))
            return self._returned(rows)

    def last_returned(self) -> tuple[Returned, ...]:
        """The last thing that came back for each packet, newest first."""
        with engine_errors(self._database.path):
            rows = self._database.rows(
                f"{_RETURNED} where f.rid in (select max(rid) from received group by packet)"
                " order by f.rid desc"
            )
            return self._returned(rows)

    def unseen(self) -> tuple[Returned, ...]:
        """The reactions to the whole that were not looked at yet, newest first."""
        with engine_errors(self._database.path):
            rows = self._database.rows(f"{_RETURNED} where f.seen = 0 order by f.rid desc")
            return self._returned(rows)

    def _returned(self, rows: Sequence[Row]) -> tuple[Returned, ...]:
        namesakes = self._namesakes() if rows else {}
        return tuple(_returned_of(row, self._answers(row[8]), namesakes) for row in rows)

    def _namesakes(self) -> dict[Signer, int]:
        """Which of those with the same name each signer is."""
        times: dict[str, int] = {}
        found: dict[Signer, int] = {}
        for pair, name in self._database.rows(_SIGNERS):
            signer = signer_of(pair, name)
            if signer not in found:
                found[signer] = times[signer.name] = times.get(signer.name, 0) + 1
        return found

    def _answers(self, received: int) -> list[Row]:
        return self._database.rows(
            "select q.text, a.text from received_answers a join received f on f.rid = a.received"
            " join packet_questions q on q.packet = f.packet and q.public = a.question"
            " where a.received = ? order by q.place",
            (received,),
        )

    def _remarks(self, where: str, parameters: Sequence[str]) -> tuple[KeptRemark, ...]:
        with engine_errors(self._database.path):
            rows = self._database.rows(f"{_REMARKS} {where}{_ORDER}", parameters)
            namesakes = self._namesakes() if rows else {}
            return tuple(remark_of(row, namesakes) for row in rows)


def _said(remark: KeptRemark) -> tuple[object, ...]:
    """The columns `answer` to `day`."""
    quote = remark.quote
    return (
        remark.answer,
        remark.kind.value,
        remark.author.value,
        remark.text,
        *((quote.exact, quote.prefix, quote.suffix) if quote else ("", "", "")),
        *((quote.start, quote.end) if quote else (-1, -1)),
        remark.day.isoformat() if remark.day else None,
    )


class RemarkWriter:
    """Changes to remarks on a connection that is inside `Database.transaction()`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put_returned(self, returned: Returned, answers: Iterable[tuple[str, str]]) -> None:
        """Keep a file that came in; `answers` are by the public id of the question."""
        packet = self._packet(returned.packet)
        self._connection.execute(
            "insert into received (id, packet, received_at, reader, general, origin, seen)"
            " values (?, ?, ?, ?, ?, ?, ?)",
            (
                returned.id,
                packet,
                to_text(returned.received_at),
                returned.reader,
                returned.general,
                returned.origin.value,
                returned.seen or returned.is_blank,
            ),
        )
        rid = self._received(returned.id)
        self._connection.executemany(
            "insert into received_answers (received, question, text) values (?, ?, ?)",
            [(rid, question, text) for question, text in answers],
        )

    def put(self, remark: KeptRemark) -> None:
        """Keep a reply of the student."""
        self.put_all([remark], None)

    def put_all(self, remarks: Iterable[KeptRemark], received_id: str | None) -> None:
        """Keep remarks that came in with a file; None for what came in with none."""
        received = self._received(received_id) if received_id else None
        entries: dict[EntryId | None, int | None] = {}
        for remark in remarks:
            if remark.entry_id not in entries:
                entries[remark.entry_id] = self._entry(remark.entry_id)
            self._connection.execute(
                "insert into remarks (id, packet, received, entry, answer, kind, author, text,"
                " quote, prefix, suffix, start, end, day, received_at, reply_to, status)"
                " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    remark.id,
                    self._packet(remark.packet),
                    received,
                    entries[remark.entry_id],
                    *_said(remark),
                    to_text(remark.received_at),
                    remark.reply_to,
                    remark.status.value,
                ),
            )
        put_remarks(self._connection, [rid for rid in entries.values() if rid is not None])

    def change(self, remark: KeptRemark) -> None:
        """Give a remark that came in again its new words and place; it is new again."""
        row = self._connection.execute(
            "select entry from remarks where id = ?", (remark.id,)
        ).fetchone()
        entry = self._entry(remark.entry_id)
        self._connection.execute(
            "update remarks set entry = ?, answer = ?, kind = ?, author = ?, text = ?, quote = ?,"
            " prefix = ?, suffix = ?, start = ?, end = ?, day = ?, status = 'new' where id = ?",
            (entry, *_said(remark), remark.id),
        )
        put_remarks(self._connection, [r for r in {row[0] if row else None, entry} if r])

    def set_status(self, remark_id: str, status: RemarkStatus) -> None:
        """Say what the student did with a remark.

        Raises:
            RemarkNotFound.
        """
        done = self._connection.execute(
            "update remarks set status = ? where id = ?", (status.value, remark_id)
        )
        if not done.rowcount:
            raise RemarkNotFound(remark_id)

    def set_seen(self, file_ids: Iterable[str]) -> None:
        """Say that the student looked at reactions to the whole."""
        self._connection.executemany(
            "update received set seen = 1 where id = ?", [(each,) for each in file_ids]
        )

    def set_text(self, remark_id: str, text: str) -> None:
        """Change the words of a reply of the student.

        Raises:
            RemarkNotFound.
        """
        row = self._connection.execute(
            "select entry from remarks where id = ? and author = 'student'", (remark_id,)
        ).fetchone()
        if row is None:
            raise RemarkNotFound(remark_id)
        self._connection.execute("update remarks set text = ? where id = ?", (text, remark_id))
        if row[0] is not None:
            put_remarks(self._connection, [row[0]])

    def remove(self, remark_id: str) -> None:
        """Take a reply of the student away.

        Raises:
            RemarkNotFound.
        """
        row = self._connection.execute(
            "select entry from remarks where id = ? and author = 'student'", (remark_id,)
        ).fetchone()
        if row is None:
            raise RemarkNotFound(remark_id)
        self._connection.execute("delete from remarks where id = ?", (remark_id,))
        if row[0] is not None:
            put_remarks(self._connection, [row[0]])

    def _entry(self, entry_id: EntryId | None) -> int | None:
        found = self._connection.execute("select rid from entries where id = ?", (entry_id or "",))
        row = found.fetchone()
        return int(row[0]) if row else None

    def _packet(self, packet_id: str) -> int:
        found = self._connection.execute("select rid from packets where id = ?", (packet_id,))
        return int(found.fetchone()[0])

    def _received(self, file_id: str) -> int:
        found = self._connection.execute("select rid from received where id = ?", (file_id,))
        return int(found.fetchone()[0])
