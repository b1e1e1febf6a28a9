# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Where the words of each answer stand in a document that shows an entry.

The HTML carries empty anchors at the first and the last words of an answer; the regions are the
whole paragraphs between them. What is searched there, others know.
"""

from __future__ import annotations

import re

from PySide6.QtGui import QTextDocument

from logbook.core.entry import AnswerKey

#: What a region holds: all of an answer, or only its prose.
WHOLE, PROSE = "v", "p"
_BEGIN, _END = "b", "e"
_TAG = re.compile(r"(<[^>]*>)")


def place_name(kind: str, key: AnswerKey) -> str:
    """The name of the region of an answer."""
    return kind + f"{key.block}/{key.prompt}/{key.item}".encode().hex()


def with_place(html: str, name: str) -> str:
    """Clean HTML with its first and last words marked as the region of this name."""
    pieces = _TAG.split(html)
    words = [place for place, piece in enumerate(pieces) if place % 2 == 0 and piece.strip()]
    if not words:
        return html
    for place, mark in ((words[-1], _END), (words[0], _BEGIN)):
        before = _before_link(pieces, place)
        pieces[before] = f'<a name="{mark}{name}"></a>{pieces[before]}'
    return "".join(pieces)


def _before_link(pieces: list[str], place: int) -> int:
    """This place, or that of the link around it: anchors do not go into each other."""
    for tag in range(place - 1, 0, -2):
        if pieces[tag].startswith("</a"):
            return place
        if pieces[tag].startswith("<a ") and "href=" in pieces[tag]:
            return tag
    return place


def regions(document: QTextDocument) -> dict[str, tuple[int, int]]:
    """Begin and end of every region in a document, by its name, in Qt's count."""
    begins: dict[str, int] = {}
    found: dict[str, tuple[int, int]] = {}
    block = document.begin()
    while block.isValid():
        fragments = block.begin()
        while not fragments.atEnd():
            for name in fragments.fragment().charFormat().anchorNames():
                if name.startswith(_BEGIN):
                    begins.setdefault(name[1:], block.position())
                elif name.startswith(_END) and name[1:] in begins:
                    found[name[1:]] = begins[name[1:]], block.position() + block.length() - 1
            fragments += 1  # type: ignore[operator]  # the stubs do not know that it steps
        block = block.next()
    return found
