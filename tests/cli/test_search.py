# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""`logbook search`: what it prints, its exit codes, and what it loads."""

from __future__ import annotations

import json

import pytest

from logbook.cli.search import NOTHING_FOUND, asked_for
from tests.cli.conftest import Run
from tests.cli.test_processes import HEAVY, loaded, process


@pytest.fixture(autouse=True)
def notes(run: Run) -> None:
    for text in ("Stilte in het overleg.\nEen kop koffie.", "De coördinatie was snel", "Weg ermee"):
        run("note", text)


def test_it_prints_day_code_title_and_a_piece_of_text(run: Run) -> None:
    done = run("search", "koffie")
    assert (done.code, done.err) == (0, "")
    line, below = done.out.splitlines()
    assert line.endswith("  Stilte in het overleg.")
    assert below == "    Stilte in het overleg. Een kop koffie."


@pytest.mark.parametrize(
    ("arguments", "titles"),
    [
        (["coordinatie"], ["De coördinatie was snel"]),
        (["-stilte", "-weg"], ["De coördinatie was snel"]),
        (["--", "-stilte", "-weg"], ["De coördinatie was snel"]),
        (['"kop koffie"'], ["Stilte in het overleg."]),
        (["snel", "OR", "stilte"], ["De coördinatie was snel", "Stilte in het overleg."]),
        (["soort:notitie", "--limit", "1"], ["Weg ermee"]),
        (["soort:notitie", "--limit=0"], ["Weg ermee", "De coördinatie was snel", "Stilte in"]),
        (["ffie"], ["Stilte in het overleg."]),
    ],
)
def test_what_is_found(run: Run, arguments: list[str], titles: list[str]) -> None:
    done = run("search", *arguments)
    shown = [line for line in done.out.splitlines() if not line.startswith("    ")]
    assert done.code == 0
    assert len(shown) == len(titles)
    assert all(title in line for line, title in zip(shown, titles, strict=True))


def test_it_says_how_many_more_there_are(run: Run) -> None:
    assert (
        "En nog 2; met --limit 0 zie je alles."
        in run("search", "soort:notitie", "--limit", "1").err
    )


@pytest.mark.parametrize("arguments", [["niets-van-dat"], ["--json", "niets-van-dat"], ["🙂"]])
def test_nothing_found_is_told_by_the_exit_code(run: Run, arguments: list[str]) -> None:
    done = run("search", *arguments)
    assert done.code == NOTHING_FOUND == 1
    assert (done.out, done.err) in [("", "Er is niets gevonden.\n"), ("[]\n", "")]


def test_json_has_the_line_and_the_marks(run: Run) -> None:
    (hit,) = json.loads(run("search", "koffie", "--json").out)
    assert hit["title"] == "Stilte in het overleg."
    ((start, end),) = hit["snippet"]["marks"]
    assert hit["snippet"]["text"][start:end] == "koffie"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "er ontbreekt nog iets: wat je zoekt"),
        (["--json"], "er ontbreekt nog iets: wat je zoekt"),
        (["x", "--limit"], "na --limit hoort nog een waarde"),
        (["x", "--limit", "-1"], "‘-1’ kan niet bij --limit"),
        (["x", "--limit=veel"], "‘veel’ kan niet bij --limit"),
        (["x", "--logbook="], "na --logbook hoort nog een waarde"),
    ],
)
def test_wrong_use(run: Run, arguments: list[str], sentence: str) -> None:
    done = run("search", *arguments)
    assert (done.code, done.out) == (2, "")
    assert sentence in done.err


def test_options_may_stand_anywhere() -> None:
    asked = asked_for(["--limit", "3", "stil", "--json", "-een", "--", "--json"])
    assert asked is not None
    assert (asked.query, asked.limit, asked.json) == ("stil -een --json", 3, True)
    assert asked_for(["stil", "--help"]) is None


def test_a_search_loads_little() -> None:
    process("note", "stil")
    assert loaded("search", "stil") & (HEAVY | {"dataclasses", "argparse", "tempfile"}) == set()
