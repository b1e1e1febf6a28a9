# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The rail at the left: where one can go. Knows the table of screens and nothing of them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets
from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from logbook.ui.pages import PageSpec
    from logbook.ui.theme import Theme

WIDTH = 211
NARROW_WIDTH = 61
#: Below this height (at 100 % text size) there is no room for all items.
_LOW = 400
#: From so many on, the number beside an item is not told exactly.
_MANY = 100


def _role(narrow: bool) -> str:
    return "rail-icon" if narrow else "rail"


class RailButton(Button):
    """One item of the rail; on a narrow rail it shows its icon alone."""

    def __init__(self, caption: str, icon: str, narrow: bool, parent: QWidget) -> None:
        self._caption = caption
        self._is_narrow = narrow
        self._number: PlainLabel | None = None
        super().__init__("" if narrow else caption, _role(narrow), icon, parent)
        self.setToolTip(caption if narrow else "")
        self.setAccessibleName(caption)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = QtCore.Qt.Key
        if event.key() in (key.Key_Up, key.Key_Down, key.Key_Home, key.Key_End):
            event.ignore()  # for the rail
            return
        super().keyPressEvent(event)

    def set_number(self, number: int, spoken: str) -> None:
        """Show a small number, 0 for none.

        Args:
            spoken: what it counts, for a screen reader.
        """
        if number and self._number is None:
            self._number = PlainLabel("", "rail-number", self)
            row = QHBoxLayout(self)
            row.addStretch(1)
            row.addWidget(self._number)
        if self._number is not None:
            self._number.setText(str(number) if number < _MANY else f"{_MANY - 1}+")
            self._number.setVisible(number > 0)
            self._fit_number()
        said = f"{self._caption}, {spoken}" if number else self._caption
        self.setAccessibleName(said)
        self.setToolTip(said if self._is_narrow else "")

    def _fit_number(self) -> None:
        """At the end of the caption, or in the corner of the icon."""
        layout = self.layout()
        if self._number is None or layout is None:
            return
        self._number.set_role("rail-icon-number" if self._is_narrow else "rail-number")
        layout.setContentsMargins(0, 1, 1 if self._is_narrow else 9, 0)
        top, middle = QtCore.Qt.AlignmentFlag.AlignTop, QtCore.Qt.AlignmentFlag.AlignVCenter
        layout.setAlignment(self._number, top if self._is_narrow else middle)

    def set_narrow(self, narrow: bool) -> None:
        """Show the caption, or only the icon."""
        self._is_narrow = narrow
        self._fit_number()
        self.setText("" if narrow else self._caption)
        self.setToolTip(self.accessibleName() if narrow else "")
        self.set_role(_role(narrow))


class Rail(QFrame):
    """Screens from top to bottom, the settings and a menu with the other actions at the foot.

    Signals:
        page_requested(str): the name of the screen that was chosen.
        find_requested(): look for anything by its name.
    """

    page_requested = Signal(str)
    find_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        specs: Sequence[PageSpec],
        parent: QWidget | None = None,
        narrow: bool = False,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._narrow = narrow
        self._buttons: dict[str, RailButton] = {}
        self.setProperty("role", "rail")
        self.setAccessibleName(self.tr("Schermen"))
        self._build(specs)
        self._on_theme_changed()
        theme.changed.connect(self._on_theme_changed)

    def set_current(self, name: str) -> None:
        """Mark the screen one is on."""
        for each, button in self._buttons.items():
            button.setChecked(each == name)
            button.refresh_icon()

    def set_narrow(self, narrow: bool) -> None:
        """Show icons with captions, or icons alone."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._title.setVisible(not narrow)
            for button in (*self._buttons.values(), self.find_button, self.menu_button):
                button.set_narrow(narrow)
            self._keys.setVisible(not narrow)
        self._on_theme_changed()

    @property
    def narrow(self) -> bool:
        """Whether only icons are shown."""
        return self._narrow

    def button(self, name: str) -> RailButton:
        """The item of a screen."""
        return self._buttons[name]

    def focus_current(self) -> None:
        """Put the keyboard on the screen one is on."""
        chosen = [b for b in self._buttons.values() if b.isChecked()]
        (chosen or list(self._buttons.values()))[0].setFocus(QtCore.Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = QtCore.Qt.Key
        steps = {key.Key_Down: 1, key.Key_Up: -1}
        order = self._order()
        focused = self.focusWidget()
        if event.key() in steps and focused in order:
            there = order.index(focused) + steps[key(event.key())]
            order[there % len(order)].setFocus(QtCore.Qt.FocusReason.TabFocusReason)
        elif event.key() == key.Key_Home:
            order[0].setFocus(QtCore.Qt.FocusReason.TabFocusReason)
        elif event.key() == key.Key_End:
            order[-1].setFocus(QtCore.Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _order(self) -> list[RailButton]:
        """The items from top to bottom."""
        shown = (self._buttons.values(), [self.find_button], [self.menu_button])
        items = [item for items in shown for item in items if not item.isHidden()]
        return sorted(items, key=self._body.indexOf)

    def _make_room(self) -> None:
        """On a low window the way to find things is in the menu alone."""
        self.find_button.setVisible(self.height() >= self._theme.px(_LOW))

    @cached_property
    def menu(self) -> QtWidgets.QMenu:
        """The menu at the foot; the window fills it."""
        return QtWidgets.QMenu(self)

    def _build(self, specs: Sequence[PageSpec]) -> None:
        self._body = QVBoxLayout(self)
        self._body.setSpacing(2)
        self._title = PlainLabel(self.tr("Logboek"), "title", self)
        self._title.setHidden(self._narrow)
        self._body.addWidget(self._title)
        for spec in specs:
            if spec.in_rail == "top":
                self._body.addWidget(self._build_item(spec))
        self._body.addStretch(1)
        self._body.addWidget(self._build_find())
        for spec in specs:
            if spec.in_rail == "bottom":
                self._body.addWidget(self._build_item(spec))
        self.menu_button = RailButton(self.tr("Meer"), "ellipsis-vertical", self._narrow, self)
        self.menu_button.setAccessibleName(self.tr("Meer met je logboek doen"))
        self.menu_button.clicked.connect(self._on_menu_clicked)
        self._body.addWidget(self.menu_button)

    def _build_find(self) -> RailButton:
        made = self.find_button = RailButton(self.tr("Zoeken"), "search", self._narrow, self)
        made.clicked.connect(self.find_requested)
        row = QHBoxLayout(made)
        row.addStretch(1)
        self._keys = PlainLabel(self.tr("Ctrl+K"), "small", made)
        self._keys.setHidden(self._narrow)
        row.addWidget(self._keys)
        return made

    def _build_item(self, spec: PageSpec) -> RailButton:
        caption = QCoreApplication.translate("pages", spec.caption)
        made = RailButton(caption, spec.icon, self._narrow, self)
        made.setCheckable(True)
        made.setObjectName(spec.name)
        made.clicked.connect(self._on_item_clicked)
        self._buttons[spec.name] = made
        return made

    @Slot()
    def _on_item_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, RailButton):
            # The mark follows the screen, not the click: going there may be refused.
            sender.setChecked(not sender.isChecked())
            self.page_requested.emit(sender.objectName())

    @Slot()
    def _on_menu_clicked(self) -> None:
        place = self.menu_button.mapToGlobal(self.menu_button.rect().topRight())
        place.setY(place.y() - self.menu.sizeHint().height() + self.menu_button.height())
        self.menu.popup(place)

    @Slot()
    def _on_theme_changed(self) -> None:
        px = self._theme.px
        side = 9 if self._narrow else 12
        self._body.setContentsMargins(side, px(18) if not self._narrow else 14, side, 14)
        self._title.setContentsMargins(px(9), 0, 0, px(14))
        self._make_room()
        self.setFixedWidth(px(NARROW_WIDTH - 18) + 18 if self._narrow else px(WIDTH))
