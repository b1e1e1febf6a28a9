# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from logbook.paths import find_paths
from tests.cli.conftest import Run
from tests.content.builders import exercise_text
from tests.package_builders import FACTS, WALK, contents, source_folder, write_package


@pytest.fixture
def file(tmp_path: Path) -> str:
    return str(write_package(tmp_path / "groep.oefenpakket"))


def test_a_package_is_made_installed_listed_and_removed(run: Run, tmp_path: Path) -> None:
    folder = source_folder(tmp_path / "map")
    output = str(tmp_path / "a.oefenpakket")
    made = run("exercises", "pack", str(folder), "--output", output)
    assert (made.code, made.out) == (0, "")
    assert "7 bestanden ingepakt" in made.err
    installed = run("exercises", "install", output)
    assert installed.code == 0
    assert "  samen-lopen  Een proef (nieuw)\n" in installed.out
    assert "Toegevoegd: Groepswerk, versie 1, door De opleiding." in installed.err
    assert "samen-lopen" in run("exercises", "list").out
    listed = run("exercises", "packages")
    assert listed.out.startswith("groep  Groepswerk, versie 1, door De opleiding (1 hoofdstuk, 2 ")
    removed = run("exercises", "remove", "groep")
    assert (removed.code, removed.out) == (0, "")
    assert "samen-lopen" not in run("exercises", "list").out
    assert "geen pakketten" in run("exercises", "packages").err


def test_the_list_for_a_program(run: Run, file: str) -> None:
    assert json.loads(run("exercises", "packages", "--json").out) == []
    run("exercises", "install", file)
    (found,) = json.loads(run("exercises", "packages", "--json").out)
    assert found["id"] == "groep"
    assert found["parts"] == {"chapter": 1, "deck": 1, "exercise": 2, "page": 1, "template": 1}


def test_packing_tells_every_mistake(run: Run, tmp_path: Path) -> None:
    folder = source_folder(tmp_path / "map", **{WALK: exercise_text("samen-lopen", "## Vraag?\n")})
    done = run("exercises", "pack", str(folder), "--output", str(tmp_path / "a"))
    assert done.code == 1
    assert done.out.startswith("groep/exercises/01-groep/samen-lopen.md:11: ")
    assert done.err == "1 fout gevonden. Er is geen pakket gemaakt.\n"
    assert not (tmp_path / "a").exists()


def test_the_user_chooses_between_two_packages(run: Run, file: str, tmp_path: Path) -> None:
    run("exercises", "install", file)
    other = str(write_package(tmp_path / "b", None, replace(FACTS, version=2, author="Ander")))
    refused = run("exercises", "install", other)
    assert (refused.code, refused.out) == (1, "")
    assert "versie 1, door De opleiding" in refused.err
    assert "versie 2, door Ander" in refused.err
    assert "--replace" in refused.err
    assert "van een andere maker" in refused.err
    assert "versie 1" in run("exercises", "packages").out
    assert run("exercises", "install", other, "--replace").code == 0
    assert "versie 2" in run("exercises", "packages").out


def test_a_newer_version_by_the_same_author_takes_its_place(
    run: Run, file: str, tmp_path: Path
) -> None:
    newer = str(write_package(tmp_path / "b", None, replace(FACTS, version=2)))
    run("exercises", "install", file)
    assert run("exercises", "install", newer).code == 0
    assert "versie 2" in run("exercises", "packages").out
    back = run("exercises", "install", file)
    assert back.code == 1
    assert "Je hebt al een nieuwere versie" in back.err


def test_the_same_package_twice_is_no_failure(run: Run, file: str) -> None:
    run("exercises", "install", file)
    again = run("exercises", "install", file)
    assert again.code == 0
    assert "Je hebt dit pakket al." in again.err


def test_a_package_with_mistakes_is_refused_with_all_of_them(run: Run, tmp_path: Path) -> None:
    files = contents(**{WALK: exercise_text("samen-lopen", "## Vraag?\n\n## Nog een?\n")})
    done = run("exercises", "install", str(write_package(tmp_path / "b", files)))
    assert (done.code, done.out) == (1, "")
    assert done.err.count("groep/exercises/01-groep/samen-lopen.md:") == 2
    assert done.err.endswith("zitten 2 fouten. Er is niets toegevoegd.\n")
    assert list(find_paths().bundles.iterdir()) == []


def test_a_file_that_is_no_package_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("Geachte mevrouw,")
    done = run("exercises", "install", str(tmp_path / "brief.txt"))
    assert done.code == 1
    assert "geen pakket met oefeningen" in done.err
    assert run("exercises", "install", str(tmp_path / "none")).code == 1


def test_removing_what_is_not_there_fails_with_a_hint(run: Run, file: str) -> None:
    run("exercises", "install", file)
    done = run("exercises", "remove", "groepen")
    assert done.code == 1
    assert "Bedoel je groep?" in done.err


def test_no_logbook_is_made(run: Run, file: str) -> None:
    run("exercises", "install", file)
    run("exercises", "packages")
    run("exercises", "remove", "groep")
    assert not find_paths().logbook.exists()


def test_many_mistakes_in_a_package_are_told_in_a_screen(run: Run, tmp_path: Path) -> None:
    bad = {f"exercises/01-groep/a{number}.md": b"x" for number in range(30)}
    refused = run("exercises", "install", str(write_package(tmp_path / "a", contents() | bad)))
    assert refused.code == 1
    lines = refused.err.splitlines()
    assert len(lines) == 22
    assert lines[20].startswith("… en nog ")
    assert lines[21].endswith("Er is niets toegevoegd.")


def test_no_name_steers_the_terminal(run: Run, tmp_path: Path) -> None:
    name = "a\x1b[31m\u202e"
    (tmp_path / f"{name}.md").write_text("x")
    for words in (["check", str(tmp_path)], ["install", name], ["remove", name], ["new", name]):
        done = run("exercises", *words)
        assert done.code == 1
        assert "\ufffd" in done.out + done.err
        assert "\x1b" not in done.out + done.err
        assert "\u202e" not in done.out + done.err
