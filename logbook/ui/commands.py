# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What the actions of the window do, and the actions themselves.

Made right after the first paint. What a screen does is left to the screen; what the window has to
do is asked of it by a signal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from logbook.settings import TEXT_SIZES
from logbook.ui.actions import ACTIONS, caption_of, key_sequences
from logbook.ui.navigation import NewNote, OpenPage, OpenWords
from logbook.ui.navigator import HOME, Navigator
from logbook.ui.pages import WRITER

if TYPE_CHECKING:
    from logbook.ui.context import Context
    from logbook.ui.page_stack import PageStack
    from logbook.ui.rail import Rail
    from logbook.ui.side_panel import SidePanel


class Commands(QObject):
    """Carries out the actions of `actions.py` in one window.

    Signals:
        find_requested(): open the list of everything, or close it.
        close_requested(): close the window.
    """

    find_requested = Signal()
    close_requested = Signal()

    def __init__(
        self,
        context: Context,
        navigator: Navigator,
        rail: Rail,
        stack: PageStack,
        side: SidePanel,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._context = context
        self._navigator = navigator
        self._rail = rail
        self._stack = stack
        self._side = side
        self.by_name: dict[str, QAction] = {}
        for spec in ACTIONS:
            action = QAction(caption_of(spec), window)
            action.setShortcuts(key_sequences(spec))
            action.setShortcutVisibleInContextMenu(True)
            action.triggered.connect(getattr(self, spec.handler))
            window.addAction(action)
            self.by_name[spec.name] = action

    def fill_menu(self, menu: QMenu) -> None:
        """Put the actions in the menu of the rail."""
        for spec in ACTIONS:
            if spec.divided:
                menu.addSeparator()
            if spec.in_menu:
                menu.addAction(self.by_name[spec.name])

    def allow_focus_mode(self) -> None:
        """Only the writer has a text to write without anything around it."""
        self.by_name["focus"].setEnabled(self._stack.current_name == WRITER)

    @Slot()
    def find_anything(self) -> None:
        """Open the list of everything, or close it."""
        self.find_requested.emit()

    @Slot()
    def close_window(self) -> None:
        """Close the window."""
        self.close_requested.emit()

    @Slot()
    def go_today(self) -> None:
        """Show Vandaag."""
        self._navigator.carry_out(HOME)

    @Slot()
    def go_exercises(self) -> None:
        """Show Oefeningen."""
        self._navigator.carry_out(OpenPage("exercises"))

    @Slot()
    def go_logbook(self) -> None:
        """Show Logboek."""
        self._navigator.carry_out(OpenPage("logbook"))

    @Slot()
    def go_progress(self) -> None:
        """Show Voortgang."""
        self._navigator.carry_out(OpenPage("progress"))

    @Slot()
    def go_revisit(self) -> None:
        """Show Terugblik."""
        self._navigator.carry_out(OpenPage("revisit"))

    @Slot()
    def go_feedback(self) -> None:
        """Show Feedback."""
        self._navigator.carry_out(OpenPage("feedback"))

    @Slot()
    def go_words(self) -> None:
        """Show Woorden door de tijd."""
        self._navigator.carry_out(OpenWords())

    @Slot()
    def go_settings(self) -> None:
        """Show Instellingen."""
        self._navigator.carry_out(OpenPage("settings"))

    @Slot()
    def new_note(self) -> None:
        """Begin a free note."""
        self._navigator.carry_out(NewNote())

    @Slot()
    def choose_form(self) -> None:
        """Lay the note on screen out in a form, or begin one in it."""
        if (page := self._stack.current_page) is not None:
            page.choose_form()

    @Slot()
    def share(self) -> None:
        """Share what is on screen, or go on with what was being shared."""
        if (page := self._stack.current_page) is not None:
            page.share()

    @Slot()
    def go_back(self) -> None:
        """Return to where one was."""
        page = self._stack.current_page
        if page is None or not page.step_back():
            self._navigator.go_back()

    @Slot()
    def make_text_larger(self) -> None:
        """One step more text size."""
        self._step_text_size(1)

    @Slot()
    def make_text_smaller(self) -> None:
        """One step less text size."""
        self._step_text_size(-1)

    @Slot()
    def toggle_guide(self) -> None:
        """Open the guide about this screen, or close it."""
        if self._side.shown == "guide":
            self._side.close_panel()
            return
        self._side.open_guide(self._stack.guide_topic())

    @Slot()
    def toggle_focus_mode(self) -> None:
        """In the writer: hide everything but the text, or show it again."""
        if self._stack.current_name == WRITER:
            writer: Any = self._stack.page(WRITER)
            writer.toggle_focus_mode()

    @Slot()
    def go_to_next_part(self) -> None:
        """Bring the keyboard from the rail to the message, the screen, the panel, and round."""
        focused = QApplication.focusWidget()
        strip = self._context.messages.strip
        shown = [w for w in (self._rail, strip, self._stack, self._side) if w.isVisible()]
        # A message without anything to press is passed by.
        parts = [part for part in shown if part is not strip or _first_stop(part) is not part]
        inside = [part for part in parts if focused is not None and part.isAncestorOf(focused)]
        there = parts[(parts.index(inside[0]) + 1) % len(parts)] if inside else parts[0]
        if there is self._rail:
            self._rail.focus_current()
        else:
            _first_stop(there).setFocus(Qt.FocusReason.TabFocusReason)

    def _step_text_size(self, step: int) -> None:
        sizes = list(TEXT_SIZES)
        now = self._context.preferences.settings.text_size
        nearest = min(range(len(sizes)), key=lambda place: abs(sizes[place] - now))
        wanted = sizes[min(max(nearest + step, 0), len(sizes) - 1)]
        self._context.preferences.change(text_size=wanted)


def _first_stop(part: QWidget) -> QWidget:
    """The first widget in a part that Tab stops at; the part itself when there is none."""
    # In the order of making: walking the chain of Tab itself would make PySide take every next
    # widget for a child of the one before, and let it go with that one.
    for widget in part.findChildren(QWidget):
        reached = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if reached and widget.isVisible() and widget.isEnabled():
            return widget
    return part
