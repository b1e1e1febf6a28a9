# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What is on screen as Markdown, straight from memory: also when the logbook cannot be reached."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from logbook.core.arrange import Part, arrange
from logbook.core.entry import Answer, AnswerKey, Entry, RevisionId, Value
from logbook.core.exercise import Exercise
from logbook.core.library import Library
from logbook.core.wording import wording_of
from logbook.ui.exercise.draft import Draft


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
            key, wording_of(exercise, key, library), value, RevisionId("screen"), entry.created_at
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
            lines.extend(_part_lines(part, section.title, library))
    text = "\n".join(lines).strip("\n")
    return text + "\n" if text else ""


def _part_lines(part: Part, section_title: str, library: Library) -> Iterator[str]:
    question = part.question if part.question != section_title else ""
    heading = " – ".join(words for words in (part.item_title, question) if words)
    if heading:
        yield from (f"### {heading}", "")
    said = list(_said(part, library))
    if said:
        yield from (*said, "")
    if part.value.text.strip():
        yield from (part.value.text, "")


def _said(part: Part, library: Library) -> Iterator[str]:
    """The parts of a value beside its text, one line each."""
    value = part.value
    for number, ref in enumerate(value.cards, start=1):
        card = library.card(ref)
        yield f"{number}. {card.title if card else ref}"
    if value.number is not None:
        yield str(value.number)
    yield from (f"- {option}" for option in value.options)
    if value.own.strip():
        yield f"- {value.own}"
    if value.day is not None:
        yield value.day.isoformat()
    if value.cells:
        yield " | ".join(value.cells)
    for row in part.rows:
        yield "- " + " | ".join(cell for cell in (*row.cells, row.text) if cell.strip())
