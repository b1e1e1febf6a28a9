# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What was shared and what came back, whole: read for exports and checks, added by an import.

An import adds what is not here and overwrites nothing. What belongs to an entry that is not here
stays out: it was deleted, or it was never taken over.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from logbook.core.share_record import (
    PacketRecord,
    PlaceTakenRecord,
    ReaderRecord,
    ReceivedRecord,
    RemarkRecord,
    SentAnswerRecord,
    ShareRecord,
)
from logbook.storage.database import Database
from logbook.storage.engine import Connection
from logbook.storage.rows import Row
from logbook.storage.search_text import put_remarks

_PACKETS = (
    "select p.rid, p.id, d.pair, p.round, p.made_at, p.format, p.sealed, p.sender, p.letter,"
    " p.with_dates, p.previous from packets p join readers d on d.rid = p.reader order by p.rid"
)
_REMARKS = (
    "select r.id, p.id, f.id, e.id, r.answer, r.kind, r.author, r.text, r.quote, r.prefix,"
    " r.suffix, r.start, r.end, r.day, r.received_at, r.reply_to, r.status from remarks r"
    " join packets p on p.rid = r.packet left join received f on f.rid = r.received"
    " left join entries e on e.rid = r.entry order by r.rid"
)
_SPOKEN = (
    "kind, author, text, quote, prefix, suffix, start, end, day, received_at, reply_to, status"
)


def read_sharing(database: Database) -> ShareRecord:
    """All of it, each part in order of coming into being."""
    rows = database.rows
    entries = _grouped(
        rows(
            "select t.packet, t.public, e.id from packet_entries t"
            " join entries e on e.rid = t.entry order by t.packet, t.place"
        )
    )
    questions = _grouped(
        rows("select packet, public, text from packet_questions order by packet, place")
    )
    places = _grouped(
        rows("select answer, start, end, words from packet_replacements order by answer, start")
    )
    answers = _grouped(
        rows(
            "select a.packet, a.rid, a.public, e.id, a.block, a.prompt, a.item, a.head, a.home,"
            " a.sha256 from packet_answers a join entries e on e.rid = a.entry"
            " order by a.packet, a.place"
        )
    )
    given = _grouped(rows("select received, question, text from received_answers order by 1, 2"))
    packets = [
        PacketRecord._make(
            (
                *row[1:6],
                bool(row[6]),
                *row[7:9],
                bool(row[9]),
                row[10],
                tuple(entries.get(row[0], ())),
                tuple(questions.get(row[0], ())),
                tuple(_answer(each, places.get(each[0], ())) for each in answers.get(row[0], ())),
            )
        )
        for row in rows(_PACKETS)
    ]
    received = rows(
        "select f.rid, f.id, p.id, f.received_at, f.reader, f.general, f.origin, f.seen"
        " from received f join packets p on p.rid = f.packet order by f.rid"
    )
    return ShareRecord(
        tuple(
            map(ReaderRecord._make, rows("select pair, name, created_at from readers order by rid"))
        ),
        tuple(packets),
        tuple(_received(row, given.get(row[0], ())) for row in received),
        tuple(map(RemarkRecord._make, rows(_REMARKS))),
    )


def _answer(row: Row, places: Iterable[Row]) -> SentAnswerRecord:
    return SentAnswerRecord._make((*row[1:], tuple(map(PlaceTakenRecord._make, places))))


def _received(row: Row, given: Iterable[Row]) -> ReceivedRecord:
    return ReceivedRecord._make((*row[1:7], tuple(given), bool(row[7])))


def _grouped(rows: Sequence[Row]) -> dict[int, list[Row]]:
    """Rows by their first column, without it."""
    return {key: [row[1:] for row in found] for key, found in groupby(rows, lambda row: row[0])}


class ShareBulk:
    """Adds what an import brings, inside a transaction the caller holds."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        #: How many packets, files and remarks were added.
        self.added = 0

    def add(self, record: ShareRecord) -> None:
        """Add what is not here."""
        packets = {packet.id: packet for packet in record.packets}
        fresh = set(packets) - self._known("packets", packets)
        readers = {packets[packet_id].pair for packet_id in fresh}
        self._run(
            "insert or ignore into readers (pair, name, created_at) values (?, ?, ?)",
            [reader for reader in record.readers if reader.pair in readers],
        )
        for packet in record.packets:
            if packet.id in fresh:
                self._add_packet(packet)
            self._add_parts(packet)
        for received in record.received:
            self._add_received(received)
        self._add_remarks(record.remarks)

    def _add_packet(self, packet: PacketRecord) -> None:
        self.added += self._run(
            "insert into packets (id, reader, round, made_at, format, sealed, sender, letter,"
            " with_dates, previous)"
            " select ?1, d.rid, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10 from readers d where d.pair = ?2",
            [packet[:10]],
        )
        self._run(
            "insert or ignore into packet_questions (packet, place, public, text)"
            " select rid, ?2, ?3, ?4 from packets where id = ?1",
            [(packet.id, place, *each) for place, each in enumerate(packet.questions)],
        )

    def _add_parts(self, packet: PacketRecord) -> None:
        """What a packet held of entries that are here; a known one may lack some of them."""
        self._run(
            "insert into packet_entries (packet, place, public, entry)"
            " select p.rid, (select coalesce(max(place), -1) + 1 from packet_entries"
            " where packet = p.rid), ?2, e.rid from packets p join entries e on e.id = ?3"
            " where p.id = ?1 and not exists"
            " (select 1 from packet_entries where packet = p.rid and public = ?2)",
            [(packet.id, *each) for each in packet.entries],
        )
        for answer in packet.answers:
            done = self._run(
                "insert into packet_answers (packet, place, public, entry, block, prompt, item,"
                " head, home, sha256)"
                " select p.rid, (select coalesce(max(place), -1) + 1 from packet_answers"
                " where packet = p.rid), ?2, e.rid, ?4, ?5, ?6, ?7, ?8, ?9"
                " from packets p join entries e on e.id = ?3 where p.id = ?1 and not exists"
                " (select 1 from packet_answers where packet = p.rid and public = ?2)",
                [(packet.id, *answer[:8])],
            )
            if done:
                self._run(
                    "insert into packet_replacements (answer, start, end, words)"
                    " select a.rid, ?3, ?4, ?5 from packet_answers a"
                    " join packets p on p.rid = a.packet where p.id = ?1 and a.public = ?2",
                    [(packet.id, answer.public, *place) for place in answer.places],
                )

    def _add_received(self, received: ReceivedRecord) -> None:
        done = self._run(
            "insert or ignore into received (id, packet, received_at, reader, general, origin,"
            " seen) select ?1, rid, ?3, ?4, ?5, ?6, ?7 from packets where id = ?2",
            [(*received[:6], received.seen)],
        )
        self.added += done
        if done:
            self._run(
                "insert into received_answers (received, question, text)"
                " select rid, ?2, ?3 from received where id = ?1",
                [(received.id, *each) for each in received.answers],
            )

    def _add_remarks(self, remarks: Sequence[RemarkRecord]) -> None:
        known = self._known("remarks", [remark.id for remark in remarks])
        fresh = [remark for remark in remarks if remark.id not in known]
        marks = ", ".join(f"?{number}" for number in range(6, 18))
        self.added += self._run(
            f"insert into remarks (id, packet, received, entry, answer, {_SPOKEN})"
            " select ?1, p.rid, (select rid from received where id = ?3), e.rid, ?5,"
            f" {marks} from packets p left join entries e on e.id = ?4"
            " where p.id = ?2 and (?4 is null or e.rid is not null)",
            fresh,
        )
        entries: set[int] = set()
        for remark in fresh:
            row = self._connection.execute(
                "select entry from remarks where id = ? and entry is not null", (remark.id,)
            ).fetchone()
            if row is not None:
                entries.add(int(row[0]))
        put_remarks(self._connection, sorted(entries))

    def _known(self, table: str, ids: Iterable[str]) -> set[str]:
        """Which of these ids are in a table already."""
        found = set()
        for each in ids:
            row = self._connection.execute(f"select 1 from {table} where id = ?", (each,))
            if row.fetchone() is not None:
                found.add(each)
        return found

    def _run(self, sql: str, rows: Sequence[Sequence[object]]) -> int:
        # Not `total_changes`: that counts what the search index writes at this moment too.
        return max(0, int(self._connection.executemany(sql, rows).rowcount)) if rows else 0
