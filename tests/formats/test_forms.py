# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.core.entry import AnswerKey, Value
from logbook.core.exercise import ChoiceSettings
from logbook.core.text import clean_text
from logbook.formats.answer_form import render_form
from logbook.formats.form_reader import parse_form
from logbook.formats.form_text import decode_cell, encode_cell, split_row, table_row
from logbook.formats.markdown import Readable, render_entry
from tests.formats.samples import full_entry, full_exercise, full_library, full_values

DATA = Path(__file__).resolve().parents[1] / "data" / "formats"
EXERCISE, LIBRARY = full_exercise(), full_library()
START = AnswerKey("start")


def exported(values: dict[AnswerKey, Value]) -> str:
    item = Readable(full_entry(values), EXERCISE, 1)
    return render_entry(item, LIBRARY.card, with_private=True)


def parsed(text: str) -> dict[AnswerKey, Value]:
    found = parse_form(text, EXERCISE, LIBRARY)
    assert found.mistakes == ()
    return found.answers


def mistakes(text: str) -> list[tuple[int, str, str]]:
    return list(parse_form(text, EXERCISE, LIBRARY).mistakes)


def test_an_empty_form_looks_like_the_sample() -> None:
    assert render_form(EXERCISE, LIBRARY) == (DATA / "form.md").read_text(encoding="utf-8")


def test_an_empty_form_holds_nothing() -> None:
    assert mistakes(render_form(EXERCISE, LIBRARY)) == [(0, "empty", "")]


def test_a_filled_entry_reads_back() -> None:
    found = parsed(exported(full_values()))
    rows = {key for key in full_values() if key.block in ("tabel", "kolommen")}
    assert {k: v for k, v in found.items() if k.block not in ("tabel", "kolommen")} == {
        k: v for k, v in full_values().items() if k not in rows
    }
    assert found[AnswerKey("tabel", "", "2")].cells == ("a|b", "regel\nregel")
    assert found[AnswerKey("kolommen")] == Value("evenwicht", rows=("1", "2", "3"))
    assert found[AnswerKey("kolommen", "", "3")] == Value("huur", side="right")


TEXT = (
    st.text(max_size=80).map(lambda text: clean_text(text).text)
    | st.lists(
        st.sampled_from(
            [
                "## Kop {#start}", "\\## Kop {#start}", "# x {#alles}", "<!--", "-->", "- [x] a",
                "\\- [ ] b", "1. beelden/brug", "| a | b |", "|---|", "-", "7", "%%geheim%%", "",
            ]
        ),
        max_size=4,
    ).map("\n".join)
)  # fmt: skip


def trimmed(text: str) -> str:
    """Text without the blank lines around it, which a form does not keep."""
    lines = text.split("\n")
    while lines and not lines[0].strip():
        del lines[0]
    while lines and not lines[-1].strip():
        del lines[-1]
    return "\n".join(lines)


PROSE = TEXT.map(trimmed)
CELL = TEXT.map(str.strip)


@given(PROSE)
def test_any_text_reads_back(text: str) -> None:
    values = {START: Value(text), AnswerKey("twee", "second"): Value("vast")}
    assert parsed(exported(values)).get(START, Value()) == Value(text)


@given(PROSE, st.none() | st.integers(1, 7))
def test_any_place_on_a_scale_reads_back(text: str, number: int | None) -> None:
    values = {AnswerKey("schaal"): Value(text, number=number), START: Value("vast")}
    assert parsed(exported(values)).get(AnswerKey("schaal"), Value()) == values[AnswerKey("schaal")]


@given(PROSE, st.permutations(["luisteren", "vragen"]), st.integers(0, 2), CELL)
def test_any_choice_reads_back(text: str, order: list[str], count: int, own: str) -> None:
    value = Value(text, options=tuple(order[:count]), own=own)
    values = {AnswerKey("keuze"): value, START: Value("vast")}
    assert parsed(exported(values)).get(AnswerKey("keuze"), Value()) == value


@given(
    PROSE,
    st.lists(st.sampled_from(["beelden/brug", "beelden/nest", "paper/1"]), unique=True, max_size=3),
)
def test_any_choice_of_cards_reads_back(text: str, cards: list[str]) -> None:
    value = Value(text, cards=tuple(cards))
    values = {AnswerKey("kaarten"): value, START: Value("vast")}
    assert parsed(exported(values)).get(AnswerKey("kaarten"), Value()) == value


@given(st.lists(st.tuples(CELL, CELL), min_size=1, max_size=3))
def test_any_table_reads_back(rows: list[tuple[str, str]]) -> None:
    values = {START: Value("vast"), AnswerKey("tabel"): Value(rows=tuple("abc"[: len(rows)]))}
    for name, row in zip("abc", rows, strict=False):
        values[AnswerKey("tabel", "", name)] = Value(cells=row)
    found = parsed(exported(values))
    kept = [v.cells for k, v in found.items() if k.block == "tabel" and k.item]
    assert kept == [row for row in rows if any(cell.strip() for cell in row)]


@given(PROSE, st.none() | st.dates(date(1900, 1, 1)))
def test_any_day_reads_back(text: str, day: date | None) -> None:
    key = AnswerKey("voornemen", "date")
    values = {key: Value(text, day=day), START: Value("vast")}
    assert parsed(exported(values)).get(key, Value()) == values[key]


@given(st.lists(CELL, min_size=1, max_size=4))
def test_any_row_reads_back(cells: list[str]) -> None:
    assert split_row(table_row(cells))[: len(cells)] == cells
    assert [decode_cell(encode_cell(cell)) for cell in cells] == cells


@given(st.text(max_size=200) | TEXT)
def test_no_text_breaks_the_reader(text: str) -> None:
    parse_form(f"## Wat viel op? {{#start}}\n{text}\n### x {{#why}}\n{text}", EXERCISE, LIBRARY)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("tekst zonder kop", (1, "no-heading", "")),
        ("# Anders {#anders}\n## A {#start}\nx", (1, "wrong-exercise", "anders")),
        ("## A {#strat}\nx", (1, "unknown-id", "strat")),
        ("### A {#first}\nx", (1, "unknown-id", "first")),
        ("## A {#twee}\n### B {#derde}\nx", (2, "unknown-id", "derde")),
        ("## A {#twee}\nx", (2, "no-heading", "")),
        ("## A {#start}\nx\n## A {#start}\ny", (3, "duplicate-id", "start")),
        ("## A {#kaarten}\n### B {#why}\nx", (3, "no-heading", "")),
        (
            "## A {#kaarten}\n### B {#why}\n#### C {#beelden/weg}\nx",
            (3, "unknown-id", "beelden/weg"),
        ),
        ("## A {#bij-keuze}\n### B {#how}\n#### C {#weg}\nx", (3, "unknown-id", "weg")),
        ("## A {#start}\n#### C {#beelden/brug}\nx", (2, "unknown-id", "beelden/brug")),
        ("## A {#kaarten}\n1. beelden/weg", (2, "unknown-card", "beelden/weg")),
        ("## A {#kaarten}\n1. paper/0", (2, "unknown-card", "paper/0")),
        (
            "## A {#kaarten}\n1. beelden/nest\n2. beelden/nest",
            (3, "duplicate-card", "beelden/nest"),
        ),
        (
            "## A {#kaarten}\n1. beelden/nest\n2. beelden/brug\n3. paper/1\n4. paper/2",
            (5, "too-many-cards", "3"),
        ),
        ("## A {#schaal}\n\n8", (3, "not-a-number", "8")),
        ("## A {#schaal}\n3,5", (2, "not-a-number", "3,5")),
        ("## A {#schaal}\n" + "9" * 5000, (2, "not-a-number", "9" * 60)),
        ("## A {#keuze}\n- [x] Slapen", (2, "unknown-option", "Slapen")),
        (
            "## A {#voornemen}\n### B {#date}\nmorgen",
            (3, "not-a-date", "morgen"),
        ),
        ("## A {#tabel}\nbellen op maandag", (2, "not-a-table", "")),
        ("## A {#tabel}\n| a | b |\n|---|---|\n| 1 | 2 | 3 |", (4, "not-a-table", "")),
        ("## A {#start}\n" + "x" * 1_000_001, (2, "too-long", "1000000")),
    ],
)
def test_a_mistake_is_told_with_its_line(text: str, found: tuple[int, str, str]) -> None:
    assert mistakes(text) == [found]


def test_all_mistakes_are_told_at_once() -> None:
    text = "## A {#start}\nx\n## A {#weg}\ny\n## B {#schaal}\n9\n"
    assert [line for line, _, _ in mistakes(text)] == [3, 6]


def test_an_own_option_counts_as_one() -> None:
    text = "## A {#keuze}\n- [x] Luisteren\n- [X] vragen\n- [x] Anders: a\n- [x] Anders: b\n"
    assert parsed(text)[AnswerKey("keuze")] == Value(options=("luisteren", "vragen"), own="b")
    blocks = [
        replace(b, settings=ChoiceSettings(2, own=True)) if b.id == "keuze" else b
        for b in EXERCISE.blocks
    ]
    found = parse_form(text, replace(EXERCISE, blocks=tuple(blocks)), LIBRARY)
    assert found.mistakes == ((2, "too-many-options", "2"),)


def test_options_are_known_by_their_words_or_their_id() -> None:
    text = "## A {#keuze}\n* [X] VRAGEN,  niet zenden\n\n- [ ] Luisteren\n\nwant"
    assert parsed(text)[AnswerKey("keuze")] == Value("want", options=("vragen",))


def test_windows_line_ends_and_a_byte_order_mark_are_fine() -> None:
    assert parsed("\ufeff## A {#start}\r\n\r\neen\r\ntwee\r\n")[START] == Value("een\ntwee")


def test_a_comment_in_the_form_is_no_answer() -> None:
    assert parsed("## A {#start}\n<!--\n## B {#weg}\n-->\nja")[START] == Value("ja")


def test_a_heading_without_an_id_is_text() -> None:
    assert parsed("## A {#start}\n## Mijn kop\nja")[START] == Value("## Mijn kop\nja")


def test_an_order_is_exported_without_what_was_put_away() -> None:
    values = full_values() | {AnswerKey("kaarten"): Value(cards=("beelden/nest", "paper/1"))}
    found = parsed(exported(values))
    assert found[AnswerKey("kaartvolgorde")] == Value(cards=("paper/1",))
    values[AnswerKey("kaarten")] = Value(cards=("beelden/nest",))
    assert AnswerKey("kaartvolgorde") not in parsed(exported(values))


def test_own_words_are_an_item() -> None:
    text = exported(full_values())
    assert "#### wachten | zwijgen {#own}" in text
    assert "1. Anders: wachten | zwijgen" in text
