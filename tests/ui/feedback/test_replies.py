# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Replies to remarks: they keep themselves, can be changed, and can be taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from logbook.bootstrap import Services
from logbook.core.entry import EntryId
from logbook.core.errors import DiskFull
from logbook.core.packet import Author
from logbook.core.remarks import KeptRemark
from logbook.core.sharing import SentPacket
from logbook.ui.context import Context
from logbook.ui.demo.hands import click
from logbook.ui.feedback.card_list import CardList
from logbook.ui.feedback.remark_card import RemarkCard
from logbook.ui.kept_text import SAVE_AFTER
from tests.ui.feedback.conftest import Circle
from tests.ui.recorder import Recorder


@pytest.fixture
def note(circle: Circle) -> EntryId:
    return circle.note()


@pytest.fixture
def sent(circle: Circle, note: EntryId) -> SentPacket:
    return circle.share(note)


@pytest.fixture
def card(circle: Circle, note: EntryId, sent: SentPacket, context: Context, qtbot) -> RemarkCard:
    circle.take_in(circle.reaction(sent, circle.remark(sent, "Waarom?", "drie weken")))
    cards = CardList(context)
    qtbot.addWidget(cards)

    def fill() -> None:
        cards.show_remarks(context.services.feedback.remarks_of(note))

    context.notifier.changed.connect(lambda _changes: fill())
    fill()
    cards.resize(600, 600)
    cards.show()
    (made,) = cards.cards.values()
    return made


def replies(services: Services, note: EntryId) -> tuple[KeptRemark, ...]:
    (placed,) = services.feedback.remarks_of(note)
    return placed.replies


def write(card: RemarkCard, text: str) -> None:
    assert card.field is not None
    card.field.editor.selectAll()
    QTest.keyClicks(card.field.editor, text)


def test_a_reply_is_kept_while_it_is_typed(
    card: RemarkCard, services: Services, note: EntryId, qtbot
) -> None:
    click(card.reply)
    write(card, "Omdat ik schrok.")
    assert replies(services, note) == ()
    qtbot.waitUntil(lambda: replies(services, note) != (), timeout=4 * SAVE_AFTER)
    write(card, "Omdat ik bang was.")
    assert card.flush()
    (reply,) = replies(services, note)
    assert (reply.text, reply.author) == ("Omdat ik bang was.", Author.STUDENT)
    assert card.field is not None  # it is still being written


def test_placing_and_taking_that_back(
    card: RemarkCard, services: Services, note: EntryId, recorder: Recorder
) -> None:
    click(card.reply)
    write(card, "Ja.")
    assert card.field is not None
    click(card.field.place)
    assert card.field is None
    assert [row.reply.text for row in card.rows] == ["Ja."]
    undo = recorder.shown[-1].action
    assert undo is not None
    undo()
    assert replies(services, note) == ()
    assert card.rows == []


def test_changing_a_reply_and_undoing_it(
    card: RemarkCard, services: Services, note: EntryId, recorder: Recorder, context: Context
) -> None:
    _, changes = services.feedback.reply(card.placed.remark.id, "Ja.")
    context.notifier.announce(changes)
    click(card.rows[0].change)
    assert card.rows == []  # it stands in the field
    write(card, "Nee.")
    assert card.field is not None
    QTest.keyClick(card.field.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [row.reply.text for row in card.rows] == ["Nee."]
    undo = recorder.shown[-1].action
    assert undo is not None
    undo()
    assert [each.text for each in replies(services, note)] == ["Ja."]


def test_an_emptied_reply_is_taken_away(
    card: RemarkCard, services: Services, note: EntryId, context: Context, recorder: Recorder
) -> None:
    context.notifier.announce(services.feedback.reply(card.placed.remark.id, "Ja.")[1])
    click(card.rows[0].change)
    assert card.field is not None
    card.field.editor.setPlainText("  ")
    click(card.field.place)
    assert replies(services, note) == ()
    undo = recorder.shown[-1].action
    assert undo is not None
    undo()
    assert [each.text for each in replies(services, note)] == ["Ja."]


def test_taking_a_reply_away_and_undoing_it(
    card: RemarkCard, services: Services, note: EntryId, context: Context, recorder: Recorder
) -> None:
    context.notifier.announce(services.feedback.reply(card.placed.remark.id, "Ja.")[1])
    click(card.rows[0].remove)
    assert replies(services, note) == ()
    undo = recorder.shown[-1].action
    assert undo is not None
    undo()
    assert [row.reply.text for row in card.rows] == ["Ja."]


def test_nothing_written_is_nothing_placed(
    card: RemarkCard, services: Services, note: EntryId, recorder: Recorder
) -> None:
    click(card.reply)
    assert card.field is not None
    click(card.field.place)
    assert card.field is None
    assert replies(services, note) == ()
    assert recorder.shown == []


def test_a_reply_that_cannot_be_kept_stays_on_screen(
    card: RemarkCard,
    services: Services,
    note: EntryId,
    recorder: Recorder,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_args: object) -> None:
        raise DiskFull("/logboek.db")

    click(card.reply)
    write(card, "Blijft staan")
    with monkeypatch.context() as patched:
        patched.setattr(services.feedback, "reply", refuse)
        assert not card.flush()
        assert card.rescue_text() == "Blijft staan"
        assert "Je antwoord staat nog op het scherm" in recorder.texts[-1]
        assert card.field is not None
        click(card.field.place)
        assert card.field is not None
    assert card.flush()
    assert [each.text for each in replies(services, note)] == ["Blijft staan"]


def test_many_remarks_come_in_two_parts(
    circle: Circle, note: EntryId, sent: SentPacket, context: Context, qtbot
) -> None:
    remarks = [circle.remark(sent, f"Vraag {number}", "dinsdag") for number in range(43)]
    circle.take_in(circle.reaction(sent, *remarks))
    cards = CardList(context)
    qtbot.addWidget(cards)
    cards.show_remarks(context.services.feedback.remarks_of(note))
    cards.show()
    assert len(cards.cards) == 40
    assert cards.more.text() == "Laat er nog 3 zien"
    cards.more.click()
    assert len(cards.cards) == 43
    assert cards.more.isHidden()
