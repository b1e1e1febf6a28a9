# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest

from logbook.core.arrange import arrange
from logbook.core.entry import AnswerKey, Value
from logbook.core.entry_links import link_to, linked_ids, without_links
from logbook.core.label import LabelColour, name_key, next_colour, tidy_name
from logbook.core.margin import MARGIN_BLOCK, beside_of, is_margin, margin_key
from tests.builders import make_entry, make_exercise

EXERCISE = make_exercise()
START = AnswerKey("start")
WHY = AnswerKey("kaarten", "why", "beelden/a")


@pytest.mark.parametrize("beside", [None, START, WHY, AnswerKey("note"), AnswerKey("a", "", "b")])
def test_a_key_says_what_the_note_stands_beside(beside: AnswerKey | None) -> None:
    key = margin_key("n1", beside)
    assert is_margin(key)
    assert beside_of(key) == beside


@pytest.mark.parametrize("item", ["start", "start/", "//", "/a/b"])
def test_an_item_that_names_no_answer_is_beside_the_entry(item: str) -> None:
    assert beside_of(AnswerKey(MARGIN_BLOCK, "n1", item)) is None


def test_notes_stand_at_the_part_they_are_about_and_the_others_last() -> None:
    values = {
        START: Value("toen"),
        AnswerKey("kaarten"): Value(cards=("beelden/a",)),
        WHY: Value("daarom"),
        margin_key("n1", WHY): Value("bij de kaart"),
        margin_key("n2", START): Value("bij het begin"),
        margin_key("n3"): Value("bij alles"),
        margin_key("n4", AnswerKey("kijken", "do")): Value("bij wat er niet staat"),
        margin_key("n5", START): Value(" "),
    }
    start, cards, last = arrange(make_entry(EXERCISE, values), EXERCISE)
    assert [note.text for note in start.parts[0].margin] == ["bij het begin"]
    assert [[note.text for note in part.margin] for part in cards.parts] == [[], ["bij de kaart"]]
    assert (last.block, last.parts) == (MARGIN_BLOCK, ())
    assert [note.text for note in last.margin] == ["bij alles", "bij wat er niet staat"]


def test_a_note_beside_a_row_stands_at_its_table() -> None:
    values = {
        AnswerKey("tabel"): Value(rows=("r1",)),
        AnswerKey("tabel", "", "r1"): Value(cells=("bellen", "dinsdag")),
        margin_key("n1", AnswerKey("tabel", "", "r1")): Value("gedaan"),
    }
    (table,) = arrange(make_entry(EXERCISE, values), EXERCISE)
    assert [note.text for note in table.parts[0].margin] == ["gedaan"]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("zie [Maandag](entry:0193-ab).", "zie Maandag."),
        ("[a](entry:1) [b](https://x.nl) [](entry:2)", "a [b](https://x.nl) "),
        ("[a [b] c](entry:1)", "[a [b] c]"),
        ("[open (entry:1)", "[open (entry:1)"),
    ],
)
def test_a_link_can_be_left_as_its_title(text: str, left: str) -> None:
    assert without_links(text) == left


@pytest.mark.parametrize("form", ["<entry:{}>", "[a]: entry:{} 'b'", "[a]( entry:{})", "ENTRY:{}"])
def test_no_form_of_a_link_keeps_the_id(form: str) -> None:
    entry_id = "0193bd8e-1c2d-7abc-8def-0123456789ab"
    assert entry_id not in without_links(f"zie {form.format(entry_id)}, ja")
    assert without_links("entry: het begin, entry:abc") == "entry: het begin, entry:abc"


def test_links_are_found_once_each_in_order() -> None:
    texts = ["[a](entry:e2) en [b] (entry:e9)", "[](entry:e1)[c](entry:e2)", "(entry:e7)"]
    assert linked_ids(texts) == ("e2", "e1")


@pytest.mark.parametrize("title", ["Maandag", "[lang] \\ dag", "twee\nregels", "]", ""])
def test_a_link_is_found_in_what_was_made(title: str) -> None:
    link = link_to("0193-ab", title)
    assert linked_ids([f"zie {link}."]) == ("0193-ab",)
    assert "\n" not in link


def test_names_are_compared_without_capitals_blanks_and_ligatures() -> None:
    assert tidy_name(" a\x00\n b ") == "a b"
    assert name_key("ĲSCLUB  Oost") == name_key("ijsclub oost")


def test_the_colour_used_least_comes_next() -> None:
    assert next_colour(()) is LabelColour.TEAL
    assert next_colour((LabelColour.TEAL, LabelColour.ROSE)) is LabelColour.OCHRE
