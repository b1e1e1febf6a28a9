# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""No packet is written that cannot be read; what does not fit is said in one sentence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from logbook.core.anchor_text import Look, Styled
from logbook.core.packet import (
    LINES_MOST,
    PICTURES_MOST,
    QUOTE_LIMIT,
    TEXT_LIMIT,
    Packet,
    PartKind,
    Picture,
    SharedAnswer,
    SharedEntry,
    SharedLine,
    SharedQuestion,
    SharedSection,
)
from logbook.core.share_errors import PacketUnfit, ShareError, UnfitPart
from logbook.core.sharing import ShareFormat
from logbook.formats.packet_file import open_sealed, read_packet_file, write_packet_file
from logbook.formats.sealed import new_key
from logbook.formats.share_formats import share_bytes
from logbook.texts import error_sentence
from tests.packet_builders import one_answer, packet_of, public

_NAME = "pakket.html"


def _answer(*lines: SharedLine, number: int = 11, question: str = "Wat zag je?") -> SharedAnswer:
    return SharedAnswer(public(number), question, lines)


def _lines(count: int) -> Packet:
    return packet_of(_answer(*[SharedLine("a")] * count))


def _pictures(count: int) -> Packet:
    pictures = tuple(Picture(f"p{n + 1}", "image/png", b"x") for n in range(count))
    return replace(one_answer("a"), pictures=pictures)


def _answers(count: int) -> Packet:
    return packet_of(*(_answer(SharedLine("a"), number=1_000 + n) for n in range(count)))


def _sections(count: int) -> Packet:
    packet = one_answer("a")
    return replace(
        packet,
        entries=(replace(packet.entries[0], sections=(SharedSection("", ()),) * count),),
    )


@pytest.mark.parametrize(
    "packet",
    [
        _lines(LINES_MOST),
        one_answer("a" * TEXT_LIMIT),
        _pictures(PICTURES_MOST),
        _answers(2_000),
        _sections(500),
    ],
)
def test_the_most_that_fits_is_read_again(packet: Packet) -> None:
    assert read_packet_file(write_packet_file(packet, None), _NAME).packet == replace(
        packet, pictures=tuple(sorted(packet.pictures, key=lambda p: p.name))
    )


@pytest.mark.parametrize(
    ("packet", "part", "words"),
    [
        (_lines(LINES_MOST + 1), UnfitPart.ANSWER, "op “Wat zag je?” in “Een gesprek”"),
        (one_answer("a" * 600_000, "b" * 400_000), UnfitPart.ANSWER, "1.000.000 tekens"),
        (_pictures(PICTURES_MOST + 1), UnfitPart.PICTURES, "2.001 beelden"),
        (_answers(2_001), UnfitPart.ANSWERS, "“Een gesprek” heeft meer antwoorden"),
        (_sections(501), UnfitPart.ANSWERS, "“Een gesprek” heeft meer antwoorden"),
        (
            packet_of(_answer(SharedLine("a"), question="v" * 20_001)),
            UnfitPart.ANSWER,
            "is te lang voor een pakket",
        ),
        (packet_of(_answer(SharedLine("a")), title="t" * 20_001), UnfitPart.ENTRY, "die bijdrage"),
        (replace(one_answer("a"), letter="w" * 20_001), UnfitPart.OTHER, "in meer keren"),
    ],
)
@pytest.mark.parametrize("sealed", [False, True])
def test_what_nobody_could_open_is_not_written(
    packet: Packet, part: UnfitPart, words: str, sealed: bool
) -> None:
    with pytest.raises(PacketUnfit) as caught:
        write_packet_file(packet, new_key("kalme vijver, trein") if sealed else None)
    assert caught.value.part is part
    assert words in error_sentence(caught.value)


def test_a_document_that_could_not_come_home_is_not_written() -> None:
    with pytest.raises(PacketUnfit):
        share_bytes(_pictures(PICTURES_MOST + 1), ShareFormat.DOCX)


# --- whatever is written is read ------------------------------------------------------------------


def _mostly(good: st.SearchStrategy[Any], odd: list[Any]) -> st.SearchStrategy[Any]:
    """What fits, and now and then what may not: a packet of only odd parts is never written."""
    return st.integers(0, 60).flatmap(lambda n: st.sampled_from(odd) if n == 17 else good)


_PLAIN = st.characters(exclude_categories=["Cs", "Cc"])
_WORDS = _mostly(
    st.text(_PLAIN, max_size=30),
    ["\x00a\x85", "a\nb", "x" * 201, "x" * QUOTE_LIMIT, "x" * 20_001, "\ufeffé"],
)
_TEXTS = _mostly(st.text(_PLAIN, max_size=20), ["a\nb", "a\x07b", "🙂" * 3])
_LONG = st.sampled_from(["x" * (TEXT_LIMIT - 30), "x" * TEXT_LIMIT, "x" * (TEXT_LIMIT + 1)])
_STYLES = st.lists(
    st.builds(Styled, st.integers(0, 4), st.integers(0, 9), st.sampled_from(Look)), max_size=2
).map(tuple)
_LINES = st.builds(
    SharedLine,
    _TEXTS,
    st.sampled_from(PartKind),
    _mostly(st.sampled_from(["", "1.", "123456789."]), ["1234567890123"]),
    _STYLES,
    _WORDS,
    st.sampled_from(["", "p1", "p9"]),
)
_FEW = st.lists(_LINES, max_size=3).map(tuple)
_ONE_LONG = st.builds(lambda lines, text: (*lines, SharedLine(text)), _FEW, _LONG)


@st.composite
def _packets(draw: st.DrawFn) -> Packet:
    ids = iter(range(10, 100))
    answers = tuple(
        SharedAnswer(
            public(next(ids)),
            draw(_WORDS),
            draw(st.one_of(*[_FEW] * 9, _ONE_LONG)),
            None,
            draw(st.one_of(*[st.none(), _TEXTS] * 4, _LONG)),
        )
        for _ in range(draw(st.integers(0, 2)))
    )
    entry = SharedEntry(
        public(1),
        draw(_WORDS),
        (SharedSection(draw(_WORDS), answers),) * draw(st.sampled_from([0, 1, 1, 2])),
        draw(_WORDS),
        draw(
            _mostly(st.none() | st.dates(date(1970, 1, 1), date(2100, 1, 1)), [date.min, date.max])
        ),
        draw(_mostly(st.integers(0, 10_000), [10_001])),
    )
    return Packet(
        public(2),
        public(3),
        draw(_mostly(st.integers(1, 1_000), [0, 1_001])),
        draw(st.dates(date(1970, 1, 1), date(2100, 1, 1))),
        (entry,),
        draw(_WORDS),
        draw(_WORDS),
        draw(_WORDS),
        (SharedQuestion(public(4), draw(_WORDS)),),
        (Picture("p1", draw(_mostly(st.just("image/png"), ["image/gif"])), b"x"),),
    )


_KEY = new_key("kalme vijver, trein")


@settings(max_examples=80, deadline=None)
@given(_packets(), st.booleans())
def test_whatever_is_written_is_read(packet: Packet, sealed: bool) -> None:
    try:
        data = write_packet_file(packet, _KEY if sealed else None)
    except ShareError:
        return  # said before a file was made
    opened = read_packet_file(data, _NAME)
    if opened.sealed is not None:
        assert open_sealed(opened.sealed, "kalme vijver, trein", _NAME)[0].id == packet.id
    else:
        assert opened.packet is not None
