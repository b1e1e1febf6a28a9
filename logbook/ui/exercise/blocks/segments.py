# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A few short choices beside each other, of which one can be on. Knows no draft."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from logbook.core.exercise import Option
from logbook.ui.widgets.columns import FlowLayout
from logbook.ui.widgets.rover import Rover

_SPACING = 4
_STEPS: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Segment(QRadioButton):
    """One choice: a circle with its word, tinted when it is on.

    Signals:
        stepped(int): an arrow up (-1) or down (1).
    """

    stepped = Signal(int)

    def __init__(self, option: Option, name: str, parent: QWidget) -> None:
        super().__init__(option.text, parent)
        self.option = option
        self.setProperty("role", "segment")
        # Segments arranges that one is on, and lets it be taken back.
        self.setAutoExclusive(False)
        self.setAccessibleName(f"{name}: {option.text}" if name else option.text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        elif event.key() in _STEPS:
            self.stepped.emit(_STEPS[event.key()])
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()


class Segments(QWidget):
    """Choices in a row, one stop for Tab: arrows walk, Space or Enter chooses.

    Args:
        name: what is chosen, said before each choice.
        always_one: a second press does not take the choice back.

    Signals:
        chosen(str): the id of the choice, "" when it was taken back.
        stepped(int): an arrow up (-1) or down (1): to what stands above or below.
    """

    chosen = Signal(str)
    stepped = Signal(int)

    def __init__(
        self,
        options: Sequence[Option],
        name: str,
        parent: QWidget,
        *,
        always_one: bool = False,
    ) -> None:
        super().__init__(parent)
        self._always_one = always_one
        self.segments = [Segment(option, name, self) for option in options]
        flow = FlowLayout(self, spacing=_SPACING)
        for segment in self.segments:
            segment.clicked.connect(self._on_segment_clicked)
            segment.stepped.connect(self.stepped)
            flow.addWidget(segment)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._rover = Rover(self, (Qt.Key.Key_Left,), (Qt.Key.Key_Right,))
        self._rover.set_widgets(self.segments)
        self.setFocusProxy(self.segments[0])

    @property
    def choice(self) -> str:
        """The id of what is on; "" for nothing."""
        return next((each.option.id for each in self.segments if each.isChecked()), "")

    def row_width(self) -> int:
        """How wide the choices are when they stand beside each other."""
        widths = [each.sizeHint().width() for each in self.segments]
        return sum(widths) + _SPACING * (len(widths) - 1)

    def keep_in_one_row(self, kept: bool) -> None:
        """Whether the choices may not go on at a next line."""
        self.setMinimumWidth(self.row_width() if kept else 0)

    def segment(self, option_id: str) -> Segment:
        """The button of a choice."""
        return next(each for each in self.segments if each.option.id == option_id)

    def set_choice(self, option_id: str) -> None:
        """Show a choice, by code; "" for nothing."""
        for each in self.segments:
            each.setChecked(each.option.id == option_id)
        stop = next((each for each in self.segments if each.isChecked()), None)
        if stop is not None and not any(each.hasFocus() for each in self.segments):
            self._rover.set_current(stop)
            self.setFocusProxy(stop)

    def place(self) -> int:
        """Which of the buttons has the keyboard; 0 for none of them."""
        return next((n for n, each in enumerate(self.segments) if each.hasFocus()), 0)

    def focus_place(self, place: int) -> None:
        """Put the keyboard on one of the buttons."""
        self.segments[place].setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _on_segment_clicked(self) -> None:
        pressed = self.sender()
        if not isinstance(pressed, Segment):
            return
        on = pressed.isChecked() or self._always_one
        self.set_choice(pressed.option.id if on else "")
        self.chosen.emit(self.choice)
