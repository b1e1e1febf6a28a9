# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Timing in pairs: floor and ours take turns, so that a noisy machine hits both alike."""

from __future__ import annotations

import os
import resource
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.data import WORK


@dataclass(frozen=True, slots=True)
class Result:
    """One goal: what was measured against what, in milliseconds (or MB), and the goal's bound."""

    goal: str
    what: str
    floor: float
    ours: float
    bound: float
    unit: str = "ms"

    @property
    def ratio(self) -> float:
        """Ours divided by the floor."""
        return self.ours / self.floor

    def row(self) -> str:
        """A line of the Markdown table."""
        verdict = "ja" if self.ratio <= self.bound else "nee"
        return (
            f"| {self.goal} | {self.what} | {self.floor:.1f} {self.unit} | {self.ours:.1f} "
            f"{self.unit} | {self.ratio:.2f} | ≤ {self.bound:.2f} | {verdict} |"
        )


def in_pairs(
    floor: Callable[[], float], ours: Callable[[], float], times: int = 9
) -> tuple[float, float]:
    """Medians of `times` turns each, after one turn that does not count."""
    floor(), ours()
    pairs = [(floor(), ours()) for _ in range(times)]
    return statistics.median(p[0] for p in pairs), statistics.median(p[1] for p in pairs)


def commands_in_pairs(
    goal: str,
    what: str,
    floor: Callable[[], Sequence[str]],
    ours: Callable[[], Sequence[str]],
    home: Path,
    bound: float,
    times: int,
) -> list[Result]:
    """Two commands in turns, by the clock and in processor time, which other programs disturb less.

    Args:
        floor, ours: make ready for a turn and give its command.
    """
    pairs = [(_spent(floor(), home), _spent(ours(), home)) for _ in range(times + 1)][1:]
    clock, processor = (
        [statistics.median(pair[side][which] for pair in pairs) for side in (0, 1)]
        for which in (0, 1)
    )
    return [
        Result(goal, what, *clock, bound),
        Result(goal, f"{what}, processortijd", *processor, bound),
    ]


def _spent(command: Sequence[str], home: Path) -> tuple[float, float]:
    """Milliseconds of a command that must succeed: by the clock, and of the processor."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    clock = process(command, home)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return clock, used * 1000


def process(command: Sequence[str], home: Path, *, stdin: str | None = None) -> float:
    """Milliseconds from exec to exit of a command that must succeed."""
    started = time.perf_counter()
    subprocess.run(
        command,
        env=environment(home),
        input=stdin,
        text=True,
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    return (time.perf_counter() - started) * 1000


def environment(home: Path) -> dict[str, str]:
    """The environment of every measured process: no screen, folders of its own."""
    return {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(home),
        # As on the machine of a user: compiled modules are kept.
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONPATH": str(Path(__file__).parent.parent),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_CACHE_HOME": str(home / "cache"),
    }


def python(*arguments: str) -> list[str]:
    """A command of this very interpreter."""
    return [sys.executable, *arguments]


def logbook(*arguments: str) -> list[str]:
    """The installed `logbook` command beside this interpreter."""
    return [str(Path(sys.executable).with_name("logbook")), *arguments]


def fresh_copy(source: Path, name: str) -> Path:
    """A copy of a generated logbook to write in."""
    target = WORK / name
    for leftover in WORK.glob(f"{name}*"):
        leftover.unlink()
    shutil.copy(source, target)
    return target


def fresh_home(name: str) -> Path:
    """An empty home folder."""
    home = WORK / name
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True)
    return home
