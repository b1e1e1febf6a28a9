# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A list of short lines with always one empty line to go on in. Knows rows, no draft.

Enter goes on below, Backspace in an empty line takes it away, Alt with an arrow or the handle
moves a line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from logbook.ui.exercise.blocks.row_edit import RowEdit
from logbook.ui.exercise.blocks.tab_order import set_tab_order
from logbook.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Line:
    """One line; `id` is "" while it was never written in."""

    id: str
    text: str


class DragHandle(QLabel):
    """A grip to drag a row by with the mouse; keys move rows another way.

    Signals:
        dragged(QPoint): held above this place of the screen.
        dropped(QPoint): let go there.
    """

    dragged = Signal(QPoint)
    dropped = Signal(QPoint)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip(self.tr("Sleep om te verplaatsen, of druk op Alt met een pijl"))
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.dragged.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.dropped.emit(event.globalPosition().toPoint())

    @Slot()
    def _on_theme_changed(self) -> None:
        self.setPixmap(self._theme.pixmap("grip-vertical", 16, "muted"))


class _LineRow(QWidget):
    """One line with its handle."""

    def __init__(self, theme: Theme, row_id: str, name: str, hint: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.row_id = row_id
        self.handle = DragHandle(theme, self)
        self.edit = RowEdit(theme, name, hint, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.handle)
        row.addWidget(self.edit, 1)


class LineList(QWidget):
    """Lines below each other.

    Args:
        name: what a line is called for a screen reader, with `{number}` in it.
        hint: shown in the empty line.

    Signals:
        line_edited(str, str): id of a line ("" for a new one) and its text.
        line_removed(str): a line was taken away.
        line_moved(str, int): a line goes so many places down (or up, when negative).
        line_sent(str, int): a line goes to the list beside it (-1 left, 1 right).
        focus_left(): the keyboard left a line.
        line_dropped(str, QPoint): a line was dragged to this place of the screen.
    """

    line_edited = Signal(str, str)
    line_removed = Signal(str)
    line_moved = Signal(str, int)
    line_sent = Signal(str, int)
    line_dropped = Signal(str, QPoint)
    focus_left = Signal()

    def __init__(
        self, theme: Theme, name: str, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self._hint = hint
        self._rows: list[_LineRow] = []
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(6)
        self.set_lines(())

    @property
    def edits(self) -> tuple[RowEdit, ...]:
        """The fields in order; the last one is the empty line."""
        return tuple(row.edit for row in self._rows)

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines and an empty one after them; fields that stay keep the keyboard."""
        known = {row.row_id: row for row in self._rows}
        rows = []
        for line in (*lines, Line("", "")):
            row = known.pop(line.id, None) or self._make_row(line.id)
            row.edit.set_text(line.text)
            row.handle.setVisible(bool(line.id))
            rows.append(row)
        for row in known.values():
            row.hide()
            row.deleteLater()
        for place, row in enumerate(rows):
            row.edit.setAccessibleName(self._name.format(number=place + 1))
            row.edit.setPlaceholderText(self._hint if not row.row_id else "")
            if place >= len(self._rows) or self._rows[place] is not row:
                self._body.removeWidget(row)
                self._body.insertWidget(place, row)
        self._rows = rows
        set_tab_order(self, self.edits)
        self.setFocusProxy(rows[-1].edit)

    def name_new(self, row_id: str) -> None:
        """The line that was just begun has this id from now on."""
        self._rows[-1].row_id = row_id

    def focus_line(self, place: int) -> None:
        """Put the keyboard in a line, counted from 0 and not beyond the ends."""
        row = self._rows[max(0, min(place, len(self._rows) - 1))]
        row.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        row.edit.moveCursor(row.edit.textCursor().MoveOperation.End)

    def place_at(self, where: QPoint) -> int | None:
        """The place of the line below a point of the screen; None when it is not in this list."""
        here = self.mapFromGlobal(where)
        if not self.rect().adjusted(0, -20, 0, 20).contains(here):
            return None
        for place, row in enumerate(self._rows):
            if here.y() < row.geometry().center().y():
                return place
        return len(self._rows) - 1

    def _make_row(self, row_id: str) -> _LineRow:
        row = _LineRow(self._theme, row_id, self._name, self._hint, self)
        edit = row.edit
        edit.text_edited.connect(self._on_edit_text_edited)
        edit.focus_left.connect(self.focus_left)
        edit.enter_pressed.connect(self._on_edit_enter_pressed)
        edit.emptied_further.connect(self._on_edit_emptied_further)
        edit.move_requested.connect(self._on_edit_move_requested)
        edit.left_upwards.connect(self._on_edit_left_upwards)
        edit.left_downwards.connect(self._on_edit_left_downwards)
        row.handle.dropped.connect(self._on_handle_dropped)
        return row

    def _sender_place(self) -> int:
        sender = self.sender()
        return next(n for n, row in enumerate(self._rows) if sender in (row.edit, row.handle))

    @Slot()
    def _on_edit_text_edited(self) -> None:
        row = self._rows[self._sender_place()]
        self.line_edited.emit(row.row_id, row.edit.text())

    @Slot()
    def _on_edit_enter_pressed(self) -> None:
        self.focus_line(self._sender_place() + 1)

    @Slot()
    def _on_edit_emptied_further(self) -> None:
        place = self._sender_place()
        row_id = self._rows[place].row_id
        if row_id:
            self.line_removed.emit(row_id)
        self.focus_line(place - 1)

    @Slot(int, int)
    def _on_edit_move_requested(self, right: int, down: int) -> None:
        place = self._sender_place()
        row_id = self._rows[place].row_id
        if row_id and down:
            self.line_moved.emit(row_id, down)
            self.focus_line(min(place + down, len(self._rows) - 2))
        elif row_id and right:
            self.line_sent.emit(row_id, right)

    @Slot()
    def _on_edit_left_upwards(self) -> None:
        self.focus_line(self._sender_place() - 1)

    @Slot()
    def _on_edit_left_downwards(self) -> None:
        self.focus_line(self._sender_place() + 1)

    @Slot(QPoint)
    def _on_handle_dropped(self, where: QPoint) -> None:
        self.line_dropped.emit(self._rows[self._sender_place()].row_id, where)
