# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What was opened last and done most: kept in the window's memory, as ids without any words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction

from logbook.ui.memory import WindowMemory
from logbook.ui.navigation import (
    NewNote,
    OpenEntry,
    OpenExercise,
    OpenReference,
    ReadEntry,
    Wish,
)
from logbook.ui.navigator import Navigator

_OPENED, _DONE = "palette/opened", "palette/done"
#: So many opened things are kept, and so often an action is counted before all counts are halved.
_KEPT, _MOST = 20, 64


class Recent(QObject):
    """Keeps keys of rows: `exercise:ID`, `entry:ID`, `page:PATH`, `action:NAME`."""

    def __init__(
        self,
        memory: WindowMemory,
        navigator: Navigator,
        actions: Mapping[str, QAction],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._memory = memory
        self._navigator = navigator
        self._actions = actions
        self._note_begun = False

    def follow(self) -> None:
        """Keep up with the window from now on."""
        self._on_navigator_arrived()
        self._navigator.arrived.connect(self._on_navigator_arrived)
        self._navigator.reference_requested.connect(self._on_navigator_reference_requested)
        for name, action in self._actions.items():
            action.setObjectName(name)
            action.triggered.connect(self._on_action_triggered)

    def opened(self) -> list[str]:
        """What was opened, the last first."""
        return [key for key in self._memory.get(_OPENED, []) if isinstance(key, str)]

    def done(self, names: Sequence[str]) -> list[str]:
        """Those of these actions that were ever done, the most frequent first."""
        counts = self._counts()
        return sorted((n for n in names if counts[n]), key=lambda name: -counts[name])

    def note_action(self, name: str) -> None:
        """The user did something: the key of an action or a choice."""
        counts = self._counts()
        counts[name] += 1
        if counts[name] > _MOST:
            counts = Counter({each: number // 2 for each, number in counts.items()})
        self._memory.set(_DONE, dict(counts))

    @property
    def here(self) -> str:
        """The key of the place on screen, "" when the list does not have it."""
        self._navigator.settle()
        return key_of(self._navigator.history.current)

    def go(self, wish: Wish) -> None:
        """Open something."""
        self._navigator.carry_out(wish)

    @Slot()
    def _on_navigator_arrived(self) -> None:
        history = self._navigator.history
        if self._note_begun and isinstance(history.before, OpenEntry):
            self._note(key_of(history.before))  # the note that was begun has its id by now
        self._note_begun = isinstance(history.current, NewNote)
        self._note(key_of(history.current))

    @Slot(str)
    def _on_navigator_reference_requested(self, path: str) -> None:
        self._note(key_of(OpenReference(path)))

    @Slot()
    def _on_action_triggered(self) -> None:
        sender = self.sender()
        if isinstance(sender, QAction):
            self.note_action(f"action:{sender.objectName()}")

    def _note(self, key: str) -> None:
        if key:
            kept = [key, *(each for each in self.opened() if each != key)]
            self._memory.set(_OPENED, kept[:_KEPT])

    def _counts(self) -> Counter[str]:
        kept = self._memory.get(_DONE, {})
        return Counter({str(n): c for n, c in kept.items() if type(c) is int and c > 0})


def key_of(place: Wish | None) -> str:
    """The key of what a wish opens, "" for what the list does not have."""
    match place:
        case OpenExercise(exercise_id):
            return f"exercise:{exercise_id}"
        case OpenEntry(entry_id) | ReadEntry(entry_id):
            return f"entry:{entry_id}"
        case OpenReference(path):
            return f"page:{path}"
    return ""
