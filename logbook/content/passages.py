# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A passage of text with its line numbers, and the table or bullet list in it.

Knows pipe tables and top-level bullets; what they are for is left to `kinds`, `decks` and
`resources`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_BULLET = re.compile(r"( {0,1})[-*+](?:[ \t]+(.*))?")
_INDENT = r"(?: {2,}| *\t)[ \t]*"
_NESTED = re.compile(_INDENT + r"(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)")
_INDENTED = re.compile(_INDENT + r"[-*+][ \t]")
_RULE = re.compile(r"[ ]{0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*")
_DASHES = re.compile(r":?-+:?")
_CELL_MARKS = re.compile(r"\\.|`+|\|")


class Passage(NamedTuple):
    """Consecutive lines of a file.

    Args:
        first: line number of the first line.
        code: line numbers within code fences, of the whole file.
    """

    lines: tuple[str, ...]
    first: int
    code: frozenset[int] = frozenset()

    @property
    def source(self) -> str:
        """The Markdown without blank lines around it."""
        return "\n".join(self.lines).rstrip().lstrip("\n")

    def numbered(self) -> list[tuple[int, str]]:
        """Each line with its number."""
        return list(enumerate(self.lines, self.first))

    def without(self, start: int, end: int) -> tuple[Passage, Passage]:
        """What stands before index `start`, and from index `end` on."""
        return (
            self._replace(lines=self.lines[:start]),
            self._replace(lines=self.lines[end:], first=self.first + end),
        )


class Table(NamedTuple):
    """A pipe table. Rows are (line number, cells), the header not among them."""

    line: int
    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    before: Passage
    after: Passage


class Bullets(NamedTuple):
    """The top-level bullets of a passage as (line number, text), and the text around them.

    `nested` holds the line numbers of bullets below a bullet, and of indented ones above the first.
    """

    items: tuple[tuple[int, str], ...]
    rest: str
    nested: tuple[int, ...]


def split_row(line: str) -> tuple[str, ...]:
    r"""The cells of one row; `\|` and a bar within code are text."""
    text = line.strip()
    cells: list[str] = []
    start = 0
    ticks = ""
    for mark in _CELL_MARKS.finditer(text):
        sign = mark[0]
        if sign[0] == "`":
            if not ticks and text.find(sign, mark.end()) >= 0:
                ticks = sign
            elif sign == ticks:
                ticks = ""
        elif sign == "|" and not ticks:
            cells.append(text[start : mark.start()])
            start = mark.end()
    cells.append(text[start:])
    if len(cells) > 1 and not cells[0].strip():
        cells.pop(0)
    if len(cells) > 1 and not cells[-1].strip():
        cells.pop()
    return tuple(cell.strip().replace("\\|", "|") for cell in cells)


def find_table(passage: Passage) -> Table | None:
    """The first pipe table, or None. It ends at a blank line or a line without a bar."""
    lines = passage.lines
    for index in range(1, len(lines)):
        if "|" not in lines[index] or "-" not in lines[index] or "|" not in lines[index - 1]:
            continue
        if passage.first + index in passage.code:
            continue
        if not all(_DASHES.fullmatch(cell) for cell in split_row(lines[index])):
            continue
        end = index + 1
        while end < len(lines) and "|" in lines[end] and passage.first + end not in passage.code:
            end += 1
        rows = tuple((passage.first + i, split_row(lines[i])) for i in range(index + 1, end))
        before, after = passage.without(index - 1, end)
        header = split_row(lines[index - 1])
        return Table(passage.first + index - 1, header, rows, before, after)
    return None


def find_bullets(passage: Passage) -> Bullets:
    """Every top-level bullet; indented and following lines belong to the bullet above them."""
    items: list[tuple[int, list[str]]] = []
    rest: list[str] = []
    nested: list[int] = []
    in_item = in_note = blank = False
    for number, line in passage.numbered():
        bullet = (
            None if number in passage.code or _RULE.fullmatch(line) else _BULLET.fullmatch(line)
        )
        if bullet:
            items.append((number, [bullet[2] or ""]))
            in_item, blank = True, False
        elif not line.strip():
            blank = True
            if not in_item:
                rest.append(line)
        elif (
            in_item
            and (line[:1] == "\t" or line[:2].isspace() or not blank)
            and number not in passage.code
        ):
            if _NESTED.match(line):
                nested.append(number)
            items[-1][1].append(line.strip())
            blank = False
        else:
            if in_item:
                rest.append("")
            elif _INDENTED.match(line) and not in_note and number not in passage.code:
                nested.append(number)
            in_note = line.startswith("!!!") or (in_note and line[:1].isspace())
            in_item = blank = False
            rest.append(line)
    found = tuple((number, " ".join(parts).strip()) for number, parts in items)
    return Bullets(found, "\n".join(rest).rstrip().lstrip("\n"), tuple(nested))
