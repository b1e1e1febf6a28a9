# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Acts of the user: carried out by a service, told to every screen; a refusal is said aloud."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from logbook import texts
from logbook.core.errors import LogbookError
from logbook.services.changes import Changes
from logbook.ui.context import Context

if TYPE_CHECKING:
    from logbook.ui.widgets.undo_line import UndoLine

_T = TypeVar("_T")


class Acts(QObject):
    """Carries out acts in the window of a context.

    Args:
        line: where a refusal is said when a dialog is before the strip of the window.
    """

    def __init__(
        self, context: Context, parent: QObject | None = None, line: UndoLine | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._line = line

    def do(self, act: Callable[[], Changes]) -> bool:
        """Carry out one act; False when it was refused, and then `say` said why."""
        try:
            changes = act()
        except LogbookError as error:
            self.say(error)
            return False
        self._context.notifier.announce(changes)
        return True

    def gain(self, act: Callable[[], tuple[_T, Changes]]) -> _T | None:
        """Carry out an act that makes or takes away something, and give that; None as `do`."""
        gained: list[_T] = []

        def carry_out() -> Changes:
            thing, changes = act()
            gained.append(thing)
            return changes

        return gained[0] if self.do(carry_out) else None

    def ask(self, question: Callable[[], _T]) -> _T | None:
        """What a service answers; None when it could not, and then `say` said why."""
        try:
            return question()
        except LogbookError as error:
            self.say(error)
            return None

    def say(self, error: LogbookError) -> None:
        """Put an error in the strip of the window, or in the line of the dialog."""
        if self._line is not None:
            self._line.say(texts.error_sentence(error))
            return
        self._context.messages.show(texts.error_sentence(error), "error")
