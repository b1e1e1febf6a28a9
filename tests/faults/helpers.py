# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What the fault tests share: processes to kill, and a hard look at what they leave behind."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from logbook.bootstrap import Services, open_services
from logbook.core.entry import NOTE_BLOCK, AnswerKey
from logbook.paths import Paths
from logbook.services.checking import verify

ROOT = Path(__file__).parents[2]
NOTE = AnswerKey(NOTE_BLOCK)


def kills(share: float = 1.0) -> int:
    """How many times to kill: 20, or what `LOGBOOK_KILLS` says, or a part of that."""
    return max(1, round(int(os.environ.get("LOGBOOK_KILLS", "20")) * share))


def start(*arguments: str, home: Path) -> subprocess.Popen[bytes]:
    """Start our Python with these arguments and its own folders."""
    environment = {**os.environ, "LOGBOOK_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.Popen(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def paths_in(home: Path) -> Paths:
    """The places of a process that was started with this home."""
    return Paths(home / "data", home / "config", home / "cache", home / "data" / "logboek.db")


@contextlib.contextmanager
def opened(home: Path) -> Iterator[Services]:
    """Open the logbook as the program does, after a look at all of it."""
    services = open_services(paths_in(home), create=False)
    try:
        assert_whole(services)
        yield services
    finally:
        services.close()


def assert_whole(services: Services) -> None:
    """Every page, key, hash, version and search word of a logbook is in order."""
    assert list(verify(services.paths.logbook)) == []


def note_texts(services: Services) -> list[str]:
    """The texts of all free notes, newest first."""
    reading = services.reading
    return [reading.entry(line.id).value(NOTE).text for line in reading.entries(limit=100_000)]
