# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The page Delen from the first step to the file, and everything that may happen on the way."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from logbook.core.share_errors import TooMuchToShare
from logbook.core.sharing import ShareFormat
from logbook.formats.packet_file import open_sealed, read_packet_file
from logbook.services.sharing import Prepared
from logbook.settings import Theme
from logbook.ui.context import Context
from logbook.ui.demo.hands import click, type_text
from logbook.ui.navigation import GoBack, OpenPage
from logbook.ui.sharing.share_page import SharePage
from tests.ui.helpers import assert_accessible
from tests.ui.recorder import Recorder
from tests.ui.sharing.conftest import HOME, HOW, MakePage, Write, wait


def go_on(page: SharePage, steps: int = 1) -> None:
    for _ in range(steps):
        click(page.foot.next)
        wait()


def shown(page: SharePage) -> int:
    return page.steps.index(page._stack.currentWidget())


def test_whole_way_to_a_sealed_file(
    write: Write, make_page: MakePage, context: Context, tmp_path: Path
) -> None:
    page = make_page(write())
    page.choose.sender_field.setFocus()
    type_text("Student A", page.choose.sender_field)
    page.choose.reader.setEditText("Anna")
    page.choose.letter.setPlainText("Kijk vooral naar het begin.")
    go_on(page)
    page.ask.fields[0].setPlainText("Wat hoor jij?")
    go_on(page)
    assert page.names.list.item(0).text() == "Fatima · naam · 3 keer"
    page.names.view.roles.own.setText("een buurvrouw")
    click(page.names.view.replace)
    wait()
    assert page.names.count.text().startswith("Deze controle ziet niets meer.")
    go_on(page)
    assert page.look.home.text() == "1 stukje is alleen voor jou en blijft thuis."
    assert [b.accessibleName() for b in page.look.list.buttons] == [
        "Toch laten staan: Fatima",
    ]
    go_on(page)
    passphrase = page.send.passphrase.passphrase
    page.send.send_to(tmp_path / "pakket.html")
    wait()
    opened = read_packet_file((tmp_path / "pakket.html").read_bytes(), "pakket.html")
    packet, _ = open_sealed(opened.sealed or {}, passphrase, "pakket.html")
    assert (packet.sender, packet.reader, packet.letter) == (
        "Student A",
        "Anna",
        "Kijk vooral naar het begin.",
    )
    assert [question.text for question in packet.questions] == ["Wat hoor jij?"]
    texts = [answer.text for answer in packet.answers()]
    assert texts == [
        "Een buurvrouw zat aan tafel.  Later belde een buurvrouw weer.",
        "Met een buurvrouw ging het goed.",
    ]
    assert page._stack.currentWidget() is page.sent_panel
    assert page.sent_panel.words.text() == passphrase
    assert not page.foot.isVisible()
    sent = context.services.sharing.sent()
    assert [(each.reader, each.sealed) for each in sent] == [("Anna", True)]
    page.leave()
    assert page.sent_panel.words.text() == ""
    page.enter()
    assert page._stack.currentWidget() is page.nothing


def test_sensitive_ones_wait_and_answers_can_stay(write: Write, make_page: MakePage) -> None:
    plain, home = write(), write(HOME)
    page = make_page(plain, home)
    tree = page.choose.tree
    states = [tree.topLevelItem(n).checkState(0) for n in range(2)]
    assert states == [Qt.CheckState.Checked, Qt.CheckState.Unchecked]
    assert tree.topLevelItem(1).text(1).startswith("kan veel raken")
    assert page.choose.sensitive.isVisible()
    tree.topLevelItem(0).child(0).setCheckState(0, Qt.CheckState.Unchecked)
    assert page.work.ticked(plain) == {HOW}
    assert page.choose.count.text() == "1 bijdrage met 1 antwoord"
    go_on(page, 3)
    packet = page.look.packet
    assert packet is not None
    assert [answer.text for answer in packet.answers()] == ["Met Fatima ging het goed."]


def test_nothing_chosen_goes_no_further(write: Write, make_page: MakePage) -> None:
    page = make_page(write())
    page.choose.tree.topLevelItem(0).setCheckState(0, Qt.CheckState.Unchecked)
    assert not page.foot.next.isEnabled()
    assert page.foot.why.text() == "Vink aan wat mee mag."
    page._go(3)
    wait()
    assert page.look.said.text().startswith("Er is niets gekozen")
    assert not page.look.ready


def test_entry_moves_with_the_keys(write: Write, make_page: MakePage) -> None:
    first, second = write(), write(how="Iets anders.")
    page = make_page(first, second)
    tree = page.choose.tree
    tree.setCurrentItem(tree.topLevelItem(1))
    QTest.keyClick(tree, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [each.id for each in page.work.entries] == [second, first]
    assert tree.current_entry == second


def test_sent_only_by_way_of_looking(write: Write, make_page: MakePage) -> None:
    page = make_page(write())
    go_on(page, 4)
    assert shown(page) == 4
    page.trail.buttons[0].click()
    assert shown(page) == 0
    assert page.trail.buttons[3].isEnabled()
    assert not page.trail.buttons[4].isEnabled()


def test_words_that_are_too_long_are_not_cut_off(write: Write, make_page: MakePage) -> None:
    page = make_page(write())
    page.choose.letter.setPlainText("x" * 4_001)
    assert not page.foot.next.isEnabled()
    assert page.foot.why.text().startswith("Maak je tekst korter: dit zijn 4.001 tekens")
    page.choose.letter.setPlainText("x" * 4_000)
    page.foot.next.click()
    page.ask.fields[2].setPlainText("x" * 501)
    assert not page.foot.next.isEnabled()
    assert page.ask.fields[2].toPlainText() == "x" * 501
    page.ask.fields[2].clear()
    assert page.foot.next.isEnabled()


def test_keys_walk_the_steps(write: Write, make_page: MakePage) -> None:
    page = make_page(write())
    page.activateWindow()
    page.choose.tree.setFocus()
    QTest.keyClick(page.choose.tree, Qt.Key.Key_Return)
    assert shown(page) == 1
    QTest.keyClick(page.ask.fields[0], Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert shown(page) == 2
    assert page.step_back()
    assert page.step_back()
    assert not page.step_back()


def test_leaving_keeps_the_draft_and_offers_it(
    write: Write, make_page: MakePage, recorder: Recorder
) -> None:
    page = make_page(write())
    page.ask.fields[0].setPlainText("Mijn vraag")
    page._go(1)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert page.wishes == [GoBack()]
    assert recorder.shown[-1].action_text == "Verder met delen"
    recorder.shown[-1].action()
    assert page.wishes[-1] == OpenPage("share")
    page.leave()
    offered = recorder.shown[-1].number
    assert offered not in recorder.dismissed
    page.enter()
    assert offered in recorder.dismissed
    assert page.ask.fields[0].toPlainText() == "Mijn vraag"


def test_other_entries_put_the_draft_aside(
    write: Write, make_page: MakePage, recorder: Recorder
) -> None:
    first, second = write(), write(how="Iets anders.")
    page = make_page(first)
    page.choose.sender_field.setText("Student A")
    page.choose.sender_field.textEdited.emit("Student A")
    page.begin((second,))
    assert [each.id for each in page.work.entries] == [second]
    assert recorder.shown[-1].text == "Wat je al had gekozen om te delen, ligt nog klaar."
    page.enter()
    assert recorder.shown[-1].number not in recorder.dismissed
    page.resume()
    assert recorder.shown[-1].number in recorder.dismissed
    assert [each.id for each in page.work.entries] == [first]
    assert page.choose.sender_field.text() == "Student A"


def test_asked_again_for_the_same_goes_on(write: Write, make_page: MakePage) -> None:
    entry = write()
    page = make_page(entry)
    go_on(page)
    page.begin((entry,))
    assert shown(page) == 1


def test_what_was_written_meanwhile_is_looked_at_again(
    write: Write, make_page: MakePage, context: Context
) -> None:
    entry = write()
    page = make_page(entry)
    go_on(page, 4)
    page.leave()
    context.notifier.announce(context.services.writing.move_to_bin(entry))
    page.enter()
    wait()
    assert shown(page) == 3
    assert page.look.said.text().startswith("Er is niets gekozen")


def test_stop_leaves_everything(
    write: Write, make_page: MakePage, context: Context, tmp_path: Path
) -> None:
    page = make_page(write())
    go_on(page, 4)
    page.activateWindow()
    page.send.send_to(tmp_path / "pakket.html")
    assert not page.foot.next.isEnabled()
    assert page.send.stop.hasFocus()
    page.send.stop.click()
    assert page.send.formats[ShareFormat.PACKET].hasFocus()
    wait()
    assert not (tmp_path / "pakket.html").exists()
    assert context.services.sharing.sent() == ()
    assert page.foot.next.isEnabled()


def test_an_answer_nobody_could_open_is_told_and_nothing_is_made(
    write: Write, make_page: MakePage, context: Context, recorder: Recorder, tmp_path: Path
) -> None:
    page = make_page(write(how="a\n" * 60_000))
    page._go(4)
    page.send.send_to(tmp_path / "pakket.html")
    wait()
    assert "Een antwoord op “Hoe ging het?” in “Een gesprek” is te lang" in recorder.shown[-1].text
    assert list(tmp_path.glob("pakket*")) == []
    assert context.services.sharing.sent() == ()


def test_failure_is_told_and_keeps_everything(
    write: Write,
    make_page: MakePage,
    context: Context,
    recorder: Recorder,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = make_page(write())
    go_on(page, 4)
    page.send.send_to(tmp_path / "weg" / "pakket.html")
    wait()
    assert recorder.shown[-1].kind == "error"
    cleared = recorder.cleared

    def fail(_prepared: Prepared) -> bytes:
        raise TooMuchToShare(30_000_000, 20_000_000)

    monkeypatch.setattr(Prepared, "render", fail)
    page.send.send_to(tmp_path / "pakket.html")
    wait()
    assert recorder.texts[-1].startswith("Dit pakket zou 30,0 MB worden")
    assert recorder.cleared == cleared + 1
    assert context.services.sharing.sent() == ()
    assert shown(page) == 4


def test_own_passphrase_or_none(write: Write, make_page: MakePage) -> None:
    page = make_page(write())
    go_on(page, 4)
    card = page.send.passphrase
    first = card.passphrase
    assert len(first.split()) == 6
    card.copy.click()
    assert QGuiApplication.clipboard().text() == first
    card.another.click()
    assert card.passphrase != first
    card.own.click()
    assert page.foot.why.text() == "Neem een wachtzin van ten minste 12 tekens."
    assert not page.foot.next.isEnabled()
    type_text("blauwe fiets", card.field)
    assert card.passphrase == "blauwe fiets"
    assert page.foot.next.isEnabled()
    card.none.click()
    assert card.passphrase == ""
    assert "kan alles lezen" in card.told.text()
    page.send.formats[ShareFormat.PDF].click()
    assert not card.isVisible()
    assert page.foot.next.isEnabled()


@pytest.mark.parametrize("share_format", list(ShareFormat))
def test_every_form_becomes_a_file(
    share_format: ShareFormat, write: Write, make_page: MakePage, context: Context, tmp_path: Path
) -> None:
    page = make_page(write())
    go_on(page, 4)
    page.send.formats[share_format].click()
    page.send.send_to(tmp_path / "bestand")
    wait()
    assert (tmp_path / "bestand").stat().st_size > 100
    assert [each.format for each in context.services.sharing.sent()] == [share_format]


def test_next_round_goes_to_the_same_reader(
    write: Write, make_page: MakePage, context: Context, tmp_path: Path
) -> None:
    page = make_page(write())
    page.choose.reader.setEditText("Anna")
    go_on(page, 4)
    page.send.send_to(tmp_path / "een.html")
    wait()
    first = context.services.sharing.sent()[0]
    page.next_round(first.id)
    assert page.choose.reader.currentText() == "Anna"
    go_on(page, 4)
    page.send.send_to(tmp_path / "twee.html")
    wait()
    second = context.services.sharing.sent()[0]
    assert (second.round, second.pair) == (2, first.pair)


def test_known_reader_keeps_their_pair(
    write: Write, make_page: MakePage, context: Context, tmp_path: Path
) -> None:
    first, second = write(), write(how="Iets anders.")
    page = make_page(first)
    page.choose.reader.setEditText("Anna")
    go_on(page, 4)
    page.send.send_to(tmp_path / "een.html")
    wait()
    page.begin((second,))
    page.choose.reader.setCurrentIndex(0)
    assert page.choose.reader.currentText() == "Anna"
    go_on(page, 4)
    page.send.send_to(tmp_path / "twee.html")
    wait()
    newest, oldest = context.services.sharing.sent()
    assert (newest.round, newest.pair) == (1, oldest.pair)


@pytest.mark.parametrize("step", range(5))
@pytest.mark.parametrize("text_size", [100, 200])
def test_everything_has_a_name_and_fits(
    step: int, text_size: int, write: Write, make_page: MakePage, context: Context
) -> None:
    context.preferences.change(text_size=text_size, theme=Theme.DARK)
    page = make_page(write(), write(HOME), width=796, height=540)
    page._go(step)
    wait()
    assert_accessible(page)
    column = page.steps[step]
    assert column.widget().minimumSizeHint().width() <= column.viewport().width()
    assert page.foot.minimumSizeHint().width() <= page.width()
    assert page.bar.minimumSizeHint().width() <= page.width()
