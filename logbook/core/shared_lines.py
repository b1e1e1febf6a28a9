# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""One answer as the lines that a packet shows and remarks quote, and the way home from them.

The lines of an answer are first what was chosen (a place on a scale, cards, options, a day, rows),
one thing a line, and then the prose as `anchor_text` reads it. The same function makes the lines
as they are sent and as they stand at home, so that both have the same things in the same order.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from logbook.core.anchor_text import AnchorText, anchor_text
from logbook.core.arrange import Part
from logbook.core.entry import Entry, Value
from logbook.core.packet import PartKind, SharedLine
from logbook.core.plain import Words, value_lines
from logbook.core.text_map import TextMap

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

    @property
    def prose_start(self) -> int:
        """Where the prose begins in `text`."""
        before = self.lines[: len(self.lines) - len(self.prose.lines)]
        return sum(len(line.text) + 1 for line in before)


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
    made = [
        SharedLine(" ".join(line.text.split()), kind, line.mark.removesuffix("-"), (), *told)
        for line, (kind, ref) in zip(
            value_lines(part, entry, exercise, library, words), _kinds(part), strict=True
        )
        for told in [facts(ref) if ref else ("", "")]
    ]
    made += [
        SharedLine(line.text, PartKind(line.kind.value), line.mark, line.styles)
        for line in prose.lines
    ]
    return AnswerLines(tuple(made), prose)


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


def range_at_home(
    sent: AnswerLines, home: AnswerLines, replaced: TextMap, start: int, end: int
) -> tuple[int, int] | None:
    """Where a passage of the sent text stands in the text at home; None when it cannot be told.

    Args:
        sent, home: the same answer at the same revision, as it was sent and as it is at home.
        replaced: leads from the prose (Markdown) as sent back to the prose at home.
    """
    first, last = sent.prose_start, len(sent.text)
    if start >= first and end <= last and sent.prose.lines:
        typed = sent.prose.places.back(start - first, end - first)
        found = home.prose.places.forth(*replaced.back(*typed))
        if found is None:
            return None
        return home.prose_start + found[0], home.prose_start + found[1]
    return _same_lines(sent, home, start, end)


def _same_lines(
    sent: AnswerLines, home: AnswerLines, start: int, end: int
) -> tuple[int, int] | None:
    """By the lines it touches: from the same character of an equal line, else whole lines."""
    chosen = len(sent.lines) - len(sent.prose.lines)
    if chosen != len(home.lines) - len(home.prose.lines):
        return None
    at_sent = at_home = 0
    low = high = -1
    for mine, theirs in zip(sent.lines[:chosen], home.lines[:chosen], strict=True):
        size = len(mine.text)
        if start < at_sent + size and end > at_sent:
            same = mine.text == theirs.text
            begin = max(0, start - at_sent) if same else 0
            stop = min(size, end - at_sent) if same else len(theirs.text)
            low = at_home + begin if low < 0 else low
            high = at_home + stop
        at_sent, at_home = at_sent + size + 1, at_home + len(theirs.text) + 1
    if low >= 0 and end > sent.prose_start:
        high = len(home.text)
    return (low, high) if 0 <= low < high else None
