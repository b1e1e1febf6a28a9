# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""One filter as a chip: off it opens a menu, on it says what is on and takes it away."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.menus import passing_menu, popup_below

#: A caption and what it stands for; an empty caption is a line between groups.
Choice = tuple[str, object]


class FilterChip(Button):
    """A filter with a name and, when it is on, a choice.

    Args:
        caption: what the chip says while it is off.
        choices: gives what can be chosen, asked when the menu opens.

    Signals:
        changed(): a choice was made or taken away by the user.
    """

    changed = Signal()

    def __init__(
        self, caption: str, choices: Callable[[], Sequence[Choice]], parent: QWidget | None = None
    ) -> None:
        super().__init__(caption, "chip", "chevron-down", parent)
        self._caption = caption
        self._choices = choices
        self.value: object = None
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the sign stands behind the word
        self.clicked.connect(self._on_clicked)
        self.clear()

    def clear(self) -> None:
        """Take the choice away, without a signal."""
        self.value = None
        self.setText(self._caption)
        self.setAccessibleName(self.tr("Filter op {what}").format(what=self._caption))
        self.set_icon_name("chevron-down")
        self.set_role("chip")

    def set_choice(self, caption: str, value: object) -> None:
        """Say what is on, without a signal."""
        self.value = value
        self.setText(caption)
        self.setAccessibleName(self.tr("Filter weghalen: {what}").format(what=caption))
        self.set_icon_name("x")
        self.set_role("chip-on")

    def make_menu(self) -> QMenu:
        """The menu with what can be chosen now."""
        menu = passing_menu(self)
        menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        for caption, value in self._choices():
            if not caption:
                menu.addSeparator()
                continue
            action = menu.addAction(caption.replace("&", "&&"))
            action.setData((caption, value))
        if menu.isEmpty():
            menu.addAction(self.tr("Nog niets om uit te kiezen")).setEnabled(False)
        menu.triggered.connect(self._on_menu_triggered)
        return menu

    @Slot()
    def _on_clicked(self) -> None:
        if self.value is not None:
            self.clear()
            self.changed.emit()
            return
        popup_below(self.make_menu(), self)

    @Slot(QAction)
    def _on_menu_triggered(self, action: QAction) -> None:
        caption, value = action.data()
        self.set_choice(caption, value)
        self.changed.emit()
