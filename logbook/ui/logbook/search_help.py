# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""How to search, in five lines, in a small window below its button."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from logbook.ui.theme import Theme
from logbook.ui.widgets.labels import PlainLabel

_WIDTH = 360


class SearchHelp(QFrame):
    """Goes away at Escape or a click beside it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "popover")
        self.setAccessibleName(self.tr("Hoe je zoekt"))
        body = self._body = QVBoxLayout(self)
        body.setContentsMargins(18, 14, 18, 16)
        body.setSpacing(8)
        body.addWidget(PlainLabel(self.tr("Hoe je zoekt"), "strong", self))
        self.lines = (
            self.tr("Typ een of meer woorden. Je vindt bijdragen waar ze alle in staan."),
            self.tr('"stil blijven": precies deze woorden, in deze volgorde.'),
            self.tr("-druk: zonder dit woord.  stil OR rustig: een van beide."),
            self.tr("hoofdstuk:1, label:stage, oefening:drijfveren, staat:concept, met:kaarten."),
            self.tr("na:2026-03 is vanaf maart 2026, voor:2026-03-15 is vóór 15 maart."),
        )
        for line in self.lines:
            body.addWidget(PlainLabel(line, "body", self, wrap=True))
        self.setAccessibleDescription(" ".join(self.lines))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def open_below(self, widget: QWidget) -> None:
        """Come into view below a widget, wholly on its screen."""
        screen = widget.screen().availableGeometry()
        self.setFixedWidth(min(self._theme.px(_WIDTH), screen.width() - 20))
        self.setFixedHeight(self._body.heightForWidth(self.width()))
        place = widget.mapToGlobal(QPoint(0, widget.height() + 3))
        place.setX(max(screen.left(), min(place.x(), screen.right() - self.width())))
        self.move(place)
        self.show()
        self.setFocus()
