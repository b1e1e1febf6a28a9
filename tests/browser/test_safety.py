# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Nothing in a packet or an answer runs, goes out or stays behind in the browser."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from logbook.core.anchoring import quote_of
from logbook.core.packet import AnswerFile, Packet, Remark, RemarkKind, SharedLine
from logbook.formats.packet_file import read_packet_file, write_packet_file
from logbook.formats.packet_json import answer_file_json, packet_json
from logbook.formats.sealed import new_key
from tests.browser.conftest import Browser
from tests.browser.samples import HOSTILE, PASSPHRASE, hostile_packet
from tests.packet_builders import public


class Listener:
    """A place on this machine that the hostile words call; counts who comes."""

    def __init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.address = f"127.0.0.1:{self._socket.getsockname()[1]}"
        self.visits = 0
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        while True:
            try:
                visitor, _ = self._socket.accept()
            except OSError:
                return
            self.visits += 1
            visitor.close()

    def close(self) -> None:
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()


@pytest.fixture
def listener() -> Iterator[Listener]:
    made = Listener()
    yield made
    made.close()


def _calling(packet: Packet, address: str) -> bytes:
    """The file of a packet whose words call the listener in every way they know."""
    text = packet_json(packet).replace("https://voorbeeld.test", f"http://{address}")
    changed = packet_json(_rehashed(json.loads(text)))
    return write_packet_file(read_packet_file_text(changed), None)


def _rehashed(data: dict[str, object]) -> Packet:
    import hashlib

    from logbook.formats.packet_json import read_packet

    for entry in data["entries"]:  # type: ignore[attr-defined]
        for section in entry["sections"]:
            for answer in section["answers"]:
                words = "\n".join(line["text"] for line in answer["lines"])
                answer["sha256"] = hashlib.sha256(words.encode()).hexdigest()
    return read_packet(data)


def read_packet_file_text(text: str) -> Packet:
    from logbook.formats.packet_json import read_packet

    return read_packet(json.loads(text))


@pytest.mark.parametrize("sealed", [False, True])
def test_words_of_a_packet_stay_words(
    browser: Browser, tmp_path: Path, listener: Listener, sealed: bool
) -> None:
    path = tmp_path / "pakket.html"
    data = _calling(hostile_packet(), listener.address)
    if sealed:
        packet = read_packet_file(data, path.name).packet
        assert packet is not None
        data = write_packet_file(packet, new_key(PASSPHRASE))
    path.write_bytes(data)
    found = browser.value("search", path, passphrase=PASSPHRASE if sealed else "")
    assert found["ran"] is None
    assert (found["local"], found["session"], found["cookie"]) == (0, 0, "")
    assert found["elements"] == ["script", "script"]
    assert found["handlers"] == []
    assert found["links"] == []
    assert listener.visits == 0


def test_words_of_a_packet_stay_words_without_our_script(
    browser: Browser, tmp_path: Path, listener: Listener
) -> None:
    path = tmp_path / "pakket.html"
    page = _calling(hostile_packet(), listener.address).decode()
    path.write_text(page[: page.rindex("<script>")] + "</body></html>", "utf-8")
    found = browser.value("search", path)
    assert found["ran"] is None
    assert found["elements"] == ["script"]
    assert found["handlers"] == []
    assert found["links"] == []
    assert listener.visits == 0


def test_hostile_words_are_shown_as_they_are(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "pakket.html"
    path.write_bytes(write_packet_file(hostile_packet(), None))
    text = browser.value("read", path)
    for words in HOSTILE[:5]:
        assert words in text


def test_a_script_put_into_the_file_does_not_run(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "pakket.html"
    page = write_packet_file(hostile_packet(), None).decode()
    path.write_text(page.replace("</main>", "<script>window.gelopen=10</script></main>"), "utf-8")
    answer = browser.play("search", path)
    assert answer["value"]["ran"] is None


def test_words_of_an_answer_stay_words(
    browser: Browser, tmp_path: Path, listener: Listener
) -> None:
    words = " ".join(HOSTILE).replace("https://voorbeeld.test", f"http://{listener.address}")
    packet = hostile_packet()
    text = packet.answers()[0].text
    remarks = (
        Remark(public(61), RemarkKind.TIP, words, public(11), quote_of(text, 0, 40)),
        Remark(public(62), RemarkKind.TIP, words, public(11), None, public(41)),
    )
    answer = AnswerFile(
        public(60), packet.id, packet.pair, 2, date(2026, 11, 1), "<b>S.", remarks, words,
        ((public(31), words),),
    )  # fmt: skip
    earlier = tmp_path / "reactie.json"
    earlier.write_text(answer_file_json(answer), "utf-8")
    path = tmp_path / "pakket.html"
    path.write_bytes(write_packet_file(packet, None))
    (found,) = browser.value("load", path, answers=[str(earlier)])
    assert found["ran"] is None
    assert words in found["said"]
    assert found["general"] == words
    assert listener.visits == 0


def test_a_large_packet_opens(browser: Browser, tmp_path: Path) -> None:
    """Two megabytes of words in one answer are shown and can be remarked on."""
    packet = hostile_packet()
    answer = replace(
        packet.answers()[0], lines=tuple(SharedLine(f"Regel {n} van veel.") for n in range(20_000)),
        about=None, before=None,
    )  # fmt: skip
    section = replace(packet.entries[0].sections[0], answers=(answer,))
    entry = replace(packet.entries[0], sections=(section,))
    path = tmp_path / "pakket.html"
    packet = replace(packet, entries=(entry,), remarks=(), pictures=())
    path.write_bytes(write_packet_file(packet, None))
    found = browser.value("remark", path, remarks=[["Regel 19 van veel.", "tip", "Kort."]])
    assert found["marks"] == [["Regel 19 van veel.", "tip"]]
