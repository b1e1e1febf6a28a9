# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The three sides of the desk keep a width in which their words fit."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from logbook.services.desk import Desk
from logbook.texts.desk import given_back
from logbook.ui.context import Context
from logbook.ui.desk.desk_view import DeskView


def test_the_list_is_wide_enough_whatever_the_width_was_before(
    context: Context, filled: Desk, qtbot: QtBot
) -> None:
    view = DeskView(context)
    qtbot.addWidget(view)
    view.enter()
    view.panes.resize(1000, 600)
    view.panes.setSizes([80, 660, 260])
    view.resize(1069, 760)
    with qtbot.waitExposed(view):
        view.show()
    assert view.panes.sizes()[0] >= 200


def test_who_gave_back_more_is_told_to_send_each_file() -> None:
    assert "Stuur het bestand" in given_back(1)
    assert "Stuur elk bestand" in given_back(3)
