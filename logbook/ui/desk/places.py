# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Places in the text of a packet: words that are sought, sentences, lines below each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from logbook.ui.desk.packet_document import Shown, width

Span = tuple[int, int]

_SENTENCE = re.compile(r"\S[^.!?\u2026]*(?:[.!?\u2026]+[\"\u201d\u2019')\]]*|$)")
#: More places than this of one word are not shown.
_MOST = 1_000


def places_of(text: str, words: Iterable[str]) -> list[Span]:
    """Where words stand in the text of a document, in order; case makes no difference."""
    found = []
    for word in words:
        for number, match in enumerate(re.finditer(re.escape(word), text, re.IGNORECASE)):
            if number == _MOST:
                break
            start = width(text[: match.start()])
            found.append((start, start + width(match[0])))
    return sorted(found)


def sentence_beside(lines: Iterable[Shown], place: int, step: int) -> Span | None:
    """The first sentence of an answer that ends after a place; with a step of -1 the one before."""
    spans = [
        (line.at + width(line.text[: match.start()]), line.at + width(line.text[: match.end()]))
        for line in lines
        for match in _SENTENCE.finditer(line.text)
    ]
    if step > 0:
        beside = [s for s in spans if s[1] > place][:1]
    else:
        beside = [s for s in spans if s[0] < place][-1:]
    return beside[0] if beside else None


def levels_of(spans: Mapping[str, Span], most: int) -> dict[str, int]:
    """At which depth the line under each span goes, so that overlapping ones stay apart.

    Args:
        spans: by name, in order of their beginning.
    """
    ends: list[int] = []
    found = {}
    for name, (start, end) in spans.items():
        level = next((n for n, e in enumerate(ends) if e <= start), len(ends))
        if level == len(ends):
            ends.append(end)
        else:
            ends[level] = end
        found[name] = level % most
    return found
