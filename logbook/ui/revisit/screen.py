# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A screen within Terugblik: a bar with the way back and its name, and what it shows below."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from logbook.ui.exercise.blocks.tab_order import bring_into_place, fields_in
from logbook.ui.theme import Theme
from logbook.ui.widgets.buttons import Button, IconButton
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.top_bar import TopBar

#: Below this width (at 100 % text size) the buttons in the bar show their icon alone.
_CROWDED = 640


class Screen(QWidget):
    """One of the views that Terugblik shows in turn.

    Signals:
        back_requested(): return to where one was.
    """

    back_requested = Signal()

    def __init__(
        self, theme: Theme, title: str, parent: QWidget | None = None, *, first: bool = False
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._acts: list[tuple[Button, str]] = []
        self.setProperty("role", "page")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.bar = TopBar(theme, self)
        if not first:
            self.back = IconButton("arrow-left", self.tr("Terug"), theme, self.bar)
            self.back.clicked.connect(self.back_requested)
            self.bar.left.addWidget(self.back)
        self.title = PlainLabel(title, "title", self.bar)
        self.bar.left.addWidget(self.title)
        column.addWidget(self.bar)
        self.place = QVBoxLayout()
        self.place.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self.place, 1)
        theme.changed.connect(self._fit)

    def add_act(self, caption: str, icon: str) -> Button:
        """A button at the right of the bar; on a narrow window it shows its icon alone."""
        made = Button(caption, "", icon, self.bar)
        made.setAccessibleName(caption)
        self._acts.append((made, caption))
        self.bar.right.addWidget(made)
        self._fit()
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        crowded = self.width() < self.theme.px(_CROWDED)
        for button, caption in self._acts:
            button.setText("" if crowded else caption)
            button.setToolTip(caption if crowded else "")
            button.refresh_icon()

    def show_below(self, view: QWidget) -> None:
        """Fill the screen with this; Tab comes to it after the bar, whenever it was made."""
        self.bar.left.addStretch(1)
        self.place.addWidget(view, 1)
        above = fields_in(self.bar)
        bring_into_place(above[-1] if above else self.bar, view)
