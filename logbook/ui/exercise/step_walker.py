# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Walks through the steps on screen: by key, from the panel beside them, and with the text cursor.

Knows the column that is in view and nothing of what is kept.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from logbook.ui.editor.markdown_editor import MarkdownEditor
from logbook.ui.exercise.side_panel import SidePanel
from logbook.ui.exercise.step_column import StepColumn
from logbook.ui.widgets.shortcuts import add_shortcut


class StepWalker(QObject):
    """What keys, panel and text cursor do with the column in view.

    Args:
        view: what holds the column; the keys work inside it.
        steps: gives the column that is in view, or None when there is none to walk through.
    """

    def __init__(
        self, view: QWidget, panel: SidePanel, steps: Callable[[], StepColumn | None]
    ) -> None:
        super().__init__(view)
        self._view = view
        self._steps = steps
        self._watched: MarkdownEditor | None = None
        for keys in ("Alt+PgDown", "Ctrl+Return", "Ctrl+Enter"):
            add_shortcut(view, keys, self._on_next_keys)
        add_shortcut(view, "Alt+PgUp", self._on_previous_keys)
        panel.step_chosen.connect(self._on_panel_step_chosen)

    def watch(self, widget: QWidget | None) -> None:
        """Follow the text cursor of the field that has the keyboard now."""
        self.let_go()
        steps = self._steps()
        if widget is None or steps is None or not self._view.isAncestorOf(widget):
            return
        if isinstance(widget, MarkdownEditor):
            self._watched = widget
            widget.cursor_moved.connect(self._on_cursor_moved)
            widget.destroyed.connect(self._on_watched_destroyed)
        steps.follow_keyboard(widget)

    def let_go(self) -> None:
        """Follow no text cursor: the field goes away."""
        if self._watched is not None:
            self._watched.cursor_moved.disconnect(self._on_cursor_moved)
            self._watched.destroyed.disconnect(self._on_watched_destroyed)
            self._watched = None

    @Slot()
    def _on_next_keys(self) -> None:
        steps = self._steps()
        if steps is not None and steps.go_on():
            steps.focus_first_empty()

    @Slot()
    def _on_previous_keys(self) -> None:
        steps = self._steps()
        if steps is not None and steps.go_back():
            steps.focus_first_empty()

    @Slot(int)
    def _on_panel_step_chosen(self, rank: int) -> None:
        steps = self._steps()
        if steps is not None:
            steps.go_to_step(rank)
            steps.focus_first_empty()

    @Slot()
    def _on_cursor_moved(self) -> None:
        # The field grows after it tells; wait until the column has its new height.
        QTimer.singleShot(0, self, self._follow_cursor)

    @Slot()
    def _follow_cursor(self) -> None:
        steps = self._steps()
        if self._watched is not None and steps is not None:
            steps.keep_cursor_in_view(self._watched)

    @Slot()
    def _on_watched_destroyed(self) -> None:
        self._watched = None
