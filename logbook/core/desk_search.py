# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Finding a student on the desk by words: of a name, of what was shared, of what was said."""

from __future__ import annotations

from collections.abc import Iterator

from logbook.core.desk import DeskPacket, StudentView
from logbook.core.packet import AnswerFile


def words_of(text: str) -> tuple[str, ...]:
    """What is sought: the words of a text, each once."""
    return tuple(dict.fromkeys(text.casefold().split()))


def is_about(view: StudentView, notes: str, wanted: tuple[str, ...]) -> bool:
    """Whether every wanted word stands somewhere in what the desk has of a student."""
    left = set(wanted)
    for text in _texts(view, notes):
        low = text.casefold()
        left = {word for word in left if word not in low}
        if not left:
            return True
    return not left


def _texts(view: StudentView, notes: str) -> Iterator[str]:
    yield view.student.name
    yield view.student.group
    yield notes
    for found in view.packets:
        yield from _packet_texts(found)
        yield from _said(found.draft)
        for each in found.given:
            yield from _said(each.answer)


def _packet_texts(found: DeskPacket) -> Iterator[str]:
    packet = found.packet
    yield packet.letter
    yield from (question.text for question in packet.questions)
    yield from (remark.text for remark in packet.remarks)
    for entry in packet.entries:
        yield entry.title
        for section in entry.sections:
            yield section.title
            for answer in section.answers:
                yield answer.question
                yield answer.text


def _said(answer: AnswerFile) -> Iterator[str]:
    yield answer.general
    yield from (remark.text for remark in answer.remarks)
    yield from (text for _, text in answer.answers)
