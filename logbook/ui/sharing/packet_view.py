# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Exactly what the other will see, entry by entry; of many entries the rest follows by itself."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QWidget

from logbook.core.packet import Packet
from logbook.ui.fonts import UI_FAMILY
from logbook.ui.logbook.look import Look
from logbook.ui.sharing.packet_html import PacketHtml
from logbook.ui.sharing.packet_pictures import PacketPictures
from logbook.ui.theme import Theme
from logbook.ui.widgets.frames import CardFrame, Separator
from logbook.ui.widgets.layouts import clear_layout
from logbook.ui.widgets.rich_text import RichText

#: So many entries are laid out before the window is drawn again.
_AT_ONCE = 3


class PacketView(CardFrame):
    """The page of a packet as it looks to its reader."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=28)
        self._theme = theme
        self._packet: Packet | None = None
        self._shown = 0
        self.setAccessibleName(self.tr("Wat de ander ziet"))
        self.body.setSpacing(20)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._show_more)
        theme.changed.connect(self._on_theme_changed)

    @property
    def complete(self) -> bool:
        """Whether all entries are laid out."""
        return self._packet is None or self._shown >= len(self._packet.entries)

    def show_packet(self, packet: Packet | None) -> None:
        """Show a packet; None shows nothing."""
        self._soon.stop()
        clear_layout(self.body)
        self._packet, self._shown = packet, 0
        if packet is None:
            return
        theme = self._theme
        self._pictures = PacketPictures(packet.pictures, theme.px, self.devicePixelRatioF())
        look = Look(theme.tokens, theme.px, UI_FAMILY)
        self._html = PacketHtml(packet, look, self._pictures.size)
        self._add(self._html.opening(), self.tr("Begin van wat de ander ziet"))
        self._show_more()

    @Slot()
    def _show_more(self) -> None:
        packet = self._packet
        if packet is None:
            return
        for entry in packet.entries[self._shown : self._shown + _AT_ONCE]:
            self.body.addWidget(Separator(self))
            self._add(self._html.entry(entry), entry.title)
        self._shown += _AT_ONCE
        if not self.complete:
            self._soon.start()
        elif closing := self._html.closing():
            self.body.addWidget(Separator(self))
            self._add(closing, self.tr("Opmerkingen bij het geheel"))

    def _add(self, html: str, name: str) -> None:
        text = RichText(self._theme, self, px=17, picture=self._pictures)
        text.setAccessibleName(name)
        text.set_html(html)
        self.body.addWidget(text)
        text.show()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.show_packet(self._packet)
