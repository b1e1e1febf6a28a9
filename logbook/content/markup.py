# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Checks Markdown before any parser sees it: HTML, depth, size, admonitions.

Knows what may stand in a text and gathers what it refers to; whether a page, file or block is
really there is left to who knows the library.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from logbook.content.cache import ContentCache, text_key
from logbook.content.links import gather_links
from logbook.content.prepared import Prepared, References, prepare
from logbook.content.reporter import Reporter
from logbook.content.scanner import code_lines
from logbook.content.sentences import Mistake, hint, listed

DEPTH = 12
PARAGRAPH_LENGTH = 20_000
ADMONITIONS = ("zorg", "casus", "tip")

# Python-Markdown takes minutes for some thousands of these in one paragraph.
_COSTLY = "[<`"
_COSTLY_IN_PARAGRAPH = 400
_COSTLY_IN_FILE = 4_000
_MARKS = "*_'\""
_MARKS_IN_PARAGRAPH = 2_000
# Signs times the length of their paragraph, summed: what the search for closing signs costs.
_WORK_IN_FILE = 5_000_000
HEADINGS_MOST = 300

_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_AUTOLINK = re.compile(r"<(?:https?://[^\s<>]*|mailto:[^\s<>]*|[^\s<>@]+@[^\s<>@]+)>")
_ADMONITION_LINE = re.compile(r"^[ \t]*!!!.*$", re.MULTILINE)
_ADMONITION = re.compile(r'( *)!!! ?([\w-]+)(?: +"[^"]*")? *')
_ATTRIBUTES = re.compile(r"\{:?[ \t]*(?:[#.][A-Za-z]|[A-Za-z_][\w-]*=)")
_HEADING_TRIED = re.compile(r"#{1,6}(?!#)")
_PREFIX = re.compile(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+[ \t>]*)*")
_MARKER = re.compile(r"[-*+]|\d{1,9}[.)]")


def check_markup(
    lines: Sequence[str],
    start: int,
    code: frozenset[int],
    heading_lines: frozenset[int],
    reporter: Reporter,
) -> References:
    """Check the body that begins at index `start` and gather what it refers to."""
    text = prepare(lines, start, code)
    references = References()
    if not _check_sizes(text, reporter):
        return references  # what follows may be slow on such a text
    if "<" in text.masked:
        _check_tags(text, reporter)
    if "!!!" in text.masked:
        _check_admonitions(text, references, reporter)
    if "{" in text.masked:
        for found in _ATTRIBUTES.finditer(text.masked):
            number = text.line_of(found.start())
            # A heading that cannot be one was told of already.
            if number not in heading_lines and not _HEADING_TRIED.match(lines[number - 1]):
                reporter.add(number, Mistake.ATTRIBUTES_ELSEWHERE)
    _check_depth(lines, start, code, reporter)
    if "[" in text.masked:
        gather_links(text, references, reporter)
    return references


def remembered(
    kind: str,
    lines: Sequence[str],
    reporter: Reporter,
    cache: ContentCache | None,
    check: Callable[[], References],
) -> References:
    """What `check` gathers; not checked again when the same text was found faultless before.

    Args:
        kind: "exercise" or "page", which are checked in different ways.
    """
    if cache is None:
        return check()
    key = text_key(kind, "\n".join(lines))
    kept = cache.get(key)
    if kept is not None:
        return References.from_json(kept)
    before = len(reporter.problems)
    references = check()
    if len(reporter.problems) == before:
        cache.keep(key, references.to_json())
    return references


def check_page(lines: Sequence[str], start: int, reporter: Reporter) -> References:
    """As `check_markup`, for a text whose headings are only headings."""
    code = code_lines(lines, start, reporter)
    headings = frozenset(
        number
        for number, line in enumerate(lines, 1)
        if number > start and line.startswith("#") and number not in code
    )
    if len(headings) > HEADINGS_MOST:
        reporter.add(min(headings), Mistake.TOO_MANY_HEADINGS, limit=HEADINGS_MOST)
        return References()
    return check_markup(lines, start, code, headings, reporter)


def _check_sizes(text: Prepared, reporter: Reporter) -> bool:
    raw = text.raw
    costly = _count(raw, _COSTLY)
    if costly > _COSTLY_IN_FILE:
        reporter.add(text.first, Mistake.TOO_MANY_SIGNS)
        return False
    if (
        costly <= _COSTLY_IN_PARAGRAPH
        and _count(raw, _MARKS) <= _MARKS_IN_PARAGRAPH
        and len(raw) <= PARAGRAPH_LENGTH
    ):
        return True
    fine = True
    offset = work = 0
    for paragraph in raw.split("\n\n"):
        if len(paragraph) > PARAGRAPH_LENGTH:
            fine = False
            reporter.add(text.line_of(offset), Mistake.PARAGRAPH_TOO_LONG, limit=PARAGRAPH_LENGTH)
        elif (
            (costly := _count(paragraph, _COSTLY)) > _COSTLY_IN_PARAGRAPH
            or _count(paragraph, _MARKS) > _MARKS_IN_PARAGRAPH
            or (work := work + costly * len(paragraph)) > _WORK_IN_FILE
        ):
            fine = False
            reporter.add(text.line_of(offset), Mistake.TOO_MANY_SIGNS)
        offset += len(paragraph) + 2
    return fine


def _count(text: str, signs: str) -> int:
    return sum(text.count(sign) for sign in signs)


def _check_tags(text: Prepared, reporter: Reporter) -> None:
    for found in _TAG.finditer(text.masked):
        if _AUTOLINK.match(text.masked, found.start()) is None:
            shown = text.raw[found.start() : found.start() + 30].split("\n")[0]
            shown = shown.split(">")[0] + (">" if ">" in shown else "…")
            reporter.add(text.line_of(found.start()), Mistake.RAW_HTML, text=shown)


def _check_admonitions(text: Prepared, references: References, reporter: Reporter) -> None:
    for found in _ADMONITION_LINE.finditer(text.masked):
        number = text.line_of(found.start())
        match = _ADMONITION.fullmatch(found[0])
        if match is None:
            reporter.add(number, Mistake.ADMONITION_FORM)
            continue
        kind = match[2]
        if kind not in ADMONITIONS:
            reporter.add(
                number,
                Mistake.ADMONITION_KIND,
                name=kind,
                hint=hint(kind, ADMONITIONS),
                choices=listed(ADMONITIONS),
            )
            continue
        under = text.raw[found.end() :].lstrip("\n").split("\n", 1)[0]
        if not under.startswith(match[1] + "    ") and not under.startswith("\t"):
            reporter.add(number, Mistake.ADMONITION_EMPTY)
        references.admonitions.append((number, kind))


def _check_depth(
    lines: Sequence[str], start: int, code: frozenset[int], reporter: Reporter
) -> None:
    for number in range(start + 1, len(lines) + 1):
        line = lines[number - 1]
        if not line or line[0] not in " \t>-*+0123456789" or number in code:
            continue
        prefix = _PREFIX.match(line)
        if prefix is None or prefix.end() < DEPTH or not line.strip():
            continue
        lead = prefix[0]
        width = len(lead.expandtabs(4)) - len(lead.lstrip(" \t").expandtabs(4))
        depth = width // 4 + lead.count(">") + len(_MARKER.findall(lead))
        if depth > DEPTH:
            reporter.add(number, Mistake.TOO_DEEP, limit=DEPTH)
