# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""From places on screen to places in answers and back, whatever signs stand there."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSize, QSizeF
from PySide6.QtGui import QColor, QFont, QPixmap
from PySide6.QtWidgets import QApplication

from logbook.core.anchor_text import Look, Styled
from logbook.core.packet import (
    Packet,
    PartKind,
    Picture,
    SharedAnswer,
    SharedEntry,
    SharedLine,
    SharedSection,
)
from logbook.ui.desk.packet_document import PacketDocument, Passage, Style
from logbook.ui.desk.pictures import packet_pixmap
from tests.packet_builders import SVG, make_packet, next_round, public


def _font(_px: float, _weight: int) -> QFont:
    return QFont()


STYLE = Style(
    _font, _font, lambda n: round(n), QColor("black"), QColor("gray"), QColor("white"), 1.5
)


def document(packet: Packet, **parts: object) -> PacketDocument:
    def draw(_picture: Picture, room: QSize) -> QPixmap:
        return QPixmap(room)

    return PacketDocument(packet, STYLE, draw, **parts)  # type: ignore[arg-type]


def packet_of(*answers: tuple[str, ...]) -> Packet:
    made = tuple(
        SharedAnswer(public(30 + n), f"Vraag {n}", tuple(SharedLine(text) for text in lines))
        for n, lines in enumerate(answers)
    )
    entry = SharedEntry(public(20), "Titel", (SharedSection("", made),))
    return Packet(public(1), public(2), 1, date(2026, 3, 1), (entry,))


def test_words_with_signs_beside_the_first_plane_keep_their_place(qapp: QApplication) -> None:
    text = "Eerst 🙂🙂 dan wachten"
    made = document(packet_of((text,)))
    at = made.toPlainText().index("wachten")
    # Qt counts each of the two signs twice; Python's text of the document does not.
    at += 2
    found = made.passage(at, at + len("wachten"))
    assert found == Passage(public(30), 13, 20)
    assert found is not None
    assert text[found.start : found.end] == "wachten"
    assert made.spans(found) == [(at, at + 7)]


def test_a_passage_may_run_over_lines_but_not_over_answers(qapp: QApplication) -> None:
    made = document(packet_of(("een twee", "drie vier"), ("vijf zes",)))
    plain = made.toPlainText()
    start, end = plain.index("twee"), plain.index("zes")
    found = made.passage(start, end)
    assert found == Passage(public(30), 4, 18)
    assert found is not None
    assert [plain[a:b] for a, b in made.spans(found)] == ["twee", "drie vier"]


def test_blanks_around_are_left_out_and_questions_are_no_passage(qapp: QApplication) -> None:
    made = document(packet_of(("  even stil  ",)))
    plain = made.toPlainText()
    at = plain.index("even")
    assert made.passage(at - 2, at + 11) == Passage(public(30), 2, 11)
    question = plain.index("Vraag 0")
    assert made.passage(question, question + 7) is None
    assert made.passage(at - 2, at) is None


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\ufdd0", "\ufffc"])
def test_signs_that_qt_reads_otherwise_move_nothing(qapp: QApplication, sign: str) -> None:
    made = document(packet_of((f"voor{sign}na", "tweede")))
    at = made.toPlainText().index("tweede")
    assert made.passage(at, at + 6) == Passage(public(30), 8, 14)


@given(
    st.lists(st.text(st.characters(exclude_characters="\n\r", codec="utf-8")), min_size=1),
    st.data(),
)
def test_every_passage_comes_back(lines: list[str], data: st.DataObject) -> None:
    made = document(packet_of(tuple(lines)))
    text = "\n".join(lines)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    wanted = text[start:end].strip()
    spans = made.spans(Passage(public(30), start, end))
    found = made.passage(spans[0][0], spans[-1][1]) if spans else None
    assert (text[found.start : found.end] if found else "") == wanted


def test_texts_are_never_read_as_markup(qapp: QApplication) -> None:
    hostile = "<img src='file:///etc/passwd'><b>vet</b> &amp; <script>alert(1)</script>"
    made = document(packet_of((hostile,)), top=[(hostile, True)])
    assert made.toPlainText().count(hostile) == 2


def test_what_changed_is_shown_when_asked(qapp: QApplication) -> None:
    packet = next_round(make_packet(), 2, ())
    assert "Veranderd sinds" not in document(packet).toPlainText()
    assert "Veranderd sinds" in document(packet, changes=True).toPlainText()


def test_cards_items_and_words_that_stand_out_keep_their_places(qapp: QApplication) -> None:
    lines = (
        SharedLine("Een brug", PartKind.CARD, "1.", (), "Een brug over water", "p1"),
        SharedLine("een punt", PartKind.ITEM, "", (Styled(4, 8, Look.STRONG),)),
    )
    answer = SharedAnswer(public(30), "", lines)
    entry = SharedEntry(public(20), "Titel", (SharedSection("", (answer,)),))
    packet = Packet(
        public(1), public(2), 1, date(2026, 3, 1), (entry,),
        pictures=(Picture("p1", "image/svg+xml", SVG),),
    )  # fmt: skip
    made = document(packet)
    plain = made.toPlainText()
    at = plain.index("punt")
    assert made.passage(at, at + 4) == Passage(public(30), 13, 17)
    at = plain.index("Een brug over")
    assert made.passage(at, at + 8) is None


@pytest.mark.parametrize(
    ("mime", "data"),
    [("image/svg+xml", b"<svg"), ("image/png", b"\x89PNG\r\n\x1a\n"), ("image/jpeg", b"")],
)
def test_a_picture_that_cannot_be_shown_is_left_out(
    qapp: QApplication, mime: str, data: bytes
) -> None:
    assert packet_pixmap(Picture("p1", mime, data), QSize(100, 80), 1.0).isNull()


def test_a_drawing_is_shown_whole(qapp: QApplication) -> None:
    shown = packet_pixmap(Picture("p1", "image/svg+xml", SVG), QSize(100, 100), 2.0)
    assert (shown.width(), shown.height(), shown.devicePixelRatio()) == (200, 150, 2.0)


def test_on_paper_nothing_falls_apart_that_belongs_together(qapp: QApplication) -> None:
    picture = Picture("p1", "image/svg+xml", SVG)
    answers = tuple(
        SharedAnswer(
            public(300 + n),
            f"Vraag {n}",
            (
                SharedLine("Een brug", PartKind.CARD, "1.", (), "Een brug over water", "p1"),
                SharedLine("Daar moest ik overheen. " * (3 + 5 * (n % 4))),
            ),
        )
        for n in range(40)
    )
    entries = tuple(
        SharedEntry(
            public(200 + n), f"Stuk {n}", (SharedSection("Kijken", answers[n * 4 : n * 4 + 4]),),
            "Eigen werk", date(2026, 3, 1),
        )
        for n in range(10)
    )  # fmt: skip
    packet = Packet(
        public(1), public(2), 1, date(2026, 3, 1), entries, "Student A", pictures=(picture,)
    )
    made = document(packet)
    page = 700.0
    made.setPageSize(QSizeF(500, page))
    layout = made.documentLayout()
    places = {}
    block = made.begin()
    while block.isValid():
        rect = layout.blockBoundingRect(block)
        assert rect.height() > 0, "all of it is laid out"
        places[block.blockNumber()] = (int(rect.top() // page), int((rect.bottom() - 1) // page))
        block = block.next()
    assert made.pageCount() > 5
    for number, (first, last) in places.items():
        found = made.findBlockByNumber(number)
        words, after = found.text(), places.get(number + 1, (last, last))
        if words.startswith(("Vraag", "Stuk", "Kijken", "Student A")) or "\ufffc" in words:
            assert first == last == after[0], f"“{words}” stands alone at the foot of a page"
        if words in ("Een brug over water", "Eigen werk"):
            assert places[number - 1][1] == first
