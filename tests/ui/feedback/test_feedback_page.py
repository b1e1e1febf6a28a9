# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The page Feedback: what was shared, what came back, and coming in in two steps."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from logbook.bootstrap import Services
from logbook.core.entry import EntryId
from logbook.formats.packet_json import read_answer_file
from logbook.formats.pasted import render_block
from logbook.settings import Role
from logbook.ui.context import Context
from logbook.ui.demo.hands import click, settle, words_on
from logbook.ui.feedback.back_card import BackCard
from logbook.ui.feedback.feedback_page import FeedbackPage
from logbook.ui.feedback.sent_row import SentRow
from logbook.ui.navigation import OpenDesk, OpenFeedback, OpenPage, ReadEntry, ShareRound, Wish
from tests.ui.feedback.conftest import PASSPHRASE, TEXT, Circle
from tests.ui.helpers import assert_accessible
from tests.ui.recorder import Recorder


@pytest.fixture
def note(circle: Circle) -> EntryId:
    return circle.note()


@pytest.fixture
def page(context: Context, qtbot, wishes: list[Wish]) -> FeedbackPage:
    made = FeedbackPage(context)
    qtbot.addWidget(made)
    made.navigation_requested.connect(wishes.append)
    context.notifier.changed.connect(made.apply_changes)
    made.resize(1000, 760)
    made.show()
    return made


def enter(page: FeedbackPage) -> str:
    page.enter()
    settle()
    return words_on(page)


def count(services: Services) -> int:
    return sum(len(services.feedback.threads(sent.id)) for sent in services.sharing.sent())


# --- what it shows --------------------------------------------------------------------------------


def test_an_empty_page_says_what_will_come(page: FeedbackPage, wishes: list[Wish]) -> None:
    assert "Wat je deelde en wat er terugkomt, zie je hier" in enter(page)
    assert_accessible(page)
    click(page.overview.empty.action)
    assert wishes == [OpenPage("logbook")]


def test_what_was_shared_and_what_came_back(
    page: FeedbackPage, circle: Circle, note: EntryId, wishes: list[Wish]
) -> None:
    first = circle.share(note, reader="Mira")
    sent = circle.share(note, circle.note("Nog iets"), questions=("Zie je dit ook?",))
    assert "nog niets teruggekomen" in enter(page)
    circle.take_in(
        circle.reaction(
            sent,
            circle.remark(sent, "Waarom?", "dinsdag"),
            general="Dank je.\n\nRust uit.",
            answers=("Ja.",),
        )
    )
    words = enter(page)
    assert "Van S. de Wit" in words
    assert "1 opmerking, 1 nieuw · een algemene reactie · 1 antwoord op je vragen" in words
    assert "Aan Mira" in words
    assert "2 bijdragen" in words
    (card,) = page.overview.findChildren(BackCard)
    click(card.read)
    assert wishes == [OpenFeedback(sent.id)]
    rows = {row.go_on.accessibleName(): row for row in page.overview.findChildren(SentRow)}
    click(rows["Volgende ronde …: Aan Mira"].go_on)
    assert wishes[-1] == ShareRound(first.id)
    assert_accessible(page)


def test_all_that_came_back_for_one_packet(
    page: FeedbackPage, circle: Circle, services: Services, note: EntryId, wishes: list[Wish], qtbot
) -> None:
    sent = circle.share(note, questions=("Zie je dit ook?",))
    circle.take_in(
        circle.reaction(
            sent,
            circle.remark(sent, "Waarom?", "dinsdag"),
            general="<b>Dank je.</b>",
            answers=("Ja, ik ook.",),
        )
    )
    page.show_packet(sent.id)
    settle()
    words = words_on(page)
    for said in ("<b>Dank je.</b>", "Je vroeg: Zie je dit ook?", "Ja, ik ook.", "Hulp vragen"):
        assert said in words
    assert_accessible(page)
    click(page.returned_view.groups[note].read)
    assert wishes == [ReadEntry(note)]
    qtbot.waitUntil(lambda: services.feedback.new_count() == 0)


def test_what_lost_its_place_is_listed_with_its_words(
    page: FeedbackPage, circle: Circle, note: EntryId, wishes: list[Wish]
) -> None:
    sent = circle.share(note)
    circle.take_in(circle.reaction(sent, circle.remark(sent, "Waarom?", "Ik belde op dinsdag")))
    assert "Plek kwijt" not in enter(page)
    circle.rewrite(note, "Hulp vragen\n\nHeel iets anders.")
    words = enter(page)
    for said in ("Plek kwijt", "bij “Ik belde op dinsdag”", "Waarom?", "uit Hulp vragen"):
        assert said in words
    (card,) = page.overview.lost.cards.values()
    click(card.read)
    assert wishes == [ReadEntry(note)]


def test_forgetting_asks_first(
    page: FeedbackPage, circle: Circle, services: Services, note: EntryId, recorder: Recorder
) -> None:
    circle.share(note)
    enter(page)
    (row,) = page.overview.findChildren(SentRow)
    recorder.answers = ["Laten staan"]
    click(row.forget)
    assert len(services.sharing.sent()) == 1
    recorder.answers = ["Vergeten"]
    click(row.forget)
    assert services.sharing.sent() == ()


# --- coming in ------------------------------------------------------------------------------------


def test_nothing_changes_before_it_is_taken_in(
    page: FeedbackPage,
    circle: Circle,
    services: Services,
    note: EntryId,
    wishes: list[Wish],
    recorder: Recorder,
) -> None:
    sent = circle.share(note, questions=("Zie je dit ook?",))
    path = circle.reaction(
        sent,
        circle.remark(sent, "Waarom?", "Ik belde op dinsdag"),
        circle.remark(sent, "Mooi.", "drie weken"),
        general="Dank je.",
        answers=("Ja.",),
    )
    circle.rewrite(note, TEXT.replace("**drie weken**", "lang"))
    page.open_files([path])
    settle()
    words = words_on(page)
    for said in (
        "Van S. de Wit",
        "2 nieuwe opmerkingen · 1 zonder plek",
        "Dank je.",
        "Zie je dit ook?",
        "bij “Ik belde op dinsdag”",
        "Opmerkingen zonder plek",
        "bij “drie weken”",
    ):
        assert said in words
    assert count(services) == 0
    assert_accessible(page)
    click(page.incoming.take)
    assert count(services) == 2
    assert wishes == [OpenFeedback(sent.id)]
    assert "Overgenomen: 2 opmerkingen." in recorder.texts


def test_general_words_alone_are_not_called_no_remarks(
    page: FeedbackPage, circle: Circle, note: EntryId
) -> None:
    page.open_files([circle.reaction(circle.share(note), general="Dank je.")])
    words = words_on(page)
    assert "Dank je." in words
    assert "opmerking" not in words.lower()


def test_leaving_takes_nothing_in(
    page: FeedbackPage, circle: Circle, services: Services, note: EntryId
) -> None:
    sent = circle.share(note)
    page.open_files([circle.reaction(sent, circle.remark(sent, "Waarom?", "dinsdag"))])
    click(page.incoming.leave)
    settle()
    assert count(services) == 0
    assert page.incoming.cards == []
    assert "Wat je deelde" in words_on(page)


def test_the_same_file_twice_says_so(
    page: FeedbackPage, circle: Circle, services: Services, note: EntryId
) -> None:
    sent = circle.share(note)
    path = circle.reaction(sent, circle.remark(sent, "Waarom?", "dinsdag"))
    page.open_files([path, path])
    click(page.incoming.take)
    assert count(services) == 1
    page.open_files([path])
    settle()
    assert "Dit is al binnen. Er verandert niets." in words_on(page)
    assert page.incoming.take.isHidden()


def test_a_sealed_file_asks_until_the_passphrase_fits(
    page: FeedbackPage, circle: Circle, services: Services, note: EntryId
) -> None:
    sent = circle.share(note, passphrase=PASSPHRASE)
    path = circle.reaction(sent, circle.remark(sent, "Waarom?", "dinsdag"))
    page.open_files([path])
    settle()
    (card,) = page.incoming.cards
    assert card.field is not None
    assert card.field.hasFocus()
    QTest.keyClicks(card.field, "een andere wachtzin")
    QTest.keyClick(card.field, Qt.Key.Key_Return)
    assert "Deze wachtzin past niet" in words_on(page)
    assert card.field is not None
    QTest.keyClicks(card.field, PASSPHRASE)
    QTest.keyClick(card.field, Qt.Key.Key_Return)
    assert "1 nieuwe opmerking" in words_on(page)
    assert count(services) == 0
    click(page.incoming.take)
    assert count(services) == 1


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("foto.json", b"\xff\xd8\xff", "is geen reactie op iets wat je deelde"),
        ("leeg.json", b"{}", "is geen reactie op iets wat je deelde"),
        ("pakket.html", b"<p>hoi</p>", "‘Bewaar reactie’ op de pagina"),
        ("groot.json", b" " * 5_000_001, "is groter dan"),
        ("weg.json", None, ""),
    ],
)
def test_what_cannot_come_in_gets_one_sentence(
    page: FeedbackPage, tmp_path: Path, name: str, content: bytes | None, said: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    page.open_files([path])
    settle()
    words = words_on(page)
    assert name in words
    assert said in words
    assert page.incoming.take.isHidden()


def test_a_good_file_comes_in_beside_a_bad_one(
    page: FeedbackPage, circle: Circle, services: Services, note: EntryId, tmp_path: Path
) -> None:
    sent = circle.share(note)
    bad = tmp_path / "slecht.json"
    bad.write_bytes(b"{")
    page.open_files([bad])
    page.open_files([circle.reaction(sent, circle.remark(sent, "Waarom?", "dinsdag"))])
    assert len(page.incoming.cards) == 2
    click(page.incoming.take)
    assert count(services) == 1


def test_text_from_the_clipboard(
    page: FeedbackPage,
    circle: Circle,
    services: Services,
    note: EntryId,
    recorder: Recorder,
    qapp: QGuiApplication,
) -> None:
    import json

    QGuiApplication.clipboard().setText("")
    click(page.paste)
    assert "Er staat geen tekst op het klembord" in recorder.texts[-1]
    sent = circle.share(note)
    path = circle.reaction(sent, circle.remark(sent, "Waarom?", "dinsdag"))
    answer = read_answer_file(json.loads(path.read_text(encoding="utf-8")))
    QGuiApplication.clipboard().setText("Hoi,\n" + render_block(answer, circle.packets[sent.id]))
    click(page.paste)
    settle()
    assert "Geplakte tekst" in words_on(page)
    click(page.incoming.take)
    assert count(services) == 1


def test_choosing_several_files(
    page: FeedbackPage, circle: Circle, note: EntryId, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = circle.share(note)
    files = [
        str(circle.reaction(sent, circle.remark(sent, text, "dinsdag"))) for text in ("a", "b")
    ]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: (files, ""))
    click(page.fetch)
    assert len(page.incoming.cards) == 2


# --- the desk -------------------------------------------------------------------------------------


def test_a_supervisor_without_a_desk_is_offered_one(
    page: FeedbackPage, context: Context, wishes: list[Wish]
) -> None:
    context.preferences.change(role=Role.SUPERVISOR)
    assert "Lees je wat studenten je sturen?" in enter(page)
    assert_accessible(page)
    click(page.overview.offer.action)
    assert context.preferences.settings.supervisor
    assert wishes == [OpenDesk()]
    assert "Wat je deelde en wat er terugkomt, zie je hier" in enter(page)


def test_the_desk_is_there_for_a_supervisor_only(
    page: FeedbackPage, context: Context, wishes: list[Wish]
) -> None:
    enter(page)
    assert page.switch.isHidden()
    context.preferences.change(supervisor=True)
    assert page.switch.isVisible()
    click(page.switch.desk)
    assert wishes == [OpenDesk()]
    page.show_desk()
    assert page.desk.isVisible()
    enter(page)
    assert page.desk.isVisible()  # where one was the last time
    assert page.switch.desk.isChecked()
    page.show_packet("")
    enter(page)
    assert page.overview.isVisible()
    page.show_desk()
    context.preferences.change(supervisor=False)
    assert page.switch.isHidden()
    assert page.overview.isVisible()


def test_leaving_what_comes_in_leads_back_to_the_desk(
    page: FeedbackPage, context: Context, circle: Circle, note: EntryId, wishes: list[Wish]
) -> None:
    context.preferences.change(supervisor=True)
    page.show_desk()
    sent = circle.share(note)
    page.open_files([circle.reaction(sent, circle.remark(sent, "Waarom?", "dinsdag"))])
    assert page.switch.mine.isChecked()
    click(page.incoming.leave)
    assert wishes == [OpenDesk()]
