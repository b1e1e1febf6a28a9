# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Where one line of Markdown is bold, italic, a link, code, or only a mark. Knows no Qt.

Looks at one line alone and in one pass, so that the work per key does not grow with the text.
Only whether a private passage is open goes on from line to line.
Source: CommonMark 0.31 for the flanking rules of emphasis; nesting is simplified.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from enum import IntFlag

from logbook.core.private import MARK

#: A longer line is styled up to here; what follows looks plain.
STYLED = 20_000

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|$)")
_QUOTE = re.compile(r" {0,3}>(?: {0,4}>)* ?")
_LIST = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?")
_RULE = re.compile(r" {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$")
#: How the address of a link to another entry begins: it says nothing to who reads.
_ENTRY = "](entry:"
_TOKEN = re.compile(r"\\.|`+|\*+|_+|!?\[|\]\([^()\s]*\)")


class Style(IntFlag):
    """How a part of a line looks; parts may have several."""

    PLAIN = 0
    BOLD = 1
    ITALIC = 2
    MARK = 4
    LINK = 8
    CODE = 16
    QUOTE = 32
    PRIVATE = 64
    ADDRESS = 128


#: Every mixture by its number; making one anew at each key would be felt.
_STYLES = tuple(map(Style, range(2 * max(Style))))


@dataclass(frozen=True, slots=True)
class Run:
    """A part of the line with one look; positions count characters of the line as given."""

    start: int
    end: int
    style: Style


@dataclass(frozen=True, slots=True)
class LineStyle:
    """`heading` is 1-6, or 0; `runs` are in order and do not overlap.

    `private` says that a private passage goes on at the next line.
    """

    heading: int
    runs: tuple[Run, ...]
    private: bool = False


@dataclass(slots=True)
class _Spans:
    found: list[tuple[int, int, Style]] = field(default_factory=list)

    def add(self, start: int, end: int, style: Style) -> None:
        if start < end:
            self.found.append((start, end, style))


def style_line(line: str, private: bool = False) -> LineStyle:
    """The look of one line without its line end; `private`: it begins in a private passage."""
    text = line[:STYLED]
    spans = _Spans()
    if private or MARK in line:
        private = _scan_private(line, private, spans)
    start = 0
    level = 0
    if quote := _QUOTE.match(text):
        spans.add(0, len(text), Style.QUOTE)
        spans.add(0, quote.end(), Style.MARK)
        start = quote.end()
    if heading := _HEADING.match(text, start):
        level = len(heading[1])
        spans.add(start, heading.end(), Style.MARK)
        start = heading.end()
    elif _RULE.match(text, start):
        spans.add(start, len(text), Style.MARK)
        return LineStyle(0, _runs(spans), private)
    elif item := _LIST.match(text, start):
        spans.add(start, item.end(), Style.MARK)
        start = item.end()
    _scan_inline(text, start, spans)
    return LineStyle(level, _runs(spans), private)


def _scan_private(line: str, private: bool, spans: _Spans) -> bool:
    """Private parts of a line; whether the last one goes on at the next line."""
    start = 0
    at = line.find(MARK)
    while at >= 0:
        end = at + len(MARK)
        if private:
            spans.add(start, end, Style.PRIVATE)
        spans.add(at, end, Style.MARK)
        start, private = at, not private
        at = line.find(MARK, end)
    if private:
        spans.add(start, len(line), Style.PRIVATE)
    return private


def _scan_inline(text: str, start: int, spans: _Spans) -> None:
    tokens = list(_TOKEN.finditer(text, start))
    closers = _code_closers(tokens)
    openers: dict[str, list[list[int]]] = {"*": [], "_": []}
    brackets: list[int] = []
    behind = start
    for token in tokens:
        first, last = token.span()
        if first < behind:
            continue
        sign = text[first]
        if sign == "\\":
            spans.add(first, first + 1, Style.MARK)
        elif sign == "`":
            close = closers.get(first)
            if close is not None:
                end = close + (last - first)
                spans.add(first, end, Style.CODE)
                spans.add(first, last, Style.MARK)
                spans.add(close, end, Style.MARK)
                behind = end
        elif sign in "![":
            brackets.append(first)
        elif sign == "]":
            if brackets:
                opening = brackets.pop()
                label = opening + (2 if text[opening] == "!" else 1)
                spans.add(opening, label, Style.MARK)
                spans.add(label, first, Style.LINK)
                spans.add(first, last, Style.MARK)
                if text.startswith(_ENTRY, first):
                    spans.add(first + 1, last, Style.ADDRESS)
        else:
            _emphasis(text, first, last, openers[sign], spans)


def _code_closers(tokens: list[re.Match[str]]) -> dict[int, int]:
    """For each run of backticks the start of the next run of the same length."""
    closers: dict[int, int] = {}
    last_seen: dict[int, int] = {}
    for token in reversed(tokens):
        first, last = token.span()
        if token[0][0] == "`":
            length = last - first
            if length in last_seen:
                closers[first] = last_seen[length]
            last_seen[length] = first
    return closers


def _emphasis(text: str, first: int, last: int, openers: list[list[int]], spans: _Spans) -> None:
    """A run of `*` or `_`: close what is open, then open what is left."""
    opens, closes = _flanking(text, first, last)
    position = first
    while closes and position < last and openers:
        begin, end = openers[-1]
        size = 2 if min(last - position, end - begin) >= 2 else 1
        style = Style.BOLD if size == 2 else Style.ITALIC
        spans.add(end, position, style)
        spans.add(end - size, end, Style.MARK)
        spans.add(position, position + size, Style.MARK)
        position += size
        if end - size > begin:
            openers[-1][1] = end - size
        else:
            openers.pop()
    if opens and position < last:
        openers.append([position, last])


def _flanking(text: str, first: int, last: int) -> tuple[bool, bool]:
    """Whether a run of marks may open and may close emphasis."""
    before = text[first - 1] if first else " "
    after = text[last] if last < len(text) else " "
    left = not after.isspace() and (
        not _is_punctuation(after) or before.isspace() or _is_punctuation(before)
    )
    right = not before.isspace() and (
        not _is_punctuation(before) or after.isspace() or _is_punctuation(after)
    )
    if text[first] == "*":
        return left, right
    return (
        left and (not right or _is_punctuation(before)),
        right and (not left or _is_punctuation(after)),
    )


def _is_punctuation(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "PS"


def _runs(spans: _Spans) -> tuple[Run, ...]:
    """Spans that may overlap, as parts that do not."""
    if not spans.found:
        return ()
    steps: dict[int, list[tuple[int, int]]] = {}
    for start, end, style in spans.found:
        steps.setdefault(start, []).append((int(style), 1))
        steps.setdefault(end, []).append((int(style), -1))
    depth = dict.fromkeys(map(int, Style), 0)
    runs: list[Run] = []
    previous = current = 0
    for position in sorted(steps):
        if current and previous < position:
            runs.append(Run(previous, position, _STYLES[current]))
        for number, step in steps[position]:
            depth[number] += step
        current = sum([number for number, count in depth.items() if count])
        previous = position
    return tuple(runs)
