# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What a share packet holds: exactly what the other may see, and nothing that leads home.

Every id in a packet is random (`PublicId`); which entry, answer and revision it stands for is kept
at home. What one selects words in is the text of an answer: its lines joined by one newline.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple, NewType

from logbook.core.anchor_text import Look, Styled
from logbook.core.anchoring import Quote

#: 32 hexadecimal digits from a random source: unlike a UUIDv7 it says nothing about when.
PublicId = NewType("PublicId", str)

QUESTIONS_MOST = 3
ENTRIES_MOST = 500
#: So many remarks may stand in a packet or answer file; words in one remark, letter or question,
#: and in one quote.
REMARKS_MOST = 2_000
REMARK_LIMIT = 20_000
QUOTE_LIMIT = 20_000
#: So many characters, and so many lines, may one answer have; so many pictures one packet.
TEXT_LIMIT = 1_000_000
LINES_MOST = 50_000
PICTURES_MOST = 2_000
#: A packet as it is stored may hold this many bytes.
PACKET_LIMIT = 20_000_000
#: An answer file or pasted text may hold this many bytes; a Word document that comes back more,
#: with all its pictures and with comments.
ANSWER_LIMIT = 5_000_000
RETURNED_LIMIT = PACKET_LIMIT + ANSWER_LIMIT
#: So many strings, containers and commas may stand in the JSON of a packet or answer file.
JSON_MOST = 500_000


class PartKind(StrEnum):
    """What a line of an answer is; the first five are lines of prose."""

    WORDS = "words"
    HEADING = "heading"
    ITEM = "item"
    QUOTE = "quote"
    CODE = "code"
    CARD = "card"
    OPTION = "option"
    PLACE = "place"
    DAY = "day"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a card, as the page shows it. `name` is `p1`, `p2`, … within its packet."""

    name: str
    mime: str
    data: bytes


class StyledPiece(NamedTuple):
    """A stretch of a line that looks the same throughout."""

    text: str
    looks: tuple[Look, ...]


@dataclass(frozen=True, slots=True)
class SharedLine:
    """One line of an answer.

    Args:
        mark: number of an item or a ranked card, "" for none.
        styles: what stands out inside `text`.
        description, picture: of a card ("" for none); `picture` names one of the packet.
    """

    text: str
    kind: PartKind = PartKind.WORDS
    mark: str = ""
    styles: tuple[Styled, ...] = ()
    description: str = ""
    picture: str = ""

    @property
    def pieces(self) -> tuple[StyledPiece, ...]:
        """The text cut where its look changes; ranges may lie in each other or overlap."""
        size = len(self.text)
        edges = {0, size, *(min(p, size) for s in self.styles for p in (s.start, s.end))}
        return tuple(
            StyledPiece(
                self.text[start:end],
                tuple(s.look for s in self.styles if s.start <= start and end <= s.end),
            )
            for start, end in pairwise(sorted(edges))
        )


@dataclass(frozen=True, slots=True)
class SharedCard:
    """The card or option that a question was asked for."""

    title: str
    description: str = ""
    picture: str = ""


@dataclass(frozen=True, slots=True)
class SharedAnswer:
    """One answer as it is sent.

    Args:
        question: as worded when it was answered; "" below a title that says it already.
        about: the card or option it is asked for, None for none.
        before: its text in the round before, None when it is new or nothing changed.
    """

    id: PublicId
    question: str
    lines: tuple[SharedLine, ...]
    about: SharedCard | None = None
    before: str | None = None

    @property
    def text(self) -> str:
        """The text that passages are taken from."""
        return "\n".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class SharedSection:
    """One block of an exercise with its answers."""

    title: str
    answers: tuple[SharedAnswer, ...]


@dataclass(frozen=True, slots=True)
class SharedEntry:
    """One entry. `day` is None when the student shows no dates; `round` 0 for a note."""

    id: PublicId
    title: str
    sections: tuple[SharedSection, ...]
    source: str = ""
    day: date | None = None
    round: int = 0
    new: bool = False


@dataclass(frozen=True, slots=True)
class SharedQuestion:
    """A question of the student to the reader."""

    id: PublicId
    text: str


class RemarkKind(StrEnum):
    """What a remark wants to be."""

    QUESTION = "question"
    RECOGNITION = "recognition"
    MIRROR = "mirror"
    THEORY = "theory"
    TIP = "tip"


class Author(StrEnum):
    """Whose words: of the reader, or of the student."""

    READER = "reader"
    STUDENT = "student"


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark on a passage, on an answer as a whole, or a reply to another remark.

    Args:
        answer: the answer it is about; "" for a reaction to all of it.
        quote: the passage, None for the whole answer. Its places count in `SharedAnswer.text`.
        text: plain words, never read as markup.
        reply_to: the remark it answers, "" for none.
        done: the student marked it as taken in ("verwerkt").
        was: in a later round the words it was given on, when they do not stand there so any more;
            `quote` is then what stands in their place, None for nothing.
    """

    id: PublicId
    kind: RemarkKind
    text: str
    answer: PublicId | None = None
    quote: Quote | None = None
    reply_to: PublicId | None = None
    author: Author = Author.READER
    day: date | None = None
    done: bool = False
    was: str = ""

    @property
    def given_on(self) -> str:
        """The words it was given on, "" for a whole answer."""
        return self.was or (self.quote.exact if self.quote else "")


class Thread(NamedTuple):
    """A remark with the replies to it."""

    remark: Remark
    replies: tuple[Remark, ...]


def thread_of(remark: Remark, remarks: Iterable[Remark]) -> tuple[Remark, ...]:
    """The replies to a remark and to its replies, in the order of `remarks`; never in a circle."""
    thread: set[str] = {remark.id}
    found = []
    for each in remarks:
        if each.reply_to in thread and each.id not in thread:
            thread.add(each.id)
            found.append(each)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Packet:
    """A share packet (*deelpakket*).

    Args:
        pair: random, the same for all packets between this student and this reader.
        round: 1 for the first, then 2: the same again with what changed and what was said.
        made_on: the day it was made, local.
        sender, reader: how the student calls both ("" for nothing); no other name is added.
        letter: some words to the reader, plain.
        remarks: of earlier rounds, with the student's replies; empty in round 1.
        replaced: names were replaced by roles before sending; never which.
    """

    id: PublicId
    pair: PublicId
    round: int
    made_on: date
    entries: tuple[SharedEntry, ...]
    sender: str = ""
    reader: str = ""
    letter: str = ""
    questions: tuple[SharedQuestion, ...] = ()
    pictures: tuple[Picture, ...] = ()
    remarks: tuple[Remark, ...] = ()
    replaced: bool = False

    def answer(self, answer_id: str) -> SharedAnswer | None:
        """The answer with this id, or None."""
        return next((a for a in self.answers() if a.id == answer_id), None)

    def threads(self, answer_id: str | None) -> Iterator[Thread]:
        """The remarks of earlier rounds on an answer, None for those on all of it, with replies."""
        for remark in self.remarks:
            if remark.answer == answer_id and remark.reply_to is None:
                yield Thread(remark, thread_of(remark, self.remarks))

    def answers(self) -> tuple[SharedAnswer, ...]:
        """All answers in the order of the page."""
        return tuple(a for e in self.entries for s in e.sections for a in s.answers)


@dataclass(frozen=True, slots=True)
class AnswerFile:
    """What a reader gives back (*reactiebestand*).

    Args:
        id: random; the same file twice has the same one.
        reader: how the reader signs.
        general: a reaction to all of it.
        answers: to the questions of the student, by the id of the question.
    """

    id: PublicId
    packet: PublicId
    pair: PublicId
    round: int
    made_on: date
    reader: str
    remarks: tuple[Remark, ...] = ()
    general: str = ""
    answers: tuple[tuple[PublicId, str], ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said."""
        return not (self.remarks or self.general.strip() or any(t.strip() for _, t in self.answers))
