# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Who gave what back, in which order it stands, and what of it was not looked at yet."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from logbook.core.packet import Remark, RemarkKind
from logbook.core.remarks import News, numbered
from tests.share_builders import ShareDesk, public, reaction, remark_on


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[ShareDesk]:
    made = ShareDesk(tmp_path / "logboek.db")
    yield made
    made.database.close()


def test_what_comes_in_stands_in_the_order_of_the_text(desk: ShareDesk) -> None:
    first, second = desk.note("Een brug over water."), desk.note("Een berg zonder top.")
    _, packet = desk.share(first, second)
    said = (
        remark_on(packet, "top", "laatst", 1),
        remark_on(packet, "water", "tweede", 2),
        remark_on(packet, "berg", "derde", 3),
        remark_on(packet, "brug", "eerst", 4),
        Remark(public(5), RemarkKind.TIP, "over alles"),
        Remark(public(6), RemarkKind.TIP, "daarop", reply_to=public(4)),
    )
    incoming = desk.take(reaction(packet, *said))
    order = ["over alles", "eerst", "daarop", "tweede", "derde", "laatst"]
    assert [each.remark.text for each in incoming.new] == order
    later = reaction(packet, remark_on(packet, "Een", "aan het begin", 7), number=1_001)
    desk.take(later)
    order = ["over alles", "aan het begin", "eerst", "tweede", "derde", "laatst"]
    assert [each.remark.text for each in desk.feedback.threads(packet.id)] == order


def test_general_words_alone_are_new_until_they_were_looked_at(desk: ShareDesk) -> None:
    note = desk.note("tekst")
    sent, packet = desk.share(note, questions=("A?",))
    desk.take(reaction(packet, general="Fijn.", number=1_000))
    desk.take(reaction(packet, answers=((packet.questions[0].id, "een"),), number=1_001))
    assert desk.feedback.news() == News(0, 2)
    words, answers = desk.feedback.returned(sent.id)
    assert [each.id for each in desk.feedback.unseen()] == [answers.id, words.id]
    assert desk.feedback.mark_seen([words.id]).sharing
    assert desk.feedback.news() == News(0, 1)
    assert [each.seen for each in desk.feedback.returned(sent.id)] == [True, False]
    other = json.loads(desk.json())["received"]
    assert [each["seen"] for each in other] == [True, False]


def test_two_readers_with_one_name_are_two(desk: ShareDesk) -> None:
    note = desk.note("Een brug over water.")
    for number, name in ((1, "Sanne"), (2, "Sanne"), (3, "sanne "), (4, "")):
        _, packet = desk.share(note, reader=f"lezer {number}")
        said = remark_on(packet, "brug", f"woord {number}", number)
        desk.take(reaction(packet, said, number=1_000 + number, reader=name))
    found = [each.remark for each in desk.feedback.remarks_of(note)]
    assert [(each.reader, each.namesake) for each in found] == [
        ("Sanne", 1),
        ("Sanne", 2),
        ("sanne", 3),
        ("lezer 4", 1),
    ]
    assert list(numbered(found).values()) == [0, 1, 2, 3]
    (last,) = desk.feedback.returned(packet.id)
    assert (last.reader, last.namesake) == ("lezer 4", 1)


def test_one_reader_of_two_rounds_is_one_and_a_packet_may_go_round(desk: ShareDesk) -> None:
    note = desk.note("Een brug over water.")
    sent, packet = desk.share(note)
    desk.take(reaction(packet, remark_on(packet, "brug"), reader="Sanne"))
    colleague = remark_on(packet, "water", "En jij?", 2)
    desk.take(reaction(packet, colleague, number=1_001, reader="Joost"))
    _, again = desk.send(desk.sharing.next_round(sent.id))
    later = remark_on(again, "over", "Nog iets", 3)
    desk.take(reaction(again, later, number=1_002, reader="sanne"))
    found = [each.remark for each in desk.feedback.remarks_of(note)]
    assert [numbered(found)[each.signer] for each in found] == [0, 1, 0]
    assert {each.namesake for each in found} == {1}
