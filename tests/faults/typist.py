# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A process that types a free note, a key every few milliseconds, until somebody kills it.

Uses the real field, draft and logbook (`LOGBOOK_HOME`). Tells on stdout what it does, a line a
step: `typed <seconds> <characters>` after each key, `saved <seconds> <characters>` when the
program would say "Bewaard". Seconds are those of the monotonic clock, the same in every process.
"""

from __future__ import annotations

import os
import time

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from logbook.bootstrap import open_services
from logbook.core.entry import NOTE_BLOCK, AnswerKey
from logbook.paths import find_paths
from logbook.settings import load_settings
from logbook.ui.context import Context
from logbook.ui.editor.answer_field import AnswerField
from logbook.ui.exercise.draft import Draft
from logbook.ui.memory import WindowMemory
from logbook.ui.messages import Messages
from logbook.ui.notifier import Notifier
from logbook.ui.preferences import Preferences
from logbook.ui.theme import Theme

#: Milliseconds between two keys.
PACE = 8
#: What is typed: long enough for more than ten seconds, with letters of more than one byte.
TEXT = "Zó begon het: één vraag, geen advies 🌱.\nDaarna bleef ik stil en keek ik mee. " * 20

_NOTE = AnswerKey(NOTE_BLOCK)


class Typist:
    """Types and tells."""

    def __init__(self, app: QApplication) -> None:
        self._services = open_services(find_paths(), create=True)
        paths, theme = self._services.paths, Theme(app)
        preferences = Preferences(paths.settings, load_settings(paths.settings), theme)
        memory = WindowMemory(paths.window)
        messages = Messages(theme)
        context = Context(self._services, theme, Notifier(), messages, preferences, memory)
        self._draft = Draft(context, self._services.writing.begin_note(), None)
        self._field = AnswerField(self._draft, _NOTE, theme, "Notitie")
        self._field.show()
        self._typed = 0
        self._draft.saved.connect(self._on_draft_saved)
        self._timer = QTimer(interval=PACE, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._timer.start()

    def _on_timer_timeout(self) -> None:
        character = TEXT[self._typed]
        key = Qt.Key.Key_Return if character == "\n" else Qt.Key(0)
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, character)
        QCoreApplication.sendEvent(self._field.editor, event)
        self._typed += 1
        tell("typed", self._typed)

    def _on_draft_saved(self) -> None:
        tell("saved", len(self._draft.value(_NOTE).text))


def tell(what: str, characters: int) -> None:
    """Say what was done, past every buffer of ours."""
    os.write(1, f"{what} {time.monotonic():.6f} {characters}\n".encode())


def main() -> None:
    """Type until killed."""
    app = QApplication(["typist"])
    typist = Typist(app)
    app.exec()
    del typist


if __name__ == "__main__":
    main()
