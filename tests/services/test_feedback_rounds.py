# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What a reader sees of their own remarks in a next round, when the words under them changed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from logbook.core.packet import Packet, Remark
from logbook.core.sharing import SentPacket
from logbook.formats.json_fields import Refused
from logbook.formats.packet_json import packet_json, read_packet
from logbook.formats.packet_markdown import render_packet_markdown
from logbook.formats.packet_static import static_page
from tests.share_builders import ShareDesk, reaction, remark_on

TEXT = "Eerst liep ik naar de oude brug bij het water. Daarna ging ik weer naar huis."


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[ShareDesk]:
    made = ShareDesk(tmp_path / "logboek.db")
    yield made
    made.database.close()


def next_packet(desk: ShareDesk, sent: SentPacket) -> Packet:
    """What the reader gets in the next round."""
    return desk.send(desk.sharing.next_round(sent.id))[1]


def again(desk: ShareDesk, text: str, words: str = "naar de oude brug bij het water") -> Packet:
    """A remark on words, the text rewritten, and the next round."""
    note = desk.note(TEXT)
    sent, packet = desk.share(note)
    desk.take(reaction(packet, remark_on(packet, words)))
    desk.rewrite(note, text)
    return next_packet(desk, sent)


def test_words_that_changed_are_quoted_as_they_were(desk: ShareDesk) -> None:
    packet = again(desk, TEXT.replace("oude", "nieuwe"))
    (remark,) = packet.remarks
    assert remark.was == remark.given_on == "naar de oude brug bij het water"
    assert remark.quote is not None
    assert remark.quote.exact == "naar de nieuwe brug bij het water"
    assert read_packet(json.loads(packet_json(packet))) == packet
    said = "bij “naar de oude brug bij het water” (sindsdien veranderd)"
    assert said in static_page(packet)
    assert said in render_packet_markdown(packet)


def test_words_that_are_gone_are_quoted_too(desk: ShareDesk) -> None:
    packet = again(desk, "Iets heel anders dan toen.")
    (remark,) = packet.remarks
    assert (remark.was, remark.quote) == ("naar de oude brug bij het water", None)
    said = "bij “naar de oude brug bij het water” (staat er niet meer zo)"
    assert said in static_page(packet)


@pytest.mark.parametrize("text", [TEXT, f"Vooraf nog iets. {TEXT}"])
def test_words_that_still_stand_there_did_not_change(desk: ShareDesk, text: str) -> None:
    (remark,) = again(desk, text).remarks
    assert remark.was == ""
    assert remark.quote is not None
    assert remark.quote.exact == remark.given_on == "naar de oude brug bij het water"


def test_words_that_became_private_are_not_told_again(desk: ShareDesk) -> None:
    (remark,) = again(desk, TEXT.replace("oude brug", "%%oude brug%%"), "oude brug").remarks
    assert (remark.was, remark.quote) == ("", None)


def test_old_words_carry_the_names_as_they_are_replaced_now(desk: ShareDesk) -> None:
    note = desk.note("Ik liep met Fatima naar de oude brug. Fatima zei niets.")
    sent, packet = desk.share(note)
    desk.take(reaction(packet, remark_on(packet, "met Fatima naar de oude brug")))
    desk.rewrite(note, "Ik liep met Fatima naar de nieuwe brug. Fatima zei niets.")
    draft = desk.sharing.next_round(sent.id)
    found = desk.sharing.names.findings(draft)
    draft = desk.sharing.names.replace(draft, found[0], "een bewoner")
    (remark,) = desk.send(draft)[1].remarks
    assert remark.was == "met een bewoner naar de oude brug"


@pytest.mark.parametrize(
    "private",
    ["%%de oude brug bij het water%%", "%%die oude, rotte brug aan het water%%", "%%oude"],
)
def test_what_became_private_is_not_told_as_what_changed(desk: ShareDesk, private: str) -> None:
    packet = again(desk, TEXT.replace("de oude brug bij het water", private))
    told = packet_json(packet)
    assert "oude" not in told
    assert "liep ik naar" in told


def test_what_changed_is_told_with_the_names_as_they_are_replaced_now(desk: ShareDesk) -> None:
    note = desk.note("Ik liep met Fatima naar de oude brug.")
    sent, _ = desk.share(note)
    desk.rewrite(note, "Ik liep met Fatima naar de nieuwe brug.")
    draft = desk.sharing.next_round(sent.id)
    found = desk.sharing.names.findings(draft)
    packet = desk.send(desk.sharing.names.replace(draft, found[0], "een bewoner"))[1]
    (answer,) = packet.answers()
    assert answer.before == "Ik liep met een bewoner naar de oude brug."
    assert "Fatima" not in packet_json(packet)


def test_a_hostile_length_of_old_words_is_refused(desk: ShareDesk) -> None:
    packet = again(desk, TEXT.replace("oude", "nieuwe"))
    (remark,) = packet.remarks
    long: Remark = replace(remark, was="x" * 20_001)
    data = json.loads(packet_json(replace(packet, remarks=(long,))))
    with pytest.raises(Refused):
        read_packet(data)
