# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Commands where something around them is missing: streams, folders, a home, sense."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run

ROOT = Path(__file__).resolve().parents[2]
COMMAND = f"{sys.executable} -m logbook"
UNEXPECTED = "mis in het programma zelf"


def shell(line: str, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run a line of shell in which LOGBOOK is the command."""
    environment = {**os.environ, "LOGBOOK": COMMAND, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        ["sh", "-c", line], capture_output=True, text=True, cwd=folder, env=environment, check=False
    )


@pytest.mark.parametrize(
    ("line", "code", "sentence"),
    [
        ("$LOGBOOK note een >&-", 0, "Bewaard."),
        ("$LOGBOOK note een 2>&-", 0, ""),
        ("$LOGBOOK show weg 2>&-", 1, ""),
        ("$LOGBOOK note een >&- 2>&-", 0, ""),
        ("$LOGBOOK note - <&-", 1, "Er staat niets in de notitie."),
        ("$LOGBOOK import - <&-", 1, "Dit bestand is geen JSON."),
        ("$LOGBOOK exercises list >/dev/full", 1, "De uitvoer kan nergens heen"),
        ("$LOGBOOK note een >/dev/full", 1, "De uitvoer kan nergens heen"),
        ("$LOGBOOK note een 2>/dev/full", 0, ""),
        ("mkdir weg; cd weg; rmdir ../weg; $LOGBOOK note een", 0, "Bewaard."),
        (
            "mkdir weg; cd weg; rmdir ../weg; $LOGBOOK --logbook a.db list",
            1,
            "De map a.db kan niet",
        ),
        ("LOGBOOK_HOME='~wie-is-dit' $LOGBOOK list", 1, "De map ~wie-is-dit kan niet"),
        ("$LOGBOOK --logbook '~wie-is-dit/a.db' note een", 1, "kan niet worden gebruikt"),
    ],
)
def test_odd_surroundings_give_one_sentence(
    tmp_path: Path, line: str, code: int, sentence: str
) -> None:
    done = shell(line, tmp_path)
    assert (done.returncode, UNEXPECTED in done.stderr) == (code, False)
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr


def test_a_full_disk_behind_an_export_is_not_taken_for_a_copy() -> None:
    shell("$LOGBOOK note een")
    done = shell("$LOGBOOK export --format json - >/dev/full")
    assert done.returncode == 1
    assert "De uitvoer kan nergens heen" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("--logbook", "", "note", "geheim"),
        ("--logbook=", "note", "geheim"),
        ("list", "--logbook", ""),
        ("list", "--limit", "-1"),
        ("list", "--limit", "9" * 30),
        ("list", "--chapter", "9" * 30),
    ],
)
def test_wrong_use_is_told_and_changes_nothing(
    run: Run, logbook_home: Path, arguments: tuple[str, ...]
) -> None:
    done = run(*arguments)
    assert done.code == 2
    assert not list(logbook_home.iterdir())


@pytest.mark.parametrize("odd", ["\udcff", "%", "_", "'", '"', "\u0000", "é"])
def test_codes_are_only_compared(run: Run, odd: str) -> None:
    run("note", "een")
    assert run("show", odd).code == 1
    assert UNEXPECTED not in run("show", odd).err
    assert json.loads(run("list", "--json", "--exercise", odd).out) == []


@pytest.mark.parametrize("command", [("import", "x.json"), ("exercises", "list"), ("list",)])
def test_a_place_that_cannot_be_looked_at_is_named(run: Run, command: tuple[str, ...]) -> None:
    done = run("--logbook", "/" + "a" * 300, *command)
    assert done.code == 1
    assert UNEXPECTED not in done.err


def test_a_place_in_the_settings_that_is_no_place_is_ignored(run: Run, logbook_home: Path) -> None:
    (logbook_home / "config").mkdir()
    (logbook_home / "config" / "settings.json").write_text('{"logbook": "a\\u0000b"}')
    done = run("note", "een")
    assert done.code == 0
    assert "De instellingen" in done.err
