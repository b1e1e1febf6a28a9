# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What a version of an answer says, in words; and what the answers of an entry are called."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from logbook.core.arrange import Part
from logbook.core.entry import AnswerHistory, AnswerKey, Entry, EntryHistory, Value
from logbook.core.history import Version, versions_in_order
from logbook.core.library import Library
from logbook.core.margin import beside_of, is_margin
from logbook.core.wording import PAPER_PREFIX, ROW_FIELDS
from logbook.ui.said import lines_of


@dataclass(frozen=True, slots=True)
class Told:
    """One answer with its versions, by rank."""

    history: AnswerHistory
    title: str
    versions: tuple[Version, ...]

    @property
    def present(self) -> int:
        """The place of the version that holds the present value."""
        head = self.history.answer.head
        return next(n for n, v in enumerate(self.versions) if v.revision.id == head)


class VersionWords:
    """Words for the versions of one entry."""

    def __init__(self, history: EntryHistory, library: Library) -> None:
        self._entry: Entry = history.entry
        self._history = history
        self._library = library
        self._exercise = library.exercise(history.entry.exercise_id)

    def answers(self) -> tuple[Told, ...]:
        """The answers that ever said something, in the order in which they are read."""
        ordered = sorted(
            self._history.answers, key=lambda a: (a.answer.wording.position, a.answer.key)
        )
        return tuple(
            Told(answer, self._title(answer), versions_in_order(answer))
            for answer in ordered
            if any(self.words(answer, r.value) for r in answer.revisions)
        )

    def words(self, history: AnswerHistory, value: Value) -> str:
        """A value in words: one thing a line, then the prose as it was typed."""
        answer = history.answer
        part = Part(answer.key, answer.wording.prompt_text, answer.wording, value)
        lines = lines_of(part, self._entry, self._exercise, self._library)
        return "\n".join(filter(None, (*map(str, lines), value.text)))

    def _title(self, history: AnswerHistory) -> str:
        answer = history.answer
        wording = answer.wording
        question = wording.prompt_text or wording.block_title or _tr("Tekst")
        if is_margin(answer.key) and beside_of(answer.key) is None:
            return _tr("Kanttekening bij het geheel")
        if is_margin(answer.key):
            asked = wording.prompt_text
            return _tr("Kanttekening bij: {question}").format(question=asked or _tr("Tekst"))
        if wording.kind in ROW_FIELDS and answer.key.item:
            rows = self._entry.value(AnswerKey(answer.key.block, answer.key.prompt)).rows
            if answer.key.item not in rows:
                return _tr("{question} · een rij die weg is").format(question=question)
            number = rows.index(answer.key.item) + 1
            return _tr("{question} · rij {number}").format(question=question, number=number)
        if answer.key.item.startswith(PAPER_PREFIX) and not wording.card_title:
            card = answer.key.item.removeprefix(PAPER_PREFIX)
            return _tr("{question} · eigen kaart {number}").format(question=question, number=card)
        if wording.card_title:
            return f"{question} · {wording.card_title}"
        return question


def _tr(text: str) -> str:
    return QCoreApplication.translate("VersionWords", text)
