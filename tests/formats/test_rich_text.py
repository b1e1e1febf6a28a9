# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.formats.rich_text import (
    Note,
    Text,
    UserText,
    is_bounded,
    render_html,
    render_user_html,
    split_notes,
)


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("**vet**", "<p><strong>vet</strong></p>"),
        ("# Kop {#id .klas}", "<h1>Kop</h1>"),
        ("[w](naslag:models/x)", '<p><a href="naslag:models/x">w</a></p>'),
        ("[w](answer:start)", '<p><a href="answer:start">w</a></p>'),
        ("![Een brug](brug.svg)", '<p><img alt="Een brug" src="brug.svg"></p>'),
        ("woord\n:   uitleg", "<dl>\n<dt>woord</dt>\n<dd>uitleg</dd>\n</dl>"),
        ("a & b < c", "<p>a &amp; b &lt; c</p>"),
    ],
)
def test_text_of_an_author_becomes_html(source: str, html: str) -> None:
    assert render_html(source) == html


def test_alignment_of_columns_is_kept() -> None:
    assert 'style="text-align:right"' in render_html("| a |\n|--:|\n| 1 |").replace(": ", ":")


@pytest.mark.parametrize("render", [render_html, render_user_html])
@pytest.mark.parametrize(
    ("source", "absent"),
    [
        ("<script>alert(1)</script>", "<script"),
        ("<iframe src=x></iframe>", "<iframe"),
        ("<b onclick=x>a</b>", "<b"),
        ("[x](javascript:alert(1))", "javascript"),
        ("[x](JaVaScRiPt:alert(1))", "ript:"),
        ("[x](data:text/html,x)", "data:"),
        ("[x](file:///etc/passwd)", "file:"),
        ("[x](../geheim)", "geheim"),
        ("<javascript:alert(1)>", "href"),
        ("![x](http://x.nl/a.png)", "<img src"),
        ("![x](../a.svg)", '../a.svg">'),
        ("![x](data:image/svg+xml;base64,AA)", "src="),
        ("| a |\n|---|\n| b |\n{: style='position:fixed'}", "<td style"),
        ("# a {onclick=alert(1)}", "<h1 onclick"),
    ],
)
def test_nothing_dangerous_comes_through(render: object, source: str, absent: str) -> None:
    assert callable(render)
    assert absent not in render(source)


def test_words_of_a_user_are_all_shown() -> None:
    html = render_user_html("## Kop {#id}\neen\ntwee ![foto](x.png)\n\n[1]: bron\n\n<b>x</b>")
    for words in ("{#id}", "een<br>", "![foto](x.png)", "[1]: bron", "&lt;b&gt;x&lt;/b&gt;"):
        assert words in html


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("Dit bleef hangen:\n- stil\n- te snel", "<ul>\n<li>stil</li>\n<li>te snel</li>\n</ul>"),
        ("Eerst\n1. een\n2. twee", "<ol>\n<li>een</li>\n<li>twee</li>\n</ol>"),
        ("> citaat\n- punt", "<ul>\n<li>punt</li>\n</ul>"),
        ("Het was\n2. keer", "<p>Het was<br>\n2. keer</p>"),
        ("Koud:\n-5 graden", "<p>Koud:<br>\n-5 graden</p>"),
        ("- een\n- twee\nverder\n- drie", "twee<br>\nverder</li>"),
        ("| a |\n| --- |\n| - x |", "<td>- x</td>"),
    ],
)
def test_a_list_of_a_user_needs_no_empty_line_above_it(source: str, html: str) -> None:
    assert html in render_user_html(source)


def test_one_renderer_serves_many_texts() -> None:
    text = UserText()
    assert [text.render("*a*"), text.render("*b*")] == ["<p><em>a</em></p>", "<p><em>b</em></p>"]


@pytest.mark.parametrize(
    "source",
    [
        "[" * 20_000,
        "![" * 20_000,
        "[a](" * 20_000,
        "<a " * 20_000,
        ">" * 20_000 + "a",
        "> " * 500 + "a",
        "- " * 1000 + "a",
        "# a\n" * 20_000,
        "a\n=\n" * 20_000,
        "---\n" * 20_000,
        "a\n" * 40_000,
        "x" * 200_000,
        "".join("    " * depth + "- a\n" for depth in range(100)),
    ],
    ids=range(13),
)
def test_a_text_that_would_take_long_is_shown_as_it_stands(source: str) -> None:
    before = time.process_time()
    assert not is_bounded(source)
    assert render_html(source).startswith("<pre>")
    assert time.process_time() - before < 5


def test_a_text_too_deep_for_the_parser_is_shown_as_it_stands(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("logbook.formats.rich_text.is_bounded", lambda source: True)
    assert render_html("- " * 3000 + "a").startswith("<pre>")


@given(st.text(max_size=300))
def test_any_text_can_be_shown(source: str) -> None:
    render_html(source)
    render_user_html(source)


def test_notes_are_told_apart_from_text() -> None:
    source = 'Voor\n\n!!! zorg "Let op"\n    een\n\n    twee\nNa\n\n!!! tip\n\tkort\n'
    assert split_notes(source) == [
        Text("Voor"),
        Note("zorg", "Let op", "een\n\ntwee"),
        Text("Na"),
        Note("tip", "", "kort"),
    ]


@pytest.mark.parametrize("fence", ["```", "~~~~"])
def test_a_note_in_a_code_fence_is_text(fence: str) -> None:
    source = f"{fence}\n!!! tip\n    a\n{fence}"
    assert split_notes(source) == [Text(source)]


def test_an_empty_text_has_no_parts() -> None:
    assert split_notes(" \n\n") == []


@pytest.mark.parametrize("source", ["*a*" * 30_000, "\\" * 90_000, "&" * 1_000_000])
def test_what_costs_seconds_is_shown_as_it_stands(source: str) -> None:
    began = time.process_time()
    assert not is_bounded(source)
    assert render_user_html(source) == f"<pre>{source.replace('&', '&amp;')}</pre>"
    assert time.process_time() - began < 1
