# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Cuts a body at its `##` and `###` headings, outside code fences, and keeps the line numbers.

Knows headings and fences as CommonMark has them; what a block means is left to `kinds`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from logbook.content.attributes import Attributes, split_heading
from logbook.content.passages import Passage
from logbook.content.reporter import Reporter
from logbook.content.sentences import Mistake

TITLE_LENGTH = 300

_FENCE = re.compile(r" {0,3}(`{3,}(?=[^`]*$)|~{3,})")
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*))?")
_HEADING_TIGHT = re.compile(r"(#{1,6})[^#\s]")
# Some keyboards give these for a space after a sign; they look the same.
_OTHER_SPACES = re.compile("[\u00a0\u2007\u202f]")
_CLOSING_SIGNS = re.compile(r"(?:^|[ \t])#+$")
_UNDERLINE = re.compile(r" {0,3}(?:={2,}|-{2,})[ \t]*")


class Heading(NamedTuple):
    """A `##` or `###` heading without its signs and attributes."""

    title: str
    attributes: Attributes
    line: int


class Part(NamedTuple):
    """A heading with the text under it; `parts` are the `###` headings under a `##`."""

    heading: Heading
    passage: Passage
    parts: tuple[Part, ...] = ()


class Outline(NamedTuple):
    """A body cut at its headings. `heading_lines` are the lines of all headings."""

    introduction: Passage
    parts: tuple[Part, ...]
    heading_lines: frozenset[int]


def code_lines(lines: Sequence[str], start: int, reporter: Reporter) -> frozenset[int]:
    """The numbers of all lines within code fences, the fences themselves among them.

    Args:
        start: index of the first line to look at.
    """
    found: list[int] = []
    fence, opened = "", 0
    for number in range(start + 1, len(lines) + 1):
        line = lines[number - 1]
        if fence:
            found.append(number)
            bare = line.strip()
            if bare.startswith(fence) and not bare.strip(fence[0]) and _indent(line) < 4:
                fence = ""
        elif ("```" in line or "~~~" in line) and (match := _FENCE.match(line)):
            fence, opened = match[1], number
            found.append(number)
    if fence:
        reporter.add(opened, Mistake.FENCE_OPEN, signs=fence[:10])
    return frozenset(found)


def scan(lines: Sequence[str], start: int, code: frozenset[int], reporter: Reporter) -> Outline:
    """Cut the body that begins at index `start`; mistakes in headings go to the reporter."""
    cuts = [found for found in _headings(lines, start, code, reporter) if found[1] is not None]
    numbers = frozenset(heading.line for _, heading in cuts if heading)
    ends = [heading.line - 1 for _, heading in cuts if heading] + [len(lines)]
    introduction = Passage(tuple(lines[start : ends[0]]), start + 1, code)
    parts: list[Part] = []
    for position, (level, heading) in enumerate(cuts):
        assert heading is not None
        under = tuple(lines[heading.line : ends[position + 1]])
        part = Part(heading, Passage(under, heading.line + 1, code))
        if level == 2:
            parts.append(part)
        elif parts:
            last = parts[-1]
            parts[-1] = Part(last.heading, last.passage, (*last.parts, part))
        else:
            reporter.add(heading.line, Mistake.PROMPT_OUTSIDE)
    return Outline(introduction, tuple(parts), numbers)


def _headings(
    lines: Sequence[str], start: int, code: frozenset[int], reporter: Reporter
) -> list[tuple[int, Heading | None]]:
    found: list[tuple[int, Heading | None]] = []
    for number in range(start + 1, len(lines) + 1):
        line = lines[number - 1]
        sign = line.lstrip(" ")[:1]
        if not sign or sign not in "#=-" or number in code:
            continue
        if sign == "#":
            found.append(_heading(line, number, reporter))
        elif _UNDERLINE.fullmatch(line) and number > start + 1:
            above = lines[number - 2]
            if above.strip() and number - 1 not in code and not above.startswith("#"):
                reporter.add(number, Mistake.HEADING_UNDERLINED)
    return found


def _heading(line: str, number: int, reporter: Reporter) -> tuple[int, Heading | None]:
    line = _OTHER_SPACES.sub(" ", line.rstrip())
    match = _HEADING.fullmatch(line)
    if match is None:
        if tight := _HEADING_TIGHT.match(line):
            reporter.add(number, Mistake.HEADING_SPACE, signs=tight[1])
        return 0, None
    signs = match[1]
    if len(signs) not in (2, 3):
        reporter.add(number, Mistake.HEADING_LEVEL, signs=signs)
        return len(signs), None
    text = _without_closing_signs((match[2] or "").strip())
    title, attributes = split_heading(text, number, reporter)
    title = _without_closing_signs(title)
    if not title:
        reporter.add(number, Mistake.HEADING_EMPTY, signs=signs)
    elif len(title) > TITLE_LENGTH:
        reporter.add(number, Mistake.HEADING_TOO_LONG, limit=TITLE_LENGTH)
    return len(signs), Heading(title, attributes, number)


def _without_closing_signs(text: str) -> str:
    return _CLOSING_SIGNS.sub("", text).rstrip() if text.endswith("#") else text


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
