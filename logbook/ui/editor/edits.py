# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What keys do to Markdown: wrap and unwrap emphasis, go on with a list. Pure; knows no Qt."""

from __future__ import annotations

import re
from collections.abc import Callable

_ITEM = re.compile(r"((?:[ \t]*>)*[ \t]*)(?:([-*+])|(\d{1,9})([.)]))([ \t]+)(\[[ xX]\][ \t]+)?")
_QUOTE = re.compile(r"[ \t]{0,3}>(?:[ \t]*>)*[ \t]?")


def has_emphasis(before: str, after: str, mark: str) -> bool:
    """Whether text between these neighbours is wrapped in exactly this mark (`*` or `**`)."""
    count = min(_stars_at_end(before), _stars_at_start(after))
    return count in (1, 3) if mark == "*" else count >= 2


def toggle_emphasis(selected: str, mark: str) -> str:
    """The text wrapped in the mark, each line by itself; unwrapped when all of it is wrapped."""
    lines = selected.split("\n")
    filled = [line.strip() for line in lines if line.strip()]
    size = len(mark)
    if filled and all(_is_wrapped(line, mark) for line in filled):
        return "\n".join(_inside(line, lambda core: core[size:-size]) for line in lines)
    return "\n".join(_inside(line, lambda core: mark + core + mark) for line in lines)


def _is_wrapped(line: str, mark: str) -> bool:
    return len(line) > 2 * len(mark) and has_emphasis(
        line[: _stars_at_start(line)], line[len(line) - _stars_at_end(line) :], mark
    )


def _inside(line: str, change: Callable[[str], str]) -> str:
    """A line with the part between its outer blanks changed."""
    core = line.strip()
    if not core:
        return line
    begin = line.index(core)
    return line[:begin] + change(core) + line[begin + len(core) :]


def _stars_at_end(text: str) -> int:
    return len(text) - len(text.rstrip("*"))


def _stars_at_start(text: str) -> int:
    return len(text) - len(text.lstrip("*"))


def next_line_start(line: str) -> str | None:
    """What a new line begins with after this line: the next item, the same quote.

    Returns:
        The start of the new line; None when this line holds nothing but its own mark, so that
        the list or quote ends here; "" for an ordinary line.
    """
    item = _ITEM.match(line)
    if item:
        if not line[item.end() :].strip():
            return None
        lead, bullet, number, dot, space, task = item.groups()
        mark = bullet or f"{int(number) + 1}{dot}"
        return f"{lead}{mark}{space}{'[ ] ' if task else ''}"
    quote = _QUOTE.match(line)
    if quote:
        return quote[0] if line[quote.end() :].strip() else None
    return ""
