# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Links between entries: `[Title](entry:ID)` in the text of an answer."""

from __future__ import annotations

import re
from collections.abc import Iterable

from logbook.core.constants import ENTRY_SCHEME as ENTRY_SCHEME

_LINK = re.compile(r"\]\(entry:([0-9A-Za-z][0-9A-Za-z_.-]{0,63})\)")
_WHOLE = re.compile(r"\[([^\[\]]*)" + _LINK.pattern)
#: What else holds an id: a definition, an address in pointed brackets, words that were pasted.
_BARE = re.compile(r"<?\bentry:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}>?", re.IGNORECASE)
_NOT_IN_TITLE = re.compile(r"[\[\]\\]")


def linked_ids(texts: Iterable[str]) -> tuple[str, ...]:
    """The ids these texts link to, each once, in order of appearance."""
    found: dict[str, None] = {}
    for text in texts:
        if ENTRY_SCHEME in text:
            found.update(dict.fromkeys(_LINK.findall(text)))
    return tuple(found)


def link_to(entry_id: str, title: str) -> str:
    """The Markdown of a link to an entry; brackets in its title are left out."""
    words = " ".join(_NOT_IN_TITLE.sub("", title).split())
    return f"[{words or 'notitie'}](entry:{entry_id})"


def without_links(text: str) -> str:
    """The text with the title of each link in its place, for where nothing can be opened.

    No id of an entry stays, however it was written: it tells when the entry was made.
    """
    if "entry:" not in text.lower():
        return text
    # A title with brackets of its own keeps them all; the address goes in any case.
    return _BARE.sub("", _LINK.sub("]", _WHOLE.sub(r"\1", text)))
