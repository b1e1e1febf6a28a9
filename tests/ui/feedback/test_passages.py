# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest
from PySide6.QtGui import QTextDocument

from logbook.core.entry import AnswerKey
from logbook.ui.feedback.passages import passage_in
from logbook.ui.feedback.plain_markdown import as_markdown, quoted
from logbook.ui.logbook.answer_places import PROSE, WHOLE, place_name, regions, with_place
from logbook.ui.logbook.private_html import user_html


def found(shown: str, text: str, words: str, nth: int = 0) -> tuple[int, int] | None:
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return passage_in(shown, text, at, at + len(words))


def test_same_words_with_other_blanks() -> None:
    shown = "een\u2029twee\u2029 drie   vier"
    place = found(shown, "een twee\ndrie vier", "twee\ndrie")
    assert place is not None
    assert shown[slice(*place)] == "twee\u2029 drie"


def test_the_second_of_equal_passages_stays_the_second() -> None:
    text = "ja. nee. ja."
    shown = "ja.  nee.\nja."
    assert found(shown, text, "ja", 1) == (10, 12)


def test_a_title_that_is_left_out_shifts_the_rest() -> None:
    shown = "Ja zei ik."
    assert found(shown, "Titel ja\nJa zei ik.", "Ja") == (0, 2)
    assert found(shown, "Titel ja\nJa zei ik.", "Titel") is None


def test_other_words_in_between_lead_to_the_same_number() -> None:
    shown = "ja \ufffc%%geheim%% nee [weg] ja"
    at = shown.rindex("ja")
    assert found(shown, "ja %%geheim%% nee ja", "ja", 1) == (at, at + 2)


def test_where_the_numbers_differ_there_is_no_place() -> None:
    assert found("ja nee ja ja x", "ja nee ja", "ja") is None
    assert found("iets anders", "ja nee", "ja") is None
    assert passage_in("a b", "a b", 1, 2) is None  # only a blank


@pytest.mark.parametrize(
    ("markdown", "before"),
    [
        ("Een **vet** woord", ""),
        ("- een\n- twee", "<p>voor</p>"),
        ("[link](https://example.org) en [nog](https://example.org)", "<p>voor</p>"),
        ("> citaat\n\nslot", "<table><tr><td>cel</td></tr></table>"),
        ("```\ncode < x\n```", "<p>voor</p>"),
        ("%%privé%% en 😀", ""),
    ],
)
def test_region_holds_the_answer_and_nothing_else(qapp: object, markdown: str, before: str) -> None:
    key = AnswerKey("blok", "vraag", "kaart/één")
    html = user_html(markdown)
    alone, document = QTextDocument(), QTextDocument()
    alone.setHtml(html)
    placed = with_place(html, place_name(PROSE, key))
    document.setHtml(before + with_place(placed, place_name(WHOLE, key)) + "<p>na</p>")
    shown = document.toPlainText().encode("utf-16-le")
    for kind in (PROSE, WHOLE):
        start, end = regions(document)[place_name(kind, key)]
        words = shown[2 * start : 2 * end].decode("utf-16-le")
        assert words.strip() == alone.toPlainText().strip()


def test_html_without_words_has_no_region(qapp: object) -> None:
    assert with_place('<p><img src="x"></p>', "vx") == '<p><img src="x"></p>'


@pytest.mark.parametrize(
    "words",
    [
        "# geen kop",
        "1. geen lijst\n- ook niet\n> geen citaat",
        "*niet* _schuin_ `code` [link](https://example.org) ~~weg~~",
        "<b>vet</b> <script>alert(1)</script>",
        "a \\ b | c",
    ],
)
def test_words_of_a_reader_are_never_markup(qapp: object, words: str) -> None:
    document = QTextDocument()
    document.setHtml(user_html(as_markdown(words)))
    assert document.toPlainText().split() == words.split()


def test_a_mark_of_privacy_from_outside_hides_nothing() -> None:
    assert "%%" not in as_markdown("%%weg%%")
    assert quoted("een\n\ntwee") == "> een\n>\n> twee"
