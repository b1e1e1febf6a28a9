# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""`kill -9` while a logbook is made, and while the command line adds notes."""

from __future__ import annotations

import random
import subprocess
import time
from pathlib import Path

import pytest

from logbook.storage.database import open_database
from tests.faults.helpers import kills, note_texts, opened, start


@pytest.mark.fault
def test_a_kill_while_a_logbook_is_made_leaves_no_half_file(tmp_path: Path) -> None:
    dice = random.Random(1)
    for number in range(kills(0.4)):
        folder = tmp_path / str(number)
        creator = start("-m", "tests.faults.creator", str(folder), home=tmp_path)
        assert creator.stdout.readline() == b"1\n"
        time.sleep(dice.uniform(0, 0.15))
        creator.kill()
        told = 1 + len(creator.communicate()[0].splitlines())
        made = sorted(folder.glob("*.db"), key=lambda path: int(path.stem))
        assert told <= len(made) <= told + 1
        for path in (*made, folder / "nieuw.db"):
            database = open_database(path, create=True)
            assert database.rows("pragma integrity_check") == [("ok",)]
            database.close()


@pytest.mark.fault
def test_every_note_that_was_acknowledged_is_there(tmp_path: Path) -> None:
    dice = random.Random(2)
    assert _note(tmp_path, "de eerste", patience=60)
    began = time.monotonic()
    assert _note(tmp_path, "de tweede", patience=60)
    usual = time.monotonic() - began
    acknowledged = ["de eerste", "de tweede"]
    tried = list(acknowledged)
    for number in range(kills(0.6)):
        text = f"notitie {number}: één zin over wat ik deed"
        tried.append(text)
        if _note(tmp_path, text, patience=usual * dice.uniform(0.4, 1.2)):
            acknowledged.append(text)
    with opened(tmp_path) as services:
        found = note_texts(services)
    assert len(found) == len(set(found))
    assert set(acknowledged) <= set(found) <= set(tried)


def _note(home: Path, text: str, patience: float) -> bool:
    """Add a note on the command line; kill it after some seconds. Whether it said all is well."""
    process = start("-m", "logbook", "note", text, home=home)
    try:
        process.communicate(timeout=patience)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
    return process.returncode == 0
