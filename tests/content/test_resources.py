# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.content.resources import options_of, parse_chapter, parse_page
from logbook.core.exercise import Argument, Chapter, Option, Prompt
from logbook.core.library import ReferencePage
from tests.content.builders import chapter_text, chooser_body, page_text


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
        phases=(Prompt("kop", "Kop", line=14),),
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


@pytest.mark.parametrize("body", ["{#", "Tekst {#a}\n", "```\n## Kop {#a}\n```\n"])
def test_a_model_with_an_id_and_no_heading_breaks_nothing(body: str) -> None:
    parsed = parse_page(page_text("m", "model", body), "x.md", "models/m")
    assert parsed.page is None or parsed.page.phases == ()


def test_headings_with_an_id_are_the_phases_of_a_model() -> None:
    body = "Vooraf.\n\n## Wat deed je? {#doen}\n\nKort.\n\n## Meer lezen\n\n## En toen? {#toen}\n"
    page = parse_page(page_text("m", body=body), "x.md", "models/m").page
    assert page is not None
    assert [(p.id, p.text, p.body) for p in page.phases] == [
        ("doen", "Wat deed je?", "Kort."),
        ("toen", "En toen?", ""),
    ]


def test_phases_need_ids_of_their_own() -> None:
    body = "## A {#a}\n## B {#a}\n## C {#Één}\n"
    problems = parse_page(page_text("m", body=body), "x.md", "models/m").problems
    assert [problem.line for problem in problems] == [13, 14]


def test_chooser_has_its_arguments() -> None:
    body = chooser_body("| i1 | Rust | groep, individueel | | A |\n| i2 | Tijd | | groep | B |\n")
    page = parse_page(page_text("v", "chooser", body), "x.md", "choosers/v").page
    assert page is not None
    assert page.arguments == (
        Argument("i1", "Rust", ("groep", "individueel"), (), "A"),
        Argument("i2", "Tijd", (), ("groep",), "B"),
    )


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
