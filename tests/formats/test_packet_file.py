# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The file of a packet: goes out and comes back, and what is not as we write it is refused."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import tracemalloc
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest

from logbook.core.packet import PACKET_LIMIT, Packet, Picture
from logbook.core.share_errors import (
    FileNotOurs,
    FileTampered,
    FileTooBig,
    FileTooNew,
    PassphraseWrong,
    ShareError,
    TooMuchToShare,
)
from logbook.formats.packet_file import open_sealed, read_packet_file, write_packet_file
from logbook.formats.packet_json import packet_json
from logbook.formats.packet_page import BLOCK_CLOSE, BLOCK_OPEN
from logbook.formats.sealed import Key, Purpose, new_key, seal
from tests.browser.samples import (
    PASSPHRASE,
    PASSPHRASE_NFD,
    hostile_packet,
    large_packet,
    student_packet,
)
from tests.packet_builders import public

_NAME = "pakket.html"
_PLAIN = write_packet_file(student_packet(2), None)


@pytest.fixture(scope="module")
def key() -> Key:
    return new_key(PASSPHRASE)


@pytest.fixture(scope="module")
def sealed(key: Key) -> bytes:
    return write_packet_file(student_packet(2), key)


def _opened(data: bytes) -> dict[str, Any]:
    found = read_packet_file(data, _NAME)
    assert found.packet is None
    assert found.sealed is not None
    return found.sealed


@pytest.mark.parametrize(
    "packet", [student_packet(), student_packet(2), hostile_packet(), large_packet(3, 6)]
)
def test_a_plain_packet_comes_back_as_it_was(packet: Packet) -> None:
    assert read_packet_file(write_packet_file(packet, None), _NAME).packet == packet


def test_a_sealed_packet_comes_back_as_it_was(sealed: bytes, key: Key) -> None:
    packet, made = open_sealed(_opened(sealed), PASSPHRASE_NFD, _NAME)
    assert packet == student_packet(2)
    assert made == key


def test_a_sealed_page_says_nothing_of_what_is_in_it(sealed: bytes) -> None:
    text = sealed.decode()
    for words in ("Student A", "hulp", "supervisor", "2026-11", public(1)):
        assert words not in text.partition("<script>")[0]


def test_another_passphrase_is_refused(sealed: bytes) -> None:
    with pytest.raises(PassphraseWrong):
        open_sealed(_opened(sealed), "iets anders", _NAME)


def _block(data: bytes, change: Any) -> bytes:
    """The file with its block changed."""
    before, _, rest = data.decode().partition(BLOCK_OPEN)
    block, _, after = rest.partition(BLOCK_CLOSE)
    return f"{before}{BLOCK_OPEN}{change(block)}{BLOCK_CLOSE}{after}".encode()


def _with(**parts: Any) -> bytes:
    return _block(_PLAIN, lambda block: json.dumps(json.loads(block) | parts))


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", FileNotOurs),
        (b"<html><body>Iets anders</body></html>", FileNotOurs),
        (b"\x89PNG\r\n" + b"\0" * 1000, FileNotOurs),
        (b"x" * (PACKET_LIMIT + 1), FileTooBig),
        (_PLAIN[: len(_PLAIN) // 8], FileTampered),
        (_PLAIN[: _PLAIN.index(BLOCK_OPEN.encode()) + 900], FileTampered),
        (_PLAIN[:-20], FileTampered),
        (_PLAIN + _PLAIN, FileTampered),
        (_PLAIN.replace(b"<body>", f"<body>{BLOCK_OPEN}{{}}{BLOCK_CLOSE}".encode()), FileTampered),
        (_block(_PLAIN, lambda block: ""), FileTampered),
        (_block(_PLAIN, lambda block: block[:-1]), FileTampered),
        (_block(_PLAIN, lambda block: block.replace("drie", "vier", 1)), FileTampered),
        (_block(_PLAIN, lambda block: block.replace("\\u003c", "<")[:-1] + "<}"), FileTampered),
        (_block(_PLAIN, lambda block: "[" * 100_000), FileTampered),
        (_block(_PLAIN, lambda block: "[" * 40 + "]" * 40), FileTampered),
        (_block(_PLAIN, lambda block: '{"format":1,"format":2}'), FileTampered),
        (_block(_PLAIN, lambda block: "5"), FileNotOurs),
        (_block(_PLAIN, lambda block: "NaN"), FileTampered),
        (_with(format="logboek-reactie"), FileNotOurs),
        (_with(version=2), FileTooNew),
        (_with(version="1"), FileTampered),
        (_with(remarks=[{}] * 100_000), FileTampered),
        (_with(onbekend=1), FileTampered),
        (_with(onbekend=[[]] * 500_000), FileTampered),
        (_PLAIN.replace(b"Terugkijken", b"Terug\xffijken"), FileTampered),
    ],
)
def test_what_is_not_as_we_write_it_is_refused(data: bytes, error: type[ShareError]) -> None:
    with pytest.raises(error):
        read_packet_file(data, _NAME)


def test_of_many_mistakes_only_the_first_is_told() -> None:
    entry = json.loads(packet_json(student_packet()))["entries"][0]
    section = {"title": "", "answers": [{}] * 1_900}
    data = _with(entries=[entry | {"sections": [section] * 50}])
    tracemalloc.start()
    with pytest.raises(FileTampered):
        read_packet_file(data, _NAME)
    assert tracemalloc.get_traced_memory()[1] < 60_000_000
    tracemalloc.stop()


@pytest.mark.parametrize(
    ("find", "put", "error"),
    [
        ('"version": 1', '"version": 2', FileTooNew),
        ('"purpose": "deelpakket"', '"purpose": "reactie"', FileTampered),
        ('"iterations": 600000', '"iterations": 1', FileTampered),
        ('"iterations": 600000', '"iterations": 99999999999', FileTampered),
        ('"iterations": 600000', '"iterations": 2000001', FileTampered),
        ('"kdf": {', '"kdf": {"x": 1, ', FileTampered),
    ],
)
def test_another_header_is_refused_before_a_passphrase(
    sealed: bytes, find: str, put: str, error: type[ShareError]
) -> None:
    with pytest.raises(error):
        read_packet_file(_block(sealed, lambda block: block.replace(find, put)), _NAME)


def test_sealed_text_that_was_changed_is_refused(sealed: bytes) -> None:
    data = _opened(sealed)
    packed = bytearray(base64.b64decode(data["data"]))
    packed[len(packed) // 2] ^= 1
    with pytest.raises(PassphraseWrong):
        open_sealed(data | {"data": base64.b64encode(packed).decode()}, PASSPHRASE, _NAME)
    with pytest.raises(PassphraseWrong):
        open_sealed(data | {"data": data["data"][:400]}, PASSPHRASE, _NAME)


@pytest.mark.parametrize("text", ["{}", "[" * 1000, "geen json", '{"format":"logboek-reactie"}'])
def test_something_else_that_was_sealed_is_refused(key: Key, text: str) -> None:
    with pytest.raises((FileTampered, FileNotOurs)):
        open_sealed(seal(text, key, Purpose.PACKET), PASSPHRASE, _NAME)


def test_a_packet_that_could_not_be_read_is_not_written(key: Key) -> None:
    picture = Picture("p1", "image/jpeg", b"\xff\xd8" + b"\0" * PACKET_LIMIT)
    for seals in (None, key):
        with pytest.raises(TooMuchToShare):
            write_packet_file(replace(student_packet(), pictures=(picture,)), seals)


def test_forty_entries_with_their_pictures_stay_small(key: Key) -> None:
    assert len(large_packet().pictures) == 160
    assert len(write_packet_file(large_packet(), None)) < 5_000_000
    assert len(write_packet_file(large_packet(), key)) < 5_000_000


class _Tags(HTMLParser):
    """The tags and attributes of a page, and the texts of its styles and scripts."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1][0] in ("style", "script"):
            self.texts.append(data)


def _tags(packet: Packet, key: Key | None = None) -> _Tags:
    parser = _Tags()
    parser.feed(write_packet_file(packet, key).decode())
    return parser


def test_the_policy_allows_only_our_own_style_and_script() -> None:
    found = _tags(student_packet(2))
    policy = next(
        str(a["content"]) for t, a in found.tags if a.get("http-equiv") == "Content-Security-Policy"
    )
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == "'none'"
    assert rules["img-src"] == "data:"
    assert "unsafe" not in policy
    hashes = {
        f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
        for text in found.texts
    }
    assert set(f"{rules['script-src']} {rules['style-src']}".split()) <= hashes
    head = [tag for tag, _ in found.tags]
    assert head.index("style") > 2  # the policy stands before everything it is about


@pytest.mark.parametrize("with_key", [False, True])
def test_hostile_words_make_no_elements(key: Key, with_key: bool) -> None:
    tags = _tags(hostile_packet(), key if with_key else None).tags
    names = [tag for tag, _ in tags]
    assert names.count("script") == 2
    assert not {"svg", "iframe", "base", "form", "link", "object", "embed"} & set(names)
    assert not [name for _, parts in tags for name in parts if name.startswith("on")]
    assert {a for _, p in tags for n, a in p.items() if n in ("href", "src")} <= {
        f"#bijdrage-{n}" for n in range(1, 6)
    }


#: What would render text as markup, use the network or store something.
_NEVER = (
    "innerHTML", "outerHTML", "insertAdjacent", "document.write", "localStorage", "sessionStorage",
    "indexedDB", "document.cookie", "fetch(", "XMLHttp", "window.open", "eval(", "new Function",
)  # fmt: skip


def test_the_page_leads_nowhere() -> None:
    page = write_packet_file(student_packet(), None).decode()
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)", page)
    assert [word for word in _NEVER if word in page] == []
