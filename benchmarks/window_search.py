# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Z3 in the real page: from a key in the search field to the hits on screen.

The page of the program stands on a logbook of 100,000 entries, and the last keys of a query are
typed. Timed from the key press to the end of the first paint of the list that shows what was asked.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

from benchmarks.data import WORK, logbook_of
from benchmarks.measure import Result, fresh_home
from benchmarks.searching import queries

_LIMIT_MS = 50.0
_WAIT = 10.0
#: So many keys are typed, this many seconds apart.
_KEYS = 2
_BETWEEN = 0.12


def results_typing(count: int) -> list[Result]:
    """p95 from key to hits per kind of query, and for all of them."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["LOGBOOK_HOME"] = str(fresh_home("home-typing"))
    asked = queries(count)
    from PySide6.QtWidgets import QApplication

    from logbook.ui.lasting_none import keep_none

    keep_none()
    app = QApplication.instance() or QApplication(["Logboek", "-style", "fusion"])
    typing = _Typing(app, count)
    found: list[Result] = []
    every: list[float] = []
    for name, kind in asked.items():
        times = [each for query in kind for each in typing.last_keys(query.ours)]
        every += times
        what = f"toets tot treffers bij {count:,}, {name}, p95"
        found.append(Result("Z3", what, _LIMIT_MS, _p95(times), 1.0))
    found.append(
        Result(
            "Z3", f"toets tot treffers bij {count:,}, alle samen, p95", _LIMIT_MS, _p95(every), 1.0
        )
    )
    typing.close()
    return found


class _Typing:
    """The page with a list whose paints are timed."""

    def __init__(self, app, count: int) -> None:
        from PySide6.QtCore import QObject

        from logbook.bootstrap import open_services
        from logbook.paths import find_paths
        from logbook.settings import Settings
        from logbook.ui.context import Context
        from logbook.ui.logbook.logbook_page import LogbookPage
        from logbook.ui.memory import WindowMemory
        from logbook.ui.messages import Messages
        from logbook.ui.notifier import Notifier
        from logbook.ui.preferences import Preferences
        from logbook.ui.theme import Theme

        self.app = app
        self.services = open_services(find_paths(logbook=logbook_of(count)), create=False)
        theme = Theme(app)
        theme.apply(Settings())
        preferences = Preferences(WORK / "home-typing" / "settings.json", Settings(), theme)
        memory = WindowMemory(WORK / "home-typing" / "window.ini")
        context = Context(self.services, theme, Notifier(), Messages(theme), preferences, memory)
        self.page = LogbookPage(context)
        self.painted = 0.0

        typing = self

        class Watch(QObject):
            def eventFilter(self, _watched, event) -> bool:  # noqa: N802 - Qt's name
                if event.type() == event.Type.Paint:
                    typing.page.view.viewport().removeEventFilter(self)
                    typing.app.sendEvent(typing.page.view.viewport(), event)
                    typing.page.view.viewport().installEventFilter(self)
                    typing.painted = time.perf_counter()
                    return True
                return False

        self._watch = Watch()
        self.page.view.viewport().installEventFilter(self._watch)
        self.page.resize(1068, 800)
        self.page.show()
        self.page.enter()
        self._settle(1.0)

    def last_keys(self, text: str) -> Iterator[float]:
        """Type the last keys of a query; milliseconds for each that asks for something else."""
        from PySide6.QtTest import QTest

        field = self.page.bar.field
        self.page.bar.set_query(text[:-_KEYS])
        field.setFocus()
        for sign in text[-_KEYS:]:
            # As somebody types: the search for the key before may still go on.
            self._settle(_BETWEEN)
            before, started = self.page.bar.query, time.perf_counter()
            QTest.keyClick(field, sign)
            if self.page.bar.query != before:
                yield self._until_shown(started)

    def close(self) -> None:
        """Let go of the logbook."""
        self.page.hide()
        self.page.deleteLater()
        self._settle(0.1)
        self.services.close()

    def _until_shown(self, started: float) -> float:
        page, end = self.page, started + _WAIT
        while time.perf_counter() < end:
            self.app.processEvents()
            time.sleep(0.0002)  # as an event loop does: let the search have the interpreter
            if page.control.busy:
                continue
            if page.nothing.isVisible():
                return (time.perf_counter() - started) * 1000
            if self.painted > started and page.model.query == page.bar.query:
                shown = self.painted
                self.app.processEvents()
                return (max(shown, self.painted) - started) * 1000
        return _WAIT * 1000

    def _settle(self, seconds: float) -> None:
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            self.app.processEvents()
            time.sleep(0.002)


def _p95(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]
