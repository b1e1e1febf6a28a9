# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""K1: Ctrl+K on a large logbook: from a key to the painted list, and to titles of entries in it.

The list of the program stands on a bare window. Beginnings of titles are typed key by key; after
some keys one waits, so that the texts are being looked through when the next key comes.
"""

from __future__ import annotations

import os
import random
import time
from collections.abc import Iterator

from benchmarks.data import WORK, logbook_of
from benchmarks.measure import Result, fresh_home

_LIMIT_MS = 50.0
_TITLES, _KEYS = 25, 9
_PAUSE_S = 0.15


def results_palette(count: int) -> list[Result]:
    """The first painted list, and the list with titles."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    home = fresh_home("home-palette")
    os.environ["LOGBOOK_HOME"] = str(home)
    from PySide6.QtCore import QThreadPool
    from PySide6.QtWidgets import QApplication

    from logbook.ui.lasting_none import keep_none

    keep_none()
    app = QApplication.instance() or QApplication(["Logboek", "-style", "fusion"])
    first: list[float] = []
    complete: list[float] = []
    for _, painted, whole in _typed(app, count):
        first.append(painted)
        complete.append(whole)
    QThreadPool.globalInstance().waitForDone()
    return [
        Result("K1", f"Ctrl+K, {what} bij {count:,}, {name}", _LIMIT_MS, _part(times, part), 1.0)
        for what, times in (("toets tot lijst", first), ("tot lijst met titels", complete))
        for name, part in (("p50", 0.5), ("p95", 0.95))
    ]


def _typed(app, count: int) -> Iterator[tuple[int, float, float]]:
    """Per key: how many letters stand there, milliseconds to a first list and to the whole one."""
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QWidget

    from logbook.bootstrap import open_services
    from logbook.paths import find_paths
    from logbook.settings import Settings
    from logbook.ui.context import Context
    from logbook.ui.memory import WindowMemory
    from logbook.ui.messages import Messages
    from logbook.ui.navigator import Navigator
    from logbook.ui.notifier import Notifier
    from logbook.ui.page_stack import PageStack
    from logbook.ui.palette.keeper import PaletteKeeper
    from logbook.ui.palette.recent import Recent
    from logbook.ui.preferences import Preferences
    from logbook.ui.theme import Theme

    services = open_services(find_paths(logbook=logbook_of(count)), create=False)
    theme = Theme(app)
    theme.apply(Settings())
    preferences = Preferences(WORK / "home-palette" / "settings.json", Settings(), theme)
    memory = WindowMemory(WORK / "home-palette" / "window.ini")
    context = Context(services, theme, Notifier(), Messages(theme), preferences, memory)
    window = QWidget()
    window.resize(1280, 800)
    window.show()
    recent = Recent(memory, Navigator(context, PageStack(context, window), window), {}, window)
    keeper = PaletteKeeper(context, _actions(window), recent, window)
    keeper.toggle()
    QTest.qWait(300)
    rng = random.Random(5)
    for title in _some_titles(services, rng):
        keeper.view.field.clear()
        for number, sign in enumerate(title[:_KEYS], 1):
            if rng.random() < 0.3:
                QTest.qWait(round(_PAUSE_S * 1000))
            yield number, *_press(app, keeper, sign)
    keeper.view.close_view()
    window.close()
    services.close()


def _press(app, keeper, sign: str) -> tuple[float, float]:
    """Milliseconds from a key to the first painted list, and to the one with titles."""
    from PySide6.QtCore import QEventLoop
    from PySide6.QtTest import QTest

    shown = []
    keeper.view.model.modelReset.connect(lambda: shown.append(True))
    started = time.perf_counter()
    QTest.keyClicks(keeper.view.field, sign)
    painted = 0.0
    while keeper.finder.titles_pending or not shown:
        # Waits for something to happen: a loop that never rests would keep the searcher waiting.
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if shown and not painted:
            keeper.view.list.viewport().repaint()
            painted = time.perf_counter() - started
    keeper.view.list.viewport().repaint()
    complete = time.perf_counter() - started
    keeper.view.model.modelReset.disconnect()
    return (painted or complete) * 1000, complete * 1000


def _actions(window) -> dict:
    from PySide6.QtGui import QAction

    from logbook.ui.actions import ACTIONS

    return {spec.name: QAction(spec.caption, window) for spec in ACTIONS}


def _some_titles(services, rng: random.Random) -> list[str]:
    found = [summary.title for summary in services.reading.entries(limit=3_000)]
    return rng.sample([title for title in found if title.isascii()] or found, _TITLES)


def _part(times: list[float], part: float) -> float:
    return sorted(times)[int(len(times) * part)]
