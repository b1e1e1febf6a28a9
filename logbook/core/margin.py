# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Margin notes (kanttekeningen): a later insight beside an answer, which stays as it was.

A note is an answer of its entry in the block "margin": its prompt is an id of its own, its item
says what it stands beside. So it has history, is searched, exported and binned like any answer.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from logbook.core.entry import Answer, AnswerKey, Wording

#: The block of margin notes; exercises may not use it.
MARGIN_BLOCK = "margin"
#: What their section is called.
MARGIN_TITLE = "Kanttekeningen"
#: Behind every question of an exercise.
_POSITION = 20_000


@dataclass(frozen=True, slots=True)
class MarginNote:
    """One margin note.

    Args:
        key: its own key, with which it is changed.
        beside: the answer it stands beside, None for the whole entry.
        question: the question of that answer, "" when there is none.
        written_at: when its text became what it is, aware UTC.
    """

    key: AnswerKey
    beside: AnswerKey | None
    question: str
    text: str
    written_at: datetime


def margin_key(note_id: str, beside: AnswerKey | None = None) -> AnswerKey:
    """The key of a margin note, beside an answer or beside the whole entry (None)."""
    item = f"{beside.block}/{beside.prompt}/{beside.item}" if beside else ""
    return AnswerKey(MARGIN_BLOCK, note_id, item)


def beside_of(key: AnswerKey) -> AnswerKey | None:
    """The answer that the margin note with this key stands beside; None for the whole entry."""
    block, *rest = key.item.split("/", 2)
    return AnswerKey(block, *rest) if len(rest) == 2 and block else None


def is_margin(key: AnswerKey) -> bool:
    """Whether this is the key of a margin note."""
    return key.block == MARGIN_BLOCK and bool(key.prompt)


def margin_wording(question: str) -> Wording:
    """The wording beside a margin note; `question` is the one of the answer it stands beside."""
    return Wording("prose", "Kanttekening", question, position=_POSITION)


def margin_notes(answers: Iterable[Answer]) -> tuple[MarginNote, ...]:
    """The margin notes among answers that are not empty, the oldest first."""
    notes = [
        MarginNote(a.key, beside_of(a.key), a.wording.prompt_text, a.value.text, a.written_at)
        for a in answers
        if is_margin(a.key) and not a.value.is_empty
    ]
    return tuple(sorted(notes, key=lambda note: (note.written_at, note.key)))
