# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from hypothesis import given
from hypothesis import strategies as st

from logbook.content.resources import options_of, parse_chapter, parse_page
from logbook.core.exercise import Chapter, Option
from logbook.core.library import ReferencePage
from tests.content.builders import chapter_text, page_text


def test_page_keeps_its_markdown() -> None:
    body = "Tekst.\n\n## Kop {#kop}\n\n### Kleiner\n\n| a | b |\n|---|---|\n"
    parsed = parse_page(page_text("weegschaal", body=body), "x.md", "models/weegschaal")
    assert parsed.problems == ()
    assert parsed.page == ReferencePage(
        "models/weegschaal",
        "weegschaal",
        "Een blad",
        "model",
        "Kort.",
        "Eigen werk",
        "actueel",
        body.rstrip(),
    )


def test_page_has_the_id_of_its_file() -> None:
    parsed = parse_page(page_text("weegschaal"), "x.md", "models/ander")
    assert parsed.page is None
    assert [problem.line for problem in parsed.problems] == [2]


def test_page_in_the_root_may_be_of_any_kind() -> None:
    assert parse_page(page_text("boeken", "list"), "x.md", "boeken").page is not None


def test_bullets_of_a_page_are_options() -> None:
    body = "Kies.\n\n- Rust en tijd\n- humor\n- Humor!\n- !\n\nSlot.\n"
    page = parse_page(page_text("k", "list", body), "x.md", "lists/k").page
    assert page is not None
    assert options_of(page) == (Option("rust-en-tijd", "Rust en tijd"), Option("humor", "Humor!"))


def test_chapter_has_its_theme() -> None:
    parsed = parse_chapter(chapter_text(3, "Waar het over gaat."), "chapter.md")
    assert parsed.chapter == Chapter(3, "Hoofdstuk 3", "Waar het over gaat.", "Eigen werk")


def test_chapter_with_a_mistake_is_told() -> None:
    parsed = parse_chapter(chapter_text(3).replace("number: 3", "number: drie"), "chapter.md")
    assert parsed.chapter is None
    assert [problem.line for problem in parsed.problems] == [2]


@given(st.text())
def test_any_text_gives_a_page_and_chapter_or_problems(text: str) -> None:
    page = parse_page(page_text("a", body=text), "x.md", "models/a")
    assert (page.page is None) == bool(page.problems)
    chapter = parse_chapter(text, "chapter.md")
    assert (chapter.chapter is None) == bool(chapter.problems)
