# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The bar above the desk: what it is, opening, giving back, and a menu with the rest."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QWidget

from logbook.ui.theme import Theme
from logbook.ui.widgets.buttons import Button, IconButton
from logbook.ui.widgets.labels import Chip, PlainLabel
from logbook.ui.widgets.menus import passing_menu, popup_below
from logbook.ui.widgets.top_bar import TopBar

#: Widths at 100 % text from where there is room for a title, all words, and a chip.
_WITH_TITLE, _WITH_WORDS, _WITH_CHIP = 480, 680, 800
_LEAST = 320


class DeskBar(TopBar):
    """The bar.

    Signals:
        open_requested(): put packets on the desk.
        give_back_requested(): write reactions.
        act_chosen(str): `bundle`, `bundle-group`, `print`, `student`, `starters`, `remove` or
            `forget`, for the student on screen.
    """

    open_requested = Signal()
    give_back_requested = Signal()
    act_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._some = False
        self.title = PlainLabel(self.tr("Feedback geven"), "title", self)
        self.left.addWidget(self.title)
        self.chip = Chip(self.tr("supervisor"), "accent", self)
        self.left.addWidget(self.chip)
        self.left.addStretch(1)
        self.open = Button("", "", "folder-open", self)
        self.give = Button("", "primary", "send", self)
        self.more = IconButton("ellipsis-vertical", self.tr("Meer over deze student"), theme, self)
        for button in (self.open, self.give, self.more):
            self.right.addWidget(button)
        self.open.setAccessibleName(self.tr("Inzending openen"))
        self.give.setAccessibleName(self.tr("Feedback teruggeven"))
        self.open.clicked.connect(self.open_requested)
        self.give.clicked.connect(self.give_back_requested)
        self.more.clicked.connect(self._on_more_clicked)
        self._show_words()

    def show_state(self, some: bool) -> None:
        """Whether there is anybody on the desk."""
        self._some = some
        self.give.setVisible(some)
        self.more.setVisible(some)

    def minimumSizeHint(self) -> QSize:
        # With all words it asks for more, but then it shows fewer of them.
        return QSize(self._theme.px(_LEAST), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_words()

    @Slot()
    def _show_words(self) -> None:
        """Shorter words where there is little room."""
        px = self._theme.px
        self.title.setVisible(self.width() >= px(_WITH_TITLE))
        self.chip.setVisible(self.width() >= px(_WITH_CHIP))
        wide = self.width() >= px(_WITH_WORDS)
        self.open.setText(self.tr("Inzending openen") if wide else self.tr("Openen"))
        self.give.setText(self.tr("Feedback teruggeven") if wide else self.tr("Teruggeven"))

    @Slot()
    def _on_more_clicked(self) -> None:
        menu = passing_menu(self)
        for name, caption in (
            ("student", self.tr("Naam, groep en bijeenkomst …")),
            ("print", self.tr("Afdrukken …")),
            ("bundle", self.tr("Als leesbundel bewaren …")),
            ("bundle-group", self.tr("Leesbundel van de hele groep …")),
            ("starters", self.tr("Zinnen om mee te beginnen …")),
            ("", ""),
            ("remove", self.tr("Deze inzending weghalen …")),
            ("forget", self.tr("Traject afsluiten en alles weggooien …")),
        ):
            if not name:
                menu.addSeparator()
                continue
            action = QAction(caption, menu)
            action.setData(name)
            menu.addAction(action)
        menu.triggered.connect(self._on_menu_triggered)
        popup_below(menu, self.more)

    @Slot(QAction)
    def _on_menu_triggered(self, action: QAction) -> None:
        self.act_chosen.emit(str(action.data()))
