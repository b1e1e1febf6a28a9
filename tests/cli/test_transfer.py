# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def logbooks(home: Path) -> list[Path]:
    return sorted((home / "data").glob("*")) if (home / "data").is_dir() else []


def test_an_export_goes_to_stdout(run: Run) -> None:
    run("note", "een %%twee%%")
    done = run("export", "--format", "json", "-")
    assert json.loads(done.out)["format"] == "logboek"
    assert "ook wat tussen" in done.err


def test_a_readable_export_says_what_it_left_out(run: Run, tmp_path: Path) -> None:
    run("note", "een %%twee%%")
    target = tmp_path / "uit.md"
    done = run("export", "--format", "markdown", str(target))
    assert "weggelaten" in done.err
    assert "twee" not in target.read_text(encoding="utf-8")
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    done = run("export", "--format", "html", "--with-private", str(target))
    assert "weggelaten" not in done.err
    assert "twee" in target.read_text(encoding="utf-8")


def test_one_entry_is_exported(run: Run) -> None:
    first = run("note", "een").out.strip()
    run("note", "twee")
    done = run("export", "--format", "markdown", "--entry", first[-10:], "-")
    assert "# een" in done.out
    assert "twee" not in done.out


def test_an_export_that_cannot_be_written(run: Run, tmp_path: Path) -> None:
    run("note", "een")
    done = run("export", "--format", "json", str(tmp_path / "weg" / "uit.json"))
    assert done.code == 1
    assert "kan niet worden geschreven" in done.err


def test_an_export_makes_a_new_logbook(run: Run, tmp_path: Path) -> None:
    run("note", "een")
    run("export", "--format", "json", str(tmp_path / "uit.json"))
    other = ("--logbook", str(tmp_path / "ander" / "logboek.db"))
    done = run(*other, "import", str(tmp_path / "uit.json"))
    assert (done.code, done.err) == (0, "1 bijdrage toegevoegd.\n")
    assert run(*other, "verify").code == 0
    assert [path.name for path in (tmp_path / "ander").iterdir()] == ["logboek.db"]
    assert stat.S_IMODE((tmp_path / "ander" / "logboek.db").stat().st_mode) == 0o600
    done = run("import", "-", *other, given=(tmp_path / "uit.json").read_bytes())
    assert done.err == "0 bijdragen toegevoegd. 1 bijdrage stond er al.\n"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "geen JSON"),
        (b"\x00\xff", "geen gewone tekst"),
        (b"[" * 100_000, "te diep"),
        (b'{"format":"anders"}', "komt niet uit Logboek"),
        (b'{"format":"logboek","version":7,"exported_at":"x","entries":[]}', "nieuwere versie"),
        (b'{"format":"logboek","version":1e999}', "iets wat niet kan"),
    ],
)
@pytest.mark.parametrize("there", [True, False])
def test_a_hostile_import_changes_nothing(
    run: Run, content: bytes, sentence: str, there: bool, logbook_home: Path
) -> None:
    if there:
        run("note", "een")
    before = [(path, path.read_bytes()) for path in logbooks(logbook_home)]
    done = run("import", "-", given=content)
    assert done.code == 1
    assert sentence in done.err
    assert "Traceback" not in done.err
    assert [(path, path.read_bytes()) for path in logbooks(logbook_home)] == before


def test_an_import_of_a_file_that_was_changed_says_so(run: Run, tmp_path: Path) -> None:
    run("note", "een")
    text = run("export", "--format", "json", "-").out
    changed = text.replace('"draft"', '"closed"')
    done = run("--logbook", str(tmp_path / "ander.db"), "import", "-", given=changed.encode())
    assert done.code == 0
    assert "na het exporteren veranderd" in done.err
    same = run("--logbook", str(tmp_path / "zelfde.db"), "import", "-", given=text.encode())
    assert "veranderd" not in same.err


def test_an_import_that_conflicts_names_the_entries(run: Run) -> None:
    entry_id = run("note", "een").out.strip()
    text = run("export", "--format", "json", "-").out
    done = run("import", "-", given=text.replace('"draft"', '"closed"').encode())
    assert done.code == 1
    assert entry_id in done.err


def test_a_file_that_is_not_there(run: Run, tmp_path: Path, logbook_home: Path) -> None:
    assert run("import", str(tmp_path / "weg.json")).code == 1
    assert logbooks(logbook_home) == []


def test_damage_is_told_and_nothing_changed(run: Run, logbook_home: Path) -> None:
    import sqlite3

    run("note", "een")
    path = logbook_home / "data" / "logboek.db"
    with sqlite3.connect(path) as connection:
        connection.execute("update revisions set value = replace(value, 'een', 'nee')")
    connection.close()
    done = run("verify")
    assert done.code == 1
    assert "buiten het programma om" in done.out
    assert "gevonden" in done.err


def test_a_whole_logbook_is_said_to_be_whole(run: Run) -> None:
    run("note", "een")
    done = run("verify")
    assert (done.code, done.out) == (0, "")
