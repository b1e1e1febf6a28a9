# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""`logbook traces`."""

import json
from pathlib import Path

import pytest

from logbook.bootstrap import open_services
from logbook.core.entry import EntryId
from logbook.paths import find_paths
from tests.cli.conftest import Run


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGBOOK_HOME", str(tmp_path))
    monkeypatch.delenv("LOGBOOK_FILE", raising=False)


def test_what_was_found_is_shown_with_what_stands_around_it(run: Run) -> None:
    note = run("note", "Vandaag sprak ik Fatima over haar zus.").out.strip()
    done = run("traces", note)
    assert done.code == 1
    assert "naam: Vandaag sprak ik [Fatima] over haar zus." in done.out
    assert "“een bewoner”" in done.out
    assert "foto" in done.err


def test_nothing_found_is_said_with_what_the_check_cannot_see(run: Run) -> None:
    note = run("note", "Vandaag bleef ik stil.").out.strip()
    done = run("traces", note)
    assert (done.code, done.out) == (0, "")
    assert "zag niets" in done.err
    assert "anoniem" not in done.err


def test_json_gives_places_and_proposals(run: Run) -> None:
    note = run("note", "Ik belde 06-12345678.").out.strip()
    done = run("traces", "--json", note)
    (found,) = json.loads(done.out)
    assert (found["kind"], found["start"], found["end"]) == ("phone", 9, 20)
    assert found["roles"]


def test_what_was_ignored_is_shown_on_request(run: Run) -> None:
    note = run("note", "Ik sprak Fatima.").out.strip()
    services = open_services(find_paths(), create=False)
    entry = services.reading.entry(EntryId(note))
    for mark in services.traces.marks(entry):
        services.trace_marks.ignore(entry.id, mark)
    services.close()
    assert run("traces", note).code == 0
    assert run("traces", "--all", note).code == 1


def test_an_unknown_entry_is_an_error(run: Run) -> None:
    run("note", "Iets.")
    done = run("traces", "bestaat-niet")
    assert done.code == 1
    assert done.out == ""
