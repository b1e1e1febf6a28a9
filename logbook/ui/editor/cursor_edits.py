# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Edits of Markdown at a text cursor, each one step to undo: emphasis, private marks, new lines.

What is written where is decided by `edits` and `private_marks`; here it reaches the document.
"""

from __future__ import annotations

import sys

from PySide6.QtGui import QTextCursor, QTextDocument

from logbook.ui.editor.edits import has_emphasis, next_line_start, toggle_emphasis
from logbook.ui.editor.private_marks import toggle_private

PARAGRAPH = "\u2029"
#: Shorter texts are read whole: that is the surest way.
_LONG = 2_000


def as_lines(raw: str) -> str:
    """Text of a document with the line ends we store."""
    return raw.replace(PARAGRAPH, "\n")


def with_change(
    text: str, document: QTextDocument, changes: list[tuple[int, int, int]]
) -> str | None:
    """The text of a document after one change; None when all of it has to be read.

    Args:
        text: what it was before.
        changes: as the document told them: position, how many went, how many came. Qt counts
            UTF-16 and sometimes the end of the last line, so that only a change that leads to the
            right length in plain characters is taken.
    """
    if len(changes) != 1 or len(text) < _LONG:
        return None
    position, removed, added = changes[0]
    length = document.characterCount() - 1
    if position + removed > len(text) or position + added > length:
        return None
    if len(text) - removed + added != length or not _has_plain_length(text):
        return None
    if added == 1:
        # One letter: a cursor there would work out where on the line it stands.
        came = as_lines(document.characterAt(position))
    else:
        cursor = QTextCursor(document)
        cursor.setPosition(position)
        cursor.setPosition(position + added, QTextCursor.MoveMode.KeepAnchor)
        came = as_lines(cursor.selectedText())
    if len(came) != added or not _has_plain_length(came):
        return None
    return text[:position] + came + text[position + removed :]


def _has_plain_length(text: str) -> bool:
    """Whether each character is one of UTF-16; asks no character one by one."""
    # Python keeps a text with one larger character at four bytes each.
    return text.isascii() or sys.getsizeof(text) < len(text) * 3


def toggle_emphasis_at(cursor: QTextCursor, mark: str) -> QTextCursor:
    """Wrap the selection or the word in a mark, or unwrap it; the cursor to go on with."""
    if not cursor.hasSelection():
        cursor.select(QTextCursor.SelectionType.WordUnderCursor)
    selected = as_lines(cursor.selectedText())
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    size = len(mark)
    cursor.beginEditBlock()
    if has_emphasis(_near(cursor, start, -3), _near(cursor, end, 3), mark):
        _replace(cursor, end, end + size, "")
        _replace(cursor, start - size, start, "")
        start, end = start - size, end - size
    else:
        new = toggle_emphasis(selected, mark) if selected.strip() else selected + mark * 2
        _replace(cursor, start, end, new)
        end = start + _units(new)
        if not selected.strip():
            start = end = end - size
    cursor.endEditBlock()
    return _select(cursor, start, end)


def toggle_private_at(cursor: QTextCursor, text: str) -> QTextCursor:
    """Make the selection or the word private, or public again; the cursor to go on with.

    Args:
        text: all of the text, as stored.
    """
    if not cursor.hasSelection():
        cursor.select(QTextCursor.SelectionType.WordUnderCursor)
    data = text.encode("utf-16-le")

    def characters(units: int) -> int:
        return len(data[: units * 2].decode("utf-16-le"))

    start, end = characters(cursor.selectionStart()), characters(cursor.selectionEnd())
    marking = toggle_private(text, start, end)
    cursor.beginEditBlock()
    for first, last, new in marking.edits:
        _replace(cursor, _units(text[:first]), _units(text[:last]), new)
        text = text[:first] + new + text[last:]
    cursor.endEditBlock()
    return _select(cursor, _units(text[: marking.start]), _units(text[: marking.end]))


def put_text(document: QTextDocument, old: str, new: str) -> QTextCursor | None:
    """Turn one text into another in one step; the cursor behind what came, None for no change.

    Args:
        old: all of the text, as it is stored.
    """
    if old == new:
        return None
    head = 0
    shortest = min(len(old), len(new))
    while head < shortest and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < shortest - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    cursor = QTextCursor(document)
    cursor.setPosition(_units(old[:head]))
    cursor.setPosition(_units(old[: len(old) - tail]), QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(new[head : len(new) - tail])
    return cursor


def break_line_at(cursor: QTextCursor, *, plain: bool) -> None:
    """Begin a new line; a list or quote goes on there unless `plain`."""
    at = cursor.positionInBlock() if not cursor.hasSelection() else None
    move, keep = QTextCursor.MoveOperation, QTextCursor.MoveMode.KeepAnchor
    start: str | None = ""
    if not plain and at is not None:
        ahead = QTextCursor(cursor)
        ahead.movePosition(move.StartOfBlock, keep)
        start = next_line_start(ahead.selectedText()) if ahead.hasSelection() else ""
    cursor.beginEditBlock()
    if start is None and at is not None and not cursor.atBlockEnd():
        start = ""
    if start is None:
        cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        cursor.movePosition(move.StartOfBlock)
        cursor.movePosition(move.EndOfBlock, keep)
        cursor.removeSelectedText()
    else:
        cursor.insertText("\n" + start)
    cursor.endEditBlock()


def _replace(cursor: QTextCursor, start: int, end: int, text: str) -> None:
    other = QTextCursor(cursor)
    other.setPosition(start)
    other.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    other.insertText(text)


def _select(cursor: QTextCursor, start: int, end: int) -> QTextCursor:
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _near(cursor: QTextCursor, position: int, count: int) -> str:
    """Up to so many characters of the line before or after a position."""
    other = QTextCursor(cursor)
    other.setPosition(position)
    move = QTextCursor.MoveOperation
    step = move.NextCharacter if count > 0 else move.PreviousCharacter
    other.movePosition(step, QTextCursor.MoveMode.KeepAnchor, abs(count))
    return other.selectedText().split(PARAGRAPH)[0 if count > 0 else -1]


def _units(text: str) -> int:
    """How long Qt takes a text to be: in UTF-16."""
    return len(text.encode("utf-16-le")) // 2
