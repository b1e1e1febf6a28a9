# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The eight colours of labels: what they are called and how they look."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QComboBox, QWidget

from logbook.core.label import LabelColour
from logbook.ui.styles_labels import INKS
from logbook.ui.theme import Theme


def colour_name(colour: LabelColour) -> str:
    """What a user calls a colour."""
    names = {
        LabelColour.TEAL: _tr("zeegroen"),
        LabelColour.OCHRE: _tr("oker"),
        LabelColour.ROSE: _tr("roze"),
        LabelColour.BLUE: _tr("blauw"),
        LabelColour.GREEN: _tr("groen"),
        LabelColour.VIOLET: _tr("paars"),
        LabelColour.BROWN: _tr("bruin"),
        LabelColour.GREY: _tr("grijs"),
    }
    return names[colour]


def swatch(theme: Theme, colour: LabelColour) -> QIcon:
    """A round spot in a colour, to stand before its name or that of a label."""
    side = theme.px(16)
    ratio = theme.pixmap("tag", 16).devicePixelRatio()
    pixmap = QPixmap(round(side * ratio), round(side * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    ink = theme.color(INKS[colour])
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, 1.5))
    painter.setBrush(ink)
    painter.drawEllipse(QRectF(side * 0.16, side * 0.16, side * 0.68, side * 0.68))
    painter.end()
    icon = QIcon()
    # Also when its row is chosen: Qt would lay a tint over it.
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected, QIcon.Mode.Active):
        icon.addPixmap(pixmap, mode)
    return icon


class ColourBox(QComboBox):
    """The eight colours by name, each behind its spot."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(_tr("Kleur"))
        for colour in LabelColour:
            self.addItem(colour_name(colour), colour.value)
        theme.changed.connect(self._tint)
        self._tint()

    @property
    def colour(self) -> LabelColour:
        """The chosen colour."""
        return LabelColour(self.currentData())

    def set_colour(self, colour: LabelColour) -> None:
        """Choose a colour."""
        self.setCurrentIndex(self.findData(colour.value))

    @Slot()
    def _tint(self) -> None:
        side = self._theme.px(16)
        self.setIconSize(QSize(side, side))
        for index, colour in enumerate(LabelColour):
            self.setItemIcon(index, swatch(self._theme, colour))


def _tr(text: str) -> str:
    return QCoreApplication.translate("LabelColours", text)
