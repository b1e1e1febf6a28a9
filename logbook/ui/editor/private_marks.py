# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What "Alleen voor mij" does to a text: put marks around words, or take them away. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from logbook.core.private import MARK, passages


@dataclass(frozen=True, slots=True)
class Marking:
    """Pieces of text to replace, the last first, and what is selected after that.

    Positions count characters; `start` and `end` are those in the new text.
    """

    edits: tuple[tuple[int, int, str], ...]
    start: int
    end: int


def toggle_private(text: str, start: int, end: int) -> Marking:
    """Make a stretch private; where it touches private passages, make those public again."""
    touched = [
        each
        for each in passages(text)
        if (each[0] < end and start < each[1]) or each[0] < start == end < each[1]
    ]
    if touched:
        return _unmark(text, touched, start, end)
    inside = text[start:end]
    first = start + len(inside) - len(inside.lstrip())
    last = end - len(inside) + len(inside.rstrip())
    if first >= last:  # nothing but blanks: marks to write between
        return Marking(((start, start, MARK * 2),), start + len(MARK), start + len(MARK))
    edits = ((last, last, MARK), (first, first, MARK))
    return Marking(edits, first + len(MARK), last + len(MARK))


def _unmark(text: str, touched: list[tuple[int, int]], start: int, end: int) -> Marking:
    marks: list[int] = []
    for first, last in touched:
        marks.append(first)
        if text.endswith(MARK, first + len(MARK), last):
            marks.append(last - len(MARK))
    gone = [(at, at + len(MARK), "") for at in reversed(marks)]
    return Marking(tuple(gone), _after(start, marks), _after(end, marks))


def _after(place: int, marks: list[int]) -> int:
    """Where a place is once the marks before it are gone."""
    return place - sum(min(max(place - at, 0), len(MARK)) for at in marks)
