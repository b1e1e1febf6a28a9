# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Packets and answer files go to JSON and back; what is not as described is refused."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from logbook.core.packet import AnswerFile, Packet
from logbook.formats.json_fields import Refused
from logbook.formats.packet_json import (
    answer_file_json,
    packet_json,
    read_answer_file,
    read_packet,
)
from tests.packet_builders import public, second_round

_PACKET = second_round()
_REMARK = _PACKET.remarks[0]
_ANSWER_FILE = AnswerFile(
    public(8), _PACKET.id, _PACKET.pair, 2, date(2026, 11, 23), "S.", (_REMARK,), "Mooi.",
    ((_PACKET.questions[0].id, "Ja."),),
)  # fmt: skip


def _changed(text: str, *path: Any, to: Any) -> Any:
    data = json.loads(text)
    holder = data
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = to
    return data


def test_a_packet_comes_back_as_it_was() -> None:
    assert read_packet(json.loads(packet_json(_PACKET))) == _PACKET


def test_an_answer_file_comes_back_as_it_was() -> None:
    assert read_answer_file(json.loads(answer_file_json(_ANSWER_FILE))) == _ANSWER_FILE


def test_a_small_packet_says_no_more_than_it_holds() -> None:
    small = Packet(public(1), public(2), 1, date(2026, 11, 22), ())
    assert set(json.loads(packet_json(small))) == {
        "format", "version", "id", "pair", "round", "made_on", "entries"
    }  # fmt: skip


@pytest.mark.parametrize(
    ("path", "to", "reason"),
    [
        (("format",), "iets", "format"),
        (("version",), 2, "version"),
        (("id",), "../../etc", "shape"),
        (("round",), 0, "shape"),
        (("round",), True, "shape"),
        (("made_on",), "gisteren", "shape"),
        (("sender",), "x" * 201, "shape"),
        (("sender",), "a\nb", "shape"),
        (("onbekend",), 1, "shape"),
        (("entries",), {}, "shape"),
        (("entries", 0, "id"), public(1)[:-1], "shape"),
        (("questions", 0, "id"), _PACKET.answers()[0].id, "shape"),
        (("pictures", "p1", "mime"), "text/html", "shape"),
        (("pictures", "p1", "data"), "AAAAA", "picture"),
        (("pictures",), {}, "reference"),
        (("remarks", 0, "target", "source"), public(99), "reference"),
        (("remarks", 1, "reply_to"), public(99), "reference"),
        (("remarks", 0, "target", "selector", 1, "end"), 3, "shape"),
    ],
)
def test_what_is_not_as_described_is_refused(path: tuple[Any, ...], to: Any, reason: str) -> None:
    with pytest.raises(Refused) as caught:
        read_packet(_changed(packet_json(_PACKET), *path, to=to))
    assert caught.value.reason == reason


_LINE = ("entries", 0, "sections", 0, "answers", 0, "lines", 1)


@pytest.mark.parametrize(
    ("part", "to", "reason"),
    [
        ("text", "Ik wachtte kort.", "hash"),
        ("text", "a\nb", "shape"),
        ("text", "Ik wachtte\x00lang.", "shape"),
        ("kind", "script", "shape"),
        ("styles", [{"start": 0, "end": 99, "look": "strong"}], "shape"),
        ("styles", [{"start": 0, "end": 3, "look": "onclick"}], "shape"),
    ],
)
def test_a_line_that_was_changed_is_refused(part: str, to: Any, reason: str) -> None:
    with pytest.raises(Refused) as caught:
        read_packet(_changed(packet_json(_PACKET), *_LINE, part, to=to))
    assert caught.value.reason == reason


@pytest.mark.parametrize("data", [None, [], "x", 5, {}, {"format": None}])
def test_other_json_is_refused(data: Any) -> None:
    with pytest.raises(Refused):
        read_packet(data)
    with pytest.raises(Refused):
        read_answer_file(data)


def test_a_hundred_thousand_remarks_are_refused() -> None:
    data = json.loads(answer_file_json(_ANSWER_FILE))
    data["remarks"] = data["remarks"] * 100_000
    with pytest.raises(Refused):
        read_answer_file(data)


def test_control_characters_in_a_remark_are_dropped() -> None:
    told = replace(_ANSWER_FILE, remarks=(replace(_REMARK, text="a\x07b"),))
    read = read_answer_file(json.loads(answer_file_json(told)))
    assert read.remarks[0].text == "ab"


def test_a_lone_surrogate_is_refused() -> None:
    with pytest.raises(Refused):
        read_answer_file(_changed(answer_file_json(_ANSWER_FILE), "general", to="\ud800"))
