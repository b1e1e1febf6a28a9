# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The words that a value only names are kept beside it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.core.entry import AnswerKey, terms_of, terms_text
from logbook.core.wording import wording_of
from tests.formats.samples import full_exercise, full_library

OPTIONS = (("luisteren", "Luisteren"), ("vragen", "Vragen, niet zenden"))


@pytest.mark.parametrize(
    ("block", "terms"),
    [
        ("start", ()),
        ("keuze", OPTIONS),
        ("volgorde", OPTIONS),
        ("keuzevolgorde", OPTIONS),
        ("kaartvolgorde", ()),
        ("schaal", (("1", "niet"), ("7", "wel"))),
        ("tabel", (("1", "wat"), ("2", "wanneer"))),
        ("kolommen", (("left", "draagt"), ("right", "drukt"), ("closing", "Wat valt op?"))),
    ],
)
def test_each_kind_keeps_its_words(block: str, terms: tuple[tuple[str, str], ...]) -> None:
    wording = wording_of(full_exercise(), AnswerKey(block), full_library())
    assert wording.terms == terms


@given(st.lists(st.tuples(st.text(), st.text()), unique_by=lambda pair: pair[0]))
def test_terms_are_stored_in_order(pairs: list[tuple[str, str]]) -> None:
    assert terms_of(terms_text(tuple(pairs))) == tuple(pairs)


@pytest.mark.parametrize("text", ["[]", '{"a":1}', '"a"', "{"])
def test_other_texts_are_no_terms(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        terms_of(text)
