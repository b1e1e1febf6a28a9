# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Finds every link and picture in a checked text and refuses targets that lead elsewhere.

Nothing is opened here: web addresses are text until the user asks for them, local files and
pages are gathered for who knows whether they exist.
"""

from __future__ import annotations

import re

from logbook.content.prepared import Prepared, References
from logbook.content.reporter import Reporter
from logbook.content.sentences import Mistake

_SIGN = re.compile(r"\\.|!?\[|\](?:[(:\[])?|\n\n", re.DOTALL)
_TARGET = re.compile(r"[ \t\n]*(?:<([^<>\n]*)>|([^\s()]*(?:\([^\s()]*\)[^\s()]*)*))")
_TITLE_AND_END = re.compile(r"(?:[ \t\n]+(?:\"[^\"\n]*\"|'[^'\n]*'|\([^()\n]*\)))?[ \t\n]*\)")
_DEFINED = re.compile(r"[ \t]*\n?[ \t]*<?([^\s<>]+)")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):")
_UNSEEN = re.compile("[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")

PICTURE_ENDINGS = (".svg", ".png", ".jpg", ".jpeg")


def gather_links(text: Prepared, references: References, reporter: Reporter) -> None:
    """Add what the links of a text refer to; mistakes go to the reporter."""
    masked = text.masked
    open_marks: list[tuple[bool, int]] = []
    for found in _SIGN.finditer(masked):
        sign = found[0]
        if sign[0] == "\\":
            continue
        if sign == "\n\n":
            open_marks.clear()
        elif sign[-1] == "[" and sign[0] != "]":
            open_marks.append((sign[0] == "!", found.start()))
        elif sign[0] == "]" and open_marks:
            picture, opened = open_marks.pop()
            line = text.line_of(opened)
            if sign == "](":
                _inline(masked, found.end(), line, picture, references, reporter)
            elif picture:
                reporter.add(line, Mistake.PICTURE_FORM)
            elif sign == "]:" and _starts_line(masked, opened) and masked[opened + 1] != "^":
                defined = _DEFINED.match(masked, found.end())
                if defined:
                    _sort(defined[1], line, False, references, reporter)
            if sign == "][":
                open_marks.append((False, found.end() - 1))


def _starts_line(text: str, offset: int) -> bool:
    return not text[text.rfind("\n", 0, offset) + 1 : offset].strip(" \t>")


def _inline(
    masked: str,
    offset: int,
    line: int,
    picture: bool,
    references: References,
    reporter: Reporter,
) -> None:
    match = _TARGET.match(masked, offset)
    target = (match[1] or match[2] or "") if match else ""
    if match is None or not target or _TITLE_AND_END.match(masked, match.end()) is None:
        reporter.add(line, Mistake.PICTURE_FORM if picture else Mistake.LINK_BROKEN)
        return
    _sort(target, line, picture, references, reporter)


def _sort(
    target: str, line: int, picture: bool, references: References, reporter: Reporter
) -> None:
    """Put a target where it belongs, read as the boldest reader would read it."""
    plain = decoded(target)
    lower = plain.lower()
    scheme = _SCHEME.match(lower)
    absolute = lower.startswith(("/", "\\")) or "\\" in lower or (scheme and len(scheme[1]) == 1)
    if picture and ((scheme and not absolute) or lower.startswith("//")):
        reporter.add(line, Mistake.PICTURE_REMOTE, target=target)
    elif absolute:
        reporter.add(
            line, Mistake.PICTURE_OUTSIDE if picture else Mistake.LINK_OUTSIDE, target=target
        )
    elif picture:
        if lower.endswith(PICTURE_ENDINGS):
            references.pictures.append((line, plain))
        else:
            reporter.add(line, Mistake.PICTURE_KIND, target=target)
    elif scheme is None:
        if not plain.startswith("#"):
            references.files.append((line, plain.partition("#")[0]))
    elif scheme[1] == "naslag":
        references.pages.append((line, plain[scheme.end() :].partition("#")[0]))
    elif scheme[1] == "answer":
        references.answers.append((line, plain[scheme.end() :]))
    elif scheme[1] not in {"http", "https", "mailto"}:
        reporter.add(line, Mistake.LINK_SCHEME, target=target)


def decoded(target: str) -> str:
    """A target without entities, percent signs, backslash escapes and unseen signs."""
    plain = target
    if "&" in plain:
        # Not at the top: few targets need it, and it brings a table of all entities.
        from html import unescape

        plain = unescape(plain)
    if "%" in plain:
        from urllib.parse import unquote

        plain = unquote(plain)
    return _UNSEEN.sub("", plain)
