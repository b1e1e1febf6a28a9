# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The desk of a supervisor: students, what they sent, and what is to be given back.

Pure questions about packets: what is new, which earlier question was picked up, which intentions
are open. Nothing here ranks people or counts words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NewType

from logbook.core.follow_up import FOLLOW_UP_QUESTIONS, OWN_INTENTION_QUESTIONS, TRIED_WORDS, Tried
from logbook.core.packet import (
    AnswerFile,
    Author,
    Packet,
    PartKind,
    Remark,
    RemarkKind,
    SharedAnswer,
    SharedEntry,
    thread_of,
)

StudentId = NewType("StudentId", str)

#: A name or group may hold this many characters.
NAME_LIMIT = 200
_ENDED = {TRIED_WORDS[Tried.YES], TRIED_WORDS[Tried.LET_GO]}


@dataclass(frozen=True, slots=True)
class Student:
    """Somebody who sends packets; how they are called is the supervisor's own choice.

    Args:
        group: "" for none.
        next_session: local day, None when it is not known.
    """

    id: StudentId
    name: str
    group: str = ""
    next_session: date | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """A reaction that was given back.

    Args:
        file: its name, without the folder.
    """

    at: datetime
    file: str
    answer: AnswerFile


@dataclass(frozen=True, slots=True)
class DeskPacket:
    """A packet on the desk.

    Args:
        sealed: it came sealed, so what is given back is sealed too.
        seen: it was opened on screen.
        draft: what is being said about it; its remarks in order of writing.
        given: what was given back, the oldest first.
    """

    packet: Packet
    student: StudentId
    received_at: datetime
    sealed: bool
    seen: bool
    draft: AnswerFile
    given: tuple[Given, ...] = ()

    @property
    def remarks_given(self) -> tuple[Remark, ...]:
        """The remarks that were given back; they stay as they are."""
        return tuple(remark for each in self.given for remark in each.answer.remarks)


class PickUp(StrEnum):
    """What a student did with a question of an earlier round."""

    ANSWERED = "answered"
    WRITTEN_ON = "written-on"
    NOT_YET = "not-yet"


@dataclass(frozen=True, slots=True)
class EarlierQuestion:
    """A question that was asked in an earlier round, and what became of it.

    Args:
        reply: the student's last words about it, "" when there are none.
    """

    remark: Remark
    what: PickUp
    reply: str = ""


@dataclass(frozen=True, slots=True)
class SharedIntention:
    """An intention that stands open in a packet; `day` as it is written there, "" for none."""

    entry: str
    text: str
    day: str = ""


@dataclass(frozen=True, slots=True)
class StudentView:
    """A student in the list of the desk.

    Args:
        packets: the newest first.
        entries: how many entries they hold, each counted once.
        new: how many of these are new or were changed, in packets that were not opened yet.
        questions: of earlier rounds.
        waiting: ids of packets with something to give back.
    """

    student: Student
    packets: tuple[DeskPacket, ...]
    entries: int
    new: int
    questions: tuple[EarlierQuestion, ...]
    intentions: tuple[SharedIntention, ...]
    waiting: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Students of one group in order of their next session; `name` is "" for who is in none."""

    name: str
    students: tuple[StudentView, ...]


def view_of(student: Student, packets: Iterable[DeskPacket]) -> StudentView:
    """What the list says about one student."""
    found = tuple(
        sorted(
            packets,
            key=lambda p: (p.packet.made_on, p.packet.round, p.received_at),
            reverse=True,
        )
    )
    entries = {(p.packet.pair, e.id) for p in found for e in p.packet.entries}
    new = {
        (p.packet.pair, entry.id)
        for p in found
        if not p.seen
        for entry in p.packet.entries
        if is_new(entry, p.packet)
    }
    newest = _newest_of_pairs(found)
    return StudentView(
        student,
        found,
        len(entries),
        len(new),
        tuple(q for p in newest for q in earlier_questions(p.packet, found)),
        tuple(i for p in newest for i in open_intentions(p.packet)),
        tuple(p.packet.id for p in found if not p.draft.is_empty),
    )


def in_order(views: Iterable[StudentView], today: date) -> tuple[Group, ...]:
    """Groups and their students by next session: those to come first, then those without a day."""

    def key(view: StudentView) -> tuple[int, date, str]:
        day = view.student.next_session
        if day is None:
            return 1, date.max, view.student.name.casefold()
        return (2 if day < today else 0), day, view.student.name.casefold()

    groups: dict[str, list[StudentView]] = {}
    for view in sorted(views, key=key):
        groups.setdefault(view.student.group, []).append(view)
    return tuple(Group(name, tuple(found)) for name, found in groups.items())


def is_new(entry: SharedEntry, packet: Packet) -> bool:
    """Whether an entry is new in its packet, or something in it changed."""
    if packet.round == 1 or entry.new:
        return True
    return any(a.before is not None for section in entry.sections for a in section.answers)


def earlier_questions(
    packet: Packet, known: Iterable[DeskPacket] = ()
) -> tuple[EarlierQuestion, ...]:
    """The questions of earlier rounds that come back in a packet, with what became of them.

    Args:
        known: packets on the desk: the text a question was asked about may be older than one round.
    """
    texts = _texts_then(packet, known)
    found = []
    for remark in packet.remarks:
        if remark.kind is not RemarkKind.QUESTION or remark.author is not Author.READER:
            continue
        if remark.reply_to is not None:
            continue
        reply = _last_reply(remark, packet.remarks)
        answer = packet.answer(remark.answer) if remark.answer else None
        what = PickUp.NOT_YET
        if reply:
            what = PickUp.ANSWERED
        elif answer is not None and _changed(answer, texts.get(remark.id)):
            what = PickUp.WRITTEN_ON
        found.append(EarlierQuestion(remark, what, reply))
    return tuple(found)


def open_intentions(packet: Packet) -> tuple[SharedIntention, ...]:
    """The intentions in a packet that were not tried yet nor let go, as far as it says."""
    found = []
    for entry in packet.entries:
        if _has_ended(entry):
            continue
        for section in entry.sections:
            tried = [a for a in section.answers if _asks(a, OWN_INTENTION_QUESTIONS[0].text)]
            days = [
                line.text
                for a in section.answers
                if _asks(a, OWN_INTENTION_QUESTIONS[3].text)
                for line in a.lines
                if line.kind is PartKind.DAY
            ]
            found += [
                SharedIntention(entry.title, a.text, days[0] if days else "")
                for a in tried
                if a.text.strip()
            ]
    return tuple(found)


def tidy_name(text: str) -> str:
    """A name or group as it is kept: one line, bounded."""
    return " ".join(text.split())[:NAME_LIMIT]


def _newest_of_pairs(packets: Iterable[DeskPacket]) -> tuple[DeskPacket, ...]:
    newest: dict[str, DeskPacket] = {}
    for each in packets:
        best = newest.get(each.packet.pair)
        if best is None or each.packet.round > best.packet.round:
            newest[each.packet.pair] = each
    return tuple(newest.values())


def _texts_then(packet: Packet, known: Iterable[DeskPacket]) -> dict[str, str]:
    """The text of the answer that each remark was given on, by the id of the remark."""
    texts: dict[str, str] = {}
    for each in known:
        if each.packet.pair != packet.pair:
            continue
        for remark in each.remarks_given:
            answer = each.packet.answer(remark.answer) if remark.answer else None
            if answer is not None:
                texts[remark.id] = answer.text
    return texts


def _changed(answer: SharedAnswer, then: str | None) -> bool:
    return answer.before is not None if then is None else then != answer.text


def _last_reply(remark: Remark, remarks: Sequence[Remark]) -> str:
    own = [r.text for r in thread_of(remark, remarks) if r.author is Author.STUDENT]
    return own[-1] if own else ""


def _asks(answer: SharedAnswer, question: str) -> bool:
    return answer.question == question


def _has_ended(entry: SharedEntry) -> bool:
    return any(
        _asks(answer, FOLLOW_UP_QUESTIONS[0].text)
        and any(line.text in _ENDED for line in answer.lines)
        for section in entry.sections
        for answer in section.answers
    )
