# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Packets and remarks travel with a whole logbook; what is here stays, and nothing comes back."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from logbook.core.packet import Packet
from logbook.core.query import parse
from logbook.core.share_errors import NothingToShare
from logbook.services.transfer import ImportResult
from logbook.storage.checks import check_database
from tests.share_builders import PASSPHRASE, ShareDesk, public, reaction, remark_on


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[ShareDesk]:
    made = ShareDesk(tmp_path / "een.db")
    yield made
    made.database.close()


@pytest.fixture
def other(tmp_path: Path) -> Iterator[ShareDesk]:
    made = ShareDesk(tmp_path / "twee.db", "ander")
    yield made
    assert list(check_database(made.database)) == []
    made.database.close()


def data(desk: ShareDesk) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(desk.json())
    del found["exported_at"]
    return found


def take(desk: ShareDesk, text: str) -> ImportResult:
    return desk.transfer.import_lines(text.encode().splitlines(keepends=True), "bestand")


def fill(desk: ShareDesk) -> Packet:
    """Two rounds with one reader, one with another, remarks, replies and a lost place."""
    note, more = desk.note("Vandaag sprak ik Fatima. Zij zei niets."), desk.note("Nog iets.")
    draft = replace(desk.sharing.begin([note, more]), questions=("Klopt dit?",), reader="Karin")
    (found,) = desk.sharing.names.findings(draft)
    sent, packet = desk.send(desk.sharing.names.replace(draft, found, "een bewoner"), PASSPHRASE)
    given = ((packet.questions[0].id, "Ja."),)
    remarks = remark_on(packet, "een bewoner"), remark_on(packet, "Nog iets", "Tip", 2)
    desk.take(reaction(packet, *remarks, general="Fijn.", answers=given))
    desk.feedback.reply(public(1), "Zij is het.")
    desk.feedback.set_done(public(1), True)
    desk.send(desk.sharing.next_round(sent.id))
    desk.share(more, reader="T.", with_dates=False)
    desk.rewrite(more, "Heel anders.")
    return packet


def test_everything_comes_back_from_an_export(desk: ShareDesk, other: ShareDesk) -> None:
    packet = fill(desk)
    result = take(other, desk.json())
    assert result.changes.sharing
    assert data(other) == data(desk)
    assert other.sharing.sent() == desk.sharing.sent()
    assert other.feedback.threads(packet.id) == desk.feedback.threads(packet.id)
    assert other.feedback.lost() == desk.feedback.lost()
    assert other.finding.count(parse("met:opmerkingen")) == 2
    again = reaction(packet, remark_on(packet, "niets", "Later", 3), number=1_001)
    other.take(again)
    assert len(other.feedback.threads(packet.id)) == 3


def test_the_same_file_twice_adds_nothing(desk: ShareDesk) -> None:
    fill(desk)
    before = data(desk)
    assert take(desk, desk.json()).kept == 0
    assert data(desk) == before


def test_what_was_decided_here_stays(desk: ShareDesk, other: ShareDesk) -> None:
    fill(desk)
    text = desk.json()
    take(other, text)
    other.feedback.set_done(public(2), True)
    before = data(other)
    take(other, text)
    assert data(other) == before


def test_what_was_deleted_here_does_not_come_back(desk: ShareDesk, other: ShareDesk) -> None:
    packet = fill(desk)
    text = desk.json()
    take(other, text)
    for summary in other.reading.entries():
        other.writing.delete_for_good(summary.id)
    take(other, text)
    assert other.feedback.threads(packet.id) == ()
    assert other.sharing.shared_entries() == frozenset()
    assert [each.general for each in other.feedback.returned(packet.id)] == ["Fijn."]


def test_a_known_packet_gains_what_belongs_to_entries_that_come_later(
    desk: ShareDesk, other: ShareDesk
) -> None:
    packet = fill(desk)
    whole = json.loads(desk.json())
    part = {**whole, "entries": whole["entries"][:1]}
    del part["sha256"]
    take(other, json.dumps(part))
    assert len(other.sharing.sent_packet(packet.id).entries) == 1
    assert len(other.feedback.threads(packet.id)) == 1
    take(other, desk.json())
    assert len(other.sharing.sent_packet(packet.id).entries) == 2
    assert len(other.feedback.threads(packet.id)) == 2


def test_an_export_of_some_entries_says_nothing_of_sharing(desk: ShareDesk) -> None:
    fill(desk)
    ids = [summary.id for summary in desk.reading.entries()]
    found = json.loads("".join(desk.transfer.export_chunks("json", ids)))
    assert [found[name] for name in ("readers", "packets", "received", "remarks")] == [[]] * 4
    assert "Karin" not in json.dumps(found)


def test_a_hostile_circle_of_replies_is_read_as_it_comes(desk: ShareDesk, other: ShareDesk) -> None:
    packet = fill(desk)
    found = json.loads(desk.json())
    first, second, *_ = found["remarks"]
    first["reply_to"], second["reply_to"] = second["id"], first["id"]
    take(other, json.dumps(found))
    assert {each.remark.id for each in other.feedback.threads(packet.id)} == {first["id"]}


def test_a_remark_beyond_its_text_is_lost_and_told_by_the_check(
    desk: ShareDesk, other: ShareDesk
) -> None:
    packet = fill(desk)
    found = json.loads(desk.json())
    found["remarks"][0] |= {"start": 500, "end": 506}
    take(other, json.dumps(found))
    assert other.feedback.threads(packet.id)[0].is_lost
    assert [each.code for each in check_database(other.database)] == ["remark"]
    other.sharing.forget(packet.id)


ACTS = st.lists(
    st.tuples(
        st.sampled_from(
            ["note", "write", "share", "round", "take", "reply", "done", "forget", "bin"]
        ),
        st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
        st.integers(0, 5),
    ),
    max_size=16,
)


def act(desk: ShareDesk, packets: list[Packet], name: str, text: str, number: int) -> None:
    notes = [line.id for line in desk.reading.entries()]
    remarks = desk.database.rows("select id from remarks order by rid")
    if name == "note":
        desk.note(f"begin {text} einde")
    elif name == "write" and notes:
        desk.rewrite(notes[number % len(notes)], text + " einde")
    elif name == "share" and notes:
        packets.append(desk.share(*notes[: number + 1], reader=text, letter=text)[1])
    elif name == "round" and packets:
        packets.append(desk.send(desk.sharing.next_round(packets[-1].id))[1])
    elif name == "take" and packets and packets[-1].answers():
        packet = packets[-1]
        words = packet.answers()[0].text.split()[0]
        made = remark_on(packet, words, text, 100 * number + len(remarks))
        desk.take(reaction(packet, made, number=5_000 + len(remarks), general=text or "x"))
    elif name == "reply" and remarks:
        desk.feedback.reply(remarks[number % len(remarks)][0], text + "!")
    elif name == "done" and remarks:
        desk.feedback.set_done(remarks[number % len(remarks)][0], number % 2 == 0)
    elif name == "forget" and packets:
        desk.sharing.forget(packets.pop(number % len(packets)).id)
    elif name == "bin" and notes:
        desk.writing.delete_for_good(notes[-1])


@given(ACTS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_sharing_survives_the_round_trip(acts: list[tuple[str, str, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        first, second = (ShareDesk(Path(folder) / f"{n}.db", n) for n in ("een", "twee"))
        packets: list[Packet] = []
        first.note("begin einde")
        for name, text, number in acts:
            try:
                act(first, packets, name, text, number)
            except NothingToShare:
                continue
        take(second, first.json())
        assert data(second) == data(first)
        assert take(second, first.json()).kept == 0
        assert list(check_database(first.database)) == list(check_database(second.database)) == []
        for each in (first, second):
            each.database.close()
