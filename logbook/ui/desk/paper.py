# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Page breaks of a document: what belongs together does not fall apart over two pages.

Qt breaks pages between any two lines; blocks say themselves which others they belong to.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntFlag

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextFormat

#: The property of a block's format that holds its `Keep`.
KEEP = int(QTextFormat.Property.UserProperty.value) + 1
#: A block of at most this share of a page is not divided to stay with the one above it.
_WHOLE = 0.2
_LINES = 2
#: A picture right at the edge of a page would leave a line on the page before.
_EDGE = 2


class Keep(IntFlag):
    """With which of its neighbours a block stays on one page."""

    NONE = 0
    WITH_NEXT = 1
    WITH_BEFORE = 2


def keep_together(document: QTextDocument) -> None:
    """Begin a new page above what would fall apart; the page size is known."""
    page = document.pageSize().height()
    layout = document.documentLayout()
    for first, last in _groups(document):
        top = layout.blockBoundingRect(first).top()
        bottom = layout.blockBoundingRect(last).top() + _height(document, last, page)
        # What is higher than a page falls apart anyway.
        if top // page != (bottom - 1) // page and bottom - top < page:
            form = first.blockFormat()
            form.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
            form.setTopMargin(_EDGE)
            QTextCursor(first).setBlockFormat(form)
            # Qt would leave the lines below it as high as they were before: nothing.
            document.markContentsDirty(0, document.characterCount())


def _groups(document: QTextDocument) -> Iterator[tuple[QTextBlock, QTextBlock]]:
    """The first and the last block of what belongs together; also each block by itself."""
    block = document.begin()
    while block.isValid():
        first = block
        while _stays(block):
            block = block.next()
        yield first, block
        block = block.next()


def _stays(block: QTextBlock) -> bool:
    after = block.next()
    return after.isValid() and bool(
        _keep(block) & Keep.WITH_NEXT or _keep(after) & Keep.WITH_BEFORE
    )


def _keep(block: QTextBlock) -> Keep:
    return Keep(block.blockFormat().intProperty(KEEP))


def _height(document: QTextDocument, block: QTextBlock, page: float) -> float:
    """How much of the last block of a group has to stand on its page."""
    whole = document.documentLayout().blockBoundingRect(block).height()
    lines = block.layout()
    if whole <= page * _WHOLE or lines.lineCount() <= _LINES:
        return whole
    return sum(lines.lineAt(n).height() for n in range(_LINES))
