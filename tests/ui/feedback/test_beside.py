# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Remarks beside the entry that is read in Logboek."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QBoxLayout

from logbook.bootstrap import Services
from logbook.core.entry import EntryId
from logbook.core.margin import is_margin
from logbook.core.packet import RemarkKind
from logbook.core.remarks import RemarkStatus
from logbook.core.sharing import SentPacket
from logbook.ui.context import Context
from logbook.ui.demo.hands import click
from logbook.ui.feedback.beside import RemarksBeside
from logbook.ui.feedback.passage_marks import Passage
from logbook.ui.feedback.remark_card import RemarkCard
from logbook.ui.logbook.logbook_page import LogbookPage
from logbook.ui.navigation import OpenFeedback, Wish
from tests.ui.feedback.conftest import TEXT, Circle
from tests.ui.helpers import assert_accessible
from tests.ui.recorder import Recorder

OpenLogbook = Callable[..., LogbookPage]
MOST = "Ik dacht dat ik het zelf moest kunnen"


@pytest.fixture
def note(circle: Circle) -> EntryId:
    return circle.note()


@pytest.fixture
def sent(circle: Circle, note: EntryId) -> SentPacket:
    return circle.share(note)


def beside(page: LogbookPage) -> RemarksBeside:
    return page.pane_acts.remarks


def words(passage: Passage) -> str:
    cursor = QTextCursor(passage.text.document())
    cursor.setPosition(passage.start)
    cursor.setPosition(passage.end, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


def marked(page: LogbookPage) -> list[str]:
    return [words(passage) for passage in beside(page).marks.passages]


def only_card(page: LogbookPage) -> RemarkCard:
    (card,) = beside(page).cards.values()
    return card


@pytest.mark.parametrize(
    ("quote", "nth", "shown"),
    [
        ("drie weken", 0, "drie weken"),
        (MOST, 0, MOST),
        (MOST, 1, MOST),
        ("Ik belde op dinsdag\nIk belde", 0, "Ik belde op dinsdag\u2029Ik belde"),
        ("mijn begeleider terug", 0, "mijn begeleider terug"),
        ("gewacht 🙂. Ik", 0, "gewacht 🙂. Ik"),
        ("mijn woord. ", 0, "mijn woord."),
    ],
)
def test_a_passage_is_marked_where_it_stands(
    circle: Circle,
    note: EntryId,
    sent: SentPacket,
    open_logbook: OpenLogbook,
    quote: str,
    nth: int,
    shown: str,
) -> None:
    circle.take_in(circle.reaction(sent, circle.remark(sent, "Waarom?", quote, nth=nth)))
    page = open_logbook(note)
    assert marked(page) == [shown]
    if quote == MOST:
        whole = page.pane.text.toPlainText().encode("utf-16-le")
        before = whole[: 2 * beside(page).marks.passages[0].start].decode("utf-16-le")
        assert before.count("Ik dacht dat ik het zelf") == nth


def test_passages_stay_at_their_words_through_later_edits(
    circle: Circle, note: EntryId, sent: SentPacket, open_logbook: OpenLogbook
) -> None:
    circle.take_in(circle.reaction(sent, circle.remark(sent, "Waarom?", "Ik belde op dinsdag")))
    circle.rewrite(note, TEXT.replace("Ik heb", "Eerst iets anders.\n\nIk heb"))
    page = open_logbook(note)
    assert marked(page) == ["Ik belde op dinsdag"]
    assert only_card(page).caution.isHidden()


def test_a_changed_passage_says_so_and_a_lost_one_is_nowhere(
    circle: Circle, note: EntryId, sent: SentPacket, open_logbook: OpenLogbook
) -> None:
    changed = circle.remark(sent, "Eén", "Ik belde daarna mijn begeleider terug")
    lost = circle.remark(sent, "Twee", "drie weken")
    circle.take_in(circle.reaction(sent, changed, lost))
    text = TEXT.replace("Ik belde daarna", "Ik belde later").replace("**drie weken**", "lang")
    circle.rewrite(note, text)
    page = open_logbook(note)
    first, second = beside(page).cards.values()
    assert "veranderd" in first.caution.text()
    assert "Plek kwijt" in second.caution.text()
    assert "drie weken" in second.about.text()
    assert len(marked(page)) == 1


def test_card_and_passage_lead_to_each_other(
    circle: Circle, note: EntryId, sent: SentPacket, open_logbook: OpenLogbook, qtbot
) -> None:
    one = circle.remark(sent, "Eén", "drie weken")
    two = circle.remark(sent, "Twee", "Ze herhaalde mijn woord")
    circle.take_in(circle.reaction(sent, one, two))
    page = open_logbook(note)
    parts = beside(page)
    passage = parts.marks.passage(two.id)
    assert passage is not None
    cursor = QTextCursor(passage.text.document())
    cursor.setPosition(passage.start + 3)
    spot = passage.text.cursorRect(cursor).center()
    viewport = passage.text.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=QPoint(spot))
    assert parts.cards[two.id].hasFocus()
    QTest.mouseClick(parts.cards[one.id], Qt.MouseButton.LeftButton, pos=QPoint(6, 6))
    assert parts.cards[one.id].property("role").endswith("-on")
    assert not parts.cards[two.id].property("role").endswith("-on")
    click(parts.cards[two.id].reply)  # writing in a card is turning to it
    assert parts.cards[two.id].property("role").endswith("-on")
    assert parts.cards[two.id].close_fields()
    parts.turn_to(one.id)
    parts.go_next()
    assert parts.cards[two.id].hasFocus()
    parts.go_previous()
    assert parts.cards[one.id].hasFocus()


def test_cards_stand_beside_the_text_or_below_it(
    circle: Circle, note: EntryId, sent: SentPacket, open_logbook: OpenLogbook, qtbot
) -> None:
    circle.take_in(circle.reaction(sent, circle.remark(sent, "Waarom?", "zei ik")))
    page = open_logbook(note, 1400)
    row = page.pane.text_row
    assert row.direction() is QBoxLayout.Direction.LeftToRight
    assert only_card(page).y() > 0
    page.resize(840, 560)
    qtbot.waitUntil(lambda: beside(page).column.y() > page.pane.text.y())
    assert row.direction() is QBoxLayout.Direction.TopToBottom


def test_cards_of_one_line_stand_in_the_order_of_its_words(
    circle: Circle, note: EntryId, sent: SentPacket, open_logbook: OpenLogbook
) -> None:
    late, early = circle.remark(sent, "Later", "gewacht"), circle.remark(sent, "Eerder", "Ik heb")
    circle.take_in(circle.reaction(sent, late))
    circle.take_in(circle.reaction(sent, early))
    cards = beside(open_logbook(note)).cards.values()
    assert [card.words.text() for card in cards] == ["Eerder", "Later"]
    assert [card.y() for card in cards] == sorted(card.y() for card in cards)


def test_remarks_on_the_whole_come_first(
    circle: Circle, note: EntryId, sent: SentPacket, open_logbook: OpenLogbook
) -> None:
    circle.take_in(
        circle.reaction(sent, circle.remark(sent, "Eén", "zei ik"), circle.remark(sent, "Alles"))
    )
    cards = list(beside(open_logbook(note)).cards.values())
    assert [card.words.text() for card in cards] == ["Alles", "Eén"]


def test_a_passage_in_the_first_line_of_a_note_is_marked_too(
    circle: Circle, note: EntryId, sent: SentPacket, open_logbook: OpenLogbook
) -> None:
    other = circle.note("Een andere notitie\n\nMet tekst.")
    circle.take_in(circle.reaction(sent, circle.remark(sent, "Waarbij?", "Hulp vragen")))
    page = open_logbook(note)
    assert marked(page) == ["Hulp vragen"]
    assert not page.pane.title.isVisible()  # it stands in the text now, once
    page.read_entry(other)
    assert page.pane.title.isVisible()
    assert page.pane.text.toPlainText().strip() == "Met tekst."


def test_the_blank_between_two_lines_is_not_marked(
    circle: Circle, note: EntryId, sent: SentPacket, open_logbook: OpenLogbook
) -> None:
    quote = "Ik belde op dinsdag\nIk belde"
    circle.take_in(circle.reaction(sent, circle.remark(sent, "Eén", quote)))
    marks = open_logbook(note).pane.text.extraSelections()
    assert [each.cursor.selectedText() for each in marks] == ["Ik belde op dinsdag", "Ik belde"]


def test_two_readers_have_their_own_mark_and_name(
    circle: Circle, note: EntryId, sent: SentPacket, open_logbook: OpenLogbook
) -> None:
    other = circle.share(note, reader="Mira")
    circle.take_in(circle.reaction(sent, circle.remark(sent, "Eén", "drie weken")))
    circle.take_in(
        circle.reaction(other, circle.remark(other, "Twee", "drie weken"), reader="Mira")
    )
    page = open_logbook(note)
    cards = list(beside(page).cards.values())
    assert {card.who.text().split(" · ")[0] for card in cards} == {"S. de Wit", "Mira"}
    assert len({card.property("role") for card in cards}) == 2
    shapes = [mark.format.underlineStyle() for mark in page.pane.text.extraSelections()]
    assert len(set(shapes)) == 2
    assert "S. de Wit en Mira" in beside(page).bar.said.text()


def test_two_readers_with_one_name_are_told_apart(
    circle: Circle, note: EntryId, sent: SentPacket, open_logbook: OpenLogbook
) -> None:
    other = circle.share(note, reader="de andere Sanne")
    for packet, text in ((sent, "Eén"), (other, "Twee"), (sent, "Drie")):
        remark = circle.remark(packet, text, "drie weken")
        circle.take_in(circle.reaction(packet, remark, reader="Sanne"))
    page = open_logbook(note)
    cards = list(beside(page).cards.values())
    found = {(card.who.text().split(" · ")[0], card.property("role")) for card in cards}
    assert found == {("Sanne", "remark-0"), ("Sanne (2)", "remark-1")}
    assert {mark.number for mark in beside(page).marks.passages} == {0, 1}
    assert "3 opmerkingen van Sanne en Sanne (2)" in beside(page).bar.said.text()
    assert any("Sanne (2)" in card.accessibleName() for card in cards)


def test_what_a_reader_wrote_is_plain_text(
    circle: Circle, note: EntryId, sent: SentPacket, open_logbook: OpenLogbook
) -> None:
    evil = "<b>vet</b><img src='file:///etc/passwd'> **x**"
    circle.take_in(circle.reaction(sent, circle.remark(sent, evil, "zei ik"), reader="<i>S.</i>"))
    card = only_card(open_logbook(note))
    assert card.words.text() == evil
    assert card.words.textFormat() is Qt.TextFormat.PlainText
    assert card.who.textFormat() is Qt.TextFormat.PlainText
    assert "<i>S.</i>" in card.who.text()


def test_a_remark_is_read_once_it_was_in_view(
    circle: Circle,
    services: Services,
    note: EntryId,
    sent: SentPacket,
    open_logbook: OpenLogbook,
    qtbot,
) -> None:
    circle.take_in(circle.reaction(sent, circle.remark(sent, "Waarom?", "drie weken")))
    page = open_logbook(note)
    card = only_card(page)
    assert services.feedback.new_count() == 1
    qtbot.waitUntil(lambda: services.feedback.new_count() == 0)
    assert card.new.isVisible()  # as long as one looks at this entry


def test_done_and_back(
    circle: Circle,
    services: Services,
    note: EntryId,
    sent: SentPacket,
    open_logbook: OpenLogbook,
    recorder: Recorder,
) -> None:
    circle.take_in(circle.reaction(sent, circle.remark(sent, "Waarom?", "drie weken")))
    page = open_logbook(note)
    click(only_card(page).done)
    (placed,) = services.feedback.remarks_of(note)
    assert placed.remark.status is RemarkStatus.DONE
    assert only_card(page).done_chip.isVisible()
    undo = recorder.shown[-1].action
    assert undo is not None
    undo()
    (placed,) = services.feedback.remarks_of(note)
    assert placed.remark.status is RemarkStatus.READ
    assert not only_card(page).done_chip.isVisible()


def test_a_remark_becomes_a_margin_note(
    circle: Circle,
    services: Services,
    note: EntryId,
    sent: SentPacket,
    open_logbook: OpenLogbook,
    recorder: Recorder,
) -> None:
    circle.take_in(circle.reaction(sent, circle.remark(sent, "Let *hier* op", "drie weken")))
    page = open_logbook(note)
    only_card(page).make_note()
    entry = services.reading.entry(note)
    (made,) = [answer for answer in entry.answers if is_margin(answer.key)]
    assert "S. de Wit" in made.value.text
    assert r"Let \*hier\* op" in made.value.text
    assert page.pane_acts.margin.field is not None  # to go on writing in it
    page.pane_acts.margin.close()
    undo = recorder.shown[-1].action
    assert undo is not None
    undo()
    assert not any(
        is_margin(answer.key) and answer.value.text
        for answer in services.reading.entry(note).answers
    )


def test_a_remark_becomes_an_intention(
    circle: Circle,
    services: Services,
    note: EntryId,
    sent: SentPacket,
    open_logbook: OpenLogbook,
    recorder: Recorder,
) -> None:
    circle.take_in(
        circle.reaction(sent, circle.remark(sent, "Bel eerder.", "dinsdag", kind=RemarkKind.TIP))
    )
    page = open_logbook(note)
    card = only_card(page)
    card.make_intention()
    assert card.form is not None
    click(card.form.ready)
    (intention,) = services.intentions.open()
    assert intention.entry_id == note
    assert intention.text == "Bel eerder."
    assert card.form is None
    undo = recorder.shown[-1].action
    assert undo is not None
    undo()
    assert services.intentions.open() == ()


def test_what_changed_since_is_shown(
    circle: Circle,
    note: EntryId,
    sent: SentPacket,
    open_logbook: OpenLogbook,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    circle.take_in(circle.reaction(sent, circle.remark(sent, "Waarom?", "dinsdag")))
    circle.rewrite(note, TEXT.replace("drie weken", "vier weken"))
    seen: list[str] = []
    monkeypatch.setattr(
        "logbook.ui.feedback.changed_dialog.ChangedDialog.exec",
        lambda dialog: seen.append(dialog.view.accessibleDescription()),
    )
    only_card(open_logbook(note)).show_changes()
    assert "weg: drie" in seen[0]
    assert "erbij: vier" in seen[0]


def test_an_entry_without_remarks_has_no_sign_of_them(
    circle: Circle, note: EntryId, sent: SentPacket, open_logbook: OpenLogbook, qtbot
) -> None:
    other = circle.note("Iets anders")
    circle.take_in(circle.reaction(sent, circle.remark(sent, "Waarom?", "dinsdag")))
    page = open_logbook(note)
    page.read_entry(other)
    assert beside(page).cards == {}
    assert beside(page).bar.isHidden()
    assert beside(page).column.isHidden()
    assert page.pane.text.extraSelections() == []
    qtbot.wait(20)  # the cards are gone
    QApplication.sendEvent(beside(page).column, QEvent(QEvent.Type.LayoutRequest))
    qtbot.wait(20)  # and nothing places them


def test_the_way_to_all_of_it(
    circle: Circle,
    note: EntryId,
    sent: SentPacket,
    open_logbook: OpenLogbook,
    wishes: list[Wish],
) -> None:
    circle.take_in(circle.reaction(sent, circle.remark(sent, "Waarom?", "dinsdag")))
    click(beside(open_logbook(note)).bar.all)
    assert wishes[-1] == OpenFeedback(sent.id)


def test_all_of_it_is_accessible(
    circle: Circle, note: EntryId, sent: SentPacket, open_logbook: OpenLogbook, context: Context
) -> None:
    context.preferences.change(text_size=200)
    circle.take_in(circle.reaction(sent, circle.remark(sent, "Waarom?", "dinsdag")))
    page = open_logbook(note)
    card = only_card(page)
    click(card.reply)
    assert_accessible(page)
    assert card.accessibleName() == "Vraag, S. de Wit, Waarom?"
