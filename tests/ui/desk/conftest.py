# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A desk on screen with two students, and answers given for the user."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from logbook.services.desk import Desk
from logbook.ui.context import Context
from logbook.ui.desk.desk_view import DeskView
from tests.packet_builders import make_packet, packet_bytes, public


@pytest.fixture
def desk(context: Context) -> Desk:
    return context.services.desk


@pytest.fixture
def filled(desk: Desk) -> Desk:
    today = date.today()
    for number, name in ((1, "Student A"), (2, "Student B")):
        packet = make_packet(number, pair=100 + number, sender=name)
        student = desk.new_student(name, "dinsdag", today + timedelta(number))
        desk.add(desk.look(packet_bytes(packet), "p.html"), student)
    return desk


@pytest.fixture
def view(context: Context, filled: Desk, qtbot: QtBot) -> DeskView:
    made = DeskView(context)
    qtbot.addWidget(made)
    made.resize(1200, 760)
    with qtbot.waitExposed(made):
        made.show()
    made.enter()
    made.show_packet(public(1))
    return made


@pytest.fixture
def packet_file(tmp_path: Path) -> Path:
    path = tmp_path / "deelpakket.html"
    path.write_bytes(packet_bytes(make_packet(9, pair=900, sender="Student C")))
    return path
