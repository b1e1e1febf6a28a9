# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A process that dies anywhere while feedback is taken in leaves all of it, or nothing."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from logbook.core.packet import AnswerFile
from logbook.storage.checks import check_database
from tests.share_builders import ShareDesk, reaction, remark_on

pytestmark = [
    pytest.mark.fault,
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="the child is made by fork"),
]

KILLED = 9


def take_until(path: Path, answer: AnswerFile, statements: int) -> int:
    """Take an answer file in, in a child that dies at the n-th statement; its exit code."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    left = statements

    def counted(_sql: str) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            os._exit(KILLED)

    try:
        desk = ShareDesk(path)
        incoming = desk.look(answer)
        desk.database.connection.set_trace_callback(counted)
        desk.feedback.take_in(incoming)
    finally:
        os._exit(0)


def state(path: Path) -> tuple[object, list[str]]:
    """Everything in the logbook, which must be whole, and the files beside it.

    The journal of SQLite may stay: the next act uses it.
    """
    desk = ShareDesk(path)
    assert list(check_database(desk.database)) == []
    found = json.loads(desk.json())
    desk.database.close()
    del found["exported_at"]
    for each in (*found["received"], *found["remarks"]):
        each["received_at"] = ""
    return found, sorted(
        each.name for each in path.parent.iterdir() if not each.name.endswith("-journal")
    )


def test_it_is_before_or_after(tmp_path: Path) -> None:
    path = tmp_path / "logboek.db"
    desk = ShareDesk(path)
    note = desk.note("Ik zei niets terug, en ik schrok.")
    _, packet = desk.share(note, questions=("Klopt dit?",))
    given = ((packet.questions[0].id, "Ja."),)
    remarks = [remark_on(packet, "niets", number=1), remark_on(packet, "schrok", number=2)]
    answer = reaction(packet, *remarks, general="Fijn.", answers=given)
    desk.database.close()
    before = state(path)
    deaths = 0
    while take_until(path, answer, deaths + 1) == KILLED:
        deaths += 1
        found = state(path)
        assert found == before, f"half of it after {deaths} statements"
    assert deaths > 8
    after, names = state(path)
    assert names == before[1]
    assert after != before[0]
    assert len(after["remarks"]) == 2  # type: ignore[index]
