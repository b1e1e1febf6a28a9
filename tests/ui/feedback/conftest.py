# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A logbook from which something was shared, and reactions on it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import count
from pathlib import Path

import pytest

from logbook.bootstrap import Services
from logbook.core.anchoring import quote_of
from logbook.core.entry import AnswerKey, Entry, EntryId, Value
from logbook.core.packet import AnswerFile, Packet, PublicId, Remark, RemarkKind
from logbook.core.sharing import SentPacket, ShareFormat
from logbook.formats.packet_file import open_sealed, read_packet_file
from logbook.formats.packet_json import answer_file_json
from logbook.formats.sealed import Key, Purpose, seal
from logbook.services.edits import Edit
from logbook.ui.context import Context
from logbook.ui.logbook.logbook_page import LogbookPage
from logbook.ui.navigation import Wish

NOTE = AnswerKey("note")
TEXT = """Hulp vragen

Ik heb **drie weken** gewacht 🙂. Ik dacht dat ik het *zelf* moest kunnen.

- Ik belde op dinsdag
- Ik belde daarna [mijn begeleider](https://example.org) terug

Ze herhaalde mijn woord. %%Alleen voor mij.%% Ik dacht dat ik het zelf moest kunnen, zei ik.
"""
PASSPHRASE = "appel peer banaan kers"
_numbers = count(1)


def public_id() -> PublicId:
    """Another id every time."""
    return PublicId(f"{next(_numbers):032x}")


@dataclass
class Circle:
    """One logbook, what left it, and the reader's side of it."""

    services: Services
    folder: Path
    packets: dict[str, Packet] = field(default_factory=dict)
    keys: dict[str, Key | None] = field(default_factory=dict)

    def note(self, text: str = TEXT) -> EntryId:
        """A free note."""
        return self.services.writing.add_note(text).id

    def rewrite(self, entry_id: EntryId, text: str) -> Entry:
        """Give a note another text."""
        entry = self.services.reading.entry(entry_id)
        answer = entry.answer(NOTE)
        assert answer is not None
        self.services.writing.save(entry, [Edit(NOTE, Value(text), answer.head)])
        return self.services.reading.entry(entry_id)

    def share(
        self,
        *entries: EntryId,
        reader: str = "mijn supervisor",
        passphrase: str = "",
        questions: tuple[str, ...] = (),
    ) -> SentPacket:
        """Share entries; what left is kept as its reader has it."""
        draft = replace(self.services.sharing.begin(entries), reader=reader, questions=questions)
        path = self.folder / f"pakket-{len(self.packets)}.html"
        sent, _ = self.services.sharing.send(draft, ShareFormat.PACKET, path, passphrase)
        opened = read_packet_file(path.read_bytes(), path.name)
        key: Key | None = None
        packet = opened.packet
        if packet is None:
            assert opened.sealed is not None
            packet, key = open_sealed(opened.sealed, passphrase, path.name)
        self.packets[sent.id], self.keys[sent.id] = packet, key
        return sent

    def remark(
        self,
        sent: SentPacket,
        text: str,
        words: str = "",
        *,
        nth: int = 0,
        answer: int = 0,
        kind: RemarkKind = RemarkKind.QUESTION,
        reply_to: PublicId | None = None,
    ) -> Remark:
        """A remark on the n-th time that these words stand in an answer; "" is all of it."""
        about = self.packets[sent.id].answers()[answer]
        at = -1
        for _ in range(nth + 1):
            at = about.text.index(words, at + 1)
        quote = quote_of(about.text, at, at + len(words)) if words else None
        day = date(2026, 11, 21)
        return Remark(public_id(), kind, text, about.id, quote, reply_to, day=day)

    def reaction(
        self,
        sent: SentPacket,
        *remarks: Remark,
        reader: str = "S. de Wit",
        general: str = "",
        answers: tuple[str, ...] = (),
    ) -> Path:
        """The file that a reader gives back."""
        packet, key = self.packets[sent.id], self.keys[sent.id]
        given = tuple(
            (question.id, text) for question, text in zip(packet.questions, answers, strict=False)
        )
        answer = AnswerFile(
            public_id(),
            packet.id,
            packet.pair,
            packet.round,
            date(2026, 11, 22),
            reader,
            remarks,
            general,
            given,
        )
        text = answer_file_json(answer)
        if key is not None:
            text = json.dumps(seal(text, key, Purpose.ANSWER))
        path = self.folder / f"reactie-{answer.id[-4:]}.json"
        path.write_text(text, encoding="utf-8")
        return path

    def take_in(self, path: Path) -> None:
        """Take in what a reader gave back."""
        feedback = self.services.feedback
        feedback.take_in(feedback.look(path.read_bytes(), path.name))


@pytest.fixture
def circle(services: Services, tmp_path: Path) -> Circle:
    """Nothing is shared yet."""
    return Circle(services, tmp_path)


@pytest.fixture
def wishes() -> list[Wish]:
    """Where a screen wanted to go."""
    return []


@pytest.fixture
def open_logbook(
    context: Context, qtbot, wishes: list[Wish]
) -> Iterator[Callable[..., LogbookPage]]:
    """Shows an entry in Logboek."""
    pages: list[LogbookPage] = []

    def show(entry_id: EntryId, width: int = 1200, height: int = 800) -> LogbookPage:
        page = LogbookPage(context)
        qtbot.addWidget(page)
        page.navigation_requested.connect(wishes.append)
        context.notifier.changed.connect(page.apply_changes)
        page.resize(width, height)
        page.show()
        page.enter()
        page.read_entry(entry_id)
        qtbot.wait(20)
        pages.append(page)
        return page

    yield show
    for page in pages:
        page.leave()
