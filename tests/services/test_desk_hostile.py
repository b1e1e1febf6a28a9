# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Packets that were made to do harm: one clear sentence each, and nothing of them is kept."""

from __future__ import annotations

import base64
import json
import re
import struct
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from logbook.core.errors import LogbookError
from logbook.core.packet import PACKET_LIMIT, Picture
from logbook.core.share_errors import (
    FileNotOurs,
    FileTampered,
    FileTooBig,
    FileTooNew,
    PassphraseWrong,
)
from logbook.formats.sealed import new_key
from logbook.services.desk import Desk
from logbook.texts import error_sentence
from tests.builders import Clock, make_library
from tests.packet_builders import make_packet, packet_bytes, public, remark, reply

PASSPHRASE = "zes woorden die niemand raadt"
_BLOCK = re.compile(rb'(<script type="application/json" id="logboek-deelpakket">)(.*?)(</script>)')


def _changed(change: Callable[[Any], object], data: bytes | None = None) -> bytes:
    """A packet file whose JSON was changed."""
    made = data or packet_bytes(make_packet())
    found = _BLOCK.search(made)
    assert found is not None
    value = json.loads(found[2])
    change(value)
    block = json.dumps(value).replace("<", "\\u003c").encode()
    return made[: found.start(2)] + block + made[found.end(2) :]


def _raw(block: bytes) -> bytes:
    made = packet_bytes(make_packet())
    found = _BLOCK.search(made)
    assert found is not None
    return made[: found.start(2)] + block + made[found.end(2) :]


def _png_bomb() -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    head = struct.pack(">IIBBBBB", 100, 100, 8, 6, 0, 0, 0)
    pixels = zlib.compress(b"\0" * 200_000_000, 9)
    start = b"\x89PNG\r\n\x1a\n"
    return start + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def _wide_png() -> bytes:
    bomb = bytearray(_png_bomb())
    bomb[16:24] = struct.pack(">II", 60_000, 60_000)
    bomb[29:33] = struct.pack(">I", zlib.crc32(bytes(bomb[12:29])))
    return bytes(bomb)


def _pictured(mime: str, data: bytes) -> bytes:
    return packet_bytes(replace(make_packet(), pictures=(Picture("p1", mime, data),)))


def _svg(inside: str) -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{inside}</svg>'.encode()


def _set(*path: Any) -> Callable[[Any], None]:
    *way, last, value = path

    def change(data: Any) -> None:
        for step in way:
            data = data[step]
        data[last] = value

    return change


_LINE = ("entries", 0, "sections", 0, "answers", 0, "lines", 0)
_DEEP = b'{"format":"logboek-deelpakket","version":1,"x":' + b"[" * 50_000 + b"]" * 50_000 + b"}"

HOSTILE: dict[str, tuple[Callable[[], bytes], type[LogbookError]]] = {
    "empty": (lambda: b"", FileNotOurs),
    "another page": (lambda: b"<html><script>alert(1)</script></html>", FileNotOurs),
    "zeros": (lambda: b"\0" * 1_000_000, FileNotOurs),
    "cut off": (lambda: packet_bytes(make_packet())[:-200], FileTampered),
    "cut in the block": (lambda: packet_bytes(make_packet())[:60_000], FileTampered),
    "too large": (lambda: b" " * (PACKET_LIMIT + 1), FileTooBig),
    "two blocks": (lambda: packet_bytes(make_packet()) * 2, FileTampered),
    "deep": (lambda: _raw(_DEEP), FileTampered),
    "no JSON": (lambda: _raw(b"{'a': 1}"), FileTampered),
    "a key twice": (lambda: _raw(b'{"format":"x","format":"y"}'), FileTampered),
    "huge number": (lambda: _raw(b'{"version":' + b"9" * 100_000 + b"}"), FileTampered),
    "another format": (lambda: _raw(b'{"format":"iets","version":1}'), FileNotOurs),
    "newer": (lambda: _changed(_set("version", 2)), FileTooNew),
    "words changed": (lambda: _changed(_set(*_LINE, "text", "Ik was het.")), FileTampered),
    "unknown part": (lambda: _changed(_set("extra", 1)), FileTampered),
    "an id that is none": (lambda: _changed(_set("id", "../../etc")), FileTampered),
    "pair that is none": (lambda: _changed(_set("pair", "x' or 1=1 --")), FileTampered),
    "lone surrogate": (lambda: _changed(_set("sender", "\ud800")), FileTampered),
    "name with lines": (lambda: _changed(_set("sender", "a\nb")), FileTampered),
    "round zero": (lambda: _changed(_set("round", 0)), FileTampered),
    "round of words": (lambda: _changed(_set("round", "1")), FileTampered),
    "script in a drawing": (
        lambda: _pictured("image/svg+xml", _svg("<script>alert(1)</script>")),
        FileTampered,
    ),
    "drawing that leads out": (
        lambda: _pictured("image/svg+xml", _svg('<image href="file:///etc/passwd"/>')),
        FileTampered,
    ),
    "entities in a drawing": (
        lambda: _pictured("image/svg+xml", b'<!DOCTYPE a [<!ENTITY b "c">]><svg>&b;</svg>'),
        FileTampered,
    ),
    "drawing in another name": (lambda: _pictured("image/png", _svg("")), FileTampered),
    "picture bomb": (lambda: _pictured("image/png", _png_bomb()), FileTampered),
    "picture of 3,600 megapixels": (lambda: _pictured("image/png", _wide_png()), FileTampered),
    "no picture": (lambda: _pictured("image/jpeg", b"gewoon tekst"), FileTampered),
}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "map" / "bureau.db", make_library, Clock(), dict)


@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_refused_with_one_sentence_and_nothing_is_kept(
    desk: Desk, tmp_path: Path, name: str
) -> None:
    make, error = HOSTILE[name]
    with pytest.raises(error) as caught:
        desk.look(make(), "pakket.html")
    sentence = error_sentence(caught.value)
    assert "pakket.html" in sentence
    assert "Er is niets" in sentence or "wordt niet gelezen" in sentence
    assert not (tmp_path / "map").exists()


def test_a_sealed_packet_that_was_changed_does_not_open(desk: Desk) -> None:
    sealed = packet_bytes(make_packet(), new_key(PASSPHRASE))

    def flip(value: Any) -> None:
        data = bytearray(base64.b64decode(value["data"]))
        data[40] ^= 1
        value["data"] = base64.b64encode(bytes(data)).decode()

    with pytest.raises(PassphraseWrong):
        desk.look(_changed(flip, sealed), "a.html", PASSPHRASE)
    with pytest.raises(FileTampered):
        desk.look(_changed(_set("kdf", "iterations", 1), sealed), "a.html", PASSPHRASE)
    with pytest.raises(FileTampered):
        desk.look(_changed(_set("kdf", "iterations", 10**12), sealed), "a.html", PASSPHRASE)


def test_scripts_in_every_text_stay_words(desk: Desk) -> None:
    bad = '"><script>alert(1)</script><img src=x onerror=alert(2)>'
    packet = make_packet()
    entry = packet.entries[0]
    section = entry.sections[0]
    answer = section.answers[0]
    lines = (replace(answer.lines[0], text=bad, mark="<b>"),)
    answer = replace(answer, question=bad, lines=lines, before=bad)
    entry = replace(
        entry, title=bad, source=bad,
        sections=(replace(section, title=bad, answers=(answer, *section.answers[1:])),),
    )  # fmt: skip
    thread = (remark(60, bad), reply(61, 60, bad))
    packet = replace(
        packet, entries=(entry,), sender=bad, reader=bad, letter=bad, round=2, remarks=thread,
        questions=(replace(packet.questions[0], text=bad),),
    )  # fmt: skip
    student = desk.new_student(bad, bad)
    desk.add(desk.look(packet_bytes(packet), "a.html"), student)
    page = desk.bundle([public(1)])
    assert "<script" not in page
    assert "<img src=x" not in page
    assert desk.packet(public(1)).packet == packet
    desk.close()


def test_a_thread_that_goes_round_ends(desk: Desk) -> None:
    first = replace(remark(60, "Eerst"), reply_to=public(61))
    packet = replace(
        make_packet(), round=2, remarks=(first, reply(61, 60, "Dan"), remark(62, "Los"))
    )
    student = desk.new_student("Student A")
    desk.add(desk.look(packet_bytes(packet), "a.html"), student)
    assert len(desk.view(student.id).questions) == 1
    desk.close()


def test_a_replayed_packet_under_another_pair_stays_what_it_was(desk: Desk) -> None:
    desk.add(desk.look(packet_bytes(make_packet()), "a.html"), desk.new_student("Student A"))
    again = desk.look(packet_bytes(make_packet(pair=200)), "a.html")
    assert again.known
    assert not desk.add(again).desk
    assert [s.name for s in desk.students()] == ["Student A"]
    desk.close()
