# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""`kill -9` while a supervisor types at the desk: what was typed two seconds ago is there."""

from __future__ import annotations

import random
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from logbook.paths import Paths
from logbook.services.desk_open import make_desk
from tests.builders import make_library
from tests.faults.helpers import kills, paths_in, start
from tests.faults.remarker import FIELDS
from tests.faults.typist import TEXT
from tests.packet_builders import public

#: What the program promises: typed text is durable within so many seconds.
_PROMISE = 2.0


@dataclass(frozen=True)
class Killed:
    """How many keys a killed supervisor had typed, and how many of them long enough ago."""

    typed: int
    due: int


def type_and_kill(home: Path, moment: float, *, in_commit: bool) -> Killed:
    """Let a process type at the desk and kill it so many seconds after its first key.

    Args:
        in_commit: then wait for a journal beside the desk and kill at once.
    """
    process = start("-m", "tests.faults.remarker", home=home)
    first = process.stdout.readline()
    assert first.startswith(b"typed"), process.communicate()[1].decode()
    begin = float(first.split()[1])
    time.sleep(max(0.0, begin + moment - time.monotonic()))
    journal = _journal(paths_in(home))
    while in_commit and not journal.exists() and time.monotonic() < begin + moment + 2:
        time.sleep(0.0005)
    end = time.monotonic()
    process.kill()
    rest, _ = process.communicate()
    done = [line.split()[1:] for line in (first + rest).decode().splitlines()]
    return Killed(
        typed=max(int(count) for _, count in done),
        due=max((int(count) for at, count in done if float(at) <= end - _PROMISE), default=0),
    )


def kept(home: Path) -> tuple[str, str, str]:
    """What the desk has of the remark, the general reaction and the notes."""
    desk = make_desk(paths_in(home), make_library, lambda: datetime.now(UTC))
    try:
        draft = desk.packet(public(1)).draft
        assert len(draft.remarks) <= 1
        said = draft.remarks[0].text if draft.remarks else ""
        return said, draft.general, desk.notes(desk.students()[0].id)
    finally:
        desk.close()


def _journal(paths: Paths) -> Path:
    return paths.desk.with_name(f"{paths.desk.name}-journal")


@pytest.mark.fault
def test_nothing_older_than_two_seconds_is_lost_at_the_desk(tmp_path: Path) -> None:
    dice = random.Random(6)
    inside = late = 0
    for number in range(kills(0.4)):
        in_commit = number % 2 == 1
        killed = type_and_kill(tmp_path, dice.uniform(0.3, 3.2), in_commit=in_commit)
        inside += _journal(paths_in(tmp_path)).exists()
        late += killed.due > 0
        for place, text in enumerate(kept(tmp_path)):
            # The keys go to the fields in turn.
            due = (killed.due + FIELDS - 1 - place) // FIELDS
            typed = (killed.typed + FIELDS - 1 - place) // FIELDS
            assert TEXT.startswith(text)
            assert due <= len(text) <= typed + 1
    assert late, "no kill came long enough after the first key to say anything"
    print(f"{kills(0.4)} kills at the desk, {inside} of them inside a commit, {late} late")
