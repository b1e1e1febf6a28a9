# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Options below each other, of which one or several can be chosen. Knows no draft."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from logbook.core.exercise import Option
from logbook.ui.theme import Theme
from logbook.ui.widgets.labels import PlainLabel

_WALK: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class OptionRow(QWidget):
    """A box or round button with a text that may be long; pressing the text presses the box."""

    def __init__(self, theme: Theme, option: Option, single: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.option = option
        self.box: QAbstractButton = QRadioButton(self) if single else QCheckBox(self)
        # Exclusive choice is arranged by OptionList, which also lets a choice be taken back.
        self.box.setAutoExclusive(False)
        self.box.setAccessibleName(option.text)
        self._label = PlainLabel(option.text, "body", self, wrap=True)
        self._label.setCursor(Qt.CursorShape.PointingHandCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(6))
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._label, 1, Qt.AlignmentFlag.AlignVCenter)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.box.setFocus()
            self.box.click()


class OptionList(QWidget):
    """Boxes for several options, or round buttons when only one can be chosen.

    Signals:
        toggled(str, bool): the user chose an option, or took the choice back.
    """

    toggled = Signal(str, bool)

    def __init__(
        self, theme: Theme, options: Sequence[Option], single: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.single = single
        self.rows = [OptionRow(theme, option, single, self) for option in options]
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(4)
        for row in self.rows:
            row.box.clicked.connect(self._on_box_clicked)
            row.box.installEventFilter(self)
            body.addWidget(row)
        if self.rows:
            self._let_tab_stop_at(self.rows[0].box)

    def box(self, option_id: str) -> QAbstractButton:
        """The button of an option."""
        return next(row.box for row in self.rows if row.option.id == option_id)

    def set_chosen(self, chosen: Sequence[str]) -> None:
        """Show a choice, by code."""
        for row in self.rows:
            row.box.setChecked(row.option.id in chosen)
        first = next((row.box for row in self.rows if row.box.isChecked()), None)
        if first is not None:
            self._let_tab_stop_at(first)

    def put_below(self, option_id: str, widget: QWidget) -> None:
        """Show something about an option right below it."""
        row = next(row for row in self.rows if row.option.id == option_id)
        body = self.layout()
        assert isinstance(body, QVBoxLayout), "the list has a column"
        body.removeWidget(widget)
        body.insertWidget(body.indexOf(row) + 1, widget)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = _WALK.get(event.key(), 0)
            if step:
                self._walk(watched, step)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if isinstance(watched, QAbstractButton):
                    watched.click()
                return True
        return super().eventFilter(watched, event)

    def _walk(self, watched: QObject, step: int) -> None:
        boxes = [row.box for row in self.rows]
        place = next((n for n, box in enumerate(boxes) if box is watched), 0) + step
        if 0 <= place < len(boxes):
            self._let_tab_stop_at(boxes[place])
            boxes[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def _let_tab_stop_at(self, box: QAbstractButton) -> None:
        """Round buttons are one stop for Tab, as everywhere; arrows walk between them."""
        if self.single:
            for row in self.rows:
                here = row.box is box
                policy = Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus
                row.box.setFocusPolicy(policy)
                row.box.setProperty("reached_otherwise", not here)
        self.setFocusProxy(box if self.single else self.rows[0].box)

    @Slot()
    def _on_box_clicked(self) -> None:
        box = self.sender()
        for row in self.rows:
            if row.box is box:
                self._let_tab_stop_at(row.box)
                self.toggled.emit(row.option.id, row.box.isChecked())
                return
