# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from pathlib import Path

import pytest

from logbook.content.cache import ContentCache
from logbook.content.example import example_text
from logbook.content.library import ContentFolder, check_paths
from logbook.content.preview import FileReading, read_exercise, refusal
from logbook.content.sentences import Mistake
from logbook.core.exercise import BlockKind
from tests.content.builders import (
    chapter_text,
    deck_text,
    exercise_text,
    page_text,
    small_library,
    write,
)

FRAME = "resources/models/referentiekader.md"
WORDS = "| rust | Rust | Niets hoeft. |\n| moed | Moed | Toch doen. |\n"


@pytest.fixture
def shipped(tmp_path: Path) -> ContentFolder:
    return small_library(tmp_path / "shipped")


def read(path: Path, *folders: ContentFolder) -> FileReading:
    return read_exercise(path, folders, ContentCache(None))


def sentences(reading: FileReading) -> list[str]:
    return [problem.message for problem in reading.problems]


def test_file_in_a_known_folder_is_read_as_the_program_does(shipped: ContentFolder) -> None:
    reading = read(shipped.exercises / "01-begin" / "proef.md", shipped)
    assert reading.problems == ()
    assert reading.exercise is not None
    assert reading.exercise.id == "proef"
    assert reading.library.exercise("proef") == reading.exercise
    assert set(reading.library.decks) == {"woorden", "platen"}


def test_template_is_known_as_one(shipped: ContentFolder) -> None:
    reading = read(shipped.exercises / "templates" / "losse-notitie.md", shipped)
    assert reading.exercise is not None
    assert reading.exercise.template
    assert "losse-notitie" in reading.library.templates


def test_loose_file_knows_what_came_along(shipped: ContentFolder, tmp_path: Path) -> None:
    body = "[blad](naslag:models/weegschaal)\n\n## Kies {#kies .cards deck=woorden pick=1}\n"
    write(tmp_path, {"los/mijn.md": exercise_text("mijn", body)})
    reading = read(tmp_path / "los" / "mijn.md", shipped)
    assert reading.problems == ()
    assert "models/weegschaal" in reading.library.pages


def test_decks_and_pages_beside_the_file_are_known(shipped: ContentFolder, tmp_path: Path) -> None:
    body = "[blad](naslag:terms/eigen)\n\n## Kies {#kies .cards deck=mijne pick=1}\n"
    write(
        tmp_path,
        {
            "werk/exercises/01-een/chapter.md": chapter_text(),
            "werk/exercises/01-een/mijn.md": exercise_text("mijn", body),
            "werk/exercises/decks/mijne/deck.md": deck_text("mijne", WORDS),
            "werk/resources/terms/eigen.md": page_text("eigen", "term"),
        },
    )
    reading = read(tmp_path / "werk/exercises/01-een/mijn.md", shipped)
    assert reading.problems == ()
    assert "mijne" in reading.library.decks


def test_id_of_a_shipped_exercise_may_be_tried_elsewhere(
    shipped: ContentFolder, tmp_path: Path
) -> None:
    write(tmp_path, {"los/proef.md": exercise_text("proef").replace("Een proef", "Anders")})
    reading = read(tmp_path / "los" / "proef.md", shipped)
    assert reading.exercise is not None
    found = reading.library.exercise("proef")
    assert found is not None
    assert found.title == "Anders"


def test_mistakes_are_told_as_the_check_does(shipped: ContentFolder, tmp_path: Path) -> None:
    body = "## Een {#een}\n\n## Twee {#twee .tekst}\n\n### Vraag\n\n## Drie {#drie}\n"
    file = tmp_path / "los" / "mijn.md"
    write(tmp_path, {"los/mijn.md": exercise_text("mijn", body)})
    reading = read(file, shipped)
    assert reading.exercise is None
    assert reading.problems == check_paths([file], [shipped])[1]
    assert {reading.block_at(problem.line) for problem in reading.problems} == {"twee"}
    assert reading.block_at(1) == ""


def test_no_file_says_so(shipped: ContentFolder, tmp_path: Path) -> None:
    reading = read(tmp_path / "weg.md", shipped)
    assert sentences(reading) == [Mistake.FILE_MISSING.sentence()]
    assert reading.library.exercises == {}


@pytest.mark.parametrize(
    ("name", "content", "part"),
    [
        ("map.md/x", b"", "Dit is een map"),
        ("mijn.txt", b"x", "op .md eindigen"),
        ("groot.md", b"a" * 300 * 1024, "groter dan 256 kB"),
        ("plaatje.md", b"\x89PNG\r\n\x1a\n\xff\xfe", "geen leesbare tekst"),
        ("deck.md", b"---\n---\n", "een kaartenset"),
        ("chapter.md", b"---\n---\n", "het blad van een hoofdstuk"),
        ("README.md", b"hallo", "Op deze plek"),
    ],
)
def test_what_cannot_be_an_exercise_gets_one_sentence(
    shipped: ContentFolder, tmp_path: Path, name: str, content: bytes, part: str
) -> None:
    path = tmp_path / "los" / name
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    asked = path.parent if name.startswith("map") else path
    reading = read(asked, shipped)
    assert reading.exercise is None
    assert len(reading.problems) == 1
    assert part in reading.problems[0].message


def test_link_that_leads_out_of_its_folder_is_not_followed(
    shipped: ContentFolder, tmp_path: Path
) -> None:
    secret = tmp_path / "geheim.md"
    secret.write_text(exercise_text("geheim"), encoding="utf-8")
    link = tmp_path / "los" / "geheim.md"
    link.parent.mkdir()
    link.symlink_to(secret)
    assert sentences(read(link, shipped)) == [Mistake.FILE_LINK_OUTSIDE.sentence()]


def test_page_of_the_reference_is_no_exercise(shipped: ContentFolder) -> None:
    assert shipped.resources is not None
    reading = read(shipped.resources / "models" / "weegschaal.md", shipped)
    assert "een blad van de naslag" in reading.problems[0].message


def test_file_that_may_be_tried_is_not_refused(shipped: ContentFolder) -> None:
    assert refusal(shipped.exercises / "01-begin" / "proef.md") == ""


def test_place_with_a_nul_is_refused() -> None:
    assert refusal(Path("een\0twee.md")) == Mistake.FILE_MISSING.sentence()


@pytest.mark.parametrize("title", ["Gewoon", 'Met "aanhalingstekens"', "Met: # en \\ erin", "é–ü"])
def test_example_passes_the_check_and_keeps_its_title(
    shipped: ContentFolder, tmp_path: Path, title: str
) -> None:
    file = tmp_path / "los" / "mijn-oefening.md"
    write(tmp_path, {"los/mijn-oefening.md": example_text("mijn-oefening", title, 1)})
    write(
        shipped.resources or tmp_path, {"models/referentiekader.md": page_text("referentiekader")}
    )
    reading = read(file, shipped)
    assert reading.problems == ()
    assert reading.exercise is not None
    assert reading.exercise.title == title


def test_example_shows_the_common_kinds(shipped: ContentFolder, tmp_path: Path) -> None:
    write(tmp_path, {"los/mijn.md": example_text("mijn", "Mijn", 1)})
    write(
        shipped.resources or tmp_path, {"models/referentiekader.md": page_text("referentiekader")}
    )
    exercise = read(tmp_path / "los" / "mijn.md", shipped).exercise
    assert exercise is not None
    assert {block.kind for block in exercise.blocks} == {
        BlockKind.TEXT,
        BlockKind.SITUATION,
        BlockKind.CHOICE,
        BlockKind.SCALE,
        BlockKind.TABLE,
        BlockKind.INTENTION,
        BlockKind.REVISIT,
    }
