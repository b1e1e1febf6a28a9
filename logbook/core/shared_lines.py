# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""One answer as the lines that a packet shows and remarks quote.

The lines of an answer are first what was chosen (a place on a scale, cards, options, a day, rows),
one thing a line, and then the prose as `anchor_text` reads it. The same function makes the lines
as they are sent and as they stand at home, so that both have the same things in the same order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby, zip_longest
from typing import TYPE_CHECKING

from logbook.core.anchor_text import AnchorText, Look, Styled, anchor_text
from logbook.core.arrange import Part
from logbook.core.entry import Entry, Value
from logbook.core.packet import PartKind, SharedLine
from logbook.core.plain import Words, value_lines
from logbook.core.text_map import Replacement
from logbook.core.words_diff import Change, diff_words

if TYPE_CHECKING:
    from logbook.core.exercise import Exercise
    from logbook.core.library import Library

#: Description and picture of a card (`p1`), each "" for none, by its reference.
CardFacts = Callable[[str], tuple[str, str]]


@dataclass(frozen=True, slots=True)
class AnswerLines:
    """The lines of one answer; the last `len(prose.lines)` of them are its prose."""

    lines: tuple[SharedLine, ...]
    prose: AnchorText

    @property
    def text(self) -> str:
        """All lines joined by one newline: what passages are taken from."""
        return "\n".join(line.text for line in self.lines)


def differences(home: str, sent: str) -> tuple[Replacement, ...]:
    """What was taken out of the lines at home, or replaced, to make the lines that were sent.

    `replace_in(home, differences(home, sent))` is `sent`, and gives the way back.
    """
    found: list[Replacement] = []
    at = 0
    for same, pieces in groupby(diff_words(home, sent), lambda p: p.change is Change.SAME):
        changed = list(pieces)
        size = sum(len(p.text) for p in changed if p.change is not Change.ADDED)
        if not same:
            words = "".join(p.text for p in changed if p.change is Change.ADDED)
            if size:
                found.append(Replacement(at, at + size, words))
            elif found and found[-1].end == at:
                found[-1] = found[-1]._replace(words=found[-1].words + words)
            elif at:
                # Words alone have no place in a text: they take the character before or after.
                found.append(Replacement(at - 1, at, home[at - 1] + words))
            elif home:
                found.append(Replacement(0, 1, words + home[0]))
        at += size
    return tuple(found)


def no_facts(ref: str) -> tuple[str, str]:
    """Card facts for when only the words matter."""
    return "", ""


def answer_lines(
    part: Part,
    entry: Entry,
    exercise: Exercise | None,
    library: Library,
    words: Words,
    facts: CardFacts = no_facts,
) -> AnswerLines:
    """The lines of one answer, as they are shown to whoever may read it."""
    prose = anchor_text(part.value.text)
    rows = _rows(part, part.columns_in(exercise))
    made = []
    for line, (kind, ref) in zip(
        value_lines(part, entry, exercise, library, words), _kinds(part), strict=True
    ):
        if kind is PartKind.ROW:
            made.append(next(rows))
            continue
        told = facts(ref) if ref else ("", "")
        mark = line.mark.removesuffix("-")
        made.append(SharedLine(" ".join(line.text.split()), kind, mark, (), *told))
    made += [
        SharedLine(line.text, PartKind(line.kind.value), line.mark, line.styles)
        for line in prose.lines
    ]
    return AnswerLines(tuple(made), prose)


def _rows(part: Part, titles: tuple[str, ...]) -> Iterator[SharedLine]:
    """The rows in words: what stands in a cell behind the title of its column, when that is known.

    A table becomes lines, so that passages can be quoted everywhere alike; the titles stand out.
    """
    sides = dict(zip(("left", "right"), titles, strict=False))
    if any(cell.strip() for cell in part.value.cells):
        yield _row(part.value.cells, titles)
    for row in part.rows:
        if row.side:
            yield _row((row.text,), (sides.get(row.side, ""),))
        else:
            yield _row((*row.cells, row.text), titles)


def _row(cells: tuple[str, ...], titles: tuple[str, ...]) -> SharedLine:
    text, styles = "", []
    for cell, title in zip_longest(cells, titles[: len(cells)], fillvalue=""):
        if not cell.strip():
            continue
        text += " · " if text else ""
        if name := " ".join(title.rstrip(" :?").split()):
            styles.append(Styled(len(text), len(text) + len(name) + 1, Look.EMPHASIS))
            text += f"{name}: "
        text += " ".join(cell.split())
    return SharedLine(text, PartKind.ROW, "", tuple(styles))


def _kinds(part: Part) -> list[tuple[PartKind, str]]:
    """Kind, and card if it is one, of each line that `value_lines` gives, in its order."""
    value: Value = part.value
    kinds: list[tuple[PartKind, str]] = []
    if value.number is not None:
        kinds.append((PartKind.PLACE, ""))
    kinds += [(PartKind.CARD, ref) for ref in value.cards]
    kinds += [(PartKind.OPTION, "") for _ in value.options]
    if value.own.strip():
        kinds.append((PartKind.OPTION, ""))
    if value.day is not None:
        kinds.append((PartKind.DAY, ""))
    rows = any(cell.strip() for cell in value.cells)
    kinds += [(PartKind.ROW, "")] * (rows + len(part.rows))
    return kinds
