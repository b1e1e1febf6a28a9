# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What is on screen as Markdown, straight from memory: also when the logbook cannot be reached."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from logbook.core.arrange import Part, arrange
from logbook.core.entry import Answer, AnswerKey, Entry, RevisionId, Value
from logbook.core.exercise import Exercise
from logbook.core.library import Library
from logbook.core.margin import MarginNote
from logbook.core.wording import wording_of
from logbook.ui.exercise.draft import Draft
from logbook.ui.said import WRITTEN, lines_of


def screen_as_markdown(draft: Draft, library: Library) -> str:
    """Everything a draft holds, kept or not."""
    exercise = draft.exercise
    return as_markdown(on_screen(draft.entry, draft.values(), exercise, library), exercise, library)


def on_screen(
    entry: Entry, values: Mapping[AnswerKey, Value], exercise: Exercise | None, library: Library
) -> Entry:
    """The entry with everything that stands on screen, kept or not."""
    answers = tuple(
        Answer(
            key,
            wording_of(exercise, key, library),
            value,
            RevisionId("screen"),
            known.written_at if (known := entry.answer(key)) else entry.created_at,
        )
        for key, value in values.items()
    )
    return replace(entry, answers=answers)


def as_markdown(entry: Entry, exercise: Exercise | None, library: Library) -> str:
    """The words of an entry, to read and to put elsewhere; ends with a newline, or is ""."""
    lines: list[str] = []
    if entry.exercise_title:
        lines += [f"# {entry.exercise_title}", ""]
    for section in arrange(entry, exercise, hidden=True):
        if section.title:
            lines += [f"## {section.title}", ""]
        for part in section.parts:
            said = [str(line) for line in lines_of(part, entry, exercise, library, WRITTEN)]
            lines.extend(_part_lines(part, section.title, said))
            lines.extend(_note_lines(part.margin))
        lines.extend(_note_lines(section.margin))
    text = "\n".join(lines).strip("\n")
    return text + "\n" if text else ""


def _note_lines(notes: Iterable[MarginNote]) -> Iterator[str]:
    for note in notes:
        day = note.written_at.astimezone().strftime("%d-%m-%Y")
        yield from (f"*Kanttekening, {day}*", "", note.text, "")


def _part_lines(part: Part, section_title: str, said: Sequence[str]) -> Iterator[str]:
    question = part.question if part.question != section_title else ""
    heading = " – ".join(words for words in (part.item_title, question) if words)
    if heading:
        yield from (f"### {heading}", "")
    if said:
        yield from (*said, "")
    if part.value.text.strip():
        yield from (part.value.text, "")
