# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Own intentions and how it went in what is read and in forms: told, dated, and read back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.core.arrange import arrange
from logbook.core.entry import AnswerKey, Entry, Value
from logbook.core.follow_up import follow_up_key, own_intention_key
from logbook.core.text import clean_text
from logbook.formats.form_reader import parse_form
from logbook.formats.html import render_page
from logbook.formats.markdown import Readable, render_entry
from tests.formats.samples import full_entry, full_exercise, full_library, full_values
from tests.recall_builders import RecallDesk

EXERCISE, LIBRARY = full_exercise(), full_library()
TOLD = {
    own_intention_key("i1", "what"): Value("rustiger %%dan bij haar%%\n\n## Kop {#start}"),
    own_intention_key("i1", "when"): Value("maandag"),
    own_intention_key("i1", "day"): Value(day=date(2028, 2, 29)),
    own_intention_key("i2", "what"): Value("vaker vragen"),
    follow_up_key("voornemen", 1, "tried"): Value(options=("not-yet",)),
    follow_up_key("voornemen", 1, "again"): Value(day=date(2026, 9, 1)),
    follow_up_key("voornemen", 2, "tried"): Value(options=("yes",)),
    follow_up_key("voornemen", 2, "happened"): Value("Het werd **stil**."),
    follow_up_key("i1", 1, "next"): Value("verder zo"),
}


def markdown(values: dict[AnswerKey, Value], *, with_private: bool = True) -> str:
    item = Readable(full_entry(values), EXERCISE, 1)
    return render_entry(item, LIBRARY.card, with_private=with_private)


def page(item: Readable, *, with_private: bool = True) -> str:
    return "".join(
        render_page(
            lambda: iter([item]),
            lambda: LIBRARY,
            datetime(2026, 3, 4, tzinfo=UTC),
            with_private=with_private,
        )
    )


def test_a_form_with_intentions_and_returns_reads_back() -> None:
    text = markdown({**full_values(), **TOLD})
    found = parse_form(text, EXERCISE, LIBRARY)
    assert found.mistakes == ()
    beside = {k: v for k, v in found.answers.items() if k.block in ("own-intention", "follow-up")}
    assert beside == TOLD
    assert text.count("{#follow-up}") == text.count("{#own-intention}") == 1


LINES = st.lists(
    st.text(max_size=20).map(lambda text: clean_text(text).text.replace("\n", " "))
    | st.sampled_from(["## x {#follow-up}", "### y {#tried}", "- [x] Ja", "<!-- a", "-->", ""]),
    max_size=4,
)


@given(LINES)
def test_any_return_reads_back(lines: list[str]) -> None:
    while lines and not lines[0].strip():
        del lines[0]
    while lines and not lines[-1].strip():
        del lines[-1]
    key, text = follow_up_key("plan", 3, "happened"), "\n".join(lines)
    values = {AnswerKey("start"): Value("vast"), key: Value(text)}
    found = parse_form(markdown(values), EXERCISE, LIBRARY)
    assert found.mistakes == ()
    assert found.answers.get(key, Value()) == Value(text)


@pytest.mark.parametrize(
    ("lines", "mistake"),
    [
        (["## K {#follow-up}", "tekst"], (2, "no-heading", "")),
        (["## K {#follow-up}", "### V {#happened}", "tekst"], (3, "no-heading", "")),
        (["## K {#follow-up}", "### V {#anders}", "t"], (2, "unknown-id", "anders")),
        (["## K {#follow-up}", "### V {#next}", "#### x {#plan}", "t"], (3, "unknown-id", "plan")),
        (
            ["## K {#follow-up}", "### V {#next}", "#### x {#p/0/x}", "t"],
            (3, "unknown-id", "p/0/x"),
        ),
        (
            ["## K {#own-intention}", "### V {#what}", "#### x {#../weg}", "t"],
            (3, "unknown-id", "../weg"),
        ),
    ],
)
def test_a_mistake_is_told_with_its_line(lines: list[str], mistake: tuple[int, str, str]) -> None:
    assert parse_form("\n".join(lines), EXERCISE, LIBRARY).mistakes == (mistake,)


def test_a_page_tells_each_return_with_its_day() -> None:
    html = page(Readable(full_entry({**full_values(), **TOLD}), EXERCISE, 1))
    assert html.count("<h3>Hoe het ging</h3>") == 3
    assert html.count("<h3>Voornemen</h3>") == 3  # one of them is of the exercise
    assert html.count('<p class="told">2 maart 2026</p>') == 3
    assert "<strong>stil</strong>" in html
    assert "voornemen/1" not in html
    assert "Nog niet" in html


@pytest.mark.parametrize("with_private", [True, False])
def test_private_passages_stay_out_of_both(with_private: bool) -> None:
    values = {**full_values(), **TOLD}
    item = Readable(full_entry(values), EXERCISE, 1)
    for text in (
        markdown(values, with_private=with_private),
        page(item, with_private=with_private),
    ):
        assert ("bij haar" in text) is with_private


def test_sections_come_one_for_each_and_say_when() -> None:
    entry = full_entry(TOLD)
    sections = [(s.block, len(s.parts), s.at is not None) for s in arrange(entry, EXERCISE)]
    assert sections[:2] == [("own-intention", 3, False), ("own-intention", 1, False)]
    assert sorted(sections[2:]) == [("follow-up", count, True) for count in (1, 2, 2)]
    assert not any(section.gone for section in arrange(entry, EXERCISE))
    assert arrange(replace(entry, answers=()), EXERCISE) == ()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[RecallDesk]:
    desk = RecallDesk(tmp_path / "logboek.db")
    yield desk
    desk.database.close()


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_a_plain_note_with_an_intention_is_exported_with_its_questions(
    desk: RecallDesk, form: str
) -> None:
    note: Entry = desk.writing.add_note("Maandag\nwas druk")
    desk.intentions.add("rustiger", entry_id=note.id, day=date(2026, 4, 1))
    text = "".join(desk.transfer.export_chunks(form))
    for words in ("Maandag", "was druk", "Voornemen", "Wat ga je proberen?", "rustiger"):
        assert words in text
