# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Words of a reader as Markdown that says just these words: what they wrote is never markup."""

from __future__ import annotations

import re

from logbook.core.private import MARK

_SIGNS = re.compile(r"[\\`*_\[\]|]")
_LINE_START = re.compile(r"^([ \t]*)(#|>|[-+](?=[ \t]|$)|=+|\d{1,9}(?=[.)]))", re.MULTILINE)
_NUMBER = re.compile(r"^\d+$")


def as_markdown(text: str) -> str:
    """Plain words as Markdown that shows them as they are."""
    made = _SIGNS.sub(lambda found: "\\" + found[0], text.replace(MARK, "% %"))
    return _LINE_START.sub(_kept, made)


def quoted(text: str) -> str:
    """Plain words as a quote."""
    return "\n".join(f"> {line}".rstrip() for line in as_markdown(text).split("\n"))


def _kept(found: re.Match[str]) -> str:
    sign = found[2]
    if _NUMBER.match(sign):
        return found[1] + sign + "\\"
    return f"{found[1]}\\{sign}"
