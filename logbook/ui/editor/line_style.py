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
from dataclasses import dataclass
from enum import IntFlag
from typing import NamedTuple

from logbook.core.private import MARK

#: A longer line is styled up to here; what follows looks plain.
STYLED = 20_000

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|$)")
_QUOTE = re.compile(r" {0,3}>(?: {0,4}>)* ?")
_LIST = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?")
_RULE = re.compile(r" {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$")
#: How the address of a link to another entry begins: it says nothing to who reads.
_ENTRY = "](entry:"
# Each way to begin is one letter, not a repetition: only then does `re` skip what is none of them.
_TOKEN = re.compile(r"\\.|``*|\*\**|__*|!\[|\[|\]\([^()\s]*\)")


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
_LOOKS = tuple(map(int, Style))


class Run(NamedTuple):
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


#: Begin, end and look of parts that may overlap; a number, because sums of `Style` are slow.
_Spans = list[tuple[int, int, int]]
_BOLD, _ITALIC, _MARK = int(Style.BOLD), int(Style.ITALIC), int(Style.MARK)
_LINK, _CODE, _CITED = int(Style.LINK), int(Style.CODE), int(Style.QUOTE)
_PRIVATE, _ADDRESS = int(Style.PRIVATE), int(Style.ADDRESS)


def style_line(line: str, private: bool = False) -> LineStyle:
    """The look of one line without its line end; `private`: it begins in a private passage."""
    text = line[:STYLED]
    spans: _Spans = []
    if private or MARK in line:
        private = _scan_private(line, private, spans)
    start = 0
    level = 0
    if quote := _QUOTE.match(text):
        spans.append((0, len(text), _CITED))
        spans.append((0, quote.end(), _MARK))
        start = quote.end()
    if heading := _HEADING.match(text, start):
        level = len(heading[1])
        spans.append((start, heading.end(), _MARK))
        start = heading.end()
    elif _RULE.match(text, start):
        spans.append((start, len(text), _MARK))
        return LineStyle(0, _runs(spans), private)
    elif item := _LIST.match(text, start):
        spans.append((start, item.end(), _MARK))
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
            spans.append((start, end, _PRIVATE))
        spans.append((at, end, _MARK))
        start, private = at, not private
        at = line.find(MARK, end)
    if private:
        spans.append((start, len(line), _PRIVATE))
    return private


def _scan_inline(text: str, start: int, spans: _Spans) -> None:
    tokens = list(_TOKEN.finditer(text, start))
    if not tokens:
        return
    closers = _code_closers(tokens) if "`" in text else {}
    openers: dict[str, list[list[int]]] = {"*": [], "_": []}
    brackets: list[int] = []
    behind = start
    for token in tokens:
        first, last = token.span()
        if first < behind:
            continue
        sign = text[first]
        if sign == "\\":
            spans.append((first, first + 1, _MARK))
        elif sign == "`":
            close = closers.get(first)
            if close is not None:
                end = close + (last - first)
                spans.append((first, end, _CODE))
                spans.append((first, last, _MARK))
                spans.append((close, end, _MARK))
                behind = end
        elif sign in "![":
            brackets.append(first)
        elif sign == "]":
            if brackets:
                opening = brackets.pop()
                label = opening + (2 if text[opening] == "!" else 1)
                spans.append((opening, label, _MARK))
                spans.append((label, first, _LINK))
                spans.append((first, last, _MARK))
                if text.startswith(_ENTRY, first):
                    spans.append((first + 1, last, _ADDRESS))
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
        size = 2 if last - position >= 2 and end - begin >= 2 else 1
        look = _BOLD if size == 2 else _ITALIC
        spans += (
            (end, position, look),
            (end - size, end, _MARK),
            (position, position + size, _MARK),
        )
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
    blank_before, blank_after = before.isspace(), after.isspace()
    mark_before, mark_after = _is_punctuation(before), _is_punctuation(after)
    left = not blank_after and (not mark_after or blank_before or mark_before)
    right = not blank_before and (not mark_before or blank_after or mark_after)
    if text[first] == "*":
        return left, right
    return (
        left and (not right or mark_before),
        right and (not left or mark_after),
    )


def _is_punctuation(sign: str) -> bool:
    return not sign.isalnum() and sign != " " and unicodedata.category(sign)[0] in "PS"


def _runs(spans: _Spans) -> tuple[Run, ...]:
    """Spans that may overlap, as parts that do not."""
    if not spans:
        return ()
    steps: list[tuple[int, int, int]] = []
    for start, end, look in spans:
        if start < end:
            steps.append((start, look, 1))
            steps.append((end, look, -1))
    steps.sort()
    depth = dict.fromkeys(_LOOKS, 0)
    runs: list[Run] = []
    previous = current = 0
    for position, look, step in steps:
        if previous < position:
            if current:
                runs.append(Run(previous, position, _STYLES[current]))
            previous = position
        depth[look] += step
        if depth[look]:
            current |= look
        else:
            current &= ~look
    return tuple(runs)
