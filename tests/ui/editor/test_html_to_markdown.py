# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Formatted text from elsewhere becomes Markdown."""

import time

import pytest

from logbook.ui.editor.html_to_markdown import HTML_LIMIT, has_format, html_to_markdown

WORD_LIST = (
    "<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]>"
    "<span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span>"
    "</span></span><![endif]>Eerste punt<o:p></o:p></p>"
    "<p class=MsoListParagraphCxSpLast style='mso-list:l0 level2 lfo1'><![if !supportLists]>"
    "<span style='mso-list:Ignore'>2.<span>&nbsp; </span></span><![endif]>Diep punt</p>"
)
WORD_PAGE = (
    "<html xmlns:o='urn:schemas-microsoft-com:office:office'><head><style>p {color:red}</style>"
    "<!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]--></head><body>"
    "<!--StartFragment--><p class=MsoNormal><b>Vet</b> woord<o:p></o:p></p><!--EndFragment-->"
    "</body></html>"
)
GOOGLE = (
    '<meta charset="utf-8"><b style="font-weight:normal" id="docs-internal-guid-1">'
    '<p><span style="font-weight:700">Vet</span><span style="font-style:italic"> schuin</span></p>'
    "</b>"
)


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<p>een</p><p>twee</p>", "een\n\ntwee"),
        ("<p>een<br>twee</p>", "een\ntwee"),
        ("<p><b>vet</b> en <i>schuin</i></p>", "**vet** en *schuin*"),
        ("<p><strong>vet </strong>woord</p>", "**vet** woord"),
        ("<b><i>beide</i></b>", "***beide***"),
        ("<b>een</b><b> twee</b>", "**een twee**"),
        ("<p><b>een<br>twee</b></p>", "**een**\n**twee**"),
        ("<h2>Kop</h2><p>tekst</p>", "## Kop\n\ntekst"),
        ("<h1><b>Kop</b></h1>", "# Kop"),
        ("<ul><li>een</li><li>twee</li></ul>", "- een\n- twee"),
        ("<ol><li><p>een</p></li><li>twee</li></ol>", "1. een\n2. twee"),
        ("<ul><li>een<ul><li>diep</li></ul></li><li>twee</li></ul>", "- een\n  - diep\n- twee"),
        ("<p>voor</p><ul><li>punt</li></ul><p>na</p>", "voor\n\n- punt\n\nna"),
        ("<blockquote><p>een</p><p>twee</p></blockquote>", "> een\n>\n> twee"),
        ('<p>Zie <a href="https://voorbeeld.nl">deze plek</a>.</p>', "Zie deze plek."),
        (
            "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>",
            "a | b\nc | d",
        ),
        (
            "<table><tr><td><p>Toen</p></td><td><p>Nu</p></td></tr>"
            "<tr><td><div>stil</div><p>en traag</p></td><td>luid</td></tr></table>",
            "Toen | Nu\nstil\nen traag | luid",
        ),
        ("<pre>  een\n    twee</pre>", "  een\n    twee"),
        ("<p>a&nbsp;&amp;&lt;b&gt;  c</p>", "a &<b> c"),
        ("<div>een</div><div>twee</div>", "een\n\ntwee"),
        ("", ""),
        ("<p> </p><p>&nbsp;</p>", ""),
        (WORD_LIST, "- Eerste punt\n  2. Diep punt"),
        (WORD_PAGE, "**Vet** woord"),
        (GOOGLE, "**Vet** *schuin*"),
        ("<p>a</p><script>alert(1)</script><style>x</style><img src='http://x/y.png'>", "a"),
        ("<p onclick=x>a<iframe src=//x></iframe><object data=x>b</object></p>", "a"),
        ("<b>niet gesloten", "**niet gesloten**"),
    ],
)
def test_html_becomes_markdown(html: str, markdown: str) -> None:
    assert html_to_markdown(html) == markdown


@pytest.mark.parametrize(
    ("html", "found"),
    [("<p>a</p>", False), ("<div><span>a</span></div>", False), ("<b>a</b>", True), ("<LI>", True)],
)
def test_only_formatting_is_worth_converting(html: str, found: bool) -> None:
    assert has_format(html) is found


@pytest.mark.parametrize(
    "part",
    [
        "<b>",
        "<div>",
        "<ul><li>",
        "<p>",
        "<p><b></b>",
        "<table><tr>",
        "<!--",
        "<!x",
        "<a href='",
        "<a>x</p>",
        "<b><p></b>",
        "</div>",
        "&#",
        "<",
    ],
)
def test_hostile_html_is_read_in_time(part: str) -> None:
    begin = time.process_time()
    html_to_markdown(part * (100_000 // len(part)) + "woord")
    assert time.process_time() - begin < 5


def test_more_than_the_limit_is_not_looked_at() -> None:
    assert "einde" not in html_to_markdown("<p>a</p>" + " " * HTML_LIMIT + "<p>einde</p>")
