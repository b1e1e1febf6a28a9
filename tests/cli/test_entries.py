# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

FORM = "## x {#situation}\n### x {#happened}\n\n{words}\n"
EXERCISE = "weegschaal-bij-een-casus"


def answer(run: Run, words: str, *options: str) -> str:
    text = FORM.replace("{words}", words)
    done = run("answer", EXERCISE, "--from", "-", *options, given=text.encode())
    assert done.code == 0, done.err
    return done.out.strip()


def listed(run: Run, *options: str) -> list[dict[str, object]]:
    found = json.loads(run("list", "--json", *options).out)
    assert isinstance(found, list)
    return found


def test_a_note_is_kept_and_its_id_printed(run: Run) -> None:
    done = run("note", "Een dag met regen")
    assert (done.code, done.err) == (0, "Bewaard.\n")
    assert listed(run)[0]["id"] == done.out.strip()


def test_a_note_comes_from_stdin_exactly(run: Run) -> None:
    text = "# Kop\n\nمرحبا 🙂 **vet**"
    entry_id = run("note", "-", given=text.encode()).out.strip()
    data = json.loads(run("show", entry_id, "--json").out)
    assert data["answers"][0]["value"] == {"text": text}


@pytest.mark.parametrize("text", ["- een punt", "-5", "--", "list"])
def test_a_note_may_look_like_something_else(run: Run, text: str) -> None:
    run("note", "--", text)
    assert listed(run)[0]["excerpt"] is not None


def test_characters_that_are_no_text_are_dropped_and_told(run: Run) -> None:
    done = run("note", "-", given=b"een\x00 twee\x1b")
    assert "2 tekens" in done.err
    assert listed(run)[0]["title"] == "een twee"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (b"", "Er staat niets in de notitie"),
        (b" \n\x00", "Er staat niets in de notitie"),
        (b"\xff\xfe", "de standaardinvoer is geen gewone tekst"),
        (b"x" * 1_000_001, "1.000.001 tekens"),
        (b"x" * 4_000_004, "te groot"),
    ],
)
def test_a_note_that_cannot_be_kept_makes_nothing(
    run: Run, text: bytes, sentence: str, logbook_home: Path
) -> None:
    done = run("note", "-", given=text)
    assert done.code == 1
    assert sentence in done.err
    assert not list(logbook_home.rglob("*.db"))


def test_answers_go_into_the_open_round(run: Run) -> None:
    first = answer(run, "een")
    assert answer(run, "twee", "--close") == first
    assert answer(run, "drie") != first
    assert [(e["round"], e["state"]) for e in listed(run)] == [(2, "draft"), (1, "closed")]


def test_a_form_with_mistakes_is_told_line_by_line(run: Run, tmp_path: Path) -> None:
    form = tmp_path / "formulier.md"
    form.write_text("## x {#weg}\n\n## y {#client-adds}\nja\n## z {#ook-weg}\n", encoding="utf-8")
    done = run("answer", EXERCISE, "--from", str(form))
    assert done.code == 1
    assert "regel 1: " in done.err
    assert "regel 5: " in done.err
    assert run("list").out == ""


def test_an_exercise_that_is_not_there(run: Run) -> None:
    done = run("answer", "weegschaal-bij-een-casu", "--from", "-", given=b"x")
    assert done.code == 1
    assert "weegschaal-bij-een-casus" in done.err


def test_an_entry_in_a_list_has_what_a_program_needs(run: Run) -> None:
    answer(run, "Het regende")
    entry = listed(run)[0]
    assert list(entry) == [
        "id", "kind", "title", "exercise", "chapter", "round", "state", "created_at", "excerpt",
        "pinned", "labels",
    ]  # fmt: skip
    assert (entry["kind"], entry["exercise"], entry["chapter"]) == ("exercise", EXERCISE, 1)
    assert entry["excerpt"] == "Het regende"


def test_a_list_can_be_limited(run: Run) -> None:
    answer(run, "een")
    for number in range(3):
        run("note", f"notitie {number}")
    assert len(listed(run, "--limit", "2")) == 2
    assert len(listed(run, "--chapter", "1")) == 1
    assert len(listed(run, "--exercise", EXERCISE)) == 1
    assert len(listed(run, "--state", "closed")) == 0
    assert len(listed(run, "--bin")) == 0
    done = run("list", "--limit", "1")
    assert done.out.count("\n") == 1
    assert "En nog 3" in done.err


def test_a_list_of_nothing_says_so(run: Run) -> None:
    run("note", "iets")
    done = run("list", "--bin")
    assert (done.code, done.out, done.err) == (0, "", "Er is niets gevonden.\n")


def test_a_long_list_comes_in_pages(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("logbook.cli.entries._PAGE", 2)
    for number in range(5):
        run("note", f"notitie {number}")
    assert [e["title"] for e in listed(run)] == [f"notitie {n}" for n in (4, 3, 2, 1, 0)]


def test_an_entry_is_shown_by_the_end_of_its_id(run: Run) -> None:
    entry_id = run("note", "Een dag\nmet %%geheim%%").out.strip()
    done = run("show", entry_id[-8:])
    assert done.out.startswith("# Een dag\n")
    assert "%%geheim%%" in done.out


def test_an_id_that_is_not_there_or_not_clear(run: Run) -> None:
    run("note", "een")
    assert run("show", "zzz").code == 1
    assert run("show", "").code == 1
