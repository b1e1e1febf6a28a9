# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Links to other entries in a line of text: the one being typed, and the one at a place. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

#: What is typed to be offered titles.
OPENING = "[["
#: Words to search with, up to eighty signs.
_TYPED = re.compile(r"\[\[([^\[\]]{0,80})$")
_LINK = re.compile(r"\[[^\[\]]*\]\(entry:([0-9A-Za-z][0-9A-Za-z_.-]{0,63})\)")


@dataclass(frozen=True, slots=True)
class Typed:
    """Words behind an opening, and where in the line that opening stands."""

    start: int
    words: str


def typed_before(line: str, place: int) -> Typed | None:
    """The opening that the text cursor stands behind; None when there is none."""
    found = _TYPED.search(line[:place])
    return Typed(found.start(), found[1]) if found else None


def entry_at(line: str, place: int) -> str:
    """The id that the link around this place leads to; "" without one."""
    return next((m[1] for m in _LINK.finditer(line) if m.start() <= place <= m.end()), "")
