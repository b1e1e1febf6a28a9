# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A reaction as text comes through mail: wrapped again, quoted, with other blanks."""

from __future__ import annotations

import textwrap
import tracemalloc
from dataclasses import replace
from datetime import date
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.core.anchoring import Quote, quote_of
from logbook.core.packet import AnswerFile, Remark, RemarkKind
from logbook.core.share_errors import FileNotOurs, FileTampered, FileTooBig, FileTooNew, ShareError
from logbook.core.text import clean_text
from logbook.formats.pasted import TEXT_LIMIT, parse_block, render_block
from tests.browser.samples import HOSTILE, student_packet
from tests.packet_builders import public

_PACKET = student_packet(2)
_TEXT = _PACKET.answers()[0].text
_DAY = date(2026, 11, 22)


def _answer(*texts: str) -> AnswerFile:
    """A reaction with these words in every place that takes words."""
    words = texts or ("Mooi.",)
    remarks = [
        Remark(public(60 + n), kind, words[n % len(words)], public(11), _bare(n, n + 40), day=_DAY)
        for n, kind in enumerate(RemarkKind)
    ]
    remarks.append(Remark(public(70), RemarkKind.TIP, words[0], public(12)))
    remarks.append(Remark(public(71), RemarkKind.MIRROR, words[0], public(11), None, public(41)))
    remarks.append(Remark(public(72), RemarkKind.THEORY, words[0]))
    return AnswerFile(
        public(80), _PACKET.id, _PACKET.pair, 2, _DAY, "S. de Vries", tuple(remarks), words[0],
        ((public(31), words[0]), (public(32), words[-1])),
    )  # fmt: skip


def _bare(start: int, end: int) -> Quote:
    return replace(quote_of(_TEXT, start, end), prefix="", suffix="")


def _quoted(text: str) -> str:
    return "".join(f"> {line}\n" for line in text.split("\n"))


def _wrapped(text: str) -> str:
    lines: list[str] = []
    for line in text.split("\n"):
        lines += textwrap.wrap(line, 60, break_long_words=False, break_on_hyphens=False) or [""]
    return "\n".join(lines)


_MAILS = {
    "as it was": lambda text: text,
    "quoted": _quoted,
    "quoted twice": lambda text: _quoted(_quoted(text)),
    "wrapped": _wrapped,
    "wrapped and quoted": lambda text: _quoted(_wrapped(text)),
    "wrapped, quoted, wrapped": lambda text: _wrapped(_quoted(_wrapped(text))),
    "other blanks": lambda text: text.replace(" ", "\u00a0"),
    "every second blank": lambda text: text.replace("  ", " \u00a0").replace(" z", "\u00a0z"),
    "one line": lambda text: text.replace("\n", " "),
    "twice the lines": lambda text: text.replace("\n", "\r\n\r\n"),
    "a mail around it": lambda text: f"Dag [naam],\n\\ hierbij.\n\n{text}\n-- \n[S.] \\[x\\]",
}


@pytest.mark.parametrize("mail", _MAILS)
def test_it_survives_mail(mail: str) -> None:
    answer = _answer("Mooi > [zo].\n\n  Echt.\n> ja ", "Een\ttab, ¶, \\s en\u00a0vast.", *HOSTILE)
    assert parse_block(_MAILS[mail](render_block(answer, _PACKET))) == answer


#: A line end of old machines: Python counts it as a blank, so a text of it alone is no answer.
_LETTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\x85")


@given(st.lists(st.text(_LETTERS, max_size=60), min_size=1, max_size=4))
def test_any_words_survive_mail(words: list[str]) -> None:
    answer = _answer(*(clean_text(each).text for each in words))
    block = render_block(answer, _PACKET)
    for mail in _MAILS.values():
        assert parse_block(mail(block)) == answer


def test_a_small_reaction_is_short_and_readable() -> None:
    answer = AnswerFile(public(80), public(1), public(2), 1, _DAY, "", (), "Dank je.")
    block = render_block(answer, _PACKET)
    assert "[algemeen]\nDank je.\n\n[einde 1]" in block
    assert parse_block(block) == answer


_BLOCK = render_block(_answer(), _PACKET)


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", FileNotOurs),
        ("Dag, ik vond het mooi.", FileNotOurs),
        (_BLOCK.replace("logboek-reactie 1", "logboek-reactie 2"), FileTooNew),
        (_BLOCK[: len(_BLOCK) // 2], FileTampered),
        (_BLOCK.replace("[einde", "einde"), FileTampered),
        (_BLOCK.replace("[algemeen]", ""), FileTampered),
        (_BLOCK.replace("[opmerking]", "", 1), FileTampered),
        (_BLOCK.replace("[spiegel bij", "[spoegel bij"), FileTampered),
        (_BLOCK.replace("plek 0-40", "plek 40-0"), FileTampered),
        (_BLOCK.replace("plek 0-40", "plek 0-9999999"), FileTampered),
        (_BLOCK.replace(f"nummer {public(61)}", f"nummer {public(60)}"), FileTampered),
        (_BLOCK.replace("ronde 2", "ronde 0"), FileTampered),
        (_BLOCK.replace("dag 2026-11-22", "dag 2026-13-22"), FileTampered),
        (_BLOCK.replace("Mooi.", "x" * 20_001), FileTampered),
        ("[logboek-reactie ]", FileTampered),
        ("[logboek-reactie 1 " * 100_000, FileTampered),
        ("x" * (TEXT_LIMIT + 1), FileTooBig),
        ("[logboek-reactie 1 \\" + "[" * 4_000_000, FileTampered),
        ("> " * 2_000_000, FileNotOurs),
    ],
)
def test_what_is_no_whole_reaction_is_refused(text: str, error: type[ShareError]) -> None:
    with pytest.raises(error):
        parse_block(text)


def test_the_first_of_two_blocks_counts() -> None:
    older = render_block(replace(_answer(), id=public(81)), _PACKET)
    assert parse_block(f"{_BLOCK}\n\n{_quoted(older)}").id == public(80)


_HEAD = (
    f"[logboek-reactie 1 pakket {public(1)} paar {public(2)} ronde 1 dag 2026-01-01"
    f" nummer {public(3)}]"
)
_MUCH = 2_000_000


@pytest.mark.parametrize(
    "text",
    [
        _HEAD + "\\" * _MUCH,
        _HEAD + "[opmerking]" * (_MUCH // 11),
        _HEAD + "[einde 0x]" * (_MUCH // 10),
        _HEAD + "\\]" * (_MUCH // 2) + "[einde 0]",
    ],
)
def test_a_block_of_nothing_but_signs_is_refused_soon(text: str) -> None:
    began = process_time()
    with pytest.raises(FileTampered):
        parse_block(text)
    assert process_time() - began < 1


def test_quotes_of_quotes_take_no_memory() -> None:
    tracemalloc.start()
    with pytest.raises(FileNotOurs):
        parse_block("> " * _MUCH)
    assert tracemalloc.get_traced_memory()[1] < 50_000_000
    tracemalloc.stop()
