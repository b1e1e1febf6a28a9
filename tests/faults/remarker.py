# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A process that types a remark, a reaction and a note at the desk, until somebody kills it.

Uses the real desk and window parts (`LOGBOOK_HOME`). Tells what it does as `typist` does; the keys
go to the three fields in turn.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from logbook.bootstrap import open_services
from logbook.core.packet import RemarkKind
from logbook.paths import find_paths
from logbook.settings import load_settings
from logbook.ui.context import Context
from logbook.ui.desk.desk_view import DeskView
from logbook.ui.desk.remark_card import DraftCard
from logbook.ui.memory import WindowMemory
from logbook.ui.messages import Messages
from logbook.ui.notifier import Notifier
from logbook.ui.preferences import Preferences
from logbook.ui.theme import Theme
from tests.faults.typist import PACE, TEXT, tell
from tests.packet_builders import make_packet, packet_bytes, public

#: How many fields are typed in.
FIELDS = 3


class Remarker:
    """Types and tells."""

    def __init__(self, app: QApplication) -> None:
        services = open_services(find_paths(), create=True)
        paths, theme = services.paths, Theme(app)
        preferences = Preferences(paths.settings, load_settings(paths.settings), theme)
        memory, messages = WindowMemory(paths.window), Messages(theme)
        self._context = Context(services, theme, Notifier(), messages, preferences, memory)
        desk = services.desk
        if not desk.students():
            arriving = desk.look(packet_bytes(make_packet()), "p.html")
            desk.add(arriving, desk.new_student("Student A"))
        self._view = DeskView(self._context)
        self._view.show()
        self._view.show_packet(public(1))
        self._fields = self._begin()
        self._typed = 0
        self._timer = QTimer(interval=PACE, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._timer.start()

    def _begin(self) -> tuple[QWidget, ...]:
        """Nothing of an earlier killing stays; a new remark, and three empty fields."""
        remarking, remarks = self._view.remarking, self._view.remarks
        keeper = remarking.keeper
        assert keeper is not None
        for remark in keeper.draft.remarks:
            keeper.remove(remark.id)
        remarks.general.clear()
        remarks.notes.clear()
        reader = self._view.reader
        cursor = reader.textCursor()
        cursor.setPosition(reader.toPlainText().index("drie weken"))
        cursor.setPosition(cursor.position() + 10, cursor.MoveMode.KeepAnchor)
        reader.setTextCursor(cursor)
        remarking.begin_remark(RemarkKind.QUESTION)
        assert remarking.flush()
        (card,) = (c for c in remarks.cards.values() if isinstance(c, DraftCard))
        return card.field, remarks.general, remarks.notes

    def _on_timer_timeout(self) -> None:
        character = TEXT[self._typed // FIELDS]
        key = Qt.Key.Key_Return if character == "\n" else Qt.Key(0)
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, character)
        QCoreApplication.sendEvent(self._fields[self._typed % FIELDS], event)
        self._typed += 1
        tell("typed", self._typed)


def main() -> None:
    """Type until killed."""
    app = QApplication(["remarker"])
    remarker = Remarker(app)
    app.exec()
    del remarker


if __name__ == "__main__":
    main()
