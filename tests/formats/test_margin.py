# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Margin notes in what is read and in forms: dated, beside their question, and read back."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.core.entry import AnswerKey, Entry, Value
from logbook.core.entry_record import PlainNote
from logbook.core.margin import MarginNote, margin_key
from logbook.core.text import clean_text
from logbook.formats.form_reader import parse_form
from logbook.formats.html import render_page
from logbook.formats.markdown import Readable, render_entry, render_markdown
from tests.formats.samples import full_entry, full_exercise, full_library, full_values

EXERCISE, LIBRARY = full_exercise(), full_library()
START, WHY = AnswerKey("start"), AnswerKey("kaarten", "why", "beelden/nest")
NOTES = {
    margin_key("n1", START): Value("Nu zie ik **meer**."),
    margin_key("n2", WHY): Value("bij het nest %%en mijn tante%%"),
    margin_key("n3"): Value("bij alles\n\n## Kop {#start}"),
    margin_key("n4", AnswerKey("weg", "x")): Value("bij wat er niet meer is"),
}
PLAIN = PlainNote(
    "e1", "2026-03-02T09:00:00.000Z", None, "Maandag", ("Maandag",),
    (MarginNote(margin_key("n1"), None, "", "dinsdag", datetime(2026, 3, 3, 12, tzinfo=UTC)),),
)  # fmt: skip


def entry(values: dict[AnswerKey, Value]) -> Entry:
    return full_entry(values)


def markdown(values: dict[AnswerKey, Value], *, with_private: bool = True) -> str:
    return render_entry(
        Readable(entry(values), EXERCISE, 1), LIBRARY.card, with_private=with_private
    )


def page(*items: Readable | PlainNote, with_private: bool = True) -> str:
    moment = datetime(2026, 3, 4, tzinfo=UTC)
    return "".join(
        render_page(lambda: iter(items), lambda: LIBRARY, moment, with_private=with_private)
    )


def test_a_form_with_margin_notes_reads_back() -> None:
    found = parse_form(markdown({**full_values(), **NOTES}), EXERCISE, LIBRARY)
    assert found.mistakes == ()
    assert {k: v for k, v in found.answers.items() if k.block == "margin"} == NOTES
    assert parse_form(markdown(full_values()), EXERCISE, LIBRARY).answers == {
        k: v for k, v in found.answers.items() if k.block != "margin"
    }


LINES = st.lists(
    st.text(max_size=20).map(lambda text: clean_text(text).text.replace("\n", " "))
    | st.sampled_from(["## x {#margin}", "### y {#n1}", "\\## z {#start}", "<!-- a", "-->", ""]),
    max_size=4,
)


@given(LINES)
def test_any_note_reads_back(lines: list[str]) -> None:
    while lines and not lines[0].strip():
        del lines[0]
    while lines and not lines[-1].strip():
        del lines[-1]
    key, text = margin_key("n1", START), "\n".join(lines)
    found = parse_form(markdown({START: Value("vast"), key: Value(text)}), EXERCISE, LIBRARY)
    assert found.mistakes == ()
    assert found.answers.get(key, Value()) == Value(text)


@pytest.mark.parametrize(
    ("lines", "mistake"),
    [
        (["## K {#margin}", "tekst"], (2, "no-heading", "")),
        (["## K {#margin}", "#### x {#start//}", "tekst"], (2, "unknown-id", "start//")),
        (["## K {#margin}", "### x {#a/b}", "tekst"], (2, "unknown-id", "a/b")),
        (["## K {#margin}", "### x {#n1}", "#### y {#los}", "t"], (3, "unknown-id", "los")),
        (
            ["## K {#margin}", "### x {#n1}", "a", "### x {#n1}", "b"],
            (4, "duplicate-id", "n1"),
        ),
        (["## K {#margin}", "### x {#n1}", "x" * 1_000_001], (3, "too-long", "1000000")),
    ],
)
def test_a_mistake_in_the_margin_is_told(lines: list[str], mistake: tuple[int, str, str]) -> None:
    assert parse_form("\n".join(lines), EXERCISE, LIBRARY).mistakes[0] == mistake


def test_notes_stand_dated_at_the_end_of_the_markdown() -> None:
    text = markdown({START: Value("toen"), **NOTES})
    body, margin = text.split("\n## Kanttekeningen {#margin}\n")
    assert "Nu zie ik" not in body
    assert margin.count("\n### ") == 4
    assert (
        "#### Wat viel op? {#start//}\n\nNu zie ik **meer**.\n" in margin or "{#start//}" in margin
    )


def test_private_words_of_a_note_stay_here() -> None:
    values = {**full_values(), **NOTES, margin_key("n5"): Value("%%alleen voor mij")}
    for shown in (
        markdown(values, with_private=False),
        page(Readable(entry(values), EXERCISE, 1), with_private=False),
    ):
        assert "tante" not in shown
        assert "alleen voor mij" not in shown
        assert "bij het nest" in shown


def test_notes_stand_beside_their_answer_on_the_page() -> None:
    text = page(Readable(entry({**full_values(), **NOTES}), EXERCISE, 1))
    assert text.count('<aside class="margin">') == 4
    answer, _, rest = text.partition("Nu zie ik <strong>meer</strong>")
    assert "regen" in answer
    assert "bij het nest" in rest
    assert "Kanttekening van 2 maart 2026" in text


def test_a_note_beside_an_answer_that_is_not_shown_comes_last_with_its_question() -> None:
    values = {START: Value("%%geheim%%"), margin_key("n1", START): Value("later")}
    text = page(Readable(entry(values), EXERCISE, 1), with_private=False)
    assert "geheim" not in text
    assert "later" in text


def test_a_plain_note_shows_its_margin() -> None:
    (text,) = render_markdown([PLAIN], LIBRARY.card, with_private=False)
    assert text.startswith("# Maandag\n")
    assert "\n## Kanttekeningen {#margin}\n\n### 2026-03-03 " in text
    assert text.endswith("\n\ndinsdag\n")
    assert "Kanttekening van 3 maart 2026" in page(PLAIN)


def test_a_link_to_an_entry_leaves_as_its_title() -> None:
    text = page(Readable(entry({START: Value("zie [Maandag](entry:0193-ab)")}), EXERCISE, 1))
    assert "Maandag" in text
    assert "0193-ab" not in text


def test_a_link_stays_a_link_only_in_markdown_for_the_writer() -> None:
    link = "zie [Maandag](entry:0193-ab)"
    item = Readable(entry({START: Value(link), margin_key("n1", START): Value(link)}), EXERCISE, 1)
    left = render_entry(item, LIBRARY.card, with_private=False)
    assert left.count("zie Maandag\n") == 2
    assert "0193-ab" not in left
    assert render_entry(item, LIBRARY.card, with_private=True).count(link) == 2
