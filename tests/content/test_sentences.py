# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
import string
from pathlib import Path

import pytest

from logbook.content.decks import parse_deck
from logbook.content.exercises import parse_exercise
from logbook.content.resources import parse_page
from logbook.content.sentences import Mistake, hint
from tests.content import folder_mistakes, mistakes
from tests.content.builders import HEADER, page_text, parse


def name_of(value: object) -> str | None:
    return value.name if isinstance(value, Mistake) else ""


def pairs(problems: object) -> list[tuple[int, str]]:
    return [(problem.line, problem.message) for problem in problems]  # type: ignore[attr-defined]


@pytest.mark.parametrize(("mistake", "body", "line"), mistakes.BODY, ids=name_of)
def test_mistake_in_a_body_is_told_at_its_line(mistake: Mistake, body: str, line: int) -> None:
    problems = parse(body).problems
    offset = HEADER.count("\n")
    assert any(
        problem.line - offset == line and mistakes.is_said(mistake, problem.message)
        for problem in problems
    ), pairs(problems)


@pytest.mark.parametrize(("mistake", "header", "line"), mistakes.HEADER, ids=name_of)
def test_mistake_in_a_header_is_told_at_its_line(mistake: Mistake, header: str, line: int) -> None:
    problems = parse_exercise(header + "\n## V {#v}\n", "proef.md").problems
    assert any(
        problem.line == line and mistakes.is_said(mistake, problem.message) for problem in problems
    ), pairs(problems)


@pytest.mark.parametrize(("mistake", "text", "line"), mistakes.DECK, ids=name_of)
def test_mistake_in_a_deck_is_told_at_its_line(mistake: Mistake, text: str, line: int) -> None:
    problems = parse_deck(text, "deck.md", Path("decks/woorden")).problems
    assert any(
        problem.line == line and mistakes.is_said(mistake, problem.message) for problem in problems
    ), pairs(problems)


@pytest.mark.parametrize(("mistake", "body", "line"), mistakes.CHOOSER, ids=name_of)
def test_mistake_in_a_chooser_is_told_at_its_line(mistake: Mistake, body: str, line: int) -> None:
    text = page_text("vorm", "chooser", body)
    problems = parse_page(text, "vorm.md", "choosers/vorm").problems
    offset = text.count("\n") - body.count("\n")
    assert any(
        problem.line - offset == line and mistakes.is_said(mistake, problem.message)
        for problem in problems
    ), pairs(problems)


def test_every_mistake_has_a_case() -> None:
    cases = (*mistakes.BODY, *mistakes.HEADER, *mistakes.DECK, *mistakes.CHOOSER)
    told = {case[0] for case in cases}
    told |= {case[0] for case in folder_mistakes.CASES} | folder_mistakes.APART
    assert set(Mistake) - told == set()


@pytest.mark.parametrize("mistake", list(Mistake), ids=name_of)
def test_sentence_says_what_to_write_instead(mistake: Mistake) -> None:
    facts = {name for _, name, _, _ in string.Formatter().parse(mistake.value) if name}
    sentence = mistake.sentence(**dict.fromkeys(facts, "iets"))
    assert "{iets" not in sentence or "{#iets" in sentence
    assert (
        sentence[0] in ".!{"
        or sentence[0].isupper()
        or sentence.startswith(("iets", "of=", "answer:"))
    )
    assert sentence.count(".") + sentence.count("?") >= 1
    assert "Oeps" not in sentence


def test_facts_are_cut_and_cleaned() -> None:
    said = Mistake.RAW_HTML.sentence(text="<a\x1b[2J" + "x" * 500)
    assert "\x1b" not in said
    assert len(said) < 250


def test_hint_names_the_nearest_choice_or_nothing() -> None:
    assert hint("minuts", ["minutes", "method"]) == " Bedoel je minutes?"
    assert hint("iets heel anders", ["minutes", "method"]) == ""
