# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""S1, S2, S4 and M1: from exec to a drawn window, the short path, and memory."""

from __future__ import annotations

import json
import statistics
import subprocess
from pathlib import Path

from benchmarks.data import logbook_of
from benchmarks.measure import Result, environment, fresh_home, in_pairs, logbook, process, python

_HERE = Path(__file__).parent


def results_version() -> list[Result]:
    """S4: `logbook --version` against an empty Python."""
    home = fresh_home("home-version")
    floor, ours = in_pairs(
        lambda: process(python("-c", "pass"), home),
        lambda: process(logbook("--version"), home),
        21,
    )
    return [Result("S4", "logbook --version", floor, ours, 2.5)]


def results_window(sizes: tuple[int, ...]) -> list[Result]:
    """S1 and S2: the window is drawn, after a first start that fills the caches."""
    home = _used_home(sizes)
    floor_script, ours_script = str(_HERE / "floor_window.py"), str(_HERE / "our_window.py")

    def ours(count: int) -> float:
        return process(python(ours_script, "--logbook", str(logbook_of(count))), home)

    middle = 10_000 if 10_000 in sizes else sizes[-1]
    floor_ms, ours_ms = in_pairs(
        lambda: process(python(floor_script), home), lambda: ours(middle), 11
    )
    small_ms, large_ms = in_pairs(lambda: ours(sizes[0]), lambda: ours(sizes[-1]), 11)
    return [
        Result("S1", f"venster getekend bij {middle:,}", floor_ms, ours_ms, 1.40),
        Result("S2", f"bij {sizes[-1]:,} tegen {sizes[0]:,}", small_ms, large_ms, 1.15),
    ]


def results_memory(sizes: tuple[int, ...]) -> list[Result]:
    """M1: proportional set size of a window at rest, in MB."""
    home = _used_home(sizes)
    floor = _memory([*python(str(_HERE / "floor_window.py"))], home)
    found = []
    for count, bound in ((10_000, 1.35), (100_000, 1.5)):
        if count in sizes:
            command = python(str(_HERE / "our_window.py"), "--logbook", str(logbook_of(count)))
            ours = _memory(command, home)
            found.append(Result("M1", f"geheugen bij {count:,}", floor, ours, bound, "MB"))
    return found


def _memory(command: list[str], home: Path) -> float:
    env = {**environment(home), "BENCHMARK_MEMORY": "2500"}
    kilobytes = [
        int(subprocess.run(command, env=env, check=True, capture_output=True, text=True).stdout)
        for _ in range(3)
    ]
    return statistics.median(kilobytes) / 1000


def _used_home(sizes: tuple[int, ...]) -> Path:
    """A home in which every logbook was opened before: checked, and remembered as such."""
    home = fresh_home("home-window")
    settings = home / "config" / "Logboek" / "settings.json"
    settings.parent.mkdir(parents=True)
    settings.write_text(json.dumps({"started": True}), encoding="utf-8")
    for size in sizes:
        process(logbook("--logbook", str(logbook_of(size)), "list", "--limit", "1"), home)
    return home
