# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""How the lines of a field stand: their height, and where they break."""

from __future__ import annotations

from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument, QTextOption

_LONGEST_WORD = 2000


def wrap_mode(text: str) -> QTextOption.WrapMode:
    """Where the lines of a text break.

    Qt looks for the end of a word at every line of it: without end for a word without end. Then
    lines break anywhere, which costs no more than the length.
    """
    if max(map(len, text.split()), default=0) > _LONGEST_WORD:
        return QTextOption.WrapMode.WrapAnywhere
    return QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere


def set_line_height(document: QTextDocument, percent: int) -> None:
    """Give every line this part of its natural height; what could be undone no longer can be."""
    block = QTextBlockFormat()
    block.setLineHeight(percent, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    document.setUndoRedoEnabled(False)
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.mergeBlockFormat(block)
    document.setUndoRedoEnabled(True)
