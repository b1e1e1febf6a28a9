# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.core.text import clean_text, first_line, normalise, slug, without_marks


@pytest.mark.parametrize(
    ("given_text", "kept"),
    [
        ("a\x00b", "ab"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("tab\tblijft", "tab\tblijft"),
        ("\x1b[31mrood", "[31mrood"),
        ("los \ud800 teken", "los � teken"),
        ("\ud83d\ude42", "🙂"),
        ("أهلا 🙂 é", "أهلا 🙂 é"),
    ],
)
def test_text_is_made_fit_to_store(given_text: str, kept: str) -> None:
    assert clean_text(given_text).text == kept


def test_what_was_dropped_and_replaced_is_counted() -> None:
    cleaned = clean_text("\x00\x01a\udfff")
    assert (cleaned.dropped, cleaned.replaced, cleaned.changed) == (2, 1, True)
    assert not clean_text("gewoon").changed


@given(st.text(st.characters()))
def test_clean_text_is_always_utf8_and_stays_as_it_is(text: str) -> None:
    cleaned = clean_text(text).text
    cleaned.encode()
    assert clean_text(cleaned).text == cleaned


@pytest.mark.parametrize(
    ("text", "found"), [("ĲSBEER", "ijsbeer"), ("Café", "café"), ("ﬁets", "fiets")]
)
def test_search_text_folds_case_and_ligatures(text: str, found: str) -> None:
    assert normalise(text) == found


@pytest.mark.parametrize(
    ("text", "made"),
    [("Hoe lang ik dit doe", "hoe-lang-ik-dit-doe"), ("Één & twee!", "een-twee"), ("…", "")],
)
def test_a_slug_is_plain_kebab_case(text: str, made: str) -> None:
    assert slug(text) == made


def test_of_a_link_to_an_entry_the_words_stay() -> None:
    assert without_marks("Zie [*De* eerste](entry:01a2-b) en [x](https://x.nl)") == (
        "Zie De eerste en [x](https://x.nl)"
    )
    assert first_line("[Een](entry:" + "a" * 400) == "Een"
