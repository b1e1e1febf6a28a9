# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Frames: cards, side panels and lines between things."""

from __future__ import annotations

from PySide6 import QtWidgets
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget


class CardFrame(QFrame):
    """A card: what belongs together, on a light ground. Fill `body`."""

    def __init__(self, parent: QWidget | None = None, role: str = "card", margin: int = 20) -> None:
        super().__init__(parent)
        self.setProperty("role", role)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(margin, margin - 2, margin, margin - 2)
        self.body.setSpacing(8)


class Separator(QFrame):
    """A line of one pixel between two parts."""

    def __init__(self, parent: QWidget | None = None, vertical: bool = False) -> None:
        super().__init__(parent)
        self.setProperty("role", "line")
        fixed, wide = QtWidgets.QSizePolicy.Policy.Fixed, QtWidgets.QSizePolicy.Policy.Expanding
        if vertical:
            self.setFixedWidth(1)
            self.setSizePolicy(fixed, wide)
        else:
            self.setFixedHeight(1)
            self.setSizePolicy(wide, fixed)
