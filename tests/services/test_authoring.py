# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from logbook.paths import Paths, find_paths
from logbook.services import authoring
from logbook.services.authoring import NewExercise, Sort, begin_exercise, own_folder, place_for
from logbook.services.content import ContentService
from tests.content.builders import chapter_text, write


@pytest.fixture
def paths() -> Paths:
    return find_paths()


def begin(paths: Paths, place: Path | None = None, **wishes: Any) -> NewExercise:
    return begin_exercise(ContentService(paths), paths, place, **wishes)


def made(outcome: NewExercise) -> Path:
    assert outcome.refused == ""
    assert outcome.path is not None
    return outcome.path


def left(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_without_a_place_it_is_loaded_at_once(paths: Paths) -> None:
    file = made(begin(paths, title="Over nee zeggen", chapter=2))
    assert file == own_folder(paths, 2) / "over-nee-zeggen.md"
    exercise = ContentService(paths).library().exercise("over-nee-zeggen")
    assert exercise is not None
    assert (exercise.title, exercise.chapter, exercise.own) == ("Over nee zeggen", 2, True)


@pytest.mark.parametrize("sort", [Sort.TEMPLATE, Sort.EXTRA])
def test_template_and_extra_go_to_their_own_folder(paths: Paths, sort: Sort) -> None:
    file = made(begin(paths, sort=sort))
    assert file == paths.own_exercises / sort.value / "mijn-oefening.md"
    exercise = ContentService(paths).library().exercise("mijn-oefening")
    assert exercise is not None
    assert (exercise.template, exercise.extra) == (sort is Sort.TEMPLATE, sort is Sort.EXTRA)
    assert exercise.chapter is None


def test_next_one_gets_a_free_name(paths: Paths) -> None:
    assert made(begin(paths)).name == "mijn-oefening.md"
    assert made(begin(paths)).name == "mijn-oefening-2.md"
    assert made(begin(paths, chapter=3)).name == "mijn-oefening-3.md"


def test_file_and_its_own_folder_are_made(paths: Paths, tmp_path: Path) -> None:
    file = made(begin(paths, tmp_path / "nieuw" / "nee-zeggen.md"))
    assert file == tmp_path / "nieuw" / "nee-zeggen.md"
    assert 'title: "Nee zeggen"' in file.read_text(encoding="utf-8")
    assert ContentService(paths).check([file]) == (1, ())


def test_folder_gets_a_file_with_a_name_of_the_title(paths: Paths, tmp_path: Path) -> None:
    assert made(begin(paths, tmp_path, title="Élan & rust")).name == "elan-rust.md"


def test_folder_of_a_chapter_tells_the_chapter(paths: Paths, tmp_path: Path) -> None:
    write(tmp_path, {"exercises/03-x/chapter.md": chapter_text(3)})
    file = made(begin(paths, tmp_path / "exercises" / "03-x" / "mijn.md"))
    assert "chapter: 3 " in file.read_text(encoding="utf-8")


def test_folder_of_templates_makes_a_template(paths: Paths, tmp_path: Path) -> None:
    file = made(begin(paths, tmp_path / "templates" / "mijn.md"))
    assert "chapter:" not in file.read_text(encoding="utf-8").partition("---\n\n")[0]
    assert ContentService(paths).check([file]) == (1, ())


def test_nothing_is_written_over(paths: Paths, tmp_path: Path) -> None:
    file = tmp_path / "mijn.md"
    file.write_text("van mij", encoding="utf-8")
    assert "bestaat al" in begin(paths, file).refused
    assert file.read_text(encoding="utf-8") == "van mij"


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("Mijn Oefening.md", "Bijvoorbeeld mijn-oefening.md"),
        ("2e-keer.md", "Bijvoorbeeld e-keer.md"),
        ("???.md", "Bijvoorbeeld mijn-oefening.md"),
        ("a" * 61 + ".md", "kleine letters"),
        ("chapter.md", "heeft al een andere betekenis"),
        ("README.md", "heeft al een andere betekenis"),
        ("los", "los.md"),
        ("een/twee/drie.md", "Maak eerst die map."),
    ],
)
def test_name_that_cannot_be_gets_a_suggestion(
    paths: Paths, tmp_path: Path, name: str, sentence: str
) -> None:
    folder = tmp_path / "werk"
    folder.mkdir()
    outcome = begin(paths, folder / name)
    assert outcome.path is None
    assert sentence in outcome.refused
    assert left(folder) == []


def test_file_that_is_no_markdown_is_left_alone(paths: Paths, tmp_path: Path) -> None:
    (tmp_path / "mijn.txt").write_text("x", encoding="utf-8")
    assert "geen map" in begin(paths, tmp_path / "mijn.txt").refused


@pytest.mark.parametrize(
    ("wishes", "sentence"),
    [
        ({"chapter": 99}, "Hoofdstuk 99 is er niet. Kies uit: 1, 2"),
        ({"chapter": 1, "sort": Sort.EXTRA}, "hoort bij geen hoofdstuk"),
        ({"sort": Sort.TEMPLATE}, "map die templates heet"),
        ({"title": "\x01"}, "De titel is leeg."),
        ({"title": "a" * 301}, "langer dan 300 tekens"),
    ],
)
def test_wish_that_cannot_be_is_told(
    paths: Paths, tmp_path: Path, wishes: dict[str, Any], sentence: str
) -> None:
    assert sentence in begin(paths, tmp_path / "mijn.md", **wishes).refused
    assert not (tmp_path / "mijn.md").exists()


def test_folder_and_wish_must_agree(paths: Paths, tmp_path: Path) -> None:
    write(tmp_path, {"exercises/03-x/chapter.md": chapter_text(3)})
    chapter = tmp_path / "exercises" / "03-x" / "mijn.md"
    assert "hoort bij hoofdstuk 3" in begin(paths, chapter, chapter=2).refused
    extra = tmp_path / "extra" / "mijn.md"
    assert "bij geen hoofdstuk" in begin(paths, extra, chapter=2).refused
    assert "geen oefening van een hoofdstuk" in begin(paths, extra, sort=Sort.EXERCISE).refused


def test_place_where_nothing_is_read_stays_empty(paths: Paths) -> None:
    outcome = begin(paths, paths.own_exercises / "a" / "b" / "mijn.md")
    assert "Op deze plek wordt geen bestand gelezen." in outcome.refused
    assert left(paths.data) == []


def test_name_that_another_own_exercise_has_is_told(paths: Paths) -> None:
    made(begin(paths, title="Rust", chapter=1))
    outcome = begin(paths, own_folder(paths, 2) / "rust.md")
    assert "rust bestaat al" in outcome.refused
    assert left(paths.own_exercises) == ["hoofdstuk-1", "hoofdstuk-1/rust.md"]


def test_full_disk_is_told(paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(28, "no space")

    monkeypatch.setattr(authoring, "create_file", refuse)
    assert "kan niet worden geschreven" in begin(paths, tmp_path / "mijn.md").refused


def test_folder_that_cannot_be_made_is_told(paths: Paths) -> None:
    paths.data.mkdir(parents=True)
    paths.own_exercises.write_text("in de weg", encoding="utf-8")
    assert "kan niet worden gebruikt" in begin(paths).refused


def test_own_folder_of_a_chapter_tells_the_chapter_too(paths: Paths) -> None:
    file = made(begin(paths, own_folder(paths, 3) / "mijn.md"))
    assert "chapter: 3 " in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("typed", "name", "title"),
    [
        ("mijn-les", "mijn-les.md", ""),
        ("mijn-les.md", "mijn-les.md", ""),
        ("Mijn eerste les!", "mijn-eerste-les.md", "Mijn eerste les!"),
        ("Mijn les.md", "mijn-les.md", "Mijn les"),
        ("mijn les.txt", "mijn-les.md", "mijn les"),
        ("2e les", "e-les.md", "2e les"),
        ("??", "mijn-oefening.md", "??"),
        ("chapter.md", "chapter.md", ""),
    ],
)
def test_a_name_as_people_type_it_becomes_a_file_and_a_title(
    typed: str, name: str, title: str
) -> None:
    assert place_for(Path("map") / typed) == (Path("map") / name, title)


@pytest.mark.parametrize("name", ["con.md", "nul.md", "com1.md", "aux.md"])
def test_a_name_that_windows_keeps_is_refused(paths: Paths, tmp_path: Path, name: str) -> None:
    assert "heeft al een andere betekenis" in begin(paths, tmp_path / name).refused
    assert list(tmp_path.glob("*.md")) == []


@pytest.mark.parametrize("name", ["x" * 5_000, "x" * 5_000 + ".md", "x/" * 3_000 + "a.md"])
def test_a_name_without_end_is_refused_in_few_words(
    paths: Paths, tmp_path: Path, name: str
) -> None:
    refused = begin(paths, tmp_path / name).refused
    assert refused
    assert len(refused.splitlines()) == 1
