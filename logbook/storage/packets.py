# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Packets that were sent: to whom, which answers they held, and what was replaced in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from logbook.core.entry import AnswerKey, EntryId, RevisionId
from logbook.core.moment import to_text
from logbook.core.packet import PublicId
from logbook.core.share_errors import PacketNotFound
from logbook.core.sharing import SentAnswer, SentPacket, ShareFormat
from logbook.core.text_map import Replacement
from logbook.storage.engine import Connection, engine_errors
from logbook.storage.labels import entry_rid
from logbook.storage.rows import Row, moment_of, stored
from logbook.storage.search_text import put_remarks

if TYPE_CHECKING:
    from logbook.storage.database import Database

_PACKETS = (
    "select p.id, d.pair, p.round, p.made_at, p.format, p.sealed, d.name, p.sender, p.letter,"
    " p.with_dates, p.previous, p.rid from packets p join readers d on d.rid = p.reader"
)
_ANSWERS = (
    "select a.public, e.id, a.block, a.prompt, a.item, a.head, a.home, a.sha256, a.rid"
    " from packet_answers a join entries e on e.rid = a.entry"
)


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody packets are made for. `name` is what the student calls them, "" for nothing."""

    pair: PublicId
    name: str


@stored
def _packet_of(row: Row, entries: tuple[EntryId, ...], questions: tuple[Row, ...]) -> SentPacket:
    return SentPacket(
        PublicId(row[0]),
        PublicId(row[1]),
        row[2],
        moment_of(row[3]),
        ShareFormat(row[4]),
        bool(row[5]),
        row[6],
        row[7],
        row[8],
        bool(row[9]),
        PublicId(row[10]) if row[10] else None,
        entries,
        tuple((PublicId(public), text) for public, text in questions),
    )


@stored
def _answer_of(row: Row, places: tuple[Replacement, ...]) -> SentAnswer:
    return SentAnswer(
        PublicId(row[0]),
        EntryId(row[1]),
        AnswerKey(row[2], row[3], row[4]),
        RevisionId(row[5]),
        row[6],
        places,
        row[7],
    )


class PacketStore:
    """Packets that were sent from one open logbook, read."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def readers(self) -> tuple[Reader, ...]:
        """Everybody packets were made for, in order of the last packet, newest first."""
        with engine_errors(self._database.path):
            rows = self._database.rows(
                "select d.pair, d.name from readers d join packets p on p.reader = d.rid"
                " group by d.rid order by max(p.made_at) desc, d.rid"
            )
            return tuple(Reader(PublicId(pair), name) for pair, name in rows)

    def packets(self) -> tuple[SentPacket, ...]:
        """All packets, newest first."""
        with engine_errors(self._database.path):
            rows = self._database.rows(f"{_PACKETS} order by p.made_at desc, p.rid desc")
            return tuple(self._whole(rows))

    def packet(self, packet_id: str) -> SentPacket:
        """One packet.

        Raises:
            PacketNotFound.
        """
        with engine_errors(self._database.path):
            rows = self._database.rows(f"{_PACKETS} where p.id = ?", (packet_id,))
            for found in self._whole(rows):
                return found
        raise PacketNotFound(packet_id)

    def packets_of(self, entry_id: EntryId) -> tuple[SentPacket, ...]:
        """The packets an entry stands in, newest first."""
        with engine_errors(self._database.path):
            rows = self._database.rows(
                f"{_PACKETS} where p.rid in (select packet from packet_entries where entry ="
                " (select rid from entries where id = ?)) order by p.made_at desc, p.rid desc",
                (entry_id,),
            )
            return tuple(self._whole(rows))

    def rounds_of(self, pair: str) -> tuple[SentPacket, ...]:
        """The packets for one reader, the oldest first."""
        with engine_errors(self._database.path):
            rows = self._database.rows(f"{_PACKETS} where d.pair = ? order by p.rid", (pair,))
            return tuple(self._whole(rows))

    def shared_entries(self) -> frozenset[EntryId]:
        """The entries that stand in any packet."""
        rows = self._database.rows(
            "select id from entries where rid in (select entry from packet_entries)"
        )
        return frozenset(EntryId(entry_id) for (entry_id,) in rows)

    def answers(self, packet_id: str) -> tuple[SentAnswer, ...]:
        """What the answers in a packet stand for, in their order; deleted entries left out."""
        with engine_errors(self._database.path):
            rows = self._database.rows(
                f"{_ANSWERS} where a.packet = (select rid from packets where id = ?)"
                " order by a.place",
                (packet_id,),
            )
            places: dict[int, list[Replacement]] = {}
            for answer, start, end, words in self._database.rows(
                "select answer, start, end, words from packet_replacements where answer in"
                " (select rid from packet_answers where packet ="
                " (select rid from packets where id = ?)) order by answer, start",
                (packet_id,),
            ):
                places.setdefault(answer, []).append(Replacement(start, end, words))
            return tuple(_answer_of(row, tuple(places.get(row[8], ()))) for row in rows)

    def entries(self, packet_id: str) -> tuple[tuple[PublicId, EntryId], ...]:
        """The entries in a packet with their public ids, in its order."""
        rows = self._database.rows(
            "select p.public, e.id from packet_entries p join entries e on e.rid = p.entry"
            " where p.packet = (select rid from packets where id = ?) order by p.place",
            (packet_id,),
        )
        return tuple((PublicId(public), EntryId(entry)) for public, entry in rows)

    def _whole(self, rows: Sequence[Row]) -> list[SentPacket]:
        entries = self._by_packet(
            rows, "e.id", "packet_entries t join entries e on e.rid = t.entry"
        )
        questions = self._by_packet(rows, "t.public, t.text", "packet_questions t")
        return [
            _packet_of(
                row,
                tuple(EntryId(entry) for (entry,) in entries.get(row[11], ())),
                tuple(questions.get(row[11], ())),
            )
            for row in rows
        ]

    def _by_packet(self, packets: Sequence[Row], what: str, source: str) -> dict[int, list[Row]]:
        found: dict[int, list[Row]] = {}
        rids = [row[11] for row in packets]
        for start in range(0, len(rids), 500):
            some = rids[start : start + 500]
            marks = ",".join("?" * len(some))
            for packet, *values in self._database.rows(
                f"select t.packet, {what} from {source} where t.packet in ({marks})"
                " order by t.packet, t.place",
                some,
            ):
                found.setdefault(packet, []).append(tuple(values))
        return found


class PacketWriter:
    """Changes to packets on a connection that is inside `Database.transaction()`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(
        self,
        packet: SentPacket,
        entries: Iterable[tuple[PublicId, EntryId]],
        answers: Iterable[SentAnswer],
    ) -> None:
        """Remember a packet that is being sent.

        Raises:
            EntryNotFound.
        """
        reader = self._reader(packet.pair, packet.reader, packet.made_at)
        self._connection.execute(
            "insert into packets (id, reader, round, made_at, format, sealed, sender, letter,"
            " with_dates, previous) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                packet.id,
                reader,
                packet.round,
                to_text(packet.made_at),
                packet.format.value,
                int(packet.sealed),
                packet.sender,
                packet.letter,
                int(packet.with_dates),
                packet.previous,
            ),
        )
        rid = self._connection.execute(
            "select rid from packets where id = ?", (packet.id,)
        ).fetchone()[0]
        self._connection.executemany(
            "insert into packet_entries (packet, place, public, entry) values (?, ?, ?, ?)",
            [
                (rid, place, public, entry_rid(self._connection, entry))
                for place, (public, entry) in enumerate(entries)
            ],
        )
        self._connection.executemany(
            "insert into packet_questions (packet, place, public, text) values (?, ?, ?, ?)",
            [(rid, place, public, text) for place, (public, text) in enumerate(packet.questions)],
        )
        for place, answer in enumerate(answers):
            self._put_answer(rid, place, answer)
        # What is written from now on is a version of its own: remarks are pinned to these.
        self._connection.execute(
            "update revisions set open = 0 where open = 1 and answer in (select a.rid from"
            " packet_entries p join answers a on a.entry = p.entry where p.packet = ?)",
            (rid,),
        )

    def forget(self, packet_id: str) -> None:
        """Forget a packet with the remarks on it; of its reader only while others are left.

        Raises:
            PacketNotFound.
        """
        remarked = self._connection.execute(
            "select distinct entry from remarks where entry is not null and packet ="
            " (select rid from packets where id = ?)",
            (packet_id,),
        ).fetchall()
        done = self._connection.execute("delete from packets where id = ?", (packet_id,))
        if not done.rowcount:
            raise PacketNotFound(packet_id)
        put_remarks(self._connection, [rid for (rid,) in remarked])
        self._connection.execute(
            "delete from readers where rid not in (select reader from packets)"
        )

    def _reader(self, pair: str, name: str, now: datetime) -> int:
        self._connection.execute(
            "insert into readers (pair, name, created_at) values (?, ?, ?)"
            " on conflict (pair) do update set name = excluded.name",
            (pair, name, to_text(now)),
        )
        found = self._connection.execute("select rid from readers where pair = ?", (pair,))
        return int(found.fetchone()[0])

    def _put_answer(self, packet: int, place: int, answer: SentAnswer) -> None:
        self._connection.execute(
            "insert into packet_answers (packet, place, public, entry, block, prompt, item, head,"
            " home, sha256) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                packet,
                place,
                answer.public,
                entry_rid(self._connection, answer.entry_id),
                answer.key.block,
                answer.key.prompt,
                answer.key.item,
                answer.head,
                answer.home,
                answer.sha256,
            ),
        )
        rid = self._connection.execute(
            "select rid from packet_answers where packet = ? and public = ?",
            (packet, answer.public),
        ).fetchone()[0]
        self._connection.executemany(
            "insert into packet_replacements (answer, start, end, words) values (?, ?, ?, ?)",
            [(rid, *each) for each in answer.places],
        )
