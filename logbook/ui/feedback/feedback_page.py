# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The page Feedback: shows one of its views at a time, and lets reactions come in.

A supervisor has a desk beside it; what that does is left to `ui.desk`.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from logbook.services.changes import Changes
from logbook.texts.remarks import reader_name
from logbook.ui.context import Context
from logbook.ui.feedback.desk_switch import DeskSwitch
from logbook.ui.feedback.incoming import Source, source_of
from logbook.ui.feedback.incoming_view import IncomingView
from logbook.ui.feedback.overview import Overview
from logbook.ui.feedback.returned_view import ReturnedView
from logbook.ui.navigation import GoBack, OpenDesk, OpenFeedback
from logbook.ui.page import Page
from logbook.ui.revisit.screen import Screen

if TYPE_CHECKING:
    from logbook.ui.desk.desk_view import DeskView

_REMEMBERED = "feedback/desk"


class FeedbackPage(Page):
    """Feedback of readers; with the desk switched on, also feedback to others."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._packet_id = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.switch = DeskSwitch(context.theme, self)
        layout.addWidget(self.switch)
        self._stack = QStackedWidget(self)
        layout.addWidget(self._stack, 1)
        self._first = Screen(context.theme, self.tr("Feedback"), self._stack, first=True)
        self.paste = self._first.add_act(self.tr("Tekst plakken"), "clipboard-check")
        self.fetch = self._first.add_act(self.tr("Reactie binnenhalen"), "download")
        self.fetch.set_role("primary")
        self.overview = Overview(context, self._first)
        self._first.show_below(self.overview)
        self._stack.addWidget(self._first)
        self.switch.chosen.connect(self._on_switch_chosen)
        self.paste.clicked.connect(self.paste_text)
        self.fetch.clicked.connect(self.choose_files)
        self.overview.wished.connect(self.navigation_requested)
        context.preferences.changed.connect(self._on_preferences_changed)
        self._on_preferences_changed()

    def guide_topic(self) -> str:
        return "desk" if self.is_at_desk() else "feedback"

    def enter(self) -> None:
        self.flush()
        if self._is_looking():
            return
        if self._wants_desk():
            self._show_desk()
            return
        self._stack.setCurrentWidget(self._first)
        # Another view may be asked for right after this: then nothing was read in vain.
        QTimer.singleShot(0, self, self._fill_first)

    def leave(self) -> None:
        self.flush()

    def flush(self) -> bool:
        views = [self.overview, *(self.__dict__[name] for name in _LATER if name in self.__dict__)]
        kept = [view.flush() for view in views]  # every one, also after a failure
        return all(kept)

    def rescue_text(self) -> str:
        texts = [self.overview.rescue_text()]
        if "returned_view" in self.__dict__:
            texts.append(self.returned_view.rescue_text())
        if "desk" in self.__dict__:
            texts.append(self.desk.rescue_text())
        return "\n\n".join(filter(None, texts))

    def apply_changes(self, changes: Changes) -> None:
        if not self.isVisible() or not (changes.sharing or changes.entries or changes.everything):
            return
        if self._stack.currentWidget() is self._first:
            self.overview.fill()
        elif self._packet_id and self._stack.currentWidget() is self._returned_screen:
            self.show_packet(self._packet_id)

    # -- views -------------------------------------------------------------------------------------

    def show_packet(self, packet_id: str) -> None:
        """Show what came back for this packet; "" shows everything."""
        packet = self.returned_view.show_packet(packet_id) if packet_id else None
        self._packet_id = packet_id if packet is not None else ""
        self._note_side(desk=False)
        if packet is None:
            self._stack.setCurrentWidget(self._first)
            self.overview.fill()
            return
        reader = reader_name(packet.reader)
        self._returned_screen.title.setText(self.tr("Feedback van {reader}").format(reader=reader))
        self._stack.setCurrentWidget(self._returned_screen)

    def show_desk(self) -> None:
        """Show the desk of who reads others; without one the page stays as it is."""
        if self.context.preferences.settings.supervisor and not self.is_at_desk():
            self._show_desk()

    def is_at_desk(self) -> bool:
        """Whether the desk is in view."""
        return "desk" in self.__dict__ and self._stack.currentWidget() is self.desk

    def open_files(self, paths: Iterable[Path]) -> None:
        """Show what would come in from these files; nothing is taken in yet."""
        self._look([source_of(path) for path in paths])

    def open_packets(self, paths: Iterable[Path]) -> None:
        """Put packets of students on the desk, and show it."""
        self.show_desk()
        self.desk.taking.open_files(paths)

    @Slot()
    def choose_files(self) -> None:
        """Let the user choose files that came back."""
        names, _ = QFileDialog.getOpenFileNames(
            self,
            self.tr("Reactie binnenhalen"),
            "",
            self.tr("Reacties (*.json *.docx);;Alle bestanden (*)"),
        )
        if names:
            self.open_files(map(Path, names))

    @Slot()
    def paste_text(self) -> None:
        """Show what would come in from the text on the clipboard."""
        text = QGuiApplication.clipboard().text()
        if not text.strip():
            self.context.messages.show(
                self.tr("Er staat geen tekst op het klembord. Kopieer eerst de reactie.")
            )
            return
        self._look([Source("", text=text)])

    def _look(self, sources: list[Source]) -> None:
        adding = self._is_looking()
        self.switch.set_desk(False)  # for a moment: where one was is remembered
        self._stack.setCurrentWidget(self._incoming_screen)
        self.incoming.show_sources(sources, add=adding)

    def _is_looking(self) -> bool:
        """Whether something is shown that was not taken in yet."""
        return (
            "incoming" in self.__dict__
            and self._stack.currentWidget() is self._incoming_screen
            and bool(self.incoming.cards)
        )

    def _wants_desk(self) -> bool:
        """Whether the user has a desk and was at it the last time."""
        supervisor = self.context.preferences.settings.supervisor
        return supervisor and self.context.memory.get(_REMEMBERED, False)

    def _show_desk(self) -> None:
        self._note_side(desk=True)
        self._stack.setCurrentWidget(self.desk)
        self.desk.enter()

    def _note_side(self, *, desk: bool) -> None:
        """Show which of the two sides is in view, and come back to it the next time."""
        self.switch.set_desk(desk)
        if self.context.preferences.settings.supervisor:
            self.context.memory.set(_REMEMBERED, desk)

    @cached_property
    def incoming(self) -> IncomingView:
        """What would come in."""
        made = IncomingView(self.context, self._stack)
        made.done.connect(self._on_incoming_done)
        return made

    @cached_property
    def returned_view(self) -> ReturnedView:
        """What came back for one packet."""
        made = ReturnedView(self.context, self._stack)
        made.wished.connect(self.navigation_requested)
        return made

    @cached_property
    def desk(self) -> DeskView:
        """The supervisor's desk."""
        from logbook.ui.desk.desk_view import DeskView

        made = DeskView(self.context, self._stack)
        self._stack.addWidget(made)
        return made

    @cached_property
    def _incoming_screen(self) -> Screen:
        made = self._screen(self.tr("Dit komt binnen"), self.incoming)
        made.back_requested.connect(self._on_incoming_left)
        return made

    @cached_property
    def _returned_screen(self) -> Screen:
        made = self._screen(self.tr("Feedback"), self.returned_view)
        made.back_requested.connect(self._on_returned_left)
        return made

    def _screen(self, title: str, view: QWidget) -> Screen:
        made = Screen(self.context.theme, title, self._stack)
        made.show_below(view)
        self._stack.addWidget(made)
        return made

    # -- slots -------------------------------------------------------------------------------------

    @Slot()
    def _fill_first(self) -> None:
        if self.isVisible() and self._stack.currentWidget() is self._first:
            self._packet_id = ""
            self.overview.fill()
            self.overview.focus_first()

    @Slot(str)
    def _on_incoming_done(self, packet_id: str) -> None:
        self._stack.setCurrentWidget(self._first)
        if packet_id:
            self.navigation_requested.emit(OpenFeedback(packet_id))
        elif self._wants_desk():
            self.navigation_requested.emit(OpenDesk())
        else:
            self._fill_first()

    @Slot()
    def _on_incoming_left(self) -> None:
        self.incoming.clear()
        self._on_incoming_done("")

    @Slot()
    def _on_returned_left(self) -> None:
        self.navigation_requested.emit(GoBack())

    @Slot(bool)
    def _on_switch_chosen(self, desk: bool) -> None:
        # A place of its own, so that going back and a restart lead to the side one was at.
        self.navigation_requested.emit(OpenDesk() if desk else OpenFeedback())

    @Slot()
    def _on_preferences_changed(self) -> None:
        supervisor = self.context.preferences.settings.supervisor
        self.switch.setVisible(supervisor)
        if not supervisor and self.is_at_desk():
            self.switch.set_desk(False)
            self._stack.setCurrentWidget(self._first)


#: Views with something to keep, made when they are first asked for.
_LATER = ("returned_view", "desk")
