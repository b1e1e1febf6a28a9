# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Words on screen: labels that never read their text as markup, and chips."""

from __future__ import annotations

from typing import Literal

from PySide6 import QtCore, QtWidgets
from PySide6.QtWidgets import QLabel, QWidget

from logbook.ui.qt_numbers import PLAIN_TEXT

ChipKind = Literal["neutral", "accent", "ochre", "rose"]


def set_role(widget: QWidget, role: str) -> None:
    """Give a widget another look; the stylesheet is applied anew."""
    if widget.property("role") == role:
        return
    widget.setProperty("role", role)
    if not widget.testAttribute(QtCore.Qt.WidgetAttribute.WA_WState_Polished):
        return  # it gets its look before it is shown
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.updateGeometry()


class PlainLabel(QLabel):
    """A label whose text is always plain text.

    Args:
        role: the look, see `styles_text`.
        wrap: whether long text goes on at the next line.
    """

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        parent: QWidget | None = None,
        wrap: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setProperty("textFormat", PLAIN_TEXT)
        self.setProperty("role", role)
        self.setText(text)
        if wrap:
            self.setWordWrap(True)
            self.setMinimumWidth(1)

    def set_role(self, role: str) -> None:
        """Give the label another look."""
        set_role(self, role)


class Chip(PlainLabel):
    """A short word in a soft tint; the word says it, the colour only helps."""

    def __init__(
        self, text: str, kind: ChipKind = "neutral", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, f"chip-{kind}", parent)
        policy = QtWidgets.QSizePolicy.Policy
        self.setSizePolicy(policy.Maximum, policy.Fixed)

    def set_kind(self, kind: ChipKind) -> None:
        """Change the tint."""
        self.set_role(f"chip-{kind}")
