# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""X1, X2 and X4: exports against the Markdown engine, a raw dump and themselves when smaller."""

from __future__ import annotations

import subprocess
from pathlib import Path

from benchmarks.data import WORK, logbook_of
from benchmarks.measure import Result, commands_in_pairs, environment, fresh_home, logbook, python
from benchmarks.saving import floor_logbook

_HERE = Path(__file__).parent


def results_export(count: int) -> list[Result]:
    """X1 and X2 as processes, from the same number of the same texts."""
    home = fresh_home("home-export")
    found: list[Result] = []
    for goal, kind, bound in (("X1", "html", 1.25), ("X2", "markdown", 2.0), ("X2", "json", 2.0)):
        floor = python(
            str(_HERE / "floor_export.py"),
            kind,
            str(floor_logbook(count)),
            str(WORK / f"floor-export.{kind}"),
        )
        ours = _command(count, kind)
        found += commands_in_pairs(
            goal,
            f"{kind} van {count:,}",
            lambda floor=floor: floor,
            lambda ours=ours: ours,
            home,
            bound,
            5,
        )
    return found


def results_memory(small: int, large: int) -> list[Result]:
    """X4: peak memory of an export must not grow with the logbook."""
    home = fresh_home("home-export")
    return [
        Result(
            "X4",
            f"{kind}: piek bij {large:,} tegen {small:,}",
            _peak(_command(small, kind), home),
            _peak(_command(large, kind), home),
            1.3,
            "MB",
        )
        for kind in ("html", "markdown", "json")
    ]


def _command(count: int, kind: str) -> list[str]:
    target = WORK / f"export.{kind}"
    return logbook("--logbook", str(logbook_of(count)), "export", "--format", kind, str(target))


def _peak(command: list[str], home: Path) -> float:
    wrapper = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True,"
        " stdout=subprocess.DEVNULL);"
        " print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    done = subprocess.run(
        python("-c", wrapper, *command),
        env=environment(home),
        check=True,
        capture_output=True,
        text=True,
    )
    return int(done.stdout.split()[-1]) / 1000
