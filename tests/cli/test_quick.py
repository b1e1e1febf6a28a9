# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The short way of `logbook search`: the same places, and only for what is in order."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from logbook.bootstrap import locate, open_services
from logbook.core.query import parse
from logbook.paths import find_paths
from logbook.services.quick import open_quickly, quick_places
from tests.cli.conftest import Run
from tests.cli.test_processes import ROOT


@pytest.mark.parametrize("asked", [None, "/tmp/a/b.db", "b.db", "~/b.db", "../b.db", "/tmp//b.db"])
@pytest.mark.parametrize(
    "environment",
    [
        {"HOME": "/home/z"},
        {},
        {"HOME": "/home/z", "XDG_DATA_HOME": "/d", "XDG_CACHE_HOME": " /c ", "XDG_CONFIG_HOME": ""},
        {"HOME": "/home/z", "XDG_DATA_HOME": "d"},
        {"LOGBOOK_HOME": "/tmp/home"},
        {"LOGBOOK_HOME": "/tmp/home/"},
        {"HOME": "/home/z", "LOGBOOK_FILE": "/tmp/c.db"},
        {"HOME": "/home/z", "LOGBOOK_FILE": "./c.db"},
    ],
)
def test_the_places_are_those_of_every_command(
    environment: dict[str, str], asked: str | None
) -> None:
    found = quick_places(environment, asked)
    if found is not None:
        paths = find_paths(environment, Path(asked) if asked else None)
        assert found == (str(paths.logbook), str(paths.checked))


@pytest.mark.parametrize("text", ['{"logbook": "/tmp/x.db"}', "{", "[]", '{"log\\u0062ook": "/x"}'])
def test_settings_that_may_name_a_logbook_are_left_to_others(tmp_path: Path, text: str) -> None:
    environment = {"LOGBOOK_HOME": str(tmp_path)}
    assert quick_places(environment, None) is not None
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "settings.json").write_text(text)
    assert quick_places(environment, None) is None
    assert quick_places(environment, "/tmp/y.db") is not None


def test_settings_about_something_else_do_not_matter(tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "settings.json").write_text(json.dumps({"text_size": 110}))
    assert quick_places({"LOGBOOK_HOME": str(tmp_path)}, None) is not None


@pytest.fixture
def logbook(run: Run) -> Path:
    run("note", "De stilte in het overleg")
    run("note", "# Kop\n\n**Stilte** bij de koffie")
    return locate()[0].logbook


def test_it_finds_the_same(logbook: Path) -> None:
    query = parse("stilte")
    services = open_services(find_paths(), create=False)
    slow = services.finding.lines(query, 20)
    services.close()
    quick = open_quickly(None)
    assert quick is not None
    with quick:
        assert quick.finding.lines(query, 20) == slow
    assert slow[1] == 2


def test_a_file_that_was_touched_gets_its_checks(logbook: Path) -> None:
    with logbook.open("r+b") as stream:
        first = stream.read(1)
        stream.seek(0)
        stream.write(first)
    assert open_quickly(None) is None


@pytest.mark.parametrize("what", ["journal", "gone", "text", "folder"])
def test_what_is_out_of_the_ordinary_is_left_to_others(logbook: Path, what: str) -> None:
    if what == "journal":
        logbook.with_name(logbook.name + "-journal").write_bytes(b"")
    else:
        logbook.unlink()
    if what == "text":
        logbook.write_text("x" * 200)
    if what == "folder":
        logbook.mkdir()
    assert open_quickly(None) is None


def test_a_search_for_words_loads_next_to_nothing(logbook: Path) -> None:
    code = (
        "import sys; from logbook.cli.main import main; main(['search', 'overleg']);"
        " print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", f"import sys; sys.path[:0] = {sys.path!r}; {code}"],
        capture_output=True, cwd=ROOT, check=True, text=True,
    )  # fmt: skip
    slow = {"pathlib", "typing", "re", "json", "contextlib", "dataclasses", "argparse", "enum"}
    assert "De stilte in het overleg" in done.stdout
    assert slow & set(done.stdout.splitlines()[-1].split()) == set()
