# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The main window: builds the rail, the strip, the screens and the panel, and connects them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6 import QtCore
from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from logbook import texts
from logbook.ui.history import from_memory, to_memory
from logbook.ui.navigation import OpenPage
from logbook.ui.navigator import HOME, Navigator
from logbook.ui.page_stack import PageStack
from logbook.ui.pages import PAGES, WELCOME, WRITER
from logbook.ui.placement import remember_place, restore_place
from logbook.ui.rail import Rail
from logbook.ui.side_panel import SidePanel
from logbook.ui.watching import Watcher

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import (
        QCloseEvent,
        QPaintEvent,
        QResizeEvent,
    )

    from logbook.core.errors import LogbookError
    from logbook.ui.calendar_keeper import CalendarKeeper
    from logbook.ui.commands import Commands
    from logbook.ui.context import Context
    from logbook.ui.palette.entrance import Entrance
    from logbook.ui.preview.previews import Previews

#: Below this width (at 100 % text size) the rail shows icons alone.
_NARROW_BELOW = 980
_REMEMBERED_PLACE = "window/where"


class MainWindow(QMainWindow):
    """The window on one open logbook.

    Signals:
        painted(): the first time it was drawn.
        restart_requested(): the logbook has another place now; open it there.
        closed(): it went away, and all text is kept or put where the user wished.
    """

    painted = Signal()
    restart_requested = Signal()
    closed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._drawn = False
        self._focus_mode = False
        self._calendar: CalendarKeeper | None = None
        self.setWindowTitle(self.tr("Logboek"))
        self.setMinimumSize(480, 360)
        restore_place(self, context.memory)
        self._build_layout()
        self._connect_signals()
        self._fit()

    def open_at_start(self) -> None:
        """Show the first-start screen, or the place where one stopped."""
        if not self.context.preferences.settings.started:
            self._show_welcome()
            return
        place = from_memory(self.context.memory.get(_REMEMBERED_PLACE, {}))
        if place is None or not self.navigator.carry_out(place):
            self.context.messages.clear()
            self.navigator.carry_out(HOME)

    def keep_everything(self) -> bool:
        """Make all text durable and remember the window; False when text is only on screen."""
        kept = self.stack.flush()
        if self._calendar is not None:
            self._calendar.finish()
        self.navigator.settle()
        place = self.navigator.history.current
        self.context.memory.set(_REMEMBERED_PLACE, to_memory(place))
        remember_place(self, self.context.memory)
        self.context.memory.save()
        return kept

    # --- building

    @cached_property
    def commands(self) -> Commands:
        """The actions with their shortcuts; made right after the first paint."""
        from logbook.ui.commands import Commands

        made = Commands(self.context, self.navigator, self.rail, self.stack, self.side, self)
        made.find_requested.connect(self.find_anything)
        made.close_requested.connect(self.close)
        return made

    @cached_property
    def previews(self) -> Previews:
        """The windows that show exercises while they are written; made when first asked for."""
        from logbook.ui.preview.previews import Previews

        return Previews(self.context, self)

    @cached_property
    def finding(self) -> Entrance:
        """The list of everything and what it remembers; made right after the first paint."""
        from logbook.ui.palette.entrance import Entrance

        return Entrance(self.context, self.navigator, self.commands.by_name, self)

    def _build_layout(self) -> None:
        context = self.context
        self._whole = QStackedWidget(self)
        self._body = QWidget(self._whole)
        row = QHBoxLayout(self._body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.rail = Rail(context.theme, PAGES, self._body, self._is_small())
        right = QVBoxLayout()
        right.setSpacing(0)
        self.splitter = QSplitter()
        self.splitter.setHandleWidth(5)
        self.splitter.setChildrenCollapsible(False)
        self.stack = PageStack(context, parent=self.splitter)
        self.stack.setMinimumWidth(1)
        self.side = SidePanel(context, self.splitter, self.stack)
        self.splitter.setStretchFactor(0, 1)
        context.messages.strip.page = self.stack
        right.addWidget(context.messages.strip)
        right.addWidget(self.splitter, 1)
        row.addWidget(self.rail)
        row.addLayout(right, 1)
        self._whole.addWidget(self._body)
        self.setCentralWidget(self._whole)
        self.navigator = Navigator(context, self.stack, self)
        self.watcher = Watcher(context, self)

    def _connect_signals(self) -> None:
        self.rail.page_requested.connect(self._on_rail_page_requested)
        self.rail.find_requested.connect(self.find_anything)
        self.navigator.arrived.connect(self._on_navigator_arrived)
        self.navigator.reference_requested.connect(self.side.open_reference)
        self.navigator.preview_requested.connect(self._on_navigator_preview_requested)
        self.navigator.beginning_requested.connect(self._on_navigator_beginning_requested)
        self.side.navigation_requested.connect(self.navigator.carry_out)
        self.stack.page_built.connect(self._on_stack_page_built)
        self.context.theme.changed.connect(self._fit)
        self.context.preferences.save_failed.connect(self._on_preferences_save_failed)

    def _show_welcome(self) -> None:
        welcome = WELCOME.load()(self.context, self._whole)
        welcome.finished.connect(self._on_welcome_finished)
        welcome.restart_requested.connect(self.restart_requested)
        self._whole.addWidget(welcome)
        self._whole.setCurrentWidget(welcome)
        welcome.enter()

    # --- what is done in the window itself

    @Slot()
    def find_anything(self) -> None:
        """Open the list of everything, or close it."""
        if self._whole.currentWidget() is self._body:
            self.finding.toggle()

    @property
    def focus_mode(self) -> bool:
        """Whether only the screen is shown."""
        return self._focus_mode

    # --- events

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._drawn:
            self._drawn = True
            QTimer.singleShot(0, self, self._on_first_paint)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QtCore.QEvent) -> None:
        super().changeEvent(event)
        if not self._drawn:
            return
        if event.type() == QtCore.QEvent.Type.ActivationChange:
            self.watcher.set_active(self.isActiveWindow())

    def closeEvent(self, event: QCloseEvent) -> None:
        from logbook.ui.closing import may_close

        if not may_close(self.stack, self.context.messages, self):
            event.ignore()
            return
        self.keep_everything()
        self.watcher.set_active(False)
        if "previews" in self.__dict__:
            self.previews.close_all()
        event.accept()
        self.closed.emit()

    @Slot()
    def _on_first_paint(self) -> None:
        self.commands.fill_menu(self.rail.menu)
        self.commands.allow_focus_mode()
        self.painted.emit()
        # Not at the top: nobody drops or looks for anything before the first paint.
        from logbook.ui.feedback.rail_count import RailCount
        from logbook.ui.file_drop import (
            FileDrop,
            accept_packages,
            accept_packets,
            accept_reactions,
            exercise_files,
        )

        _ = self.finding
        RailCount(self.context, self.rail, self)
        accept_packages(self, self.navigator, self.stack)
        FileDrop(self, exercise_files).dropped.connect(self._on_exercise_dropped)
        settings = self.context.preferences
        accept_packets(self, self.navigator, self.stack, lambda: settings.settings.supervisor)
        accept_reactions(self, self.navigator)  # asked first: a document may be either
        from logbook.ui.calendar_keeper import CalendarKeeper

        self._calendar = CalendarKeeper(self.context, self)
        self.watcher.start()
        self.watcher.set_active(self.isActiveWindow())
        QTimer.singleShot(2_000, self.watcher, self.watcher.tidy)

    @Slot(str)
    def _on_rail_page_requested(self, name: str) -> None:
        self.navigator.carry_out(OpenPage(name))

    @Slot(str)
    def _on_navigator_arrived(self, item: str) -> None:
        self.rail.set_current(item)
        if self.side.isVisible() and self.stack.isHidden():
            self.side.close_panel()
        elif self.side.shown == "guide":
            self.side.open_guide(self.stack.guide_topic())
        if self._drawn:
            self.commands.allow_focus_mode()

    @Slot(str)
    def _on_stack_page_built(self, name: str) -> None:
        if name == "settings":
            settings: Any = self.stack.page(name)
            settings.restart_requested.connect(self.restart_requested)
        if name == WRITER:
            writer: Any = self.stack.page(name)
            writer.focus_mode_changed.connect(self._on_writer_focus_mode_changed)

    @Slot()
    def _on_navigator_preview_requested(self) -> None:
        self.previews.choose()

    @Slot(object)
    def _on_exercise_dropped(self, file: Path) -> None:
        self.previews.open(file)

    @Slot(int)
    def _on_navigator_beginning_requested(self, chapter: int) -> None:
        self.previews.begin(chapter)

    @Slot(bool)
    def _on_writer_focus_mode_changed(self, on: bool) -> None:
        self._focus_mode = on
        if on:
            self.side.close_panel()
        self.rail.setHidden(on)
        self.context.messages.set_quiet(on)

    @Slot()
    def _on_welcome_finished(self) -> None:
        welcome = self._whole.currentWidget()
        self._whole.setCurrentWidget(self._body)
        if welcome is not None and welcome is not self._body:
            self._whole.removeWidget(welcome)
            welcome.deleteLater()
        self.navigator.carry_out(HOME)

    @Slot(object)
    def _on_preferences_save_failed(self, error: LogbookError) -> None:
        self.context.messages.show(texts.error_sentence(error), "warning")

    @Slot()
    def _fit(self) -> None:
        self.rail.set_narrow(self._is_small())
        self.side.arrange()

    def _is_small(self) -> bool:
        return self.width() < self.context.theme.px(_NARROW_BELOW)
