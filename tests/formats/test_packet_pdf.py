# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
import getpass
import io
import re
import shutil
import socket
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from time import monotonic

import pikepdf
import pytest

from logbook.core.packet import Packet, PartKind, SharedAnswer, SharedLine
from logbook.core.share_errors import FormatMissing
from logbook.formats.packet_parts import changes
from logbook.formats.packet_pdf import render_pdf
from logbook.formats.pdf_signs import NO_LETTER, fitting, signs_without_letter
from tests.packet_builders import (
    HOSTILE,
    full_packet,
    one_answer,
    packet_of,
    prose,
    public,
    second_round,
)


def opened(packet: Packet) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(render_pdf(packet)))


def text_of(packet: Packet) -> str:
    """The text a reader can select: of poppler where it is, else that of the tags' order."""
    data = render_pdf(packet)
    program = shutil.which("pdftotext")
    if program:
        made = subprocess.run([program, "-", "-"], input=data, capture_output=True, check=True)
        return made.stdout.decode().replace("\u200b", "")
    return "".join(_decoded(pikepdf.open(io.BytesIO(data))))


def _decoded(pdf: pikepdf.Pdf) -> list[str]:
    """The words of each page, by the tables that lead from glyphs back to signs."""
    words: list[str] = []
    for page in pdf.pages:
        tables = {str(n): _table(font) for n, font in page.resources.get("/Font", {}).items()}
        table: dict[int, str] = {}
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) == "Tf":
                table = tables[str(operands[0])]
            elif str(operator) in ("Tj", "TJ"):
                shown = operands[0] if str(operator) == "TJ" else [operands[0]]
                for each in shown:
                    if isinstance(each, pikepdf.String):
                        raw = bytes(each)
                        codes = [int.from_bytes(raw[n : n + 2]) for n in range(0, len(raw), 2)]
                        words += [table.get(code, "") for code in codes]
    return words


def _table(font: pikepdf.Object) -> dict[int, str]:
    lines = font["/ToUnicode"].read_bytes().decode("latin-1").split("\n")
    pairs = [line.split() for line in lines if line.startswith("<") and line.count("<") == 2]
    return {
        int(code.strip("<>"), 16): bytes.fromhex(text.strip("<>")).decode("utf-16-be")
        for code, text in pairs
    }


def test_document_has_title_language_and_tags() -> None:
    with opened(full_packet()) as pdf:
        root = pdf.Root
        assert str(root.Lang).startswith("nl")
        assert root.MarkInfo.Marked
        assert root.ViewerPreferences.DisplayDocTitle
        with pdf.open_metadata() as facts:
            assert facts["dc:title"] == "Van Student A"
            assert facts["pdfuaid:part"] == "1"
        assert "/StructTreeRoot" in root
        assert "/Outlines" in root


def test_pages_are_a4() -> None:
    with opened(full_packet()) as pdf:
        assert [round(float(side)) for side in pdf.pages[0].MediaBox[2:]] == [595, 842]


def test_words_can_be_selected() -> None:
    text = text_of(full_packet())
    for words in ("Vier kaarten", "Ze vroeg door, en dat hielp.", "Ma · bellen", "Klopt dit?"):
        assert words in text


@pytest.mark.parametrize("part", HOSTILE.split())
def test_no_word_of_the_user_is_read_as_markup(part: str) -> None:
    part = part.replace("\x7f", "")
    packet = one_answer(HOSTILE)
    assert part in text_of(packet).replace("\n", " ")


def test_pictures_have_an_alternative_text() -> None:
    with opened(full_packet()) as pdf:
        alts = [
            str(each.Alt)
            for each in pdf.objects
            if isinstance(each, pikepdf.Dictionary) and "/Alt" in each
        ]
    assert "Een brug over stil water" in alts


def test_a_second_round_shows_what_changed_and_what_was_said() -> None:
    text = text_of(second_round())
    for words in (
        "ronde 2",
        "Veranderd sinds de vorige ronde",
        "tip · Fenna · verwerkt",
        "bij “vroeg door”",
        "Wat deed ze precies?",
        "Ze herhaalde mijn woord.",
        "nieuw in deze ronde",
        "Je bent milder dan in het begin.",
    ):
        assert words in text


def test_what_changed_keeps_the_words_beside_it_and_cuts_the_rest() -> None:
    before = " ".join(["zelfde"] * 100) + " oud " + " ".join(["daarna"] * 100)
    now = before.replace(" oud ", " nieuw ")
    answer = SharedAnswer(public(1), "", (SharedLine(now),), before=before)
    texts = [piece.text for piece in changes(answer)]
    assert texts[0].startswith("… ")
    assert texts[0].endswith("zelfde ")
    assert texts[1:3] == ["oud", "nieuw"]
    assert texts[3].startswith(" daarna")
    assert texts[3].endswith(" …")


@pytest.mark.parametrize("sign", ["\U0001f642", "ก", "\U0001f469\u200d\U0001f469\u200d\U0001f467"])
def test_a_sign_without_a_letter_is_shown_or_marked(sign: str) -> None:
    text = text_of(one_answer(f"voor {sign} na"))
    assert "voor" in text
    assert "na" in text
    shown = all(part in text for part in sign if part != "\u200d")
    assert shown or (NO_LETTER in text and "Voor sommige tekens" in text)


def test_other_scripts_of_our_fonts_need_no_mark() -> None:
    text = text_of(one_answer("Ελλάδα", "Киев", "→ ✓ ĳ ё", "Çağrı Şahin", "שלום"))
    assert "Voor sommige tekens" not in text
    assert "Киев" in text


def test_signs_are_asked_about_in_halves() -> None:
    asked: list[str] = []

    def shows(text: str) -> bool:
        asked.append(text)
        return not set(text) & set("bx")

    assert signs_without_letter(list("abcdefghijklmnopqrstuvwxyz"), shows) == {"b", "x"}
    assert len(asked) < 26


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\u2028",
        "\u202ex",
        "\u00ad" * 200,
        "e\u0301" * 200,
        "\x00\x01\x1b",
        "\ufffe",
        "\t\t",
    ],
)
def test_odd_text_makes_a_document(text: str) -> None:
    packet = packet_of(SharedAnswer(public(1), text, (SharedLine(text),)), title=text)
    assert render_pdf(replace(packet, sender=text.strip(), letter=text)).startswith(b"%PDF")


def test_a_very_long_word_may_break() -> None:
    assert max(map(len, fitting("a" * 500).split("\u200b"))) == 12
    assert fitting("kort woord") == "kort woord"
    assert "👩\u200d👧" in fitting("👩\u200d👧" * 40).replace("\u200b", "")


@pytest.mark.slow
def test_a_million_characters_take_bounded_time() -> None:
    words = "Ik merkte dat de begeleiding moeizaam begon. " * 22_223
    begin = monotonic()
    assert len(render_pdf(one_answer(words[:1_000_000]))) < 5_000_000
    assert monotonic() - begin < 60


@pytest.mark.slow
def test_ten_thousand_lines_make_a_document() -> None:
    lines = tuple(SharedLine("regel", PartKind.ITEM) for _ in range(10_000))
    assert render_pdf(packet_of(SharedAnswer(public(1), "", lines))).startswith(b"%PDF")


def test_the_same_packet_gives_the_same_bytes() -> None:
    assert render_pdf(full_packet()) == render_pdf(full_packet())


def test_pieces_know_all_that_stands_out() -> None:
    (line,) = prose("een **vet *schuin* vet** eind")
    assert [(p.text, sorted(p.looks)) for p in line.pieces] == [
        ("een ", []),
        ("vet ", ["strong"]),
        ("schuin", ["emphasis", "strong"]),
        (" vet", ["strong"]),
        (" eind", []),
    ]


def test_a_missing_library_is_an_expected_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(FormatMissing) as caught:
        render_pdf(full_packet())
    assert caught.value.part == "typst"


def test_nothing_of_the_computer_the_person_or_the_clock_is_in_it() -> None:
    with opened(second_round()) as pdf:
        streams = [each.read_bytes() for each in pdf.objects if isinstance(each, pikepdf.Stream)]
        facts = {key: str(value) for key, value in pdf.docinfo.items()}
        about = pdf.Root.Metadata.read_bytes().decode() + str(facts) + text_of(second_round())
    text = b"\n".join(streams).decode("latin-1") + str(facts)
    for marker in (str(Path.home()), str(Path.cwd()), tempfile.gettempdir()):
        assert marker not in text
    for name in (socket.gethostname(), getpass.getuser()):
        assert not re.search(rf"(?<![\w+/]){re.escape(name)}(?![\w+/=])", about)
    assert facts["/CreationDate"].startswith("D:20261122120000")
    assert facts["/Author"] == "Student A"
    moments = set(re.findall(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", text))
    assert moments <= {"2026-11-22T12:00:00"}
