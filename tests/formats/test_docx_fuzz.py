# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Word documents with random damage: read, or refused with one expected error; nothing escapes."""

from __future__ import annotations

import io
import random
import struct
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator

import pytest

from logbook.core.share_errors import FileTampered, ShareError
from logbook.formats.answer_gate import read_answer
from logbook.formats.packet_docx import render_docx
from tests.formats.word_edits import COMMENTS, DOCUMENT, commented
from tests.packet_builders import full_packet

_TIMES = 400
_RELATIONS = ("_rels/.rels", "word/_rels/document.xml.rels")
_SIGNS = (b"<", b">", b"&", b'"', b"\x00", b"\xff", b"]]>", b"<w:p>", b"</w:p>", b"<!DOCTYPE a>")


@pytest.fixture(scope="module")
def good() -> bytes:
    return commented(render_docx(full_packet()), ("vroeg door", "Mooi."))


def tried(data: bytes) -> str:
    """What became of a document; any other error than the expected ones fails the test."""
    try:
        read_answer(data, "pakket.docx")
    except ShareError as error:
        return type(error).__name__
    return "read"


def damaged(good: bytes, chance: random.Random) -> bytes:
    """A few bytes changed, taken out or put in, mostly in the directory of the archive."""
    made = bytearray(good)
    directory = made.find(b"PK\x01\x02")
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(directory if chance.random() < 0.7 else 4, len(made) - 8)
        act = chance.randrange(5)
        if act == 0:
            made[place] = chance.randrange(256)
        elif act == 1:
            made[place] ^= 1 << chance.randrange(8)
        elif act == 2:
            size = chance.choice((4, 8))
            made[place : place + size] = chance.choice((b"\x00", b"\xff", b"\x7f")) * size
        elif act == 3:
            del made[place : place + chance.randint(1, 40)]
        else:
            made[place:place] = chance.randbytes(chance.randint(1, 40))
    return bytes(made)


def rewritten(good: bytes, chance: random.Random) -> bytes:
    """An archive that is whole, with damage in one of its parts."""
    with zipfile.ZipFile(io.BytesIO(good)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice((DOCUMENT, COMMENTS, *_RELATIONS))
    part = bytearray(members[name])
    for _ in range(chance.randint(1, 3)):
        place = chance.randrange(len(part))
        part[place : place + chance.randrange(12)] = chance.choice(_SIGNS)
    members[name] = bytes(part)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return made.getvalue()


@pytest.mark.parametrize("damage", [damaged, rewritten])
def test_nothing_but_expected_errors_escapes(
    good: bytes, damage: Callable[[bytes, random.Random], bytes]
) -> None:
    chance = random.Random(7)
    found = Counter(tried(damage(good, chance)) for _ in range(_TIMES))
    print(dict(found))
    assert found["FileTampered"] > _TIMES // 20


def extra_fields() -> Iterator[bytes]:
    """Places of a member that no file can have, in the form of the large archives."""
    for place in (2**63 - 1, 2**63, 2**64 - 1):
        yield struct.pack("<HHQ", 1, 8, place)


@pytest.mark.parametrize("extra", list(extra_fields()))
def test_a_member_beyond_any_file_is_damage(extra: bytes) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("_rels/.rels", "<x/>")
    data = made.getvalue()
    directory = data.find(b"PK\x01\x02")
    header, name = bytearray(data[directory:][:46]), b"_rels/.rels"
    header[30:32] = struct.pack("<H", len(extra))
    header[42:46] = b"\xff" * 4
    entry = bytes(header) + name + extra
    end = bytearray(data[-22:])
    end[12:20] = struct.pack("<LL", len(entry), directory)
    with pytest.raises(FileTampered):
        read_answer(data[:directory] + entry + bytes(end), "pakket.docx")


@pytest.mark.parametrize(
    ("offset", "value"),
    [(6, b"\xff"), (8, b"\x01"), (8, b"\x20"), (8, b"\x40"), (10, b"\x0c"), (10, b"\x0e")],
    ids=["version", "encrypted", "patch", "strongly encrypted", "bzip2", "lzma"],
)
def test_what_is_not_stored_or_deflated_is_damage(good: bytes, offset: int, value: bytes) -> None:
    made = bytearray(good)
    place = made.find(b"PK\x01\x02")
    while place >= 0:
        made[place + offset : place + offset + 1] = value
        place = made.find(b"PK\x01\x02", place + 4)
    with pytest.raises(FileTampered):
        read_answer(bytes(made), "pakket.docx")
