# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.services.rendering import render_user_html
from logbook.ui.logbook.private_html import mark_private, user_html
from tests.ui.logbook.conftest import Desk

PRIVATE = re.compile(r'<span class="private">([^<]*)</span>')


@pytest.mark.parametrize(
    ("text", "private"),
    [
        ("niets", []),
        ("een %%twee%% drie", ["twee"]),
        ("een %%twee\n\ndrie%% vier", ["twee", "drie"]),
        ("open %%tot **het** eind", ["tot ", "het", " eind"]),
        ("%%a%% b %%c", ["a", "c"]),
    ],
)
def test_private_words_are_marked_over_paragraphs(text: str, private: list[str]) -> None:
    html = user_html(text)
    assert PRIVATE.findall(html) == private
    assert html.count("lock:") == (text.count("%%") + 1) // 2


@given(st.text(alphabet="a%* <&\n|-", max_size=60))
def test_marking_adds_tags_and_changes_no_word(text: str) -> None:
    html = render_user_html(text)
    plain = re.compile(r"<[^>]*>")
    assert plain.sub("", mark_private(html)) == plain.sub("", html)


def test_the_reading_pane_shows_private_words_with_a_lock(desk: Desk, make_page) -> None:
    desk.note("Een dag\n\nmet %%eigen%% woorden")
    page = make_page()
    html = page.pane.text.toHtml()
    assert "eigen" in page.pane.text.toPlainText()
    assert "lock:" in html


def test_a_private_passage_in_the_title_line_is_shown_in_the_text_too(
    desk: Desk, make_page
) -> None:
    desk.note("Open %%tot\nhet eind")
    page = make_page()
    assert "%%tot" in page.pane.text.toPlainText()
