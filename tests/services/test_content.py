# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from pathlib import Path

import pytest

from logbook.paths import Paths, find_paths
from logbook.services.content import ContentService
from tests.content.builders import exercise_text, page_text, write


@pytest.fixture
def paths() -> Paths:
    return find_paths()


def ids_of(paths: Paths) -> list[str]:
    return [folder.package for folder in ContentService(paths).folders()]


def test_packages_come_after_the_shipped_and_the_own_folder(paths: Paths) -> None:
    write(paths.data, {"bundles/b/exercises/x": "", "bundles/a/exercises/x": "", "exercises/x": ""})
    assert ids_of(paths) == ["", "", "a", "b"]
    assert [folder.own for folder in ContentService(paths).folders()] == [False, True, False, False]


def test_hidden_folders_and_loose_files_are_no_packages(paths: Paths) -> None:
    write(paths.data, {"bundles/.new-x/exercises/x": "", "bundles/los.zip": ""})
    assert ids_of(paths) == [""]


def test_a_link_is_no_package(paths: Paths, tmp_path: Path) -> None:
    write(paths.bundles, {"a/exercises/x": ""})
    (paths.bundles / "b").symlink_to(tmp_path)
    assert ids_of(paths) == ["", "a"]


def test_a_folder_with_a_name_that_the_program_never_gives_is_no_package(paths: Paths) -> None:
    write(
        paths.bundles, {"a/exercises/x": "", "Kwaad\x1b[31m/exercises/x": "", "b c/exercises/x": ""}
    )
    assert ids_of(paths) == ["", "a"]


def test_a_package_whose_folders_lead_elsewhere_is_empty(paths: Paths, tmp_path: Path) -> None:
    write(tmp_path, {"01-x/stilte.md": exercise_text("stilte"), "lists/a.md": page_text("a")})
    (paths.bundles / "a").mkdir(parents=True)
    (paths.bundles / "a" / "exercises").symlink_to(tmp_path)
    (paths.bundles / "a" / "resources").symlink_to(tmp_path)
    library = ContentService(paths).library()
    assert library.exercise("stilte") is None
    assert "lists/a" not in library.pages


def test_own_exercises_may_have_their_own_reference_pages(paths: Paths) -> None:
    body = "## Welke rol? {#rol .choice list=rollen}\n"
    page = page_text("rollen", "list", "- trekker\n- volger\n")
    write(
        paths.own_exercises,
        {"01-x/rolkeuze.md": exercise_text("rolkeuze", body), "resources/lists/rollen.md": page},
    )
    library = ContentService(paths).library()
    assert library.problems == ()
    assert library.exercises["rolkeuze"].own
    assert "lists/rollen" in library.pages


def test_reading_anew_shows_what_came(paths: Paths) -> None:
    service = ContentService(paths)
    assert service.library().exercise("rolkeuze") is None
    write(paths.own_exercises, {"01-x/rolkeuze.md": exercise_text("rolkeuze")})
    assert service.library().exercise("rolkeuze") is None
    assert service.reload().exercise("rolkeuze") is not None


def test_a_mistake_in_an_installed_package_is_named_with_its_package(paths: Paths) -> None:
    write(paths.bundles, {"groep/exercises/01-x/stuk.md": "geen gegevens"})
    problems = ContentService(paths).library().problems
    assert {problem.path for problem in problems} == {"groep/exercises/01-x/stuk.md"}
    checked, found = ContentService(paths).check([])
    assert checked
    assert found == problems
