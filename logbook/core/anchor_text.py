# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The anchor text of prose: what a reader sees of Markdown, without its marks, line by line.

Program, page, Word file and pasted text all quote this text. Offsets count Unicode code points,
and a map leads back to what was typed. Source: docs/design.md, "Anchor text".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from logbook.core.text_map import Stretch, TextMap


class LineKind(StrEnum):
    """How a line stands on the page."""

    WORDS = "words"
    HEADING = "heading"
    ITEM = "item"
    QUOTE = "quote"
    CODE = "code"


class Look(StrEnum):
    """How words inside a line stand out."""

    STRONG = "strong"
    EMPHASIS = "emphasis"
    CODE = "code"
    STRUCK = "struck"


@dataclass(frozen=True, slots=True)
class Styled:
    """A range of one line, from its first character, that stands out."""

    start: int
    end: int
    look: Look


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of plain text. `mark` is the number of an item, "" for a bullet."""

    text: str
    kind: LineKind = LineKind.WORDS
    mark: str = ""
    styles: tuple[Styled, ...] = ()


@dataclass(frozen=True, slots=True)
class AnchorText:
    """Plain text with its lines; `text` is the lines joined by one newline.

    `places` leads from the plain text back to the Markdown it was made from.
    """

    text: str
    lines: tuple[TextLine, ...]
    places: TextMap


# Line starts, tried in turn as long as they fit: `> - **x**` is an item in a quote.
_QUOTE = re.compile(r" {0,3}> ?")
_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]+|$)")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|(\d{1,9}[.)]))(?:[ \t]+|$)")
_FENCE = re.compile(r" {0,3}(?:`{3,}|~{3,})[^`]*$")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_TABLE_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-{3,}:?[ \t]*(?:\|[ \t]*:?-{3,}:?[ \t]*)+\|?[ \t]*$")
_LEADING = re.compile(r"[ \t]+")

_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!>|~])")
_CODE_SPAN = re.compile(r"(`+)(?!`)(.+?)(?<!`)\1(?!`)")
_LINK = re.compile(r"!?\[([^\[\]\n]{0,1000})\]\([^()\s]{0,2000}(?:[ \t]+\"[^\"\n]{0,300}\")?\)")
_PAIRS = (
    (re.compile(r"\*\*(?=\S)(.+?)(?<=[^\s*])\*\*"), Look.STRONG),
    (re.compile(r"(?<!\w)__(?=\S)(.+?)(?<=[^\s_])__(?!\w)"), Look.STRONG),
    (re.compile(r"~~(?=\S)(.+?)(?<=\S)~~"), Look.STRUCK),
    (re.compile(r"(?<!\*)\*(?=[^\s*])(.+?)(?<=[^\s*])\*(?!\*)"), Look.EMPHASIS),
    (re.compile(r"(?<![\w_])_(?=[^\s_])(.+?)(?<=[^\s_])_(?![\w_])"), Look.EMPHASIS),
)
#: A line longer than this keeps its marks: finding pairs would cost the square of its length.
_MARKS_LIMIT = 5_000


def anchor_text(source: str) -> AnchorText:
    """The anchor text of Markdown as a user typed it.

    Empty lines, rules, fences and the rule of a table are left out; marks at the start of a line
    and around words are gone; of a link its words stay.
    """
    lines: list[TextLine] = []
    stretches: list[Stretch] = []
    made = 0
    at = 0
    fenced = False
    for raw in source.split("\n"):
        begin, at = at, at + len(raw) + 1
        if _FENCE.match(raw):
            fenced = not fenced
            continue
        found = _code_line(raw) if fenced else _line(raw)
        if found is None:
            continue
        line, kept = found
        if lines:
            # The newline stands for all that was left out between the two lines.
            last = stretches[-1]
            end = last.source + last.reach
            stretches.append(Stretch(made, 1, end, begin + kept[0][0] - end))
            made += 1
        lines.append(line)
        for start, end in kept:
            stretches.append(Stretch(made, end - start, begin + start, end - start))
            made += end - start
    return AnchorText("\n".join(line.text for line in lines), tuple(lines), TextMap(stretches))


_Kept = list[tuple[int, int]]


def _code_line(raw: str) -> tuple[TextLine, _Kept] | None:
    return (TextLine(raw, LineKind.CODE), [(0, len(raw))]) if raw.strip() else None


def _line(raw: str) -> tuple[TextLine, _Kept] | None:
    """A line without its marks, and the ranges of it that were kept; None when nothing is left."""
    if not raw.strip() or _RULE.match(raw) or _TABLE_RULE.match(raw):
        return None
    at, kind, mark = 0, LineKind.WORDS, ""
    while (quote := _QUOTE.match(raw, at)) is not None:
        at, kind = quote.end(), LineKind.QUOTE
    if (item := _ITEM.match(raw, at)) is not None:
        at, kind, mark = item.end(), LineKind.ITEM, item.group(1) or ""
    if (heading := _HEADING.match(raw, at)) is not None:
        at, kind = heading.end(), LineKind.HEADING
    if (blank := _LEADING.match(raw, at)) is not None:
        at = blank.end()
    end = len(raw.rstrip())
    if end <= at:
        return None
    words, kept, styles = _inline(raw[at:end])
    if not words:
        return None
    return TextLine(words, kind, mark, styles), [(at + a, at + b) for a, b in kept]


def _inline(text: str) -> tuple[str, _Kept, tuple[Styled, ...]]:
    """Words without the marks around them, the ranges that were kept, and what stands out."""
    if len(text) > _MARKS_LIMIT or not any(sign in text for sign in "*_`~[\\"):
        return text, [(0, len(text))], ()
    gone = [False] * len(text)
    shut = [False] * len(text)  # neither a mark nor part of one
    looks: list[tuple[int, int, Look]] = []

    def drop(start: int, end: int) -> None:
        gone[start:end] = [True] * (end - start)
        shut[start:end] = [True] * (end - start)

    for escaped in _ESCAPED.finditer(text):
        if not shut[escaped.start()]:
            drop(escaped.start(), escaped.start() + 1)
            shut[escaped.start(1)] = True
    for code in _CODE_SPAN.finditer(text):
        if not any(shut[code.start() : code.end()]):
            drop(code.start(), code.start(2))
            drop(code.end(2), code.end())
            shut[code.start() : code.end()] = [True] * (code.end() - code.start())
            looks.append((code.start(2), code.end(2), Look.CODE))
    for link in _LINK.finditer(text):
        if link.group(1).strip() and not (shut[link.start()] or shut[link.end() - 1]):
            drop(link.start(), link.start(1))
            drop(link.end(1), link.end())
    # What may not be a mark reads as a letter, so that patterns pass over it.
    for pattern, look in _PAIRS:
        open_text = "".join("x" if s else c for c, s in zip(text, shut, strict=True))
        size = 1 if look is Look.EMPHASIS else 2
        for found in pattern.finditer(open_text):
            drop(found.start(), found.start() + size)
            drop(found.end() - size, found.end())
            looks.append((found.start(1), found.end(1), look))
    return _without(text, gone, looks)


def _without(
    text: str, gone: list[bool], looks: list[tuple[int, int, Look]]
) -> tuple[str, _Kept, tuple[Styled, ...]]:
    kept: _Kept = []
    place = [0] * (len(text) + 1)
    made = 0
    for index, left_out in enumerate(gone):
        place[index] = made
        if left_out:
            continue
        if kept and kept[-1][1] == index:
            kept[-1] = (kept[-1][0], index + 1)
        else:
            kept.append((index, index + 1))
        made += 1
    place[len(text)] = made
    styles = tuple(
        Styled(place[start], place[end], look)
        for start, end, look in sorted(looks)
        if place[start] < place[end]
    )
    return "".join(text[a:b] for a, b in kept), kept, styles
