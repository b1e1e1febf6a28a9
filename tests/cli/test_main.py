# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from __future__ import annotations

import json
import re
import stat
from pathlib import Path

import pytest

from logbook import __version__
from logbook.cli.main import COMMANDS, overview
from logbook.cli.parser import dutch
from tests.cli.conftest import Run

ENGLISH = re.compile(r"\b(usage|options|positional|optional|arguments|error|show this|the)\b")
RUNNABLE = [name for name, command in COMMANDS.items() if command.module]


@pytest.mark.parametrize("name", RUNNABLE)
def test_every_command_has_dutch_help(run: Run, name: str) -> None:
    done = run(*name.split(), "--help")
    assert done.code == 0
    assert done.out.startswith(f"gebruik: logbook {name}")
    assert "deze uitleg" in done.out
    assert not ENGLISH.search(done.out)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_overview_names_every_command(run: Run, name: str) -> None:
    assert f"  {name}" in run("--help").out
    assert run("-h").out == overview() == run().out


@pytest.mark.parametrize("name", COMMANDS)
def test_the_manual_has_a_line_for_every_command(name: str) -> None:
    manual = Path(__file__).resolve().parents[2] / "docs" / "opdrachten.md"
    assert f"| `logbook {name}" in manual.read_text(encoding="utf-8")


def test_the_version_is_told(run: Run) -> None:
    assert run("--version").out == f"logbook {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["lsit"], "onbekende opdracht “lsit”, bedoelde je “list”?"),
        (["zzz"], "onbekende opdracht “zzz”\n"),
        (["exercises"], "er ontbreekt nog een opdracht: list, form, check"),
        (["exercises", "lis"], "bedoelde je “list”?"),
        (["--logbook"], "na --logbook hoort nog een waarde"),
        (["--verbose"], "onbekende optie “--verbose”"),
        (["show"], "er ontbreekt nog iets: CODE"),
        (["list", "--limit"], "na --limit hoort nog een waarde"),
        (["list", "--limit", "veel"], "'veel' kan niet bij --limit"),
        (["list", "--state", "half"], "'half' kan niet bij --state; kies uit 'closed', 'open'"),
        (["list", "--colour"], "dit hoort niet bij de opdracht: --colour"),
        (["list", "--json=ja"], "na --json hoort geen waarde, maar er staat 'ja'"),
        (["note"], "er ontbreekt nog iets: TEKST"),
        (["export", "x"], "er ontbreekt nog iets: --format"),
    ],
)
def test_wrong_use_is_told_in_dutch(run: Run, arguments: list[str], sentence: str) -> None:
    done = run(*arguments)
    assert done.code == 2
    assert done.out == ""
    assert sentence in done.err
    assert not ENGLISH.search(done.err)


@pytest.mark.parametrize(
    "message", ["one of the arguments -a -b is required", "ambiguous option: --x could match --xa"]
)
def test_what_argparse_may_say_is_known(message: str) -> None:
    assert not ENGLISH.search(dutch(message))


def test_a_message_that_is_not_known_is_dutch_too() -> None:
    assert dutch("something new") == "deze opdracht klopt niet"


def test_help_below_exercises(run: Run) -> None:
    assert run("exercises", "--help").code == 0


@pytest.mark.parametrize(
    "arguments",
    [["list"], ["show", "x"], ["progress"], ["verify"], ["export", "--format", "json", "-"]],
)
def test_a_reading_command_makes_no_logbook(
    run: Run, arguments: list[str], logbook_home: Path
) -> None:
    done = run(*arguments)
    assert done.code == 1
    assert "staat geen logboek" in done.err
    assert not list(logbook_home.rglob("*.db"))


@pytest.mark.parametrize("form", [["--logbook", "{}"], ["--logbook={}"]])
@pytest.mark.parametrize("first", [True, False])
def test_another_logbook_is_chosen(run: Run, form: list[str], first: bool, tmp_path: Path) -> None:
    path = tmp_path / "map" / "ander.db"
    option = [part.format(path) for part in form]
    assert run(*(option if first else []), "note", "een", *([] if first else option)).code == 0
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_environment_names_the_logbook(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGBOOK_FILE", str(tmp_path / "ander.db"))
    run("note", "een")
    assert (tmp_path / "ander.db").exists()


def test_settings_that_cannot_be_read_are_told(run: Run, logbook_home: Path) -> None:
    (logbook_home / "config").mkdir()
    (logbook_home / "config" / "settings.json").write_text("{", encoding="utf-8")
    done = run("note", "een")
    assert done.code == 0
    assert "instellingen" in done.err


def test_a_mistake_of_ours_is_logged_without_words(
    run: Run, logbook_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ValueError("geheim woord")

    run("note", "een")
    monkeypatch.setattr("logbook.services.notes.add_note", fail)
    done = run("note", "geheim woord")
    log = logbook_home / "cache" / "fouten.log"
    assert done.code == 1
    assert str(log) in done.err
    assert "Traceback" not in done.err
    assert "ValueError" in log.read_text(encoding="utf-8")
    assert "geheim" not in log.read_text(encoding="utf-8")
    assert stat.S_IMODE(log.stat().st_mode) == 0o600


def test_a_mistake_that_cannot_be_logged_is_told(
    run: Run, logbook_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> int:
        raise ValueError

    monkeypatch.setattr("logbook.cli.progress.run_progress", fail)
    (logbook_home / "cache").write_text("in de weg", encoding="utf-8")
    done = run("progress")
    assert done.code == 1
    assert "kon niet worden bewaard" in done.err


@pytest.mark.parametrize(("error", "code"), [(KeyboardInterrupt, 130), (BrokenPipeError, 1)])
def test_being_stopped_is_no_mistake(
    run: Run, monkeypatch: pytest.MonkeyPatch, error: type[BaseException], code: int
) -> None:
    def stop(_: object) -> int:
        raise error

    monkeypatch.setattr("logbook.cli.main._drop_output", lambda: None)
    monkeypatch.setattr("logbook.cli.progress.run_progress", stop)
    done = run("progress")
    assert (done.code, done.err) == (code, "")


def test_exercises_are_listed_without_a_logbook(run: Run, logbook_home: Path) -> None:
    found = json.loads(run("exercises", "list", "--json").out)
    assert list(found[0]) == ["id", "title", "chapter", "order", "minutes", "state", "rounds"]
    assert {e["state"] for e in found} == {"new"}
    assert "1 Relatiegericht werken in de begeleiding\n" in run("exercises", "list").out
    assert not list(logbook_home.rglob("*.db"))


def test_exercises_are_listed_with_their_state(run: Run) -> None:
    form = b"## x {#client-adds}\nIk vermoed dat\n"
    run("answer", "weegschaal-bij-een-casus", "--from", "-", "--close", given=form)
    found = {e["id"]: e for e in json.loads(run("exercises", "list", "--json").out)}
    assert (found["weegschaal-bij-een-casus"]["state"]) == "closed"
    assert (found["weegschaal-bij-een-casus"]["rounds"]) == 1
    assert "voor nu afgerond, 1 ronde" in run("exercises", "list").out


def test_every_shipped_exercise_has_a_form(run: Run) -> None:
    for exercise in json.loads(run("exercises", "list", "--json").out):
        done = run("exercises", "form", exercise["id"])
        assert done.out.startswith(f"# {exercise['title']} {{#{exercise['id']}}}")
        refused = run("answer", exercise["id"], "--from", "-", given=done.out.encode())
        assert "nog niets ingevuld" in refused.err


def test_mistakes_in_exercises_are_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "fout.md").write_text("geen kop", encoding="utf-8")
    done = run("exercises", "check", str(tmp_path))
    assert done.code == 1
    assert "fout.md:" in done.out
    assert "gevonden" in done.err


def test_shipped_exercises_are_in_order(run: Run) -> None:
    done = run("exercises", "check")
    assert (done.code, done.out) == (0, "")


def test_progress_counts_what_was_done(run: Run) -> None:
    form = b"## x {#client-adds}\nIk vermoed dat\n"
    run("answer", "weegschaal-bij-een-casus", "--from", "-", given=form)
    chapters = json.loads(run("progress", "--json").out)
    assert [c["done"] for c in chapters] == [1, *[0] * 9]
    chapter = chapters[0]
    assert (chapter["done"], chapter["total"]) == (1, 5)
    assert chapter["exercises"][3]["rounds"] == 1
    assert "1 van 5" in run("progress").out
