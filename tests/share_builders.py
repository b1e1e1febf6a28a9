# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A logbook from which things are shared, and readers who give something back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from logbook.core.anchoring import Quote, quote_of
from logbook.core.entry import AnswerKey, Entry, EntryId, Value
from logbook.core.library import Library
from logbook.core.packet import (
    AnswerFile,
    Packet,
    PublicId,
    Remark,
    RemarkKind,
    SharedAnswer,
)
from logbook.core.remarks import Incoming
from logbook.core.sharing import SentPacket, ShareDraft, ShareFormat
from logbook.formats.packet_file import open_sealed, read_packet_file
from logbook.formats.packet_json import answer_file_json
from logbook.paths import word_lists_folder
from logbook.services.edits import Edit
from logbook.services.feedback import Feedback
from logbook.services.finding import Finding
from logbook.services.goals import Goals
from logbook.services.intentions import Intentions
from logbook.services.labels import Labels
from logbook.services.margin import Margin
from logbook.services.organising import Organising
from logbook.services.reading import Reading
from logbook.services.sharing import Sharing
from logbook.services.traces import Traces
from logbook.services.transfer import Transfer
from logbook.services.writing import Writing
from logbook.storage.database import Database, open_database
from logbook.storage.writes import Writer
from tests.builders import Clock, Ids, make_exercise, make_library

NOTE = AnswerKey("note")
START = AnswerKey("start")
CARDS = AnswerKey("kaarten")
DAY = date(2026, 3, 9)
PASSPHRASE = "molen wolk brug tafel"
#: Word lists are read once for all tests.
TRACES = Traces(word_lists_folder())


def public(number: int) -> PublicId:
    """A random-looking id."""
    return PublicId(f"{number:032x}")


class ShareDesk:
    """One logbook with everything that sharing needs."""

    def __init__(self, path: Path, prefix: str = "id", library: Library | None = None) -> None:
        self.database: Database = open_database(path, create=True)
        self.folder = path.parent
        self.library = library or make_library(make_exercise("eerste"), make_exercise("tweede"))
        self.clock, writer = Clock(), Writer("apparaatzqx", Ids(prefix))
        shelf = (self.database, lambda: self.library)
        self.writing = Writing(*shelf, self.clock, writer)
        self.margin = Margin(*shelf, self.clock, writer)
        self.intentions = Intentions(*shelf, self.clock, writer)
        self.reading = Reading(*shelf, self.clock)
        self.finding = Finding(*shelf)
        self.transfer = Transfer(*shelf, self.clock, writer)
        self.labels = Labels(self.database, self.clock, writer)
        self.goals = Goals(self.database, self.clock, writer)
        self.organising = Organising(self.database, self.clock, writer)
        self.feedback = Feedback(*shelf, self.clock)
        self.sharing = Sharing(
            *shelf,
            self.clock,
            TRACES,
            lambda: [f"woord{n}" for n in range(1_024)],
            self.feedback.for_next_round,
        )

    # -- the student -------------------------------------------------------------------------------

    def note(self, text: str) -> EntryId:
        """A note with this text."""
        return self.writing.add_note(text).id

    def fill(self, values: dict[AnswerKey, Value], exercise: str = "eerste") -> EntryId:
        """A new round with these answers."""
        entry = self.writing.begin_round(self.library.exercises[exercise])
        return self.answer(entry, values)

    def answer(self, entry: Entry, values: dict[AnswerKey, Value]) -> EntryId:
        """Keep answers of an entry."""
        heads = {answer.key: answer.head for answer in entry.answers}
        edits = [Edit(key, value, heads.get(key)) for key, value in values.items()]
        self.writing.save(entry, edits)
        return entry.id

    def rewrite(self, entry_id: EntryId, text: str, key: AnswerKey = NOTE) -> None:
        """Give an answer another text."""
        entry = self.reading.entry(entry_id)
        self.answer(entry, {key: replace(entry.value(key), text=text)})

    def send(self, draft: ShareDraft, passphrase: str = "") -> tuple[SentPacket, Packet]:
        """Send a packet and read it as its reader does."""
        path = self.folder / "pakket.html"
        sent, _ = self.sharing.send(draft, ShareFormat.PACKET, path, passphrase)
        opened = read_packet_file(path.read_bytes(), path.name)
        if opened.sealed is not None:
            return sent, open_sealed(opened.sealed, passphrase, path.name)[0]
        assert opened.packet is not None
        return sent, opened.packet

    def share(self, *entry_ids: EntryId, **parts: Any) -> tuple[SentPacket, Packet]:
        """Share entries as they are; `parts` go into the draft."""
        return self.send(replace(self.sharing.begin(entry_ids), **parts))

    # -- coming home -------------------------------------------------------------------------------

    def look(self, answer: AnswerFile) -> Incoming:
        """What would come in from an answer file."""
        return self.feedback.look(answer_file_json(answer).encode(), "reactie.json")

    def take(self, answer: AnswerFile) -> Incoming:
        """Take an answer file in."""
        incoming = self.look(answer)
        self.feedback.take_in(incoming)
        return incoming

    def json(self) -> str:
        """The whole logbook as JSON."""
        return "".join(self.transfer.export_chunks("json"))


def passage(answer: SharedAnswer, words: str) -> Quote:
    """The first passage of an answer with these words."""
    start = answer.text.index(words)
    return quote_of(answer.text, start, start + len(words))


def remark_on(
    packet: Packet, words: str, text: str = "Waarom?", number: int = 1, **parts: Any
) -> Remark:
    """A remark on words that stand somewhere in a packet."""
    answer = next(each for each in packet.answers() if words in each.text)
    quote = passage(answer, words)
    return Remark(public(number), RemarkKind.QUESTION, text, answer.id, quote, **parts)


def reaction(packet: Packet, *remarks: Remark, number: int = 1_000, **parts: Any) -> AnswerFile:
    """What a reader gives back."""
    return AnswerFile(
        public(number), packet.id, packet.pair, packet.round, DAY,
        parts.pop("reader", "S."), remarks, **parts,
    )  # fmt: skip
