# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The short way of `search` and `note`: the same places, and only for what is in order."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from logbook.bootstrap import locate, open_services
from logbook.core.entry import NOTE_BLOCK, AnswerKey, Value
from logbook.core.query import parse
from logbook.paths import find_paths
from logbook.services.edits import Edit
from logbook.services.quick import open_to_note, open_to_search, quick_places
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
        assert found == (str(paths.logbook), str(paths.checked), str(paths.device))


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
    quick = open_to_search(None)
    assert quick is not None
    with quick:
        assert quick.finding.lines(query, 20) == slow
    assert slow[1] == 2


def test_a_file_that_was_touched_gets_its_checks(logbook: Path) -> None:
    with logbook.open("r+b") as stream:
        first = stream.read(1)
        stream.seek(0)
        stream.write(first)
    assert open_to_search(None) is None


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
    assert open_to_search(None) is None


SLOW = {"pathlib", "typing", "re", "json", "contextlib", "dataclasses", "argparse", "enum"}


def loaded(*arguments: str) -> tuple[str, set[str]]:
    """What a command prints, and the modules it has loaded when it is done."""
    code = f"from logbook.cli.main import main; main({list(arguments)!r}); print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", f"import sys; sys.path[:0] = {sys.path!r}; {code}"],
        capture_output=True, cwd=ROOT, check=True, text=True,
    )  # fmt: skip
    return done.stdout, set(done.stdout.splitlines()[-1].split())


def test_a_search_for_words_loads_next_to_nothing(logbook: Path) -> None:
    printed, modules = loaded("search", "overleg")
    assert "De stilte in het overleg" in printed
    assert SLOW & modules == set()


def test_a_note_loads_next_to_nothing(logbook: Path, run: Run) -> None:
    _, modules = loaded("note", "Gewoon een gedachte, van vandaag")
    assert SLOW & modules == set()
    assert {m for m in modules if m.startswith("logbook.bootstrap")} == set()
    assert "Gewoon een gedachte" in run("list").out


def rows_of(logbook: Path, entry_id: str) -> list[object]:
    """All that is stored of a note, without what differs from note to note."""
    services = open_services(find_paths(), create=False)
    database = services._database
    found: list[object] = []
    for sql in (
        "select kind, exercise_id, exercise_title, exercise_version, source, chapter, state,"
        " about_date, closed_at, deleted_at, title, excerpt, filled, pinned_at,"
        " written_at = created_at from entries where id = ?",
        "select a.block, a.prompt, a.item, a.kind, a.block_title, a.prompt_text,"
        " a.exercise_version, a.card_title, a.card_description, a.position, a.terms, r.device,"
        " r.parent, r.value, r.sha256, r.open, s.offset, s.removed, s.inserted, r.at = s.at"
        " from entries e join answers a on a.entry = e.rid join revisions r on r.id = a.head"
        " join splices s on s.revision = r.rid where e.id = ?",
        "select title, prompts, answers, cards, labels, remarks from search_text"
        " where rid = (select rid from entries where id = ?)",
        "select target from entry_links where source = (select rid from entries where id = ?)",
    ):
        found.append(database.rows(sql, (entry_id,)))
    found.append(database.rows("select word from search_words order by 1"))
    services.close()
    return found


@pytest.mark.parametrize(
    "text", ["Een gedachte", "# Kop\n\nén **vet**, [zie](entry:0-a) \t 1. twee", '"\\ \u2028 ĳ 🙂']
)
def test_a_quick_note_is_stored_as_any_note_is(logbook: Path, text: str) -> None:
    services = open_services(find_paths(), create=False)
    entry = services.writing.begin_note()
    services.writing.save(entry, [Edit(AnswerKey(NOTE_BLOCK), Value(text))], close_revisions=True)
    services.close()
    quick = open_to_note(None)
    assert quick is not None
    with quick:
        found = quick.add_note(text)
    assert rows_of(logbook, found) == rows_of(logbook, entry.id)


def test_after_a_quick_note_the_file_is_known_to_be_good(logbook: Path, run: Run) -> None:
    for _ in range(3):
        quick = open_to_note(None)
        assert quick is not None
        with quick:
            quick.add_note("nog een")
    assert run("verify").code == 0


def test_without_an_id_of_this_device_a_note_goes_the_longer_way(logbook: Path) -> None:
    find_paths().device.unlink()
    assert open_to_note(None) is None


def test_what_a_killed_process_left_is_removed_on_the_longer_way(logbook: Path) -> None:
    left = logbook.with_name(f".{logbook.name}.0123abcd.new")
    left.write_bytes(b"")
    assert open_to_note(None) is None
    left.unlink()
    assert open_to_note(None) is not None
