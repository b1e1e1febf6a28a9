# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A whole row that can be chosen: a button that holds other widgets instead of a caption."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from logbook.ui.widgets.buttons import Button


class RowButton(Button):
    """A button as wide as its column. Fill `row`; `add_passive` lets clicks through.

    Args:
        accessible_name: what a screen reader says; the row shows no caption of its own.
    """

    def __init__(self, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__("", "row", "", parent)
        self.setAccessibleName(accessible_name)
        # A button is as high as it hints; a row of wrapped words may be lower than that.
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Maximum)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(12, 8, 12, 8)
        self.row.setSpacing(12)

    def add_passive(self, widget: QWidget, stretch: int = 0) -> None:
        """Add a widget that only shows something: the row gets its clicks."""
        widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.row.addWidget(widget, stretch)

    def sizeHint(self) -> QSize:
        return self.row.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        least = self.row.totalMinimumSize()
        if self.row.hasHeightForWidth():
            # Wrapped words ask for the height they have when narrow; what they need at the width
            # that they get, the layout around asks them by itself.
            least.setHeight(self.fontMetrics().height())
        return least
