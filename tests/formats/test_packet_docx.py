# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Word documents as they are written; python-docx reads them as another program would."""

import getpass
import io
import re
import socket
import sys
import zipfile
from dataclasses import replace
from pathlib import Path
from time import monotonic
from xml.etree import ElementTree

import docx
import pytest

from logbook.core.packet import Packet, PartKind, SharedAnswer, SharedLine
from logbook.core.share_errors import FormatMissing
from logbook.formats.packet_docx import render_docx
from tests.packet_builders import (
    HOSTILE,
    full_packet,
    one_answer,
    packet_of,
    public,
    second_round,
)

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def members(packet: Packet) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(render_docx(packet))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def paragraphs(packet: Packet) -> list[str]:
    return [p.text for p in docx.Document(io.BytesIO(render_docx(packet))).paragraphs]


def test_every_word_stands_in_it() -> None:
    shown = paragraphs(full_packet())
    for words in ("Van Student A", "Ze vroeg door, en dat hielp.", "•\teerst stil", "2.\ttwee"):
        assert words in shown


def test_headings_are_headings_in_our_letter() -> None:
    document = docx.Document(io.BytesIO(render_docx(full_packet())))
    names = {p.text: p.style.name for p in document.paragraphs if p.style is not None}
    assert names["Vier kaarten"] == "Heading 1"
    assert names["Kiezen"] == "Heading 2"
    assert names["Hoe ging het?"] == "Heading 3"
    styles = members(full_packet())["word/styles.xml"].decode()
    assert "Theme" not in styles
    assert 'w:ascii="Georgia"' in styles
    assert '<w:lang w:val="nl-NL"' in styles


def test_page_is_a4() -> None:
    section = docx.Document(io.BytesIO(render_docx(full_packet()))).sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)


def test_pictures_have_their_shape_and_an_alternative_text() -> None:
    document = docx.Document(io.BytesIO(render_docx(full_packet())))
    shapes = list(document.inline_shapes)
    assert [s._inline.docPr.get("descr") for s in shapes] == [
        "Een brug over stil water",
        "Een leeg nest in een boom",
        "Brug",
    ]
    assert round(shapes[0].width / shapes[0].height, 2) == 1.33
    assert sum(name.startswith("word/media/") for name in members(full_packet())) == 1


@pytest.mark.parametrize("text", [HOSTILE, "]]>", "<w:p/>", "\x00\x0b\ufffe", "a\tb", "  twee  "])
def test_no_word_of_the_user_becomes_markup(text: str) -> None:
    packet = packet_of(SharedAnswer(public(1), text, (SharedLine(text),)), title=text)
    packet = replace(packet, sender=text, letter=text)
    for name, data in members(packet).items():
        if name.endswith((".xml", ".rels")):
            ElementTree.fromstring(data)
    kept = "".join(sign for sign in text if sign >= " " or sign == "\t").replace("\x7f", "")
    assert kept.replace("\ufffe", "") in paragraphs(packet)
    assert "fldChar" not in members(packet)["word/document.xml"].decode()


def test_earlier_remarks_are_comments_and_replies_their_threads() -> None:
    document = docx.Document(io.BytesIO(render_docx(second_round())))
    told = {c.text: (c.author, str(c.timestamp)[:10]) for c in document.comments}
    assert told["tip: Wat deed ze precies?\nEn jij?"] == ("Fenna", "2026-11-20")
    assert told["Ze herhaalde mijn woord."][0] == "Student A"
    threads = members(second_round())["word/commentsExtended.xml"].decode()
    assert re.search(r'paraId="00000003" w15:paraIdParent="00000002" w15:done="1"', threads)


def test_a_second_round_shows_what_changed() -> None:
    assert any(
        p.startswith("Veranderd sinds de vorige ronde: ") for p in paragraphs(second_round())
    )
    assert "nieuw in deze ronde" in paragraphs(second_round())


def test_names_of_marks_fit_and_are_unique() -> None:
    root = ElementTree.fromstring(members(second_round())["word/document.xml"])
    names = [each.get(f"{W}name") or "" for each in root.iter(f"{W}bookmarkStart")]
    ids = [each.get(f"{W}id") for each in root.iter(f"{W}bookmarkStart")]
    assert max(map(len, names)) <= 40
    assert len(set(names)) == len(names)
    assert len(set(ids)) == len(ids)


def test_nothing_of_the_computer_the_person_or_the_clock_is_in_it() -> None:
    with zipfile.ZipFile(io.BytesIO(render_docx(second_round()))) as archive:
        assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        parts = [name for name in archive.namelist() if name.endswith((".xml", ".rels"))]
        text = "\n".join([*archive.namelist(), *(archive.read(name).decode() for name in parts)])
    for marker in (str(Path.home()), "python-docx", "Macintosh", "thumbnail"):
        assert marker not in text
    for name in (socket.gethostname(), getpass.getuser()):
        assert not re.search(rf"\b{re.escape(name)}\b", text)
    moments = set(re.findall(r"\d{4}-\d\d-\d\dT[^<\"]*", text))
    assert moments == {"2026-11-22T12:00:00Z", "2026-11-20T12:00:00Z"}


def test_the_same_packet_gives_the_same_bytes() -> None:
    assert render_docx(second_round()) == render_docx(second_round())


@pytest.mark.slow
def test_many_lines_take_bounded_time() -> None:
    lines = tuple(SharedLine("regel", PartKind.ITEM) for _ in range(20_000))
    begin = monotonic()
    render_docx(packet_of(SharedAnswer(public(1), "", lines)))
    assert monotonic() - begin < 20


def test_a_line_from_right_to_left_says_so() -> None:
    text = members(one_answer("مرحبا بالعالم", "gewoon"))["word/document.xml"].decode()
    assert text.count("<w:bidi/>") == 1
    assert text.count("<w:rtl/>") == 1


def test_a_missing_library_is_an_expected_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(FormatMissing):
        render_docx(full_packet())
