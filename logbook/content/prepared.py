# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A body made ready for checking: code blanked out, offsets that lead back to lines.

Also the value in which a check gathers what a text refers to.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

_BACKTICKS = re.compile(r"`+")
_LINE_END = re.compile(r"\n")


@dataclass(slots=True)
class References:
    """What a text refers to, each with its line number.

    Args:
        pages: targets of `naslag:` links.
        answers: blocks of `answer:` links.
        files: local links.
        pictures: local pictures.
        admonitions: kinds of `!!!` parts.
    """

    pages: list[tuple[int, str]] = field(default_factory=list)
    answers: list[tuple[int, str]] = field(default_factory=list)
    files: list[tuple[int, str]] = field(default_factory=list)
    pictures: list[tuple[int, str]] = field(default_factory=list)
    admonitions: list[tuple[int, str]] = field(default_factory=list)

    def to_json(self) -> dict[str, list[tuple[int, str]]]:
        """The parts that are not empty, as JSON can hold them."""
        return {name: part for name in self.__slots__ if (part := getattr(self, name))}

    @classmethod
    def from_json(cls, data: Mapping[str, Sequence[Sequence[Any]]]) -> References:
        """The references in an object of `to_json`."""
        return cls(**{name: [(line, text) for line, text in part] for name, part in data.items()})


@dataclass(slots=True)
class Prepared:
    """A body as one text. In `masked` all code is blank, so that offsets are the same."""

    raw: str
    masked: str
    first: int
    _ends: list[int] | None = None

    def line_of(self, offset: int) -> int:
        """The line number in the file of an offset in the text."""
        if self._ends is None:
            self._ends = [found.start() for found in _LINE_END.finditer(self.raw)]
        return self.first + bisect_left(self._ends, offset)


def prepare(lines: Sequence[str], start: int, code: frozenset[int]) -> Prepared:
    """The body that begins at index `start`, with code fences and code spans blanked."""
    raw = "\n".join(line.rstrip() for line in lines[start:])
    masked = raw
    if code:
        masked = "\n".join(
            " " * len(line) if number in code else line
            for number, line in enumerate(raw.split("\n"), start + 1)
        )
    return Prepared(raw, _mask_code(masked) if "`" in masked else masked, start + 1)


def _mask_code(text: str) -> str:
    """Blank the code spans; a span does not go past a blank line."""
    pieces: list[str] = []
    for paragraph in text.split("\n\n"):
        runs = [
            run
            for run in _BACKTICKS.finditer(paragraph)
            if not run.start() or paragraph[run.start() - 1] != "\\"
        ]
        later: dict[str, list[int]] = {}
        for index in range(len(runs) - 1, -1, -1):
            later.setdefault(runs[index][0], []).append(index)
        done, position = [], 0
        for run in runs:
            same = later[run[0]]
            same.pop()
            if run.start() < position or not same:
                continue
            end = runs[same[-1]].end()
            span = paragraph[run.start() : end]
            done.append(paragraph[position : run.start()])
            done.append("".join("\n" if sign == "\n" else " " for sign in span))
            position = end
        done.append(paragraph[position:])
        pieces.append("".join(done))
    return "\n\n".join(pieces)
