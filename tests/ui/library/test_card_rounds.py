# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The rounds of an exercise on its card: a line of time, and the way to lay them side by side."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from logbook.ui.navigation import CompareRounds, ReadEntry
from logbook.ui.progress.round_track import RoundTrack
from tests.ui.helpers import assert_accessible
from tests.ui.library.conftest import WALK, WriteRound
from tests.ui.library.test_library_page import MakePage, card, choose, wishes


def test_several_rounds_stand_on_a_line_of_time(
    write_round: WriteRound, make_page: MakePage, qtbot: QtBot
) -> None:
    first, second = write_round(WALK), write_round(WALK)
    page = make_page()
    (track,) = card(page, "lopen").findChildren(RoundTrack)
    assert [mark.item.entry_id for mark in track.marks] == [first, second]
    assert_accessible(page)
    sent = wishes(page)
    qtbot.keyClick(track.marks[0], Qt.Key.Key_Right)
    qtbot.keyClick(track.marks[1], Qt.Key.Key_Space)
    assert sent == [ReadEntry(second)]


def test_one_round_needs_no_line(write_round: WriteRound, make_page: MakePage) -> None:
    write_round(WALK)
    assert make_page().findChildren(RoundTrack) == []


def test_the_menu_lays_rounds_beside_each_other(
    write_round: WriteRound, make_page: MakePage
) -> None:
    write_round(WALK)
    write_round(WALK)
    page = make_page()
    sent = wishes(page)
    menu = card(page, "lopen").make_menu()
    choose(menu, "Rondes naast elkaar")
    menu.deleteLater()
    assert sent == [CompareRounds("lopen")]
