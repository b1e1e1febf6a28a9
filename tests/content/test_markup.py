# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
import time

import pytest

from logbook.content.links import decoded
from logbook.content.markup import check_page
from logbook.content.prepared import References
from logbook.content.reporter import Reporter
from logbook.content.sentences import Mistake
from tests.content.mistakes import is_said


def check(text: str) -> tuple[References, list[tuple[int, str]]]:
    reporter = Reporter("a.md")
    references = check_page(text.split("\n"), 0, reporter)
    return references, [(p.line, p.message) for p in reporter.problems]


@pytest.mark.parametrize(
    "text",
    [
        "3 < 4 en <3",
        "`<b>` en ``<script>`` en `twee\nregels <i>`",
        "```\n<b>[x](javascript:y)\n```",
        "<https://example.org/a> en <mailto:a@example.org> en <a@example.org>",
        "&lt;b&gt;",
        '[a](https://example.org "titel") [b](mailto:a@example.org) [c](#kop)',
        "[a [b] c](https://example.org/(x))",
        "[los] en [ ] en [^1]\n\n[^1]: Een noot.",
        "\\[geen](link",
        '!!! tip "Een titel"\n    tekst',
        "!!! casus\n\n    tekst",
        "> - a\n>     - b",
        "- [x] gedaan",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "Kop {zomaar} tekst",
    ],
)
def test_plain_markdown_is_accepted(text: str) -> None:
    assert check(text)[1] == []


@pytest.mark.parametrize(
    ("mistake", "text"),
    [
        (Mistake.RAW_HTML, "<script>alert(1)</script>"),
        (Mistake.RAW_HTML, "<!-- opmerking -->"),
        (Mistake.RAW_HTML, "</div>"),
        (Mistake.RAW_HTML, "`open <b>"),
        (Mistake.RAW_HTML, "<IMG SRC=x>"),
        (Mistake.RAW_HTML, "    <b>ingesprongen</b>"),
        (Mistake.RAW_HTML, "<javascript:alert(1)>"),
        (Mistake.LINK_SCHEME, "[a](javascript:alert)"),
        (Mistake.LINK_SCHEME, "[a](JaVaScRiPt:alert)"),
        (Mistake.LINK_SCHEME, "[a](java&#115;cript:alert)"),
        (Mistake.LINK_SCHEME, "[a](java%73cript:alert)"),
        (Mistake.LINK_SCHEME, "[a](java\u200bscript:alert)"),
        (Mistake.LINK_SCHEME, "[a](file:///etc/passwd)"),
        (Mistake.LINK_SCHEME, "[a](data:text/html,x)"),
        (Mistake.LINK_SCHEME, "[a][b]\n\n[b]: javascript:alert"),
        (Mistake.LINK_SCHEME, "[![a](b.png)](vbscript:x)"),
        (Mistake.LINK_OUTSIDE, "[a](//example.org/a)"),
        (Mistake.LINK_OUTSIDE, "[a](/etc/passwd)"),
        (Mistake.LINK_OUTSIDE, "[a](C:/a.md)"),
        (Mistake.LINK_OUTSIDE, "[a](..\\a.md)"),
        (Mistake.PICTURE_OUTSIDE, "![a](/a.png)"),
        (Mistake.PICTURE_REMOTE, "![a](http://example.org/a.png)"),
        (Mistake.PICTURE_REMOTE, "![a](data:image/png;base64,x)"),
        (Mistake.PICTURE_REMOTE, "![a](https&colon;//example.org/a.png)"),
        (Mistake.PICTURE_FORM, "![a][b]\n\n[b]: https://example.org/a.png"),
        (Mistake.PICTURE_FORM, "![a]"),
        (Mistake.LINK_BROKEN, "[a]()"),
        (Mistake.LINK_BROKEN, "[a](b"),
        (Mistake.ATTRIBUTES_ELSEWHERE, "tekst\n{: style=x }"),
        (Mistake.TOO_DEEP, "- " * 13 + "a"),
        (Mistake.TOO_DEEP, " " * 60 + "a"),
        (Mistake.TOO_DEEP, "\t" * 13 + "a"),
        (Mistake.ADMONITION_KIND, "    !!! let-op\n        tekst"),
    ],
)
def test_what_could_lead_elsewhere_is_refused(mistake: Mistake, text: str) -> None:
    problems = check(text)[1]
    assert problems
    assert all(is_said(mistake, message) for _, message in problems), problems


def test_references_are_gathered_with_their_lines() -> None:
    references, problems = check(
        "a [b](naslag:models/x#deel)\n[c](answer:vraag)\n\n[d](bijlage.md) ![e](foto.PNG)\n"
        "!!! zorg\n    let op"
    )
    assert problems == []
    assert references.pages == [(1, "models/x")]
    assert references.answers == [(2, "vraag")]
    assert references.files == [(4, "bijlage.md")]
    assert references.pictures == [(4, "foto.PNG")]
    assert references.admonitions == [(5, "zorg")]


def test_target_is_read_as_the_boldest_reader_would() -> None:
    assert decoded("java&#x73;cript\x01:%61\u202e") == "javascript:a"


@pytest.mark.parametrize(
    "text",
    [
        "`" * 250_000,
        "".join("`" * n + " " for n in range(700)),
        "[" * 250_000,
        "![a](" * 50_000,
        "<" * 250_000,
        "<a" * 100_000,
        "{#a" * 80_000,
        "!!!\n" * 3_900,
        "a\n" * 3_900,
        "> " * 9_000,
        " " * 19_000 + "\n" + "- " * 9_000,
        "\\" * 250_000,
        "|" * 250_000,
        "[a](" + " " * 19_000 + ")",
    ],
)
def test_bombs_are_looked_at_quickly(text: str) -> None:
    start = time.process_time()
    check(text)
    assert time.process_time() - start < 3
