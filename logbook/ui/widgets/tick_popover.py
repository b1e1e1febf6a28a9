# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A small window below a button: type to find something, tick it, or make it.

The keyboard stays in the field: arrows walk the list, Enter ticks, Escape closes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from logbook.ui.theme import Theme
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.labels import PlainLabel

_WIDTH = 340
_ROWS = 7
_ID = Qt.ItemDataRole.UserRole
_MAKE = ""  # the id of the row that makes what was typed


@dataclass(frozen=True, slots=True)
class Tick:
    """One thing in the list; `icon` may be None, `note` is said after its text."""

    id: str
    text: str
    on: bool
    icon: QIcon | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class PopoverWords:
    """What stands in a popover: what it is, how to find, how to make (`{name}`), the way on."""

    title: str
    find: str
    make: str
    nothing: str
    manage: str


class TickPopover(QFrame):
    """Ticks and unticks at once; the owner carries that out and gives `set_ticks` again.

    Signals:
        ticked(str, bool): the user turned this one on or off.
        make_requested(str): make one of this name, and tick it.
        manage_requested(): open the place where they are kept in order.
    """

    ticked = Signal(str, bool)
    make_requested = Signal(str)
    manage_requested = Signal()

    def __init__(self, theme: Theme, words: PopoverWords, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._theme = theme
        self._words = words
        self._ticks: tuple[Tick, ...] = ()
        self.setProperty("role", "popover")
        self.setAccessibleName(words.title)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(12, 12, 12, 10)
        self.body.setSpacing(8)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(words.find)
        self.field.setAccessibleName(words.find)
        self.body.addWidget(self.field)
        self.list = QListWidget(self)
        self.list.setAccessibleName(words.title)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setProperty("role", "choices")
        self.body.addWidget(self.list)
        self._nothing = PlainLabel(words.nothing, "small", self, wrap=True)
        self.body.addWidget(self._nothing)
        self.manage = Button(words.manage, "link", "", self)
        self.body.addWidget(self.manage, 0, Qt.AlignmentFlag.AlignLeft)
        self.field.textChanged.connect(self._refill)
        self.list.itemClicked.connect(self._act_on)
        self.manage.clicked.connect(self._on_manage_clicked)
        for each in (self.field, self.list):
            each.installEventFilter(self)

    @property
    def typed(self) -> str:
        """What stands in the field, without blanks around it."""
        return self.field.text().strip()

    @property
    def offers_making(self) -> bool:
        """Whether what was typed is not there yet."""
        name = self.typed.casefold()
        return bool(name) and all(tick.text.casefold() != name for tick in self._ticks)

    def set_ticks(self, ticks: Sequence[Tick]) -> None:
        """Show these; the row that was current stays so."""
        self._ticks = tuple(ticks)
        self._refill()

    def open_below(self, widget: QWidget) -> None:
        """Come into view below a widget, wholly on its screen."""
        self.field.clear()
        self.setFixedWidth(self._theme.px(_WIDTH))
        side = self._theme.px(16)
        self.list.setIconSize(QSize(side, side))
        self._refill()
        self.adjustSize()
        place = widget.mapToGlobal(QPoint(0, widget.height() + 3))
        screen = widget.screen().availableGeometry()
        if widget.isWindow():  # nothing to stand below
            place = widget.mapToGlobal(QPoint((widget.width() - self.width()) // 2, 80))
        if place.y() + self.height() > screen.bottom():
            place.setY(max(screen.top(), widget.mapToGlobal(QPoint()).y() - self.height() - 3))
        place.setX(max(screen.left(), min(place.x(), screen.right() - self.width())))
        self.move(place)
        self.show()
        self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.key()
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or (
                key == Qt.Key.Key_Space and watched is self.list
            ):
                item = self.list.currentItem()
                if item is not None:
                    self._act_on(item)
                return True
            if watched is self.field and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self._step(1 if key == Qt.Key.Key_Down else -1)
                return True
        return super().eventFilter(watched, event)

    def _step(self, step: int) -> None:
        count = self.list.count()
        if count:
            self.list.setCurrentRow((self.list.currentRow() + step) % count)

    @Slot()
    def _refill(self) -> None:
        before = self.list.currentItem()
        kept = before.data(_ID) if before is not None else None
        self.list.clear()
        wanted = self.typed.casefold()
        for tick in self._ticks:
            if wanted in tick.text.casefold():
                self._add(tick)
        if self.offers_making:
            making = QListWidgetItem(self._words.make.format(name=self.typed), self.list)
            making.setData(_ID, _MAKE)
            making.setIcon(self._theme.pixmap("plus", 16, "accent"))
        rows = range(self.list.count())
        chosen = next((n for n in rows if self.list.item(n).data(_ID) == kept), 0)
        self.list.setCurrentRow(chosen)
        self._nothing.setVisible(not self._ticks and not self.typed)
        self.list.setVisible(self.list.count() > 0)
        self._fit()

    def _add(self, tick: Tick) -> None:
        item = QListWidgetItem(tick.text, self.list)
        item.setData(_ID, tick.id)
        item.setCheckState(Qt.CheckState.Checked if tick.on else Qt.CheckState.Unchecked)
        # The mark follows what was kept, and not the mouse.
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        item.setToolTip(tick.text)
        if tick.icon is not None:
            item.setIcon(tick.icon)
        state = self.tr("aangevinkt") if tick.on else self.tr("niet aangevinkt")
        spoken = ", ".join(filter(None, (tick.text, state, tick.note)))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)

    def _fit(self) -> None:
        """As high as its rows, up to seven."""
        count = min(self.list.count(), _ROWS)
        row = self.list.sizeHintForRow(0) if count else 0
        self.list.setFixedHeight(max(count * row + 4, 1))
        if self.isVisible():
            self.adjustSize()

    @Slot(QListWidgetItem)
    def _act_on(self, item: QListWidgetItem) -> None:
        found: str = item.data(_ID)
        if found == _MAKE:
            name = self.typed
            self.make_requested.emit(name)
            self.field.clear()
            return
        tick = next(each for each in self._ticks if each.id == found)
        self.ticked.emit(tick.id, not tick.on)
        self.field.setFocus()
        self.field.selectAll()

    @Slot()
    def _on_manage_clicked(self) -> None:
        self.hide()
        self.manage_requested.emit()
