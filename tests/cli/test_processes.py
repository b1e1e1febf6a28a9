# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Commands as real processes: what they load, and what happens at the other end of a pipe."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOGBOOK = [sys.executable, "-m", "logbook"]
HEAVY = {"sqlite_utils", "markdown", "pydantic", "yaml", "platformdirs", "nh3", "PySide6"}


def process(*arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*LOGBOOK, *arguments], input=given, capture_output=True, cwd=ROOT, check=False
    )


def loaded(*arguments: str) -> set[str]:
    """Top-level modules that a command has loaded when it is done."""
    code = (
        "import sys, json; from logbook.cli.main import main; main(sys.argv[1:]);"
        " print(json.dumps(sorted({name.partition('.')[0] for name in sys.modules})))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, cwd=ROOT, check=True
    )
    return set(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.parametrize("arguments", [("note", "twee"), ("list",), ("list", "--json")])
def test_a_short_path_loads_nothing_heavy(arguments: tuple[str, ...]) -> None:
    process("note", "een")
    assert loaded(*arguments) & HEAVY == set()


@pytest.mark.parametrize(
    "arguments", [("progress",), ("export", "--format", "html", "-"), ("exercises", "list")]
)
def test_no_command_loads_qt(arguments: tuple[str, ...]) -> None:
    process("note", "een")
    assert "PySide6" not in loaded(*arguments)


def test_a_reader_that_stops_is_no_mistake() -> None:
    process("note", "-", given=b"x" * 500_000)
    with subprocess.Popen(
        [*LOGBOOK, "export", "--format", "json", "-"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT,
    ) as running:  # fmt: skip
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.read(10)
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 1


def test_being_interrupted_shows_no_traceback() -> None:
    with subprocess.Popen(
        [*LOGBOOK, "note", "-"],
        stdin=subprocess.PIPE, stderr=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT,
    ) as running:  # fmt: skip
        assert running.stdin is not None
        assert running.stderr is not None
        # Reading stdin has begun once the pipe was emptied.
        running.stdin.write(b"x" * 300_000)
        running.stdin.flush()
        running.send_signal(signal.SIGINT)
        running.stdin.close()
        assert b"Traceback" not in running.stderr.read()
    assert running.returncode == 130


def test_output_is_utf8_whatever_the_system_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    monkeypatch.setenv("LC_ALL", "C")
    process("note", "één 🙂")
    assert "één 🙂".encode() in process("list").stdout


def test_bytes_in_an_argument_that_are_no_text() -> None:
    done = subprocess.run(
        [*map(os.fsencode, LOGBOOK), b"note", b"een \xff"],
        capture_output=True, cwd=ROOT, check=False,
    )  # fmt: skip
    assert done.returncode == 0
    assert "één teken" in done.stderr.decode()
