# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""`kill -9` while somebody types: the logbook opens, and what was typed two seconds ago is there.

The hardest moment is in the middle of a commit, when SQLite's journal stands beside the file:
every third kill waits for that.
"""

from __future__ import annotations

import random
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.faults.helpers import kills, note_texts, opened, paths_in, start
from tests.faults.typist import TEXT

#: What the program promises: typed text is durable within so many seconds.
_PROMISE = 2.0
_LANES = 6


@dataclass(frozen=True)
class Killed:
    """What a killed typist had done; numbers of characters."""

    typed: int
    due: int
    said: int


def type_and_kill(home: Path, moment: float, *, in_commit: bool) -> Killed:
    """Let a process type and kill it.

    Args:
        moment: seconds after the first key.
        in_commit: then wait for a journal beside the logbook and kill at once.
    """
    typist = start("-m", "tests.faults.typist", home=home)
    first = typist.stdout.readline()
    assert first.startswith(b"typed"), typist.communicate()[1].decode()
    begin = float(first.split()[1])
    time.sleep(max(0.0, begin + moment - time.monotonic()))
    journal = paths_in(home).logbook.with_name("logboek.db-journal")
    while in_commit and not journal.exists() and time.monotonic() < begin + moment + 2:
        time.sleep(0.0005)
    end = time.monotonic()
    typist.kill()
    rest, _ = typist.communicate()
    steps = [line.split() for line in (first + rest).decode().splitlines()]
    done = [(what, float(at), int(count)) for what, at, count in steps]
    return Killed(
        typed=max(count for what, _, count in done if what == "typed"),
        due=max((c for what, at, c in done if what == "typed" and at <= end - _PROMISE), default=0),
        said=max((c for what, _, c in done if what == "saved"), default=0),
    )


def kill_many(home: Path, count: int, dice: random.Random) -> int:
    """Kill a typist so many times on one logbook; how many kills fell inside a commit."""
    before: list[str] = []
    inside = 0
    for number in range(count):
        in_commit = number % 3 == 2
        moment = dice.uniform(0.3, 1.8) if in_commit else dice.uniform(0.3, 2.5)
        killed = type_and_kill(home, moment, in_commit=in_commit)
        inside += paths_in(home).logbook.with_name("logboek.db-journal").exists()
        with opened(home) as services:
            found = note_texts(services)
        new = found[: len(found) - len(before)]
        assert found[len(new) :] == before, "an earlier note changed"
        assert len(new) <= 1
        stored = new[0] if new else ""
        assert TEXT.startswith(stored)
        assert max(killed.due, killed.said) <= len(stored) <= killed.typed + 1
        before = found
    return inside


@pytest.mark.fault
def test_nothing_older_than_two_seconds_is_lost(tmp_path: Path) -> None:
    lanes = min(_LANES, kills())
    shares = [kills() // lanes + (lane < kills() % lanes) for lane in range(lanes)]
    with ThreadPoolExecutor(lanes) as pool:
        results = [
            pool.submit(kill_many, tmp_path / str(lane), share, random.Random(lane))
            for lane, share in enumerate(shares)
        ]
        inside = sum(result.result() for result in results)
    print(f"{kills()} kills, {inside} of them inside a commit")


@pytest.mark.fault
def test_a_note_outlives_a_kill_long_after_it_was_saved(tmp_path: Path) -> None:
    killed = type_and_kill(tmp_path, 2.6, in_commit=False)
    assert killed.due > 0
    assert killed.said > 0
    with opened(tmp_path) as services:
        (text,) = note_texts(services)
        assert services.reading.last_draft() is not None
    assert len(text) >= max(killed.due, killed.said)
