# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The line above the list: how many were found, where one reads, what is selected, the bin."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from logbook.texts import searching
from logbook.ui.theme import Theme
from logbook.ui.widgets.buttons import Button, IconButton
from logbook.ui.widgets.columns import FlowLayout
from logbook.ui.widgets.labels import PlainLabel

#: A screen reader is told the number when typing has stopped for so long (milliseconds).
_SAY_AFTER = 600
#: That a search goes on is said after so long.
_BUSY_AFTER = 400


class EntryListBar(QFrame):
    """Hidden while there is nothing to say.

    Signals:
        previous_requested(), next_requested(): walk along what was looked for.
        label_requested(QWidget), pin_requested(), remove_requested(): with what is selected; the
            menu of labels opens below that widget.
        share_requested(), share_found_requested(): share what is selected; share what was found.
        restore_requested(), one_requested(): put back; let go of the other entries.
        empty_requested(): empty the bin.
    """

    previous_requested = Signal()
    next_requested = Signal()
    label_requested = Signal(QWidget)
    pin_requested = Signal()
    remove_requested = Signal()
    share_requested = Signal()
    share_found_requested = Signal()
    restore_requested = Signal()
    one_requested = Signal()
    empty_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._found: int | None = None
        self._in_bin = False
        self._filled = False
        self._selected = 0
        self.setProperty("role", "bar")
        body = QVBoxLayout(self)
        body.setContentsMargins(16, 4, 10, 4)
        self._build_found(body)
        self._build_selected(body)
        self._say = QTimer(self, singleShot=True, interval=_SAY_AFTER)
        self._say.timeout.connect(self._on_say_timeout)
        self._busy = QTimer(self, singleShot=True, interval=_BUSY_AFTER)
        self._busy.timeout.connect(self._on_busy_timeout)
        self._show()

    def set_found(self, number: int | None, *, in_bin: bool, filled: bool) -> None:
        """Say how many were found; None without a query. `filled`: the list has entries."""
        self._busy.stop()
        self._found, self._in_bin, self._filled = number, in_bin, filled
        self._show()
        if number is not None:
            self._say.start()

    def set_busy(self) -> None:
        """A search goes on: say so when it takes long."""
        self._say.stop()
        self._busy.start()

    def set_counting(self) -> None:
        """Hits are there, how many follows."""
        self.number.setText(self.tr("Tellen …"))
        self._finding.setVisible(self._selected < 2)
        self.show()

    def set_place(self, number: int, total: int) -> None:
        """At which of the places in the entry one stands."""
        self.place.setText(searching.match_of(number, total) if total else "")
        self._walk.setVisible(self._found is not None and total > 0)

    def set_selected(self, number: int) -> None:
        """How many entries are selected; of one nothing is said."""
        if number != self._selected and (number > 1 or self._selected > 1):
            self._selected = number
            self._show()
            if number > 1:
                self._announce(searching.entries_chosen(number))
        self._selected = number

    def _build_found(self, body: QVBoxLayout) -> None:
        self._finding = QWidget(self)
        flow = FlowLayout(self._finding, 8)
        self.number = PlainLabel("", "strong", self._finding)
        flow.addWidget(self.number)
        self._walk = QWidget(self._finding)
        line = QHBoxLayout(self._walk)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2)
        self.place = PlainLabel("", "small", self._walk)
        name = self.tr("Vorige plek (Shift+F3)")
        self.previous = IconButton("arrow-up", name, self._theme, self._walk, px=15)
        self.next = IconButton(
            "arrow-down", self.tr("Volgende plek (F3)"), self._theme, self._walk, px=15
        )
        for each in (self.place, self.previous, self.next):
            line.addWidget(each)
        flow.addWidget(self._walk)
        self.empty = Button(self.tr("Prullenbak leegmaken …"), "link", "trash-2", self._finding)
        flow.addWidget(self.empty)
        self.share_found = Button(self.tr("Delen …"), "link", "", self._finding)
        self.share_found.setToolTip(self.tr("Kiezen wat je hiervan deelt"))
        flow.addWidget(self.share_found)
        body.addWidget(self._finding)
        self.previous.clicked.connect(self.previous_requested)
        self.next.clicked.connect(self.next_requested)
        self.empty.clicked.connect(self.empty_requested)
        self.share_found.clicked.connect(self.share_found_requested)

    def _build_selected(self, body: QVBoxLayout) -> None:
        self._choosing = QWidget(self)
        flow = FlowLayout(self._choosing, 8)
        self.chosen = PlainLabel("", "strong", self._choosing)
        self.label = Button(self.tr("Label geven"), "chip", "tag", self._choosing)
        self.pin = Button(self.tr("Vastzetten"), "chip", "pin", self._choosing)
        self.share = Button(self.tr("Delen …"), "chip", "messages-square", self._choosing)
        self.restore = Button(self.tr("Terugzetten"), "chip", "undo-2", self._choosing)
        self.remove = Button(self.tr("Prullenbak"), "chip", "trash-2", self._choosing)
        self.one = Button(self.tr("Niet meer kiezen"), "chip", "x", self._choosing)
        kept = (self.label, self.pin, self.share, self.restore, self.remove, self.one)
        for each in (self.chosen, *kept):
            flow.addWidget(each)
        body.addWidget(self._choosing)
        self.label.clicked.connect(self._on_label_clicked)
        self.pin.clicked.connect(self.pin_requested)
        self.share.clicked.connect(self.share_requested)
        self.restore.clicked.connect(self.restore_requested)
        self.remove.clicked.connect(self.remove_requested)
        self.one.clicked.connect(self.one_requested)

    def _show(self) -> None:
        several = self._selected > 1
        self._choosing.setVisible(several)
        self._finding.setVisible(not several)
        if several:
            self.chosen.setText(searching.entries_chosen(self._selected))
            for each in (self.label, self.pin, self.share):
                each.setVisible(not self._in_bin)
            self.restore.setVisible(self._in_bin)
            away = self.tr("Voorgoed verwijderen …") if self._in_bin else self.tr("Prullenbak")
            self.remove.setText(away)
            naming = self.tr("Naar de prullenbak") if not self._in_bin else away
            self.remove.setAccessibleName(naming)
        found = self._found
        if found is not None:
            self.number.setText(searching.entries_found(found))
        elif self._in_bin:
            self.number.setText(self.tr("In de prullenbak"))
        self._walk.setVisible(found is not None and bool(self.place.text()))
        self.empty.setVisible(self._in_bin and found is None and self._filled)
        self.share_found.setVisible(bool(found) and not self._in_bin)
        self.setVisible(several or found is not None or self._in_bin)

    def _announce(self, words: str) -> None:
        """Let a screen reader say it, wherever the keyboard is."""
        event = QAccessibleAnnouncementEvent(self, words)
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
        QAccessible.updateAccessibility(event)

    @Slot()
    def _on_say_timeout(self) -> None:
        if self._found is not None:
            self._announce(searching.entries_found(self._found))

    @Slot()
    def _on_busy_timeout(self) -> None:
        self.number.setText(self.tr("Zoeken …"))
        self._finding.setVisible(self._selected < 2)
        self.show()

    @Slot()
    def _on_label_clicked(self) -> None:
        self.label_requested.emit(self.label)
