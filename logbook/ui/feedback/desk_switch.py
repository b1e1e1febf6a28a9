# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Above Feedback for who also reads others: one's own feedback, or one's desk."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QRadioButton, QWidget

from logbook.ui.theme import Theme


class DeskSwitch(QFrame):
    """Two ways to look at Feedback.

    Signals:
        chosen(bool): the user chose; whether the desk.
    """

    chosen = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("role", "bar")
        self.setAccessibleName(self.tr("Wat je hier ziet"))
        self._row = QHBoxLayout(self)
        self._row.setSpacing(6)
        self.mine = QRadioButton(self.tr("Mijn feedback"), self)
        self.desk = QRadioButton(self.tr("Mijn bureau"), self)
        group = QButtonGroup(self)
        for each in (self.mine, self.desk):
            each.setProperty("role", "segment")
            group.addButton(each)
            self._row.addWidget(each)
        self._row.addStretch(1)
        self.mine.setChecked(True)
        self.desk.clicked.connect(self._on_clicked)
        self.mine.clicked.connect(self._on_clicked)
        theme.changed.connect(self._fit)
        self._fit()

    def set_desk(self, desk: bool) -> None:
        """Show which of the two is in view."""
        (self.desk if desk else self.mine).setChecked(True)

    @Slot()
    def _on_clicked(self) -> None:
        self.chosen.emit(self.desk.isChecked())

    @Slot()
    def _fit(self) -> None:
        self._row.setContentsMargins(24, self._theme.px(5), 24, self._theme.px(5))
