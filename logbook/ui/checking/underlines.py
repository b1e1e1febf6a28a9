# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Quiet underlines below unknown words (wavy) and what may be traced (dotted), in one field.

Looks in pauses only, and at no more lines than are in view. Paints over the text: formats, layout
and undo of the document are not touched.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from PySide6.QtCore import QObject, QPoint, QTimer, Signal, Slot
from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from logbook.ui.checking.checker import Line, LineChecker
from logbook.ui.checking.lines import units
from logbook.ui.checking.underline_paint import UnderlinePainter
from logbook.ui.editor.markdown_editor import MarkdownEditor
from logbook.ui.theme import Theme

#: Milliseconds without a key before lines are looked at.
PAUSE = 400
#: The same before dictionary and lists are loaded, which may hold up the window for 0.3 s.
LONG_PAUSE = 1200
#: After scrolling.
_SHORT_PAUSE = 120
#: So much of a line is looked at; one without end would be felt.
_LOOKED_AT = 20_000
#: The state of a line after which a private passage goes on (`MarkdownHighlighter`).
_PRIVATE = 1
_NOWHERE = (0, 0)


class Underlines(QObject):
    """Keeps the underlines of one field true.

    Signals:
        drawn(): what is in view is underlined as far as it is known.
    """

    drawn = Signal()

    def __init__(self, editor: MarkdownEditor, checker: LineChecker, theme: Theme) -> None:
        super().__init__(editor)
        self._editor = editor
        self._checker = checker
        self._theme = theme
        self._shown: list[QTextEdit.ExtraSelection] = []
        self._typing = False
        self._held = False
        self._free = _NOWHERE
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._look)
        self._make_formats()
        self._painter = UnderlinePainter(editor)
        editor.set_paints_over(self._painter.paint)
        editor.document().contentsChange.connect(self._on_contents_change)
        editor.cursorPositionChanged.connect(self._on_cursor_position_changed)
        editor.shown.connect(self._on_view_changed)
        bar = editor.verticalScrollBar()
        bar.valueChanged.connect(self._on_view_changed)
        bar.rangeChanged.connect(self._on_view_changed)
        checker.checked.connect(self._look)
        checker.forgotten.connect(self._look)
        theme.changed.connect(self._on_theme_changed)

    @property
    def marks(self) -> list[QTextEdit.ExtraSelection]:
        """What is underlined now, and how."""
        return list(self._shown)

    def lines(self) -> list[Line]:
        """All lines of the field."""
        lines = []
        block = self._editor.document().firstBlock()
        while block.isValid():
            lines.append(line_of(block))
            block = block.next()
        return lines

    def ranges(self, style: QTextCharFormat.UnderlineStyle) -> list[tuple[int, int]]:
        """What is underlined so now, as positions of the document."""
        return [
            (each.cursor.selectionStart(), each.cursor.selectionEnd())  # type: ignore[attr-defined]
            for each in self._shown
            if each.format.underlineStyle() == style  # type: ignore[attr-defined]
        ]

    @Slot()
    def _look(self) -> None:
        """Draw what is known of the lines in view, and ask for what is not."""
        if not self._editor.isVisible() or self._editor.isReadOnly() or not self._checker.is_on:
            self._show([])
            return
        if self._timer.isActive():
            return  # the user types
        blocks = list(self._in_view())
        lines = [line_of(block) for block in blocks]
        self._draw(blocks, lines)
        wanted = [line for line in lines if line[0].strip() and self._checker.known(line) is None]
        if wanted:
            self._checker.want(wanted)
        else:
            self.drawn.emit()

    def _in_view(self) -> Iterator[QTextBlock]:
        view = self._editor.viewport().rect()
        block = self._editor.cursorForPosition(view.topLeft()).block()
        last = self._editor.cursorForPosition(view.bottomRight()).blockNumber()
        while block.isValid() and block.blockNumber() <= last:
            yield block
            block = block.next()

    def _draw(self, blocks: list[QTextBlock], lines: list[Line]) -> None:
        marks: list[QTextEdit.ExtraSelection] = []
        unknown_yet: set[int] = set()
        self._held = False
        for block, line in zip(blocks, lines, strict=True):
            found = self._checker.known(line)
            if found is None:
                unknown_yet.add(block.blockNumber())
                continue
            for start, end in found.unknown:
                mark = self._mark(block, line[0], start, end, self._wave)
                if self._is_being_typed(mark.cursor):  # type: ignore[attr-defined]
                    self._held = True
                else:
                    marks.append(mark)
            for finding in found.findings:
                marks.append(self._mark(block, line[0], finding.start, finding.end, self._dots))
        if unknown_yet:
            # What stands there keeps its underline until it was looked at again.
            marks += [
                each
                for each in self._shown
                if each.cursor.blockNumber() in unknown_yet  # type: ignore[attr-defined]
            ]
        self._show(marks)

    def _mark(
        self, block: QTextBlock, text: str, start: int, end: int, look: QTextCharFormat
    ) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + units(text, start))
        cursor.setPosition(block.position() + units(text, end), QTextCursor.MoveMode.KeepAnchor)
        mark.cursor = cursor  # type: ignore[attr-defined]
        mark.format = look  # type: ignore[attr-defined]
        return mark

    def _is_being_typed(self, word: QTextCursor) -> bool:
        place = self._editor.textCursor().position()
        return self._typing and self._editor.hasFocus() and word.selectionEnd() == place

    def _show(self, marks: list[QTextEdit.ExtraSelection]) -> None:
        if marks or self._shown:
            self._shown = marks
            self._free = _NOWHERE
            self._painter.set_marks(marks)

    def _make_formats(self) -> None:
        style = QTextCharFormat.UnderlineStyle
        self._wave, self._dots = QTextCharFormat(), QTextCharFormat()
        self._wave.setUnderlineStyle(style.WaveUnderline)
        self._wave.setUnderlineColor(self._theme.color("rose"))
        self._dots.setUnderlineStyle(style.DotLine)
        self._dots.setUnderlineColor(self._theme.color("ochre"))

    @Slot(int, int, int)
    def _on_contents_change(self, position: int, removed: int, added: int) -> None:
        self._typing = True
        self._checker.hold()
        self._timer.start(PAUSE if self._checker.is_ready else LONG_PAUSE)
        low, high = self._free
        if low < position and position + removed < high:
            # The next key of many: between the same two underlines as the one before.
            self._free = (low, high + added - removed)
        elif self._shown:
            self._drop_touched(position, position + added)

    def _drop_touched(self, first: int, last: int) -> None:
        """Take underlines away that touch a change, and remember where there are none."""
        low, high = -1, sys.maxsize
        left = []
        for each in self._shown:
            cursor = each.cursor  # type: ignore[attr-defined]
            start, end = cursor.selectionStart(), cursor.selectionEnd()
            if end < first:
                low = max(low, end)
            elif start > last:
                high = min(high, start)
            else:
                continue
            left.append(each)
        if len(left) < len(self._shown):
            self._show(left)
        self._free = (low, high)

    @Slot()
    def _on_cursor_position_changed(self) -> None:
        # Each key moves the cursor too, but then the timer runs already.
        if not self._timer.isActive():
            self._typing = False
            if self._held:
                self._timer.start(_SHORT_PAUSE)

    @Slot()
    def _on_view_changed(self) -> None:
        if not self._timer.isActive():
            self._timer.start(_SHORT_PAUSE if self._checker.is_ready else LONG_PAUSE)

    @Slot()
    def _on_theme_changed(self) -> None:
        self._make_formats()
        self._show([])
        self._on_view_changed()


def line_of(block: QTextBlock) -> Line:
    """The words of a line, and whether it begins in a private passage."""
    before = block.previous()
    return block.text()[:_LOOKED_AT], before.isValid() and before.userState() == _PRIVATE


def start_of(editor: MarkdownEditor, point: QPoint) -> QTextCursor | None:
    """A cursor at the words under a point of the viewport; None beside them."""
    cursor = editor.cursorForPosition(point)
    place = editor.cursorRect(cursor)
    near = abs(place.center().x() - point.x()) <= 2 * max(place.height(), 1)
    return cursor if near and place.top() <= point.y() <= place.bottom() else None
