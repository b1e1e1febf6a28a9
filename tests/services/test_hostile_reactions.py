# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What comes back is data: whatever is in it, one clear sentence, and nothing half applied."""

from __future__ import annotations

import base64
import json
import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from logbook.core.errors import LogbookError
from logbook.core.packet import AnswerFile, Packet
from logbook.core.share_errors import (
    AnswerForeign,
    FileNotOurs,
    FileTampered,
    FileTooBig,
    FileTooNew,
    NothingInAnswer,
    PassphraseNeeded,
    PassphraseWrong,
    ShareError,
)
from logbook.formats.packet_json import answer_file_json
from logbook.formats.pasted import render_block
from logbook.formats.sealed import Purpose, new_key, seal
from logbook.storage.checks import check_database
from logbook.texts import error_sentence
from tests.share_builders import PASSPHRASE, ShareDesk, public, reaction, remark_on

SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(1)>"


@pytest.fixture(scope="module")
def circle(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[ShareDesk, Packet]]:
    desk = ShareDesk(tmp_path_factory.mktemp("logboek") / "logboek.db")
    note = desk.note("Ik zei niets terug, en ik schrok.")
    _, packet = desk.share(note, questions=("Klopt dit?",))
    yield desk, packet
    assert list(check_database(desk.database)) == []
    desk.database.close()


@pytest.fixture
def good(circle: tuple[ShareDesk, Packet]) -> AnswerFile:
    _, packet = circle
    given = ((packet.questions[0].id, "Ja."),)
    return reaction(packet, remark_on(packet, "niets"), general="Fijn.", answers=given)


def state(desk: ShareDesk) -> tuple[str, list[str]]:
    """All of the logbook, and the files beside it."""
    text = json.loads(desk.json())
    del text["exported_at"]
    return json.dumps(text), sorted(path.name for path in desk.folder.iterdir())


def refused(desk: ShareDesk, data: bytes, passphrase: str = "") -> LogbookError:
    """What is said about a file; nothing may have changed."""
    before = state(desk)
    with pytest.raises(LogbookError) as caught:
        desk.feedback.take_in(desk.feedback.look(data, "reactie-x.json", passphrase))
    assert state(desk) == before
    sentence = error_sentence(caught.value)
    assert sentence.strip()
    assert "\n" not in sentence
    return caught.value


def changed(answer: AnswerFile, change: Callable[[dict[str, Any]], object]) -> bytes:
    data = json.loads(answer_file_json(answer))
    change(data)
    return json.dumps(data).encode()


def put(path: str, value: Any) -> Callable[[dict[str, Any]], None]:
    def change(data: dict[str, Any]) -> None:
        *parents, last = path.split(".")
        node: Any = data
        for name in parents:
            node = node[int(name)] if name.isdigit() else node[name]
        node[last] = value

    return change


def test_large_files_are_not_parsed(circle: tuple[ShareDesk, Packet]) -> None:
    desk, _ = circle
    assert isinstance(
        refused(desk, b'{"format":"logboek-reactie",' + b" " * 50_000_000), FileTooBig
    )
    assert isinstance(refused(desk, b"PK\x03\x04" + b" " * 50_000_000), FileTooBig)
    with pytest.raises(FileTooBig):
        desk.feedback.look_text("[logboek-reactie 1]" + "x" * 50_000_000)


def test_a_hundred_thousand_remarks(circle: tuple[ShareDesk, Packet], good: AnswerFile) -> None:
    desk, _ = circle
    small = {"id": "", "kind": "tip", "body": {"value": "x"}}
    many = [{**small, "id": f"{n:032x}"} for n in range(100_000)]
    assert isinstance(refused(desk, changed(good, put("remarks", many))), FileTooBig)
    assert isinstance(refused(desk, changed(good, put("remarks", many[:40_000]))), FileTampered)


@pytest.mark.parametrize(
    "deep", ["[" * 100_000, '{"a":' * 40 + "1" + "}" * 40, "[" * 40 + "]" * 40]
)
def test_deep_json(circle: tuple[ShareDesk, Packet], good: AnswerFile, deep: str) -> None:
    desk, _ = circle
    assert isinstance(refused(desk, deep.encode()), FileTampered | FileNotOurs)
    text = answer_file_json(good).replace('"Fijn."', deep)
    assert isinstance(refused(desk, text.encode()), FileTampered)


@pytest.mark.parametrize(
    ("path", "value", "error"),
    [
        ("format", "iets", FileNotOurs),
        ("version", 2, FileTooNew),
        ("version", 0, FileTampered),
        ("version", True, FileTampered),
        ("version", "1", FileTampered),
        ("packet", f"{5:032x}", AnswerForeign),
        ("pair", f"{5:032x}", AnswerForeign),
        ("round", 2, AnswerForeign),
        ("packet", "../../etc/passwd", FileTampered),
        ("id", "x", FileTampered),
        ("round", 10**30, FileTampered),
        ("made_on", "2026-02-30", FileTampered),
        ("made_on", "9999-12-31", FileTampered),
        ("reader", "a\nb", FileTampered),
        ("reader", "x" * 201, FileTampered),
        ("general", "x" * 20_001, FileTampered),
        ("general", "\ud800", FileTampered),
        ("general", None, FileTampered),
        ("more", 1, FileTampered),
        ("remarks", {}, FileTampered),
        ("remarks.0.body.value", "\udfff", FileTampered),
        ("remarks.0.body.type", "Image", FileTampered),
        ("remarks.0.id", "<b>", FileTampered),
        ("remarks.0.kind", "boos", FileTampered),
        ("remarks.0.html", SCRIPT, FileTampered),
        ("remarks.0.target.source", "file:///etc/passwd", FileTampered),
        ("remarks.0.target.selector.1.start", -1, FileTampered),
        ("remarks.0.target.selector.1.start", 99, FileTampered),
        ("remarks.0.target.selector.1.end", 10**12, FileTampered),
        ("remarks.0.target.selector.1.start", 1.5, FileTampered),
        ("remarks.0.target.selector.0.exact", "", FileTampered),
        ("answers", [{"question": f"{1:032x}", "text": "x"}] * 4, FileTampered),
    ],
)
def test_what_is_not_as_described_is_refused(
    circle: tuple[ShareDesk, Packet],
    good: AnswerFile,
    path: str,
    value: Any,
    error: type[LogbookError],
) -> None:
    assert isinstance(refused(circle[0], changed(good, put(path, value))), error)


def test_the_same_remark_twice(circle: tuple[ShareDesk, Packet], good: AnswerFile) -> None:
    data = changed(good, lambda d: d["remarks"].append(d["remarks"][0]))
    assert isinstance(refused(circle[0], data), FileTampered)


def test_cut_off_at_every_kind_of_place(circle: tuple[ShareDesk, Packet], good: AnswerFile) -> None:
    desk, packet = circle
    data = answer_file_json(good).encode()
    rng = random.Random(1)
    for end in [0, 1, 2, 10, len(data) - 1, *rng.sample(range(len(data)), 40)]:
        error = refused(desk, data[:end])
        assert isinstance(error, FileTampered | FileNotOurs | NothingInAnswer)
    block = render_block(good, packet)
    for end in rng.sample(range(len(block) - 2), 20):
        with pytest.raises(ShareError):
            desk.feedback.look_text(block[:end])


def test_sealed_files_that_were_changed(circle: tuple[ShareDesk, Packet], good: AnswerFile) -> None:
    desk, _ = circle
    key = new_key(PASSPHRASE)
    sealed = seal(answer_file_json(good), key, Purpose.ANSWER)

    def said(part: dict[str, Any], passphrase: str = PASSPHRASE) -> LogbookError:
        return refused(desk, json.dumps({**sealed, **part}).encode(), passphrase)

    assert isinstance(said({}, ""), PassphraseNeeded)
    assert isinstance(said({}, "iets heel anders"), PassphraseWrong)
    data = bytearray(base64.b64decode(sealed["data"]))
    data[len(data) // 2] ^= 1
    assert isinstance(said({"data": base64.b64encode(data).decode()}), PassphraseWrong)
    assert isinstance(said({"data": sealed["data"][:-8]}), PassphraseWrong)
    assert isinstance(said({"data": 5}), FileTampered)
    assert isinstance(said({"version": 2}), FileTooNew)
    assert isinstance(said({"purpose": "deelpakket"}), FileNotOurs)
    assert isinstance(said({"purpose": []}), FileNotOurs)
    hard = {**sealed["kdf"], "iterations": 10**9}
    assert isinstance(said({"kdf": hard}), FileTampered)
    assert isinstance(said({"kdf": {**hard, "iterations": 1}}), FileTampered)
    packet = seal(answer_file_json(good), key, Purpose.PACKET)
    data_of_packet = json.dumps(packet).encode()
    assert isinstance(refused(desk, data_of_packet, PASSPHRASE), FileNotOurs)
    bomb = seal(" " * 60_000_000 + "{}", key, Purpose.ANSWER)
    assert isinstance(refused(desk, json.dumps(bomb).encode(), PASSPHRASE), FileTooBig)
    inside = seal("geen json", key, Purpose.ANSWER)
    assert isinstance(refused(desk, json.dumps(inside).encode(), PASSPHRASE), ShareError)


@pytest.mark.parametrize("name", ["../../etc/passwd", "a\x1b[31m.json", "x" * 5_000, "\udcff.json"])
def test_odd_names_of_files_are_only_named(circle: tuple[ShareDesk, Packet], name: str) -> None:
    with pytest.raises(FileNotOurs) as caught:
        circle[0].feedback.look(b"[]", name)
    assert error_sentence(caught.value)


def test_an_empty_reaction_and_other_json(
    circle: tuple[ShareDesk, Packet], good: AnswerFile
) -> None:
    desk, packet = circle
    empty = answer_file_json(reaction(packet, general="  "))
    assert isinstance(refused(desk, empty.encode()), NothingInAnswer)
    for data in (b"null", b"[]", b"5", b'"x"', b"{}", b"\x00" * 100, b"<!doctype html>"):
        assert isinstance(refused(desk, data), FileNotOurs)
    twice = b'{"format":"logboek-reactie","format":"logboek-reactie"}'
    assert isinstance(refused(desk, twice), FileTampered)


def test_scripts_stay_words(tmp_path: Path) -> None:
    desk = ShareDesk(tmp_path / "logboek.db")
    note = desk.note("Ik zei niets terug.")
    _, packet = desk.share(note, questions=("Klopt dit?",))
    remark = remark_on(packet, "niets", SCRIPT)
    assert remark.quote is not None
    odd = replace(remark, id=public(2), quote=replace(remark.quote, exact=SCRIPT))
    given = ((packet.questions[0].id, SCRIPT),)
    desk.take(reaction(packet, remark, odd, reader=SCRIPT, general=SCRIPT, answers=given))
    threads = desk.feedback.threads(packet.id)
    assert [(each.remark.text, each.is_lost) for each in threads] == [
        (SCRIPT, False),
        (SCRIPT, True),
    ]
    assert desk.feedback.returned(packet.id)[0].answers == (("Klopt dit?", SCRIPT),)
    again = desk.sharing.next_round(packet.id)
    _, second = desk.send(again)
    assert SCRIPT in [each.text for each in second.remarks]
    page = (desk.folder / "pakket.html").read_text(encoding="utf-8")
    assert "<img src=x" not in page
    assert "<script>alert" not in page
    desk.database.close()
