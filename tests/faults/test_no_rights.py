# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Files and folders that may not be written, for a user to whom rights mean something."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from logbook.bootstrap import open_services
from tests.faults.helpers import NOTE, paths_in, start

_SENTENCE = "Kijk of je rechten hebt"


@pytest.fixture
def home() -> Iterator[Path]:
    """Folders with a logbook of one note, where every user may come and write."""
    # Not `tmp_path`: nobody else may enter that.
    base = Path(tempfile.mkdtemp(prefix="logbook-rights-"))
    services = open_services(paths_in(base), create=True)
    services.writing.add_note("stond er al")
    services.close()
    for path in (base, *base.rglob("*")):
        path.chmod(0o777 if path.is_dir() else 0o666)
    yield base
    for path in (base, *base.rglob("*")):
        if path.is_dir():
            path.chmod(0o777)
    shutil.rmtree(base)


def run(home: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a command as a user without rights."""
    process = start("-m", "tests.faults.unprivileged", str(home), *command, home=home)
    out, err = process.communicate(timeout=60)
    return subprocess.CompletedProcess(command, process.returncode, out.decode(), err.decode())


def assert_refused(home: Path, done: subprocess.CompletedProcess[str]) -> None:
    """One Dutch sentence, exit code 1, and the logbook is as it was."""
    assert done.returncode == 1
    assert done.stdout == ""
    assert _SENTENCE in done.stderr
    assert "Traceback" not in done.stderr
    services = open_services(paths_in(home), create=False)
    (line,) = services.reading.entries()
    assert services.reading.entry(line.id).value(NOTE).text == "stond er al"
    services.close()


@pytest.mark.fault
def test_with_all_rights_a_note_is_kept(home: Path) -> None:
    assert run(home, "note", "met rechten").returncode == 0


@pytest.mark.fault
def test_a_file_that_may_not_be_written(home: Path) -> None:
    paths_in(home).logbook.chmod(0o444)
    assert_refused(home, run(home, "note", "zonder rechten"))


@pytest.mark.fault
def test_a_file_that_may_not_be_written_can_be_read(home: Path) -> None:
    paths_in(home).logbook.chmod(0o444)
    done = run(home, "list")
    assert (done.returncode, done.stderr) == (0, "")
    assert "stond er al" in done.stdout


@pytest.mark.fault
def test_a_folder_that_may_not_be_written(home: Path) -> None:
    (home / "data").chmod(0o555)
    assert_refused(home, run(home, "note", "zonder rechten"))


@pytest.mark.fault
def test_a_file_that_may_not_be_read(home: Path) -> None:
    paths_in(home).logbook.chmod(0o000)
    done = run(home, "list")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.fault
def test_a_data_folder_that_cannot_be_made(home: Path) -> None:
    closed = home / "dicht"
    closed.mkdir()
    closed.chmod(0o555)
    done = run(closed / "logboek", "note", "nergens heen")
    assert done.returncode == 1
    assert _SENTENCE in done.stderr
    assert "Traceback" not in done.stderr
    assert list(closed.iterdir()) == []
