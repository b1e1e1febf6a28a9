# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""`labels`, `label`, `goals` and `list --label`."""

from __future__ import annotations

import json

from logbook.bootstrap import open_services
from logbook.paths import find_paths
from tests.cli.conftest import Run


def test_a_label_is_given_listed_and_taken_away(run: Run) -> None:
    note = run("note", "een dag").out.strip()
    run("note", "nog een dag")
    done = run("label", note[-8:], "Stage", "Eerste jaar")
    assert (done.code, done.out, done.err) == (0, "", "Labels: Eerste jaar, Stage.\n")
    assert run("labels").out == "Eerste jaar  1 bijdrage\nStage        1 bijdrage\n"
    found = json.loads(run("labels", "--json").out)
    assert [(each["name"], each["colour"], each["entries"]) for each in found] == [
        ("Eerste jaar", "ochre", 1),
        ("Stage", "teal", 1),
    ]
    assert run("list", "--label", "STAGE").out.startswith(note[-12:])
    assert json.loads(run("list", "--json").out)[1]["labels"] == ["Eerste jaar", "Stage"]
    run("label", note, "stage", "--remove")
    assert run("list", "--label", "stage").err == "Er is niets gevonden.\n"
    done = run("label", note, "eerste jaar", "--remove")
    assert done.err == "Deze bijdrage heeft nu geen labels.\n"


def test_a_label_that_is_not_there_is_told(run: Run) -> None:
    note = run("note", "een dag").out.strip()
    for arguments in (("list", "--label", "x"), ("label", note, "x", "--remove")):
        done = run(*arguments)
        assert (done.code, done.out) == (1, "")
        assert "geen label “x”" in done.err
    assert run("label", note, " ").err == "Een label heeft een naam nodig.\n"
    assert run("label", "9999", "x").code == 1


def test_without_labels_or_goals_it_says_so(run: Run) -> None:
    run("note", "een dag")
    assert run("labels").err == "Er zijn nog geen labels.\n"
    assert run("goals").err == "Er zijn nog geen leerdoelen.\n"
    assert run("labels", "--json").out == run("goals", "--json").out == "[]\n"


def test_goals_are_listed_open_ones_first(run: Run) -> None:
    note = run("note", "een dag").out.strip()
    services = open_services(find_paths(), create=False)
    done, _ = services.goals.create("Klaar\nmee")
    services.goals.close(done.id)
    goal, _ = services.goals.create("Stiltes verdragen")
    services.goals.link([services.reading.find_id(note)], goal.id)
    services.close()
    assert run("goals").out == (
        "open      1 bijdrage     Stiltes verdragen\nafgerond  0 bijdragen    Klaar mee\n"
    )
    first, second = json.loads(run("goals", "--json").out)
    assert (first["text"], first["closed_at"], first["entries"]) == ("Stiltes verdragen", None, 1)
    assert first["last_at"] is not None
    assert second["closed_at"] is not None


def test_none_of_these_makes_a_logbook(run: Run) -> None:
    for arguments in (("labels",), ("goals",), ("label", "x", "y"), ("list", "--label", "x")):
        assert run(*arguments).code == 1
    assert not find_paths().logbook.exists()
