# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from __future__ import annotations

import gc
import threading

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from logbook.ui import background


class Knot:
    """Garbage that only a search for it finds; says in which thread it went."""

    def __init__(self, gone_in: list[int]) -> None:
        self.gone_in = gone_in
        self.itself = self

    def __del__(self) -> None:
        self.gone_in.append(threading.get_ident())


@pytest.fixture
def parent(qapp: QObject) -> QObject:
    return QObject(qapp)


def make_much() -> int:
    """Make so many objects that garbage would be looked for several times."""
    return len([[number] for number in range(200_000)])


def test_the_result_comes_on_the_main_thread(parent: QObject, qtbot: QtBot) -> None:
    found: list[tuple[int, bool]] = []
    main = threading.get_ident()

    def take(_result: int) -> None:
        found.append((_result, threading.get_ident() == main))

    background.run(make_much, take, pytest.fail, parent)
    qtbot.waitUntil(lambda: found == [(200_000, True)])


def test_garbage_of_the_window_is_not_taken_apart_beside_it(parent: QObject, qtbot: QtBot) -> None:
    gone_in: list[int] = []
    done: list[int] = []
    gc.collect()
    Knot(gone_in)
    background.run(make_much, done.append, pytest.fail, parent)
    qtbot.waitUntil(lambda: bool(done))
    gc.collect()
    assert gone_in == [threading.get_ident()]


def test_garbage_is_looked_for_again_afterwards_also_after_a_mistake(
    parent: QObject, qtbot: QtBot
) -> None:
    wrong: list[Exception] = []
    assert gc.isenabled()
    background.run(lambda: 1 // 0, pytest.fail, wrong.append, parent)
    background.run(make_much, lambda _n: None, pytest.fail, parent)
    qtbot.waitUntil(lambda: bool(wrong) and gc.isenabled())
    assert isinstance(wrong[0], ZeroDivisionError)
