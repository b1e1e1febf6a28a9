# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Taking in what a reader gave back: look at it without changing anything, then keep it in one act.

A remark that is here already and came back in other words counts as new, with the words it had: a
reader may save a reaction, change it and send it again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from logbook.core.entry import EntryId
from logbook.core.moment import whole_milliseconds
from logbook.core.packet import AnswerFile, Author, PublicId, Remark
from logbook.core.remarks import (
    Incoming,
    IncomingRemark,
    KeptRemark,
    Origin,
    RemarkStatus,
    Returned,
    rank_in_text,
)
from logbook.core.share_errors import AnswerForeign, PacketNotFound
from logbook.core.text import clean_text
from logbook.services.changes import Changes
from logbook.services.feedback_places import HomePlaces, Memory, home_quote, unplaced
from logbook.storage.entries import EntryStore
from logbook.storage.packets import PacketStore
from logbook.storage.remarks import RemarkStore, RemarkWriter

if TYPE_CHECKING:
    from logbook.core.library import Library
    from logbook.core.sharing import SentAnswer, SentPacket
    from logbook.storage.database import Database


class Intake:
    """What comes in, for one open logbook."""

    def __init__(
        self,
        database: Database,
        library: Callable[[], Library],
        now: Callable[[], datetime],
        memory: Memory,
    ) -> None:
        self._database = database
        self._entries = EntryStore(database)
        self._packets = PacketStore(database)
        self._store = RemarkStore(database)
        self._library = library
        self._now = now
        self._memory = memory

    def look(self, answer: AnswerFile, origin: Origin) -> Incoming:
        """What would come in.

        Raises:
            AnswerForeign.
        """
        try:
            packet = self._packets.packet(answer.packet)
        except PacketNotFound:
            raise AnswerForeign from None
        if (packet.pair, packet.round) != (answer.pair, answer.round):
            raise AnswerForeign
        earlier = self._store.returned(packet.id)
        new, known = self._remarks(answer, packet)
        said = {each.general for each in earlier}
        general = clean_text(answer.general).text.strip()
        given = {pair for each in earlier for pair in each.answers}
        returned = Returned(
            answer.id,
            packet.id,
            whole_milliseconds(self._now()),
            answer.reader,
            "" if general in said else general,
            origin,
            tuple(each for each in _answers(answer, packet) if each not in given),
        )
        return Incoming(returned, new, known, self._store.was_received(answer.id))

    def _remarks(
        self, answer: AnswerFile, packet: SentPacket
    ) -> tuple[tuple[IncomingRemark, ...], int]:
        """The remarks that are new, or new in their words, and how many are here already."""
        here = {remark.id: remark for remark in self._store.of_pair(packet.pair)}
        # The id of a remark of another reader: nothing of it may be touched.
        taken = self._store.known([remark.id for remark in answer.remarks]) - set(here)
        sent = {each.public: each for each in self._packets.answers(packet.id)}
        places = HomePlaces(self._entries, self._library(), self._memory)
        new: list[IncomingRemark] = []
        known = 0
        for remark in answer.remarks:
            before = here.get(remark.id)
            if remark.id in taken or not remark.text.strip():
                continue
            if before is not None and not _is_changed(remark, before, packet):
                known += 1
                continue
            made = self._kept(remark, packet, sent, here, answer.reader)
            about = sent.get(remark.answer) if remark.answer else None
            title, question = places.words(about.entry_id, about.key) if about else ("", "")
            placed = places.place(made, about) if about else None
            new.append(IncomingRemark(made, title, question, placed, before.text if before else ""))
            if before is None:
                here[remark.id] = made  # only what came before it can be replied to
        return _in_text_order(new, here.values(), list(sent)), known

    def _kept(
        self,
        remark: Remark,
        packet: SentPacket,
        sent: dict[PublicId, SentAnswer],
        here: dict[PublicId, KeptRemark],
        reader: str,
    ) -> KeptRemark:
        about = sent.get(remark.answer) if remark.answer else None
        quote = home_quote(remark.quote, about) if remark.quote and about else None
        above = here.get(remark.reply_to) if remark.reply_to else None
        entry_id: EntryId | None = about.entry_id if about else None
        return KeptRemark(
            remark.id,
            packet.id,
            remark.kind,
            Author.READER,
            remark.text.strip(),
            whole_milliseconds(self._now()),
            RemarkStatus.NEW,
            # A reply belongs to the entry of what it answers, and is deleted with it.
            entry_id or (above.entry_id if above else None),
            about.key if about else None,
            remark.answer,
            # A passage that was not in the text sent keeps its words, for the list of lost ones.
            quote or unplaced(remark.quote),
            remark.day,
            above.id if above and above.id != remark.id else None,
            reader,
        )

    def take_in(self, incoming: Incoming) -> Changes:
        """Keep what came in, in one act; a file that came in before changes nothing.

        Raises:
            PacketNotFound: the packet was forgotten since.
            LogbookError: the disk refused; nothing was kept.
        """
        if incoming.is_empty:
            return Changes()
        returned = incoming.returned
        with self._database.transaction() as connection:
            # Looked at again inside the act: another window may have taken the same in.
            packet = self._packets.packet(returned.packet)
            if self._store.was_received(returned.id):
                return Changes()
            here = self._store.known([each.remark.id for each in incoming.new])
            writer = RemarkWriter(connection)
            writer.put_returned(returned, _by_question(returned, packet))
            writer.put_all(
                [each.remark for each in incoming.new if each.remark.id not in here], returned.id
            )
            for each in incoming.new:
                if each.remark.id in here and each.before:
                    writer.change(each.remark)
        entries = {each.remark.entry_id for each in incoming.new}
        return Changes(entries=frozenset(filter(None, entries)), sharing=True)


def _in_text_order(
    new: list[IncomingRemark], here: Iterable[KeptRemark], answers: Sequence[PublicId]
) -> tuple[IncomingRemark, ...]:
    """What is new as the text goes, not as the file has it; a reply stands with what it answers."""
    ranks = {public: number for number, public in enumerate(answers)}
    found: dict[PublicId, tuple[int, int]] = {}
    for remark in (*here, *(each.remark for each in new)):
        above = found.get(remark.reply_to) if remark.reply_to else None
        found[remark.id] = above or rank_in_text(remark, ranks)
    return tuple(sorted(new, key=lambda each: found[each.remark.id]))


def _is_changed(remark: Remark, before: KeptRemark, packet: SentPacket) -> bool:
    """Whether a reader gave a remark on this packet other words, or says it is of another kind."""
    ours = before.author is Author.READER and before.packet == packet.id
    return ours and (before.text, before.kind) != (remark.text.strip(), remark.kind)


def _answers(answer: AnswerFile, packet: SentPacket) -> Iterable[tuple[str, str]]:
    """The questions of the student that were answered, in their order; of two answers the first."""
    given: dict[PublicId, str] = {}
    for question, text in answer.answers:
        given.setdefault(question, clean_text(text).text.strip())
    for public, asked in packet.questions:
        if given.get(public):
            yield asked, given[public]


def _by_question(returned: Returned, packet: SentPacket) -> list[tuple[PublicId, str]]:
    """The answers by the public id of the question; the same words twice are two questions."""
    left = list(packet.questions)
    found = []
    for asked, text in returned.answers:
        public = next((public for public, question in left if question == asked), None)
        if public is not None:
            left.remove((public, asked))
            found.append((public, text))
    return found
