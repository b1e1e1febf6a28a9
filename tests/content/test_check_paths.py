# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
import shutil
from pathlib import Path

import pytest

from logbook.content.library import ContentFolder, check_paths
from logbook.content.sentences import Mistake
from tests.content.builders import chapter_text, deck_text, exercise_text, small_library, write
from tests.content.mistakes import is_said


@pytest.fixture
def shipped(tmp_path: Path) -> ContentFolder:
    return small_library(tmp_path / "shipped")


def test_no_paths_means_all_content(shipped: ContentFolder) -> None:
    assert check_paths([], [shipped]) == (8, ())


def test_only_the_asked_file_is_told_of(shipped: ContentFolder) -> None:
    root = shipped.exercises
    write(root, {"01-begin/stuk.md": "stuk", "01-begin/ook-stuk.md": "stuk"})
    count, problems = check_paths([root / "01-begin/stuk.md"], [shipped])
    assert count == 1
    assert {problem.path for problem in problems} == {"exercises/01-begin/stuk.md"}


def test_folder_counts_the_files_below_it(shipped: ContentFolder) -> None:
    assert check_paths([shipped.exercises / "01-begin"], [shipped]) == (2, ())
    assert check_paths([shipped.exercises / "decks"], [shipped]) == (2, ())


def test_same_file_asked_twice_counts_once(shipped: ContentFolder) -> None:
    path = shipped.exercises / "01-begin" / "proef.md"
    assert check_paths([path, path.parent], [shipped]) == (2, ())


def test_copy_elsewhere_does_not_clash_with_what_is_shipped(
    shipped: ContentFolder, tmp_path: Path
) -> None:
    shutil.copytree(tmp_path / "shipped", tmp_path / "copy")
    assert check_paths([tmp_path / "copy" / "exercises"], [shipped]) == (6, ())
    assert check_paths([tmp_path / "copy"], [shipped]) == (8, ())
    assert check_paths([tmp_path / "copy" / "resources"], [shipped]) == (2, ())


def test_draft_anywhere_knows_the_shipped_decks_and_pages(
    shipped: ContentFolder, tmp_path: Path
) -> None:
    body = "## V {#v .cards deck=woorden pick=2}\n[t](naslag:models/weegschaal)\n"
    write(tmp_path / "drafts", {"eigen.md": exercise_text("eigen", body), "ander.md": "stuk"})
    assert check_paths([tmp_path / "drafts" / "eigen.md"], [shipped]) == (1, ())


def test_draft_knows_the_decks_beside_it(shipped: ContentFolder, tmp_path: Path) -> None:
    body = "## V {#v .cards deck=dieren pick=1}\n"
    write(
        tmp_path / "pakket",
        {
            "01-mijn/eigen.md": exercise_text("eigen", body),
            "decks/dieren/deck.md": deck_text("dieren", "| uil | Uil | Wakker. |\n"),
        },
    )
    path = tmp_path / "pakket" / "01-mijn" / "eigen.md"
    assert check_paths([path], [shipped]) == (1, ())


def test_folder_of_one_chapter_is_read_as_such(shipped: ContentFolder, tmp_path: Path) -> None:
    write(
        tmp_path / "los",
        {"chapter.md": chapter_text(12), "eigen.md": exercise_text("eigen", chapter=3)},
    )
    count, problems = check_paths([tmp_path / "los"], [shipped])
    assert count == 2
    assert [is_said(Mistake.CHAPTER_DIFFERS, p.message) for p in problems] == [True]


@pytest.mark.parametrize(
    ("name", "mistake"),
    [
        ("weg.md", Mistake.FILE_MISSING),
        ("a" * 300 + ".md", Mistake.FILE_MISSING),
        ("a\0b.md", Mistake.FILE_MISSING),
        ("tekst.txt", Mistake.FILE_NOT_MARKDOWN),
        ("shipped/exercises/01-begin/diep/er.md", Mistake.FILE_MISPLACED),
    ],
)
def test_path_that_is_no_exercise_says_so(
    shipped: ContentFolder, tmp_path: Path, name: str, mistake: Mistake
) -> None:
    if mistake is not Mistake.FILE_MISSING:
        write(tmp_path, {name: "tekst"})
    count, problems = check_paths([tmp_path / name], [shipped])
    assert count == 0
    assert [is_said(mistake, problem.message) for problem in problems] == [True]


def test_problem_of_a_draft_names_the_path_as_it_was_asked(
    shipped: ContentFolder, tmp_path: Path
) -> None:
    write(tmp_path, {"los/eigen.md": "stuk"})
    _, problems = check_paths([tmp_path / "los" / "eigen.md"], [shipped])
    assert problems[0].path in {str(tmp_path / "los" / "eigen.md"), "los/eigen.md"}


@pytest.mark.parametrize("asked", ["", "01-begin", "01-begin/weg.md"])
def test_link_out_of_the_folder_is_told_whoever_asks(
    shipped: ContentFolder, tmp_path: Path, asked: str
) -> None:
    outside = tmp_path / "elders.md"
    outside.write_text("geheim")
    link = shipped.exercises / "01-begin" / "weg.md"
    link.symlink_to(outside)
    _, problems = check_paths([shipped.exercises / asked] if asked else [], [shipped])
    assert [problem.path for problem in problems] == ["exercises/01-begin/weg.md"]
    assert is_said(Mistake.FILE_LINK_OUTSIDE, problems[0].message)
