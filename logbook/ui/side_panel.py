# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The panel at the right: a reference page or the guide beside what one is doing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QFrame, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from logbook.ui.pages import GUIDE, REFERENCE, PageSpec
from logbook.ui.widgets.keyboard import give_keyboard_back

if TYPE_CHECKING:
    from logbook.ui.context import Context

_REMEMBERED = "window/side_width"
_FIRST_WIDTH = 380
#: Below this room for the screen (at 100 % text size) the panel takes its place.
_LEAST_BESIDE = 440
_LEAST_PANEL = 300


class SidePanel(QFrame):
    """Shows one panel at a time; made at their first use.

    Signals:
        navigation_requested(Wish): a panel asks to go somewhere.
        closed(): the panel went away.
    """

    navigation_requested = Signal(object)
    closed = Signal()

    def __init__(self, context: Context, splitter: QSplitter, main: QWidget) -> None:
        super().__init__(splitter)
        self._context = context
        self._splitter = splitter
        self._main = main
        self._before: QWidget | None = None
        self._panels: dict[str, Any] = {}
        self.setProperty("role", "beside")
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        self._stack = QStackedWidget(self)
        body.addWidget(self._stack)
        self.hide()
        splitter.splitterMoved.connect(self._on_splitter_moved)

    @property
    def shown(self) -> str:
        """Which panel is open: "reference", "guide" or ""."""
        if self.isHidden():
            return ""
        shown = self._stack.currentWidget()
        return next((name for name, panel in self._panels.items() if panel is shown), "")

    def open_reference(self, path: str) -> None:
        """Show a reference page."""
        panel = self._panel(REFERENCE)
        self._open(panel)
        panel.open_page(path)

    def open_guide(self, topic: str) -> None:
        """Show what the guide says about a screen."""
        panel = self._panel(GUIDE)
        self._open(panel)
        panel.show_topic(topic)

    @Slot()
    def close_panel(self) -> None:
        """Put the panel away; the keyboard returns to where it was."""
        if self.isHidden():
            return
        self.hide()
        self._main.show()
        # The screen takes its room first: a small one may have hidden where the keyboard was.
        QTimer.singleShot(0, self, self._give_keyboard_back)
        self.closed.emit()

    @Slot()
    def _give_keyboard_back(self) -> None:
        before, self._before = self._before, None
        give_keyboard_back(before, self._main)

    def arrange(self) -> None:
        """Divide the room; on a small window the panel stands in the place of the screen."""
        if self.isHidden():
            return
        px = self._context.theme.px
        room = self._splitter.width()
        covering = room < px(_LEAST_BESIDE) + px(_LEAST_PANEL)
        self._main.setHidden(covering)
        self.setMinimumWidth(0 if covering else px(_LEAST_PANEL))
        if not covering:
            wanted = px(self._context.memory.get(_REMEMBERED, _FIRST_WIDTH))
            wanted = max(px(_LEAST_PANEL), min(wanted, room - px(_LEAST_BESIDE)))
            self._splitter.setSizes([room - wanted, wanted])

    def _panel(self, spec: PageSpec) -> Any:
        if spec.name not in self._panels:
            made = spec.load()(self._context, self)
            made.close_requested.connect(self.close_panel)
            if hasattr(made, "navigation_requested"):
                made.navigation_requested.connect(self.navigation_requested)
            self._stack.addWidget(made)
            self._panels[spec.name] = made
        return self._panels[spec.name]

    def _open(self, panel: QWidget) -> None:
        if self.isHidden():
            self._before = QApplication.focusWidget()
        self._stack.setCurrentWidget(panel)
        self.show()
        self.arrange()

    @Slot()
    def _on_splitter_moved(self) -> None:
        if not self.isHidden():
            width = round(self.width() / self._context.theme.scale)
            self._context.memory.set(_REMEMBERED, width)
