# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A filled-in form becomes answers, or a list of every mistake in it with its line.

Knows headings, comments and which question a text belongs to; what one kind of answer looks like
is in `form_values.py`. Mistakes are (line, code, fact); `logbook.texts` has the sentences.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from logbook.core.entry import ANSWER_LIMIT, OWN_ITEM, AnswerKey, Value
from logbook.core.exercise import Block, BlockKind, Exercise, Field, Prompt
from logbook.core.library import Library
from logbook.core.margin import MARGIN_BLOCK, beside_of
from logbook.core.text import clean_text
from logbook.formats.form_standing import is_standing_item, with_standing
from logbook.formats.form_text import Heading, parse_heading, unescape_text
from logbook.formats.form_values import (
    Asked,
    Lines,
    Mistake,
    Mistakes,
    read_value,
    source_of,
    takes_own,
)
from logbook.formats.markdown import LABELS

# As ids are everywhere (docs/formats/logbook-1.md), so that what was read can be exported.
_NOTE_ID = re.compile(r"[0-9A-Za-z][0-9A-Za-z_.-]{0,63}")
_ITEM_LIMIT = 300


@dataclass(frozen=True, slots=True)
class ParsedForm:
    """Answers by key in the order of the form; empty when there are mistakes."""

    answers: dict[AnswerKey, Value] = field(default_factory=dict)
    mistakes: tuple[Mistake, ...] = ()


@dataclass(slots=True)
class _Place:
    """Where the reader is: the question that the next lines belong to.

    `lost` says that the heading above them was a mistake, so that they are not one more. `margin`
    is the id of the margin note that they are, "" between two of these, None outside the section.
    """

    block: Block | None = None
    prompt: Prompt | None = None
    item: str = ""
    lines: Lines = field(default_factory=list)
    lost: bool = False
    margin: str | None = None


def parse_form(text: str, exercise: Exercise, library: Library) -> ParsedForm:
    """The answers in a form of this exercise.

    Args:
        text: what `render_form` gave, filled in, or an entry from the Markdown export.
    """
    reader = _Reader(with_standing(exercise), library)
    for number, line in _without_comments(clean_text(text.removeprefix("\ufeff")).text):
        reader.take(number, line)
    return reader.finish()


class _Reader:
    def __init__(self, exercise: Exercise, library: Library) -> None:
        self._exercise = exercise
        self._library = library
        self._answers: dict[AnswerKey, Value] = {}
        self._mistakes: list[Mistake] = []
        self._seen: set[tuple[str, str, str, int]] = set()
        self._place = _Place()

    def take(self, number: int, line: str) -> None:
        heading = parse_heading(line)
        if heading is None:
            self._place.lines.append((number, line))
            return
        self._end()
        found = self._find(heading)
        if isinstance(found, str):
            self._mistakes.append((number, found, heading.id))
            self._place = _Place(self._place.block, lost=True, margin=self._place.margin)
            return
        self._place = found
        if found.margin:
            self._see((MARGIN_BLOCK, found.margin, found.item, heading.level), number, heading.id)
        if found.block is not None:
            prompt_id = found.prompt.id if found.prompt else ""
            opened = (found.block.id, prompt_id, found.item, heading.level)
            self._see(opened, number, heading.id)

    def _see(self, opened: tuple[str, str, str, int], number: int, heading_id: str) -> None:
        """Note that a question was opened; twice is a mistake."""
        if opened in self._seen:
            self._mistakes.append((number, "duplicate-id", heading_id))
        self._seen.add(opened)

    def finish(self) -> ParsedForm:
        self._end()
        if not self._mistakes and all(v.is_empty for v in self._answers.values()):
            self._mistakes.append((0, "empty", ""))
        if self._mistakes:
            return ParsedForm(mistakes=tuple(sorted(self._mistakes)))
        return ParsedForm(self._answers)

    def _find(self, heading: Heading) -> _Place | str:
        """The place a heading opens, or the code of the mistake in it."""
        if heading.level == 1:
            return _Place() if heading.id == self._exercise.id else "wrong-exercise"
        if heading.level == 2 and heading.id == MARGIN_BLOCK:
            return _Place(margin="")
        if heading.level > 2 and self._place.margin is not None:
            return self._find_note(heading, self._place.margin)
        if heading.level == 2:
            block = self._exercise.block(heading.id)
            return _Place(block, _own_prompt(block)) if block else "unknown-id"
        block = self._place.block
        if block is None:
            return "unknown-id"
        if heading.level == 3:
            prompt = block.prompt(heading.id) if heading.id else None
            return _Place(block, prompt) if prompt else "unknown-id"
        prompt = self._place.prompt or _own_prompt(block)
        if prompt is None or not self._takes_item(block, prompt, heading.id):
            return "unknown-id"
        return _Place(block, prompt, heading.id)

    def _find_note(self, heading: Heading, note: str) -> _Place | str:
        """The margin note a heading opens, or what an opened one stands beside."""
        if heading.level == 3:
            known = _NOTE_ID.fullmatch(heading.id) is not None
            return _Place(margin=heading.id) if known else "unknown-id"
        beside = beside_of(AnswerKey(MARGIN_BLOCK, note, heading.id))
        if not note or beside is None or len(heading.id) > _ITEM_LIMIT:
            return "unknown-id"
        return _Place(item=heading.id, margin=note)

    def _takes_item(self, block: Block, prompt: Prompt, item: str) -> bool:
        standing = is_standing_item(block.id, item)
        if standing is not None:
            return standing
        paper = item.startswith("paper/") and item.removeprefix("paper/").isdecimal()
        if prompt.field is Field.CARDS:
            return paper
        if not prompt.per_item:
            return False
        source = source_of(block, self._exercise)
        if source.kind is BlockKind.CHOICE:
            own = item == OWN_ITEM and takes_own(source)
            return own or any(item == o.id for p in source.prompts for o in p.options)
        return paper or self._library.card(item) is not None

    def _end(self) -> None:
        """Read the lines gathered so far as the answer to their question."""
        place, lines = self._place, _trimmed(self._place.lines)
        place.lines = []
        if not lines or place.lost:
            return
        first = lines[0][0]
        if place.margin is not None:
            self._end_note(place, lines)
            return
        if place.block is None:
            stray = [n for n, line in lines if line.strip() and not _is_preamble(line)]
            if stray:
                self._mistakes.append((stray[0], "no-heading", ""))
            return
        prompt = place.prompt
        if prompt is None or (prompt.per_item and not place.item):
            self._mistakes.append((first, "no-heading", ""))
            return
        mistakes = Mistakes(self._mistakes)
        asked = Asked(place.block, prompt, source_of(place.block, self._exercise))
        values = read_value(lines, asked, place.item, self._library, mistakes)
        for key, value in values.items():
            length = len(value.text) + len(value.own) + sum(map(len, value.cells))
            if length > ANSWER_LIMIT:
                mistakes.add(first, "too-long", str(ANSWER_LIMIT))
            self._answers[key] = value

    def _end_note(self, place: _Place, lines: Lines) -> None:
        """Read lines as a margin note."""
        first = lines[0][0]
        if not place.margin:
            self._mistakes.append((first, "no-heading", ""))
            return
        text = unescape_text("\n".join(line for _, line in lines))
        if len(text) > ANSWER_LIMIT:
            self._mistakes.append((first, "too-long", str(ANSWER_LIMIT)))
        self._answers[AnswerKey(MARGIN_BLOCK, place.margin, place.item)] = Value(text)


def _own_prompt(block: Block) -> Prompt | None:
    return block.prompt("")


def _is_preamble(line: str) -> bool:
    """A title without id, or one of the facts that an export writes below it."""
    return line.startswith("# ") or any(line.startswith(f"- {label}:") for label in LABELS)


def _trimmed(lines: Lines) -> Lines:
    start, end = 0, len(lines)
    while start < end and not lines[start][1].strip():
        start += 1
    while end > start and not lines[end - 1][1].strip():
        end -= 1
    return lines[start:end]


def _without_comments(text: str) -> Lines:
    """Numbered lines without the comments of the form; each begins at the start of a line."""
    kept: Lines = []
    inside = False
    for number, line in enumerate(text.split("\n"), 1):
        if not inside and line.startswith("<!--"):
            inside = True
        if not inside:
            kept.append((number, line))
        elif "-->" in line:
            inside = False
    return kept
