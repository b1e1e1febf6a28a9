# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Filters as chips: one that is off opens a menu, one that is on says so and takes itself away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QMenu, QWidget

from logbook.core.query import Filter
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.menus import passing_menu, popup_below


class Choice(NamedTuple):
    """What can be chosen: its caption and the filters (key, value) that it stands for.

    An empty caption is a line between groups.
    """

    caption: str
    filters: tuple[tuple[str, str], ...]
    icon: QIcon | None = None


class FilterChip(Button):
    """A filter that is off.

    Args:
        caption: what the chip says.
        choices: gives what can be chosen, asked when the menu opens; one alone needs no menu.
        direct: whether its only choice is taken at once.

    Signals:
        chosen(tuple): the filters, as (key, value), that the user wants.
    """

    chosen = Signal(tuple)

    def __init__(
        self,
        caption: str,
        choices: Callable[[], Sequence[Choice]],
        parent: QWidget | None = None,
        *,
        direct: bool = False,
    ) -> None:
        super().__init__(caption, "chip", "" if direct else "chevron-down", parent)
        self._choices = choices
        self.direct = direct
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the sign stands behind the word
        self.setAccessibleName(self.tr("Filter op {what}").format(what=caption))
        self.clicked.connect(self._on_clicked)

    def make_menu(self) -> QMenu:
        """The menu with what can be chosen now."""
        menu = passing_menu(self)
        menu.setTitle(self.text())
        menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        for choice in self._choices():
            if not choice.caption:
                menu.addSeparator()
                continue
            action = menu.addAction(choice.caption.replace("&", "&&"))
            action.setData(choice.filters)
            if choice.icon is not None:
                action.setIcon(choice.icon)
        if menu.isEmpty():
            menu.addAction(self.tr("Nog niets om uit te kiezen")).setEnabled(False)
        menu.triggered.connect(self._on_menu_triggered)
        return menu

    @Slot()
    def _on_clicked(self) -> None:
        if self.direct:
            self.chosen.emit(self._choices()[0].filters)
        else:
            popup_below(self.make_menu(), self)

    @Slot(QAction)
    def _on_menu_triggered(self, action: QAction) -> None:
        self.chosen.emit(tuple(map(tuple, action.data())))


class FilterOn(Button):
    """A filter of the query; pressing it takes it away.

    Args:
        spot: the colour of a label.

    Signals:
        removed(Filter): the user took it away.
    """

    removed = Signal(object)

    def __init__(
        self, each: Filter, words: str, parent: QWidget | None = None, spot: QIcon | None = None
    ) -> None:
        super().__init__(words.replace("&", "&&"), "chip-on", "" if spot else "x", parent)
        self.filter = each
        if spot is None:
            self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        else:
            self.setIcon(spot)
            self.setText(f"{self.text()}  ×")
        self.setAccessibleName(self.tr("Filter weghalen: {what}").format(what=words))
        self.clicked.connect(self._on_clicked)

    def keyPressEvent(self, event: object) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):  # type: ignore[attr-defined]
            self.click()
            return
        super().keyPressEvent(event)  # type: ignore[arg-type]

    @Slot()
    def _on_clicked(self) -> None:
        self.removed.emit(self.filter)
