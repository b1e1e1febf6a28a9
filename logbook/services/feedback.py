# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Feedback comes home: look at what would come in, take it in, answer it, see what changed since.

What comes in is data: plain words at places. Looking changes nothing; taking in is one act.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from logbook.core.entry import EntryId
from logbook.core.errors import AnswerTooLong, EmptyNote
from logbook.core.moment import whole_milliseconds
from logbook.core.packet import (
    QUOTE_LIMIT,
    REMARK_LIMIT,
    REMARKS_MOST,
    Author,
    PublicId,
    Remark,
    RemarkKind,
)
from logbook.core.remarks import (
    Incoming,
    KeptRemark,
    News,
    Origin,
    PlacedRemark,
    RemarkStatus,
    Returned,
    rank_in_text,
)
from logbook.core.text import clean_text
from logbook.services.changes import Changes
from logbook.services.feedback_intake import Intake
from logbook.services.feedback_places import HomePlaces, Memory, quote_in, words_then
from logbook.services.public_id import new_public_id
from logbook.services.share_build import Built
from logbook.services.told_again import told_again
from logbook.storage.entries import EntryStore
from logbook.storage.packets import PacketStore
from logbook.storage.remarks import RemarkStore, RemarkWriter

if TYPE_CHECKING:
    from logbook.core.library import Library
    from logbook.core.sharing import SentAnswer, SentPacket
    from logbook.storage.database import Database


class Feedback:
    """What readers gave back, in one open logbook."""

    def __init__(
        self, database: Database, library: Callable[[], Library], now: Callable[[], datetime]
    ) -> None:
        self._database = database
        self._entries = EntryStore(database)
        self._packets = PacketStore(database)
        self._store = RemarkStore(database)
        self._library = library
        self._now = now
        self._memory: Memory = {}
        self._intake = Intake(database, library, now, self._memory)

    # --- coming in ----------------------------------------------------------------------------

    def look(self, data: bytes, name: str, passphrase: str = "") -> Incoming:
        """What would come in from a file: an answer file or a Word document with comments.

        Args:
            name: of the file, without its folder, for what errors say.

        Raises:
            PassphraseNeeded, PassphraseWrong, AnswerForeign, NothingInAnswer.
            FileNotOurs, FileTooNew, FileTooBig, FileTampered: nothing of it is taken.
        """
        from logbook.formats.answer_gate import read_answer

        return self._intake.look(*read_answer(data, name, passphrase))

    def look_text(self, text: str) -> Incoming:
        """What would come in from a block of text that was pasted.

        Raises:
            AnswerForeign, NothingInAnswer, FileNotOurs, FileTooBig, FileTooNew, FileTampered.
        """
        from logbook.formats.answer_gate import read_pasted

        return self._intake.look(read_pasted(text), Origin.PASTE)

    def take_in(self, incoming: Incoming) -> Changes:
        """Keep what came in, in one act; a file that came in before changes nothing.

        Raises:
            PacketNotFound: the packet was forgotten since.
            LogbookError: the disk refused; nothing was kept.
        """
        return self._intake.take_in(incoming)

    # --- reading ------------------------------------------------------------------------------

    def remarks_of(self, entry_id: EntryId) -> tuple[PlacedRemark, ...]:
        """The remarks on an entry at their places in the text now, in order of coming in.

        Raises:
            EntryNotFound.
        """
        return self._placed(self._store.of_entry(entry_id))

    def threads(self, packet_id: str) -> tuple[PlacedRemark, ...]:
        """All remarks on a packet with their replies, in the order of the text.

        A thread that began in an earlier round is there too when it went on in this one.
        """
        packet = self._packets.packet(packet_id)
        threads = self._placed(self._store.of_pair(packet.pair))
        there = [
            each
            for each in threads
            if any(said.packet == packet.id for said in (each.remark, *each.replies))
        ]
        ranks = {answer.public: n for n, answer in enumerate(self._packets.answers(packet.id))}
        return tuple(sorted(there, key=lambda each: rank_in_text(each.remark, ranks)))

    def lost(self) -> tuple[PlacedRemark, ...]:
        """The remarks outside the bin whose place is not there any more."""
        threads = self._placed(self._store.all())
        return tuple(
            each
            for each in threads
            if each.is_lost or (each.remark.answer is not None and each.remark.key is None)
        )

    def returned(self, packet_id: str) -> tuple[Returned, ...]:
        """What came back for a packet beside remarks: general reactions, answers to questions."""
        return self._store.returned(packet_id)

    def last_returned(self) -> tuple[Returned, ...]:
        """The last thing that came back for each packet, newest first."""
        return self._store.last_returned()

    def unseen(self) -> tuple[Returned, ...]:
        """The general reactions and answers that were not looked at yet, newest first."""
        return self._store.unseen()

    def news(self) -> News:
        """How much of what came back was not looked at yet."""
        return self._store.news()

    def new_count(self) -> int:
        """How many remarks and reactions were not looked at yet."""
        return self.news().total

    def changed_since(self, remark_id: str) -> tuple[str, str] | None:
        """The lines of the answer as the remark was given on them, and as they are now.

        Returns:
            None when the answer is gone, or the remark is about no answer.

        Raises:
            RemarkNotFound.
        """
        remark = self._store.remark(remark_id)
        if remark.entry_id is None or remark.key is None:
            return None
        before = self._home_then(remark)
        places = HomePlaces(self._entries, self._library(), self._memory)
        now = places.lines(remark.entry_id).get(remark.key, "")
        return None if before is None else (before, now)

    def _home_then(self, remark: KeptRemark) -> str | None:
        answers = self._packets.answers(remark.packet)
        return next((a.home for a in answers if a.public == remark.answer), None)

    def _placed(self, remarks: Iterable[KeptRemark]) -> tuple[PlacedRemark, ...]:
        """The threads among remarks in order of coming in; a reply follows what it answers."""
        threads: dict[str, list[KeptRemark]] = {}
        begins: dict[str, str] = {}
        for remark in remarks:
            # What it answers came before it: a reply to something gone, or later, stands alone.
            first = begins[remark.id] = begins.get(remark.reply_to or "", remark.id)
            threads.setdefault(first, []).append(remark)
        sent = self._sent(thread[0].packet for thread in threads.values())
        places = HomePlaces(self._entries, self._library(), self._memory)
        found = []
        for remark, *replies in threads.values():
            about = sent.get((remark.packet, remark.answer or PublicId("")))
            question = places.words(remark.entry_id, remark.key)[1]
            placed = places.place(remark, about)
            found.append(PlacedRemark(remark, placed, question, tuple(replies)))
        return tuple(found)

    def _sent(
        self, packets: Iterable[PublicId]
    ) -> dict[tuple[PublicId, PublicId | None], SentAnswer]:
        """What was sent with these packets."""
        return {
            (packet, answer.public): answer
            for packet in set(packets)
            for answer in self._packets.answers(packet)
        }

    # --- answering ----------------------------------------------------------------------------

    def reply(self, remark_id: str, text: str) -> tuple[KeptRemark, Changes]:
        """Answer a remark; the reply goes along with a next round. `take_back` undoes it.

        Raises:
            RemarkNotFound.
            EmptyNote: nothing is said. AnswerTooLong.
        """
        words = _reply_words(text)
        about = self._store.remark(remark_id)
        reply = replace(
            about,
            id=new_public_id(),
            author=Author.STUDENT,
            kind=RemarkKind.RECOGNITION,
            text=words,
            received_at=whole_milliseconds(self._now()),
            status=RemarkStatus.READ,
            quote=None,
            day=None,
            reply_to=about.id,
            reader="",
        )
        with self._database.transaction() as connection:
            writer = RemarkWriter(connection)
            writer.put(reply)
            if about.status is RemarkStatus.NEW:
                writer.set_status(about.id, RemarkStatus.READ)
        return reply, self._changes([about])

    def change_reply(self, remark_id: str, text: str) -> Changes:
        """Give a reply of the student other words.

        Raises:
            RemarkNotFound, EmptyNote, AnswerTooLong.
        """
        words = _reply_words(text)
        about = self._store.remark(remark_id)
        with self._database.transaction() as connection:
            RemarkWriter(connection).set_text(remark_id, words)
        return self._changes([about])

    def take_back(self, reply_id: str) -> Changes:
        """Take a reply of the student away.

        Raises:
            RemarkNotFound.
        """
        about = self._store.remark(reply_id)
        with self._database.transaction() as connection:
            RemarkWriter(connection).remove(reply_id)
        return self._changes([about])

    def set_done(self, remark_id: str, done: bool) -> Changes:
        """Mark a remark as "verwerkt", or take the mark away.

        Raises:
            RemarkNotFound.
        """
        status = RemarkStatus.DONE if done else RemarkStatus.READ
        return self._set_status([self._store.remark(remark_id)], status)

    def mark_read(self, remark_ids: Iterable[str]) -> Changes:
        """Say that new remarks were seen; others stay as they are.

        Raises:
            RemarkNotFound.
        """
        remarks = [self._store.remark(each) for each in remark_ids]
        fresh = [remark for remark in remarks if remark.status is RemarkStatus.NEW]
        return self._set_status(fresh, RemarkStatus.READ) if fresh else Changes()

    def mark_seen(self, file_ids: Iterable[str]) -> Changes:
        """Say that general reactions and answers that came in with these files were seen."""
        with self._database.transaction() as connection:
            RemarkWriter(connection).set_seen(file_ids)
        return Changes(sharing=True)

    def _set_status(self, remarks: list[KeptRemark], status: RemarkStatus) -> Changes:
        with self._database.transaction() as connection:
            writer = RemarkWriter(connection)
            for remark in remarks:
                writer.set_status(remark.id, status)
        return self._changes(remarks)

    def _changes(self, remarks: Iterable[KeptRemark]) -> Changes:
        entries = frozenset(r.entry_id for r in remarks if r.entry_id is not None)
        return Changes(entries=entries, sharing=True)

    # --- going along with a next round --------------------------------------------------------

    def for_next_round(self, before: SentPacket, built: Built) -> tuple[Remark, ...]:
        """The remarks of earlier rounds with replies, at their places in what is sent now."""
        sent = {answer.public: answer for answer in built.answers}
        kept = self._store.of_pair(before.pair)
        placed = {each.remark.id: each for each in self._placed(kept)}
        then = self._sent(remark.packet for remark in kept)
        made: list[Remark] = []
        there: set[str] = set()
        for remark in kept:
            answer = sent.get(remark.answer) if remark.answer else None
            if remark.answer is not None and answer is None:
                continue
            if remark.reply_to is not None and remark.reply_to not in there:
                continue
            quote = quote_in(placed.get(remark.id), answer, QUOTE_LIMIT)
            was = words_then(placed.get(remark.id), then.get((remark.packet, remark.answer)))
            there.add(remark.id)
            made.append(
                Remark(
                    remark.id,
                    remark.kind,
                    remark.text,
                    remark.answer,
                    quote,
                    remark.reply_to,
                    remark.author,
                    remark.day,
                    remark.status is RemarkStatus.DONE,
                    told_again(was, answer, built.answers)[:QUOTE_LIMIT],
                )
            )
        return _newest(made)


def _newest(remarks: list[Remark]) -> tuple[Remark, ...]:
    """As many of the newest threads as a packet may hold, whole."""
    begins: dict[str, str] = {}
    sizes: dict[str, int] = {}
    for remark in remarks:
        first = begins[remark.id] = begins.get(remark.reply_to or "", remark.id)
        sizes[first] = sizes.get(first, 0) + 1
    over = len(remarks) - REMARKS_MOST
    gone = set()
    for first, size in sizes.items():
        if over > 0:
            gone.add(first)
            over -= size
    return tuple(remark for remark in remarks if begins[remark.id] not in gone)


def _reply_words(text: str) -> str:
    """What a student answers, fit to keep.

    Raises:
        EmptyNote, AnswerTooLong.
    """
    words = clean_text(text).text.strip()
    if not words:
        raise EmptyNote
    if len(words) > REMARK_LIMIT:
        raise AnswerTooLong(len(words), REMARK_LIMIT)
    return words
