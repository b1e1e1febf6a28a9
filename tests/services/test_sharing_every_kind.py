# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Every kind of question leaves in lines, leads home, and comes back from a packet as it was."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from logbook.core.anchoring import How, quote_of
from logbook.core.entry import AnswerKey, Value
from logbook.core.packet import PartKind, Remark, RemarkKind
from logbook.core.share_errors import NothingToShare
from logbook.core.sharing import ShareChoice, ShareDraft
from logbook.core.text_map import replace_in
from logbook.formats.packet_json import packet_json, read_packet, text_hash
from logbook.storage.checks import check_database
from logbook.storage.packets import PacketStore
from tests.formats.samples import full_library, full_values
from tests.share_builders import ShareDesk, public, reaction


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[ShareDesk]:
    made = ShareDesk(tmp_path / "logboek.db", library=full_library())
    yield made
    assert list(check_database(made.database)) == []
    made.database.close()


def marked(value: Value, words: str) -> Value:
    """The value with words behind everything that was written in it."""
    return replace(
        value,
        text=value.text and f"{value.text} {words}",
        own=value.own and f"{value.own} {words}",
        cells=tuple(cell and f"{cell} {words}" for cell in value.cells),
    )


def test_every_answer_leaves_as_it_stands_and_comes_back(desk: ShareDesk) -> None:
    entry = desk.fill(full_values(), "alles")
    sent, packet = desk.share(entry)
    assert read_packet(json.loads(packet_json(packet))) == packet
    shown = {
        part.key
        for section in desk.reading.sections(desk.reading.entry(entry))
        for part in section.parts
        if part.key != AnswerKey("kaarten", "", "paper/1")
    }
    kept = {answer.key: answer for answer in PacketStore(desk.database).answers(sent.id)}
    assert kept.keys() == shown
    for answer in packet.answers():
        home = next(each for each in kept.values() if each.public == answer.id)
        assert (home.home, home.places) == (answer.text, ())
        assert home.sha256 == text_hash(answer.text)
        head = desk.reading.entry(entry).answer(home.key)
        assert head is None or head.head == home.head
    kinds = {line.kind for answer in packet.answers() for line in answer.lines}
    assert kinds >= {PartKind.CARD, PartKind.OPTION, PartKind.PLACE, PartKind.DAY, PartKind.ROW}


def test_private_words_stay_at_home_in_every_part(desk: ShareDesk) -> None:
    values = {key: marked(value, "%%geheim%%") for key, value in full_values().items()}
    entry = desk.fill(values, "alles")
    sent, packet = desk.share(entry)
    assert "geheim" not in packet_json(packet)
    texts = {answer.id: answer.text for answer in packet.answers()}
    answers = PacketStore(desk.database).answers(sent.id)
    assert sum("geheim" in answer.home for answer in answers) > 15
    for answer in answers:
        assert replace_in(answer.home, answer.places)[0] == texts[answer.public]


@pytest.mark.parametrize("key", list(full_values()), ids=str)
def test_one_answer_alone_takes_no_words_of_others_along(desk: ShareDesk, key: AnswerKey) -> None:
    values = {k: marked(value, f"zq{n}z") for n, (k, value) in enumerate(full_values().items())}
    entry = desk.fill(values, "alles")
    draft = ShareDraft((ShareChoice(entry, frozenset({key})),))
    try:
        text = packet_json(desk.sharing.preview(draft))
    except NothingToShare:
        assert key.item  # a row or own card, which goes with its block
        return
    own = {key}
    if not key.item:
        own |= {k for k in values if (k.block, k.prompt) == (key.block, key.prompt)}
    own |= {k for k in values if k.block == key.block and k.item == "paper/1" and not k.prompt}
    for number, other in enumerate(values):
        if other not in own:
            assert f"zq{number}z" not in text, other


def test_remarks_on_every_answer_keep_their_place(desk: ShareDesk) -> None:
    entry = desk.fill(full_values(), "alles")
    _, packet = desk.share(entry)
    remarks = []
    for number, answer in enumerate(packet.answers()):
        start = max(0, answer.text.rindex(" ") + 1) if " " in answer.text else 0
        quote = quote_of(answer.text, start, len(answer.text))
        remarks.append(Remark(public(number), RemarkKind.TIP, "x", answer.id, quote))
    desk.take(reaction(packet, *remarks))
    threads = desk.feedback.remarks_of(entry)
    assert len(threads) == len(remarks)
    assert {each.placed.how for each in threads if each.placed} == {How.EXACT}
    desk.clock.forward(hours=1)
    changed = {key: marked(value, "en meer") for key, value in full_values().items()}
    desk.answer(desk.reading.entry(entry), changed)
    there = 0
    for each in desk.feedback.remarks_of(entry):
        assert each.placed is not None
        assert each.remark.quote is not None
        if each.placed.how in (How.EXACT, How.SHIFTED):
            there += 1
            assert each.placed.start >= each.remark.quote.start
    assert there > len(remarks) * 3 // 4
