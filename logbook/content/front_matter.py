# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Splits a document into its lines, its checked header and the place where its body starts.

Headers that were checked before come from the cache; the check itself, which needs PyYAML and
pydantic, is left to `headers` and only loaded when a header is new or changed.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from logbook.content.cache import ContentCache, header_key
from logbook.content.reporter import Reporter
from logbook.content.sentences import Mistake

HEADER_LINES = 200
LINE_LENGTH = 20_000
LINES_MOST = 4_000

# Everything that is neither text nor a line end or tab; also lone surrogates.
# Control characters, half signs, and marks that turn the order of what is read.
_CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


class Document(NamedTuple):
    """A text file taken apart.

    Args:
        lines: all lines of the file, without line ends; index 0 is line 1.
        start: index of the first line of the body.
        header: checked values by key, or None when the header has mistakes.
        readable: False when the body should not be looked at: its lines are too long or too many.
    """

    lines: tuple[str, ...]
    start: int
    header: dict[str, Any] | None
    readable: bool = True

    @property
    def body(self) -> str:
        """The body without blank lines around it."""
        return "\n".join(self.lines[self.start :]).rstrip().lstrip("\n")

    def line_of(self, key: str) -> int:
        """The line on which a key of the header stands; 1 when it is not there."""
        for number, line in enumerate(self.lines[: self.start], 1):
            if line.startswith(key) and line[len(key) :].lstrip().startswith(":"):
                return number
        return 1


def split_lines(text: str) -> list[str]:
    """The lines of a text whatever its line ends, without byte order mark."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.removeprefix("\ufeff").split("\n")


def read_document(
    text: str, kind: str, reporter: Reporter, cache: ContentCache | None = None
) -> Document:
    """Split a text and check its header; mistakes go to the reporter.

    Args:
        kind: a name from `headers.MODELS`: "exercise", "loose", "chapter", "deck" or "page".
    """
    lines = split_lines(text)
    clean = _check_characters(text, lines, reporter)
    if not _check_lengths(lines, reporter):
        return Document((), 0, None, readable=False)
    first = next((index for index, line in enumerate(lines) if line.strip()), 0)
    if lines[first].rstrip() != "---":
        reporter.add(1, Mistake.HEADER_MISSING)
        return Document(tuple(lines), _probable_start(lines), None)
    end = _header_end(lines, first)
    if end is None:
        reporter.add(first + 1, Mistake.HEADER_OPEN)
        return Document(tuple(lines), _first_step(lines), None)
    if end > HEADER_LINES:
        reporter.add(HEADER_LINES, Mistake.HEADER_TOO_LONG, limit=HEADER_LINES)
        return Document(tuple(lines), end + 1, None)
    source = "\n" * first + "\n".join(lines[first + 1 : end])
    header = _checked_header(source, kind, reporter, cache) if clean else None
    return Document(tuple(lines), end + 1, header)


def _header_end(lines: list[str], first: int) -> int | None:
    for index in range(first + 1, len(lines)):
        if lines[index].rstrip() in {"---", "..."}:
            return index
    return None


def _first_step(lines: list[str]) -> int:
    """Where the first `##` stands, so that what is below it is checked all the same."""
    return next((n for n, line in enumerate(lines) if line.startswith("## ")), len(lines))


def _probable_start(lines: list[str]) -> int:
    """Where the body begins when the header has no right first line, as after a pasted `—`."""
    marks = [n for n, line in enumerate(lines[: _first_step(lines)]) if line.rstrip() == "---"]
    return marks[-1] + 1 if marks and marks[-1] < HEADER_LINES else 0


def _check_characters(text: str, lines: list[str], reporter: Reporter) -> bool:
    clean = True
    if _CONTROL.search(text):
        for number, line in enumerate(lines, 1):
            if found := _CONTROL.search(line):
                clean = False
                code = f"U+{ord(found[0]):04X}"
                reporter.add(number, Mistake.CONTROL_CHARACTER, code=code)
    return clean


def _check_lengths(lines: list[str], reporter: Reporter) -> bool:
    if len(lines) > LINES_MOST:
        reporter.add(LINES_MOST, Mistake.TOO_MANY_LINES, limit=LINES_MOST)
        return False
    if max(map(len, lines)) <= LINE_LENGTH:
        return True
    for number, line in enumerate(lines, 1):
        if len(line) > LINE_LENGTH:
            reporter.add(number, Mistake.LINE_TOO_LONG, limit=LINE_LENGTH)
    return False


def _checked_header(
    source: str, kind: str, reporter: Reporter, cache: ContentCache | None
) -> dict[str, Any] | None:
    key = header_key(kind, source)
    found = cache.get(key) if cache else None
    if found is None:
        # Not at the top: PyYAML and pydantic cost more than all the rest of a start.
        from logbook.content.headers import check_header

        values, mistakes = check_header(source, kind)
        found = {"values": values, "mistakes": mistakes}
        if cache:
            cache.keep(key, found)
    for line, sentence in found["mistakes"]:
        reporter.add_sentence(line, sentence)
    values = found["values"]
    return values if not found["mistakes"] else None
